"""Which question comes next, how far along one is, and what a typed line means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.answers import Answers
from sixstages.interview import (
    SELF_VIEW_COMMANDS,
    Command,
    Picked,
    Progress,
    Sitting,
    Wrong,
    commands_for,
    minutes,
    proposed_name,
    read_entry,
    section_of,
    self_view_question,
)
from tests.library import library

if TYPE_CHECKING:
    from sixstages.rubric import Question

NOON = "2026-11-22T12:00:00Z"
ORDER = library().questions["order"]  # one of four
LOANS = library().questions["loans"]  # many of four, the last alone


def sitting(**answers: tuple[str, ...]) -> Sitting:
    """Begin a sitting with these answers on the sheet, `used_for` standing for `used-for`."""
    return Sitting(rubric=library(), sheet=Answers(answers={each.replace("_", "-"): answers[each] for each in answers}))


def ask(begun: Sitting) -> str | None:
    """Give the id of the next question."""
    question = begun.upcoming()
    return question.id if question else None


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
        begun = begun.answered(begun.upcoming() or ORDER, None, at=NOON)
    assert begun.sheet.dont_know >= {"loans"}


def test_progress_counts_entries_and_what_can_still_be_asked() -> None:
    """With no books it is one question of one; with books, all of them."""
    assert sitting().progress() == Progress(1, 9)
    assert sitting(kept=("shelves",), order=("by-size",)).progress() == Progress(3, 9)
    assert sitting(kept=("shelves",), loans=("nothing",)).progress() == Progress(3, 8)


def test_an_answer_goes_on_the_sheet_with_its_time() -> None:
    """The sheet holds the answer and when it was given, the history which question it was."""
    after = sitting(kept=("shelves",)).answered(ORDER, Picked(("by-size",)), at=NOON)
    assert after.sheet.answers == {"kept": ("shelves",), "order": ("by-size",)}
    assert (after.sheet.updated, after.history) == (NOON, ("order",))


def test_a_later_entry_replaces_the_earlier_one() -> None:
    """Knowing after all takes the "don't know" back, and the other way round."""
    unknown = sitting(order=("by-size",)).answered(ORDER, None, at=NOON)
    known = unknown.answered(ORDER, Picked(("by-subject",)), at=NOON)
    assert unknown.sheet == Answers(dont_know=frozenset({"order"}), updated=NOON)
    assert known.sheet == Answers(answers={"order": ("by-subject",)}, updated=NOON)


def test_a_sitting_has_begun_with_its_first_entry() -> None:
    """A name alone is no beginning; "don't know" is one."""
    assert not sitting().begun()
    assert sitting(kept=("shelves",)).begun()
    assert sitting().answered(ORDER, None, at=NOON).begun()


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("2", ["cards"]),
        (" 2 ", ["cards"]),
        ("1,3", ["notebook", "phone"]),
        ("3 1", ["notebook", "phone"]),
        ("3, 1, 3", ["notebook", "phone"]),
        ("२", ["cards"]),
        ("১ ৩", ["notebook", "phone"]),
        ("1،2", ["notebook", "cards"]),
        ("4", ["nothing"]),
    ],
)
def test_numbers_pick_options(typed: str, picked: list[str]) -> None:
    """Numbers count from 1, in any order, in digits of any script; the answer is in the question's order."""
    assert read_entry(typed, LOANS, commands_for(LOANS)) == Picked(tuple(picked))


@pytest.mark.parametrize("typed", ["", "0", "5", "-1", "two", "1.5", "²", "½", "9" * 5000, "\x1b[A", "1,,x"])
def test_anything_else_says_what_is_possible(typed: str) -> None:
    """An entry that is no answer never counts; the reason names the numbers that can be typed."""
    entry = read_entry(typed, LOANS, commands_for(LOANS))
    assert isinstance(entry, Wrong)
    assert "1 to 4" in entry.reason


def test_a_pick_one_question_takes_one_number() -> None:
    """Two numbers where one answer fits are wrong, and the reason says so."""
    entry = read_entry("1,2", ORDER, commands_for(ORDER))
    assert isinstance(entry, Wrong)
    assert "one answer" in entry.reason


def test_an_alone_option_stands_alone() -> None:
    """A "nowhere" beside a place is wrong, and the reason names it."""
    entry = read_entry("1,4", LOANS, commands_for(LOANS))
    assert isinstance(entry, Wrong)
    assert '"Nowhere"' in entry.reason


@pytest.mark.parametrize(("typed", "command"), [("d", Command.DONT_KNOW), ("Q", Command.LEAVE), ("?", Command.WHY)])
def test_letters_are_commands(typed: str, command: Command) -> None:
    """Commands are single letters, capital or small."""
    assert read_entry(typed, ORDER, commands_for(ORDER)) is command


def test_the_opening_question_has_to_be_answered() -> None:
    """It takes no "don't know"."""
    opening = library().questions[library().opening]
    assert isinstance(read_entry("d", opening, commands_for(opening)), Wrong)


def test_the_self_view_offers_the_stages_and_may_be_skipped() -> None:
    """Its options are the stages; Enter passes it over."""
    question = self_view_question(library())
    assert [option.id for option in question.options] == [stage.id for stage in library().stages]
    assert read_entry("2", question, SELF_VIEW_COMMANDS) == Picked(("shelves",))
    assert read_entry("", question, SELF_VIEW_COMMANDS) is Command.SKIP


@given(typed=st.text(), question=st.sampled_from(list(library().questions.values())))
def test_no_line_breaks_the_reading(typed: str, question: Question) -> None:
    """Whatever is typed is a command, wrong, or an answer that the question allows."""
    entry = read_entry(typed, question, commands_for(question))
    if isinstance(entry, Picked):
        alone = {option.id for option in question.options if option.alone}
        assert set(entry.options) <= set(question.rank)
        assert len(entry.options) == 1 or (question.pick == "many" and alone.isdisjoint(entry.options))


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
