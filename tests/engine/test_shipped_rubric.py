"""The shipped rubric and its cases, against the second evaluator."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.sheets import SEED, case_sheets, random_sheet
from sixstages import Rubric, load_rubric
from tests.engine.judging import judged
from tests.engine.reference import Sheet, World, best, better, every_answer, nearest, neighbours, next_to, worst


@pytest.fixture(scope="module")
def shipped() -> Rubric:
    """Load the rubric in the repository's root."""
    return load_rubric()


@pytest.fixture(scope="module")
def cases(shipped: Rubric) -> list[Sheet]:
    """Read the answers of its cases, of which there have to be some."""
    sheets = [sheet.answers for sheet in case_sheets(shipped)]
    assert sheets
    return sheets


def test_cases_are_judged_the_same_twice(shipped: Rubric, cases: list[Sheet]) -> None:
    """Both evaluators give a case the same interval, nearest profile and single answers that change its stage."""
    for sheet in cases:
        found = judged(shipped, sheet)
        low = worst(shipped, sheet).stage()
        assert (found.stage.low, found.stage.high) == (low, best(shipped, sheet).stage())
        assert found.stage.nearest == nearest(shipped, sheet)
        moving = [question for question, _, other in neighbours(shipped, sheet) if worst(shipped, other).stage() != low]
        assert sorted(change.question for change in found.changes) == sorted(moving)


def test_random_sheets_are_judged_the_same_twice(shipped: Rubric) -> None:
    """Both evaluators put a random complete sheet on the same stage, with the same nearest profile."""
    random = Random(SEED)  # noqa: S311 - chance, not secrecy
    for _ in range(200):
        sheet = random_sheet(shipped, random).answers
        stage = judged(shipped, sheet).stage
        assert stage.low == stage.high == World(shipped, sheet).stage()
        assert stage.nearest == nearest(shipped, sheet)


def test_the_shipped_gates_are_closed_upwards(shipped: Rubric) -> None:
    """A sign of a gate that holds still holds after any better answer to one of the questions on the way to it."""
    random = Random(SEED)  # noqa: S311 - chance, not secrecy
    signs = [sign for gate in shipped.gates for sign in gate.signs]
    for _ in range(100):
        sheet = random_sheet(shipped, random).answers
        held = [sign for sign in signs if worst(shipped, sheet).holds(sign.when)]
        for question_id, old in sheet.items():
            question = shipped.questions[question_id]
            for new in every_answer(question):
                if next_to(question, old, new) and better(question, new, old):
                    world = worst(shipped, {**sheet, question_id: new})
                    fallen = [sign.id for sign in held if not world.holds(sign.when)]
                    assert fallen == [], (question_id, old, new)
