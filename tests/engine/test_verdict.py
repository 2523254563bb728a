"""The verdict word and its evidence: what was skipped, and which single answers would change the stage."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import Phase, find, given, settings

from tests.engine.judging import Case, judged
from tests.engine.reference import World, best, complete_sheets, neighbours, next_to, worst
from tests.engine.strategies import rubrics_with_sheets

if TYPE_CHECKING:
    from sixstages.assessment import Change, VerdictWord
    from sixstages.rubric import Rubric
    from tests.engine.reference import Sheet


WITHOUT_SHRINKING = settings(phases=[Phase.generate], max_examples=200)  # however few there are of other tests


def held_above(rubric: Rubric, sheet: Sheet) -> tuple[str, ...]:
    """Name the stages above the first missing gate whose gates are true by themselves."""
    world = worst(rubric, sheet)
    stages = list(zip(rubric.stages[1:], rubric.gates, strict=True))
    return tuple(stage.id for stage, gate in stages[world.stage() :] if world.met(gate))


@pytest.mark.parametrize("word", ["incomplete", "uneven", "borderline", "firm"])
def test_the_examples_cover_every_word(word: VerdictWord) -> None:
    """Every verdict word comes up among the rubrics and sheets that these tests draw."""
    find(
        rubrics_with_sheets(gaps=True),
        lambda case: judged(case[0], case[1][0]).verdict == word,
        settings=WITHOUT_SHRINKING,
    )


@given(rubrics_with_sheets(gaps=True))
def test_the_word_is_the_first_that_holds(case: Case) -> None:
    """The verdict is incomplete, else uneven, else borderline, else firm, each by the design's table."""
    rubric, sheets = case
    for sheet in sheets:
        low = worst(rubric, sheet).stage()
        table = {
            "incomplete": low != best(rubric, sheet).stage(),
            "uneven": held_above(rubric, sheet) != (),
            "borderline": any(worst(rubric, other).stage() != low for _, _, other in neighbours(rubric, sheet)),
            "firm": True,
        }
        assert judged(rubric, sheet).verdict == next(word for word, holds in table.items() if holds)


@given(rubrics_with_sheets(gaps=True))
def test_skipped_goes_with_uneven_alone(case: Case) -> None:
    """`skipped` names the missing gate and those that hold above it, and is null for every other word."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        if found.verdict == "uneven":
            assert found.skipped is not None
            assert found.skipped.missing == rubric.stages[found.stage.low].id
            assert found.skipped.holds == held_above(rubric, sheet)
        else:
            assert found.skipped is None


@given(rubrics_with_sheets(gaps=True))
def test_settles_goes_with_incomplete_alone(case: Case) -> None:
    """`settles` names a question exactly where low and high differ."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        assert bool(found.settles) == (found.verdict == "incomplete") == (found.stage.low < found.stage.high)


@given(rubrics_with_sheets(gaps=True))
def test_changes_are_all_neighbours_with_another_low_end(case: Case) -> None:
    """`changes` holds every single different answer that gives another low end, once, and nothing else."""
    rubric, sheets = case
    for sheet in sheets:
        low = worst(rubric, sheet).stage()
        ends = {
            (question, frozenset(new)): worst(rubric, other).stage()
            for question, new, other in neighbours(rubric, sheet)
        }
        changes = judged(rubric, sheet).changes
        found = {(change.question, frozenset(answer(change))): change.stage for change in changes}
        assert found == {at: stage for at, stage in ends.items() if stage != low}
        assert len(changes) == len(found)


def answer(change: Change) -> tuple[str, ...]:
    """Read the new answer of a change as a sheet holds it."""
    return (change.to,) if isinstance(change.to, str) else change.to


@given(rubrics_with_sheets(gaps=True))
def test_a_change_is_written_as_an_answers_file_holds_it(case: Case) -> None:
    """`to` is an option for a pick-one question; for a pick-many one it is a list in the rubric's order."""
    rubric, sheets = case
    for sheet in sheets:
        for change in judged(rubric, sheet).changes:
            question = rubric.questions[change.question]
            assert isinstance(change.to, str) == (question.pick == "one")
            assert sorted(answer(change), key=question.rank.__getitem__) == list(answer(change))


@given(rubrics_with_sheets())
def test_firm_is_true_of_the_list_of_all_sheets(case: Case) -> None:
    """No complete sheet that differs in one answer ends lower than a firm one, nor elsewhere if it asks the same."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        moved = {(change.question, answer(change)) for change in found.changes}
        for other in complete_sheets(rubric, {}):
            differing = [question for question in sheet.keys() & other.keys() if sheet[question] != other[question]]
            if len(differing) != 1 or differing == [rubric.opening]:
                continue
            [question] = differing
            if next_to(rubric.questions[question], sheet[question], other[question]):
                stage = World(rubric, other).stage()
                if (question, other[question]) not in moved:
                    assert stage >= found.stage.low
                if sheet.keys() == other.keys():
                    assert ((question, other[question]) in moved) == (stage != found.stage.low)


@given(rubrics_with_sheets(gaps=True))
def test_the_verdict_is_firm_only_without_changes(case: Case) -> None:
    """A firm verdict has no changes, a borderline one has some."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        assert (found.verdict, bool(found.changes)) not in {("firm", True), ("borderline", False)}
