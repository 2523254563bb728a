"""The picture of the whole: counts over rows, however they come, and over their groups."""

from __future__ import annotations

import resource
from collections import Counter
from typing import TYPE_CHECKING

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sixstages import Answers, ProblemsFound, assess
from sixstages.cohort.figures import ReadingFacts
from sixstages.cohort.folding import MOST_SHOWN, folded
from sixstages.cohort.whole import MOST_GROUPS, Tally
from sixstages.logic import Reading
from tests.cohort.scored import FACTS, LACKING, counted, frame, shelf_of_cases
from tests.engine.strategies import rubrics_with_sheets
from tests.library import CASES, library, sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sixstages import Rubric
    from sixstages.cohort.figures import Picture
    from tests.engine.reference import Sheet

COUNTRIES = st.sampled_from(["Kenya", "India", "", None])


def assert_counts(picture: Picture, rubric: Rubric, rows: Sequence[Answers]) -> None:
    """Hold a picture against assessments of its rows, one by one."""
    assert picture.rows == len(rows)
    answered = [each for each in rows if Reading(rubric, each.answers).used()]
    assert picture.unanswered == len(rows) - len(answered)
    found = [assess(rubric, each) for each in answered]
    settled = [each for each in found if each.stage.low == each.stage.high]
    by_stage = Counter(each.stage.number for each in settled)
    possible = Counter(each.stage.number for each in found)
    assert [each.settled for each in picture.stages] == [by_stage[each.number] for each in picture.stages]
    assert [each.settled + each.incomplete for each in picture.stages] == [possible[n.number] for n in picture.stages]
    assert picture.verdicts._asdict() == {
        word: sum(each.verdict == word for each in found) for word in picture.verdicts._fields
    }
    for place, gate in enumerate(picture.gates):
        at_gate = [each for each in found if all(below.holds for below in each.gates[:place])]
        truths = Counter(each.gates[place].holds for each in at_gate)
        assert (gate.reached, gate.stopped, gate.open) == (len(at_gate), truths[False], truths[None])
    for place, finding in enumerate(picture.findings):
        truths = Counter(each.findings[place].holds for each in found)
        assert (finding.holds, finding.judged) == (truths[True], truths[True] + truths[False])
        for stage, share in zip(picture.stages, finding.by_stage, strict=True):
            here = Counter(each.findings[place].holds for each in settled if each.stage.id == stage.id)
            assert (share.holds, share.judged) == (here[True], here[True] + here[False])
    opened = Counter(question for each in found for question in each.open)
    assert {each.id: each.open for each in picture.questions} == {each: opened[each] for each in rubric.questions}
    sheets = [Reading(rubric, each.answers) for each in answered]
    for question in picture.questions:
        assert question.asked == sum(sheet.asked(question.id) is not False for sheet in sheets)


@given(rubrics_with_sheets(gaps=True), st.data())
@settings(max_examples=50)
def test_every_number_is_what_counting_by_hand_gives(drawn: tuple[Rubric, list[Sheet]], data: st.DataObject) -> None:
    """For any rubric and any rows, in whatever blocks they come: the whole and each of its groups."""
    rubric, sheets = drawn
    rows = [*(Answers(answers=each) for each in sheets), Answers()]
    groups = [data.draw(COUNTRIES) for _ in rows]
    cut = data.draw(st.integers(0, len(rows)))
    found = counted(rubric, [(rows[:cut], groups[:cut]), (rows[cut:], groups[cut:])], min_group=0)
    assert_counts(found.overall, rubric, rows)
    assert {each.label for each in found.groups} == {each or "" for each in groups}
    for group in found.groups:
        there = [row for row, label in zip(rows, groups, strict=True) if (label or "") == group.label]
        assert_counts(group.picture, rubric, there)


