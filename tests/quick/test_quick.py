"""The quick interview asks only what can still change the stage, and stops when nothing can."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from benchmarks.questions_asked import ends, quick_questions
from benchmarks.sheets import SEED, case_sheets, random_sheet
from sixstages import load_rubric
from sixstages.logic import Reading, questions_read, with_ask_ifs
from sixstages.quick import Guide
from tests.engine.examples import gate, question, rubric
from tests.engine.strategies import rubrics_with_sheets

if TYPE_CHECKING:
    from sixstages import Rubric
    from sixstages.logic import Picks
    from tests.engine.judging import Case

SHIPPED = load_rubric()


def asked(of: Rubric, sheet: dict[str, Picks]) -> list[str]:
    """Return what a quick interview asks somebody who would answer like this and knows nothing else."""
    return quick_questions(Guide(of), sheet)


def answered(of: Rubric, sheet: dict[str, Picks]) -> dict[str, Picks]:
    """Return the part of the sheet that a quick interview sees."""
    return {each: sheet[each] for each in asked(of, sheet) if each in sheet}


@given(rubrics_with_sheets(gaps=True))
def test_it_ends_where_the_full_interview_ends(case: Case) -> None:
    """The low and the high end are those of all answers, "don't know" among them."""
    of, sheets = case
    for sheet in sheets:
        assert ends(of, answered(of, dict(sheet))) == ends(of, dict(sheet))


@given(rubrics_with_sheets(gaps=True))
def test_each_question_is_put_once_and_only_where_it_applies(case: Case) -> None:
    """No question comes twice, before those that its skip logic reads, or where they rule it out."""
    of, sheets = case
    for sheet in sheets:
        seen: dict[str, Picks] = {}
        order = asked(of, dict(sheet))
        assert len(set(order)) == len(order)
        for number, each in enumerate(order):
            reading = Reading(of, seen)
            assert reading.asked(each) is not False
            read = with_ask_ifs(of, questions_read(of.questions[each].ask_if or ()))
            assert all(before in order[:number] or reading.asked(before) is False for before in read)
            seen |= {each: sheet[each]} if each in sheet else {}


def test_the_shipped_rubric_gives_the_same_ends() -> None:
    """For every case and for random sheets the quick interview ends where the full one does."""
    chance = Random(SEED)  # noqa: S311 - chance, not secrecy
    sheets = [*case_sheets(SHIPPED), *(random_sheet(SHIPPED, chance) for _ in range(100))]
    for sheet in sheets:
        answers = dict(sheet.answers)
        assert ends(SHIPPED, answered(SHIPPED, answers)) == ends(SHIPPED, answers), sheet.name


def test_a_settled_sheet_needs_nothing() -> None:
    """Whoever has no page is at the first stage after the opening question; a whole sheet leaves nothing to ask."""
    assert asked(SHIPPED, {"accounts": ("nowhere",)}) == ["accounts"]
    assert Guide(SHIPPED).next_question(dict(case_sheets(SHIPPED)[0].answers), ()) is None


@pytest.mark.parametrize("picks", [("a",), ("a", "b"), tuple("abcdefghij")])
def test_a_rare_set_of_picks_is_not_held_impossible(picks: tuple[str, ...]) -> None:
    """A test that only one set of picks out of a thousand passes is asked for all the same."""
    many = question("many", "a b c d e f g h i j none*", pick="many", opening=True)
    of = rubric([many], [gate(1, {"many": {"all_of": list("abcdefghij")}})])
    assert asked(of, {"many": picks}) == ["many"]


def test_questions_that_only_findings_read_are_left_out() -> None:
    """What no gate depends on is not asked."""
    of = rubric(
        [question("nets", "fb none*", pick="many", opening=True), question("mood", "low high", ordered=True)],
        [gate(1, {"nets": "fb"})],
    )
    assert asked(of, {"nets": ("fb",), "mood": ("low",)}) == ["nets"]
