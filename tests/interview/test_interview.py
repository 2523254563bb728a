"""Which question comes next, how far along one is, and the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.answers import Answers
from sixstages.interview import (
    NOT_KNOWN,
    SKIPPED,
    Progress,
    Sitting,
    minutes,
    proposed_name,
    section_of,
    self_view_question,
    take_up,
)
from sixstages.rubric import Question
from tests.library import library

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping


NOON = "2026-11-22T12:00:00Z"
QUESTIONS = library().questions
ORDER = QUESTIONS["order"]  # one of four
LOANS = QUESTIONS["loans"]  # many of four, the last alone


def sitting(**answers: tuple[str, ...]) -> Sitting:
    """Begin a sitting with these answers on the sheet, `used_for` standing for `used-for`."""
    sheet = Answers(answers={each.replace("_", "-"): answers[each] for each in answers})
    return take_up(library(), sheet)


def ask(begun: Sitting) -> str | None:
    """Give the id of the next question."""
    question = begun.upcoming()
    return question.id if question else None


def give(begun: Sitting, *entries: tuple[str, ...]) -> Sitting:
    """Answer the next questions, one after the other."""
    for entry in entries:
        question = begun.upcoming()
        assert question
        begun = begun.answered(question, entry, at=NOON)
    return begun


def gone_back(begun: Sitting, steps: int = 1) -> Sitting:
    """Go back so many questions."""
    for _ in range(steps):
        before = begun.back()
        assert before
        begun = before
    return begun


def test_the_opening_question_comes_first() -> None:
    """An empty sheet begins with the opening question."""
    assert ask(sitting()) == library().opening


def test_a_question_with_an_entry_is_not_asked_again() -> None:
    """The next question is the first without an entry, wherever others have one."""
    assert ask(sitting(kept=("shelves",), tidied=("weekly",))) == "order"


def test_a_question_that_is_ruled_out_is_passed_over() -> None:
    """Who has no books is asked nothing about them."""
    assert ask(sitting(kept=("nowhere",))) is None


def test_what_depends_on_an_unknown_answer_is_asked() -> None:
    """A question is asked unless its `ask_if` is false: "don't know" does not rule it out."""
    begun = sitting(kept=("shelves",))
    while ask(begun) != "used-for":
        begun = give(begun, NOT_KNOWN)
    assert begun.sheet.dont_know >= {"loans"}


def test_another_chooser_may_lead_the_way() -> None:
    """Given one, it says which question is next, told what is answered and what to pass over."""

    def last(answers: Mapping[str, tuple[str, ...]], passed_over: Collection[str]) -> Question | None:
        return None if "loans" in {*answers, *passed_over} else LOANS

    begun = Sitting(rubric=library(), sheet=Answers(), chooser=last)
    assert ask(begun) == "loans"
    for entry in (("phone",), NOT_KNOWN, SKIPPED):
        assert ask(give(begun, entry)) is None


def test_progress_counts_the_questions_that_are_not_ruled_out() -> None:
    """A question's number is its place among those that apply; there are fewer once one is ruled out."""
    assert sitting().progress(QUESTIONS["kept"]) == Progress(1, 9)
    assert sitting(kept=("shelves",)).progress(LOANS) == Progress(8, 9)
    assert sitting(kept=("shelves",), loans=("nothing",)).progress(LOANS) == Progress(8, 8)


def test_an_answer_goes_on_the_sheet_with_its_time() -> None:
    """The sheet holds the answer and when it was given."""
    after = sitting(kept=("shelves",)).answered(ORDER, ("by-size",), at=NOON)
    assert after.sheet == Answers(answers={"kept": ("shelves",), "order": ("by-size",)}, updated=NOON)


def test_a_later_entry_replaces_the_earlier_one() -> None:
    """Knowing after all takes the "don't know" back, and the other way round."""
    unknown = sitting(kept=("shelves",)).answered(ORDER, NOT_KNOWN, at=NOON)
    known = unknown.answered(ORDER, ("by-subject",), at=NOON)
    assert (sorted(unknown.sheet.dont_know), sorted(unknown.sheet.answers)) == (["order"], ["kept"])
    assert (sorted(known.sheet.dont_know), known.sheet.answers["order"]) == ([], ("by-subject",))


def test_a_skipped_question_has_no_entry_and_comes_no_more_in_this_run() -> None:
    """The rest is asked, and then it is over; the next run asks it again."""
    begun = give(sitting(), ("shelves",), SKIPPED)
    assert (ask(begun), begun.missing()[0]) == ("tidied", "order")
    while ask(begun):
        begun = give(begun, NOT_KNOWN)
    assert begun.missing() == ["order"]
    assert ask(take_up(library(), begun.sheet)) == "order"


def test_a_skip_takes_the_entry_off_the_sheet_and_is_no_answer() -> None:
    """Neither answer nor "don't know" stays; `updated` still says when the last answer was given."""
    answered = give(sitting(), ("shelves",), ("by-size",))
    skipped = gone_back(answered).answered(ORDER, SKIPPED, at="2027-01-01T00:00:00Z")
    assert (set(skipped.sheet.answers), skipped.sheet.updated) == ({"kept"}, NOON)