def test_a_row_without_any_answer_is_counted_apart() -> None:
    """It stands at no stage, has no verdict and no finding, and leaves no question open."""
    empty = counted(library(), [([Answers()] * 3, ["", "", ""])]).overall
    assert (empty.rows, empty.unanswered) == (3, 3)
    assert empty.hardest is None
    assert not any((*empty.verdicts, *(each.settled + each.incomplete for each in empty.stages)))
    assert not any(each.open for each in empty.questions)


def test_a_table_without_rows_has_a_picture_without_numbers() -> None:
    """Nothing was counted, and there is nothing to group."""
    nothing = Tally(library()).cohort(FACTS, "country")
    assert (nothing.overall.rows, nothing.groups) == (0, ())
    assert {each.reached for each in nothing.overall.gates} == {0}


def test_a_question_that_is_not_asked_is_not_open() -> None:
    """Who has no books is not asked how often they are tidied."""
    nowhere = Answers(answers={"kept": ("nowhere",)})
    questions = counted(library(), [([LACKING, nowhere], ["", ""])]).overall.questions
    found = {each.id: (each.open, each.asked) for each in questions}
    assert (found["tidied"], found["order"], found["kept"]) == ((1, 1), (0, 1), (0, 2))


def test_only_the_columns_that_are_named_are_read() -> None:
    """A frame without the others is counted in the same way; of questions asked on one condition there is one."""
    rows = frame(library(), [sheet(name) for name in CASES])
    whole, few = Tally(library()), Tally(library())
    whole.add(rows)
    few.add(rows.select(few.columns))
    assert few.cohort(FACTS) == whole.cohort(FACTS)
    asked = [name for name in few.columns if name.startswith("asked:")]
    assert len(asked) == len({each.ask_if for each in library().questions.values()}) < len(library().questions)


def test_the_question_that_is_open_most_often_comes_first() -> None:
    """Among equals the order is that in which they are asked."""
    lacking_one = Answers(answers={each: picks for each, picks in sheet("shelves").answers.items() if each != "found"})
    [first, *others] = counted(library(), [([LACKING, lacking_one], ["", ""])]).overall.questions
    assert (first.id, first.open) == ("found", 2)
    assert [each.id for each in others if each.open] == ["tidied", "counted", "list", "who", "loans", "used-for"]


def test_the_gate_that_stops_most_is_named() -> None:
    """Of two that stop as many it is the lower one."""
    found = counted(library(), [([sheet("heap"), sheet("shelves")], ["", ""])]).overall
    assert [each.stopped for each in found.gates] == [1, 1, 0]
    assert found.hardest == "shelves"
    found = counted(library(), [([sheet("heap"), sheet("shelves"), sheet("shelves")], ["", "", ""])]).overall
    assert found.hardest == "catalogue"


def test_a_cohort_says_what_it_was_made_of() -> None:
    """The rubric, its language, how the table was read and how groups were made."""
    found = shelf_of_cases()
    assert (found.rubric.id, found.language, found.by, found.min_group) == ("village-library", "en", "country", 3)
    assert found.reading == FACTS


def test_without_a_column_for_groups_there_are_none() -> None:
    """The whole is counted all the same."""
    tally = Tally(library())
    tally.add(frame(library(), [LACKING]))
    found = tally.cohort(ReadingFacts("t.csv", "plain"))
    assert (found.groups, found.overall.rows) == ((), 1)


def test_spaces_around_a_cell_make_no_group_of_their_own() -> None:
    """Labels are the cells without them, numbers are labels too, and cells without anything share one."""
    tally = Tally(library())
    tally.add(frame(library(), [LACKING] * 4), pl.Series([" Peru", "Peru\t", "  ", None]))
    tally.add(frame(library(), [LACKING]), pl.Series([7]))
    found = tally.cohort(FACTS, "country", min_group=1)
    assert [(each.label, each.picture.rows) for each in found.groups] == [("", 2), ("Peru", 2), ("7", 1)]