def test_a_sitting_has_begun_with_its_first_entry() -> None:
    """A name alone is no beginning; "don't know" is one."""
    assert not sitting().begun()
    assert sitting(kept=("shelves",)).begun()
    assert give(sitting(kept=("shelves",)), NOT_KNOWN).begun()


def test_one_can_go_back_over_any_number_of_questions() -> None:
    """Across sections and over skipped ones, to the first; there it ends."""
    begun = give(sitting(), ("shelves",), ("by-size",), NOT_KNOWN, SKIPPED, ("paper",))
    way = []
    while before := begun.back():
        begun = before
        way.append(ask(begun))
    assert way == ["list", "counted", "tidied", "order", "kept"]


def test_a_later_run_can_go_back_to_answers_of_an_earlier_one() -> None:
    """What has an entry in the file lies behind, in the rubric's order."""
    assert ask(gone_back(sitting(kept=("shelves",), tidied=("weekly",)), 2)) == "kept"


def test_from_there_on_the_questions_come_again_in_their_order() -> None:
    """Those that one has gone back over are put again, then the first that was not."""
    begun = gone_back(give(sitting(), ("shelves",), ("by-size",), NOT_KNOWN, SKIPPED), 3)
    way = []
    for _ in range(4):
        way.append(ask(begun))
        begun = give(begun, NOT_KNOWN)
    assert way == ["order", "tidied", "counted", "list"]


def test_what_is_ruled_out_is_passed_over_on_the_way_back() -> None:
    """There is no way back to a question that does not apply any more; once it does, it is put again."""
    begun = give(sitting(), ("shelves",), *[NOT_KNOWN] * 6, ("phone",), ("remind",))
    without = give(gone_back(begun, 2), ("nothing",))
    assert ask(without) is None
    back = gone_back(without)
    assert ask(back) == "loans"
    again = give(back, ("cards",))
    assert (ask(again), again.entry(QUESTIONS["used-for"])) == ("used-for", ("remind",))


def test_questions_can_be_put_again_whatever_their_entries() -> None:
    """They come first, in the order that is given, and then what is still open."""
    begun = sitting(kept=("shelves",), order=("by-size",), tidied=("never",)).revisiting(["tidied", "order"])
    way = []
    for _ in range(3):
        way.append(ask(begun))
        begun = give(begun, NOT_KNOWN)
    assert way == ["tidied", "order", "counted"]


def test_the_entry_on_the_sheet_can_be_repeated_else_the_one_before() -> None:
    """An earlier sitting offers what this one has not answered, "don't know" included."""
    before = Answers(answers={"kept": ("boxes",), "order": ("by-size",)}, dont_know=frozenset({"tidied"}))
    begun = take_up(library(), Answers(answers={"kept": ("shelves",)}), before=before)
    entries = [begun.entry(QUESTIONS[each]) for each in ("kept", "order", "tidied", "counted")]
    assert entries == [("shelves",), ("by-size",), NOT_KNOWN, SKIPPED]


def test_an_answer_that_fits_in_part_is_asked_for_again() -> None:
    """What still fits of it can be repeated; until then it is no answer."""
    sheet = Answers(answers={"kept": ("shelves",), "loans": ("phone",)}, unfit=frozenset({"loans"}))
    begun = take_up(library(), sheet)
    assert (set(begun.sheet.answers), begun.entry(LOANS)) == ({"kept"}, ("phone",))


def test_an_answer_aside_that_fits_in_part_does_not_come_back() -> None:
    """Its question is asked once it applies."""
    sheet = Answers(answers={"kept": ("nowhere",)}, aside={"loans": ("phone",)}, unfit=frozenset({"loans"}))
    assert take_up(library(), sheet).sheet.aside == {}


def test_the_self_view_offers_the_stages() -> None:
    """Its options are the stages, in their order."""
    question = self_view_question(library())
    assert [option.id for option in question.options] == [stage.id for stage in library().stages]


def test_the_self_view_is_a_question_like_any_other() -> None:
    """It passes where every other question of a rubric does, with nothing left out."""
    question = self_view_question(library())
    assert Question.model_validate(question.model_dump()) == question


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Asha Textiles", "asha-textiles-2026-11-22"),
        ("पुस्तकालय, रामपुर", "पुस्तकालय-रामपुर-2026-11-22"),
        ("../../etc/passwd", "etc-passwd-2026-11-22"),
        ("  ", "answers-2026-11-22"),
        ("!?", "answers-2026-11-22"),
    ],
)
def test_a_file_is_named_for_the_business_and_the_date(name: str, file: str) -> None:
    """Letters of every script stay, everything else separates words; no name leads to another folder."""
    assert proposed_name(name, "2026-11-22") == file


def test_a_proposed_name_fits_into_a_folder() -> None:
    """However long the business's name is, the file's takes less than the 255 bytes of usual file systems."""
    assert len(proposed_name("𝒜" * 1000, "2026-11-22").encode()) < 200


def test_the_minutes_follow_from_the_number_of_questions() -> None:
    """A quarter of a minute a question, and never under two."""
    assert minutes(library()) == 2


def test_a_question_knows_its_section() -> None:
    """The title shown above a question is that of the section it stands in."""
    assert section_of(library(), LOANS).title == "The readers"