def shown(sizes: dict[str, int], smallest: int = 5) -> list[tuple[str, int]]:
    """Give the groups as they are shown: the label, or how many are folded, and the rows."""
    rows = [(label, size) for label, size in sizes.items() for _ in range(size)]
    found = counted(library(), [([LACKING] * len(rows), [label for label, _ in rows])], min_group=smallest)
    return [(each.label or str(each.folded), each.picture.rows) for each in found.groups]


def test_groups_that_are_too_small_are_folded_into_one() -> None:
    """The largest group comes first, what is folded last."""
    assert shown({"Peru": 4, "Kenya": 7, "Nepal": 2, "India": 5}) == [("Kenya", 7), ("India", 5), ("2", 6)]
    assert shown({"Kenya": 5, "India": 5}) == [("India", 5), ("Kenya", 5)]


def test_what_is_folded_is_never_too_small_itself() -> None:
    """The next smallest joins it: else what is left of the whole would tell what a few answered."""
    assert shown({"Peru": 1, "Kenya": 9, "India": 6}) == [("Kenya", 9), ("2", 7)]
    assert shown({"Peru": 1, "Nepal": 2, "India": 5}) == [("3", 8)]


def test_rows_without_any_answer_make_no_group_large_enough() -> None:
    """Only those with an answer count; a group without any is folded, and takes no other with it."""
    rows = [*[LACKING] * 5, LACKING, *[Answers()] * 9]
    found = counted(library(), [(rows, [*["Kenya"] * 5, *["Peru"] * 5, *["Nepal"] * 5])])
    assert [(each.folded, each.picture.rows) for each in found.groups] == [(3, 15)]
    found = counted(library(), [(rows[:5] + rows[6:8], [*["Kenya"] * 5, *["Peru"] * 2])])
    assert [(each.label, each.folded, each.picture.rows) for each in found.groups] == [("Kenya", 0, 5), ("", 1, 2)]


def test_many_groups_are_shown_as_fifty_and_the_rest() -> None:
    """The largest ones are shown."""
    sizes = {f"place {number:03}": 1000 - number for number in range(MOST_SHOWN + 7)}
    found = folded(sizes, 5)
    assert [each.labels for each in found[:-1]] == [[label] for label in [*sizes][:MOST_SHOWN]]
    assert found[-1] == ([*sizes][MOST_SHOWN:], True)


@given(st.dictionaries(st.text(max_size=2), st.integers(0, 12)), st.integers(0, 8))
def test_no_group_that_is_shown_is_too_small(sizes: dict[str, int], smallest: int) -> None:
    """Each group is shown once, alone or folded; what is too small to be shown is the whole itself, or nobody."""
    found = folded(sizes, smallest)
    assert sorted(label for each in found for label in each.labels) == sorted(sizes)
    totals = [sum(sizes[label] for label in each.labels) for each in found]
    assert all(total >= smallest for total, each in zip(totals, found, strict=True) if not each.is_folded)
    assert all(total >= smallest or total == 0 or len(found) == 1 for total in totals)


def test_a_column_of_names_makes_no_groups() -> None:
    """More values than can be groups are refused in words, whether they come in one block or in several."""
    tally, rows = Tally(library()), frame(library(), [LACKING])
    half = pl.concat([rows] * (MOST_GROUPS // 2))
    tally.add(half, pl.Series(range(half.height)))
    tally.add(half, pl.Series(range(half.height, 2 * half.height)))
    with pytest.raises(ProblemsFound, match="C750: The column that is to make the groups holds more than 10000"):
        tally.add(rows, pl.Series([-1]))


def test_memory_does_not_grow_with_rows() -> None:
    """A hundred blocks leave no more behind than one."""
    tally, block = Tally(library()), pl.concat([frame(library(), [sheet(name) for name in CASES])] * 5_000)
    groups = pl.Series([str(row % 300) for row in range(block.height)])
    for _ in range(10):
        tally.add(block, groups)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(90):
        tally.add(block, groups)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000  # KiB
    assert tally.cohort(FACTS).overall.rows == 100 * block.height
