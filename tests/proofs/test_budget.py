"""Rubrics of hostile size: nothing is said of what would take too long, and the rest is still proved."""

from __future__ import annotations

import tracemalloc
from time import process_time
from typing import TYPE_CHECKING

import pytest

from benchmarks.check import write_large_rubric
from sixstages import load_rubric
from sixstages.proofs import BUDGET, NotProved, Proofs
from tests.engine.examples import finding, gate, question, rubric
from tests.proofs.enumeration import conditions_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sixstages.rubric import Rubric
    from tests.engine.examples import Written

MOST_SECONDS = 10.0
"""Several times what it takes: the machine that tests may be a slow one, and coverage is measured."""
SMALL = 50_000
MOST_BYTES = 130
"""For each branch that the budget allows to be looked at."""


def tangled(size: int) -> Rubric:
    """Write a rubric whose finding puts each question together with several others, near and far.

    In whatever order the questions are looked at, the answers to many of them have to be kept in mind.
    """
    questions = [question(f"q{number}", "a b c", ordered=True, opening=number == 0) for number in range(size)]
    pairs: list[Written] = [
        {f"q{number}": "b", f"q{(step * number + 1) % size}": "b"} for step in (3, 7, 11) for number in range(size)
    ]
    signs = [pair for pair in pairs if len(pair) > 1]
    return rubric(questions, [gate(1, {"q0": "c"}, {"q1": "c"})], [finding(1, *signs)])


def waiting(size: int) -> Rubric:
    """Write a rubric in which each question of a second half waits for several of the first half, near and far."""
    first = [question(f"q{number}", "a b c", ordered=True, opening=number == 0) for number in range(size)]
    second = [
        question(f"w{number}", "a b c", ask_if={f"q{(step * number + 1) % size}": "b" for step in (1, 3, 7, 11)})
        for number in range(size)
    ]
    return rubric([*first, *second], [gate(1, {"q0": "c"}, {"w1": "c"})], [finding(1, {"w0": "a"})])


def test_a_tangled_finding_is_not_proved_and_the_rest_is() -> None:
    """The stages, whose gate is simple, are still counted exactly."""
    of = tangled(60)
    proofs = Proofs(of)
    for _ in range(100):  # what was too large once costs nothing any more
        with pytest.raises(NotProved):
            proofs.finding_sheet("fault")
    assert proofs.shares() == [4 / 9, 5 / 9]
    assert proofs.question_matters("q1")
    assert proofs.stage_sheet(2)


def test_skip_logic_that_is_too_wide_hinders_counting_only() -> None:
    """How many sheets there are may take too long, and that there is one with a finding still be easy."""
    proofs = Proofs(waiting(60))
    for _ in range(3):
        with pytest.raises(NotProved):
            proofs.sheets()
    assert proofs.finding_sheet("fault")
    assert proofs.option_matters("q0", "c")
    assert not proofs.question_matters("w5")


def test_what_fits_into_a_small_budget_is_proved() -> None:
    """The budget is the caller's: the same question is answered with more of it."""
    of = tangled(6)
    with pytest.raises(NotProved):
        Proofs(of, budget=800).finding_sheet("fault")
    assert Proofs(of, budget=80_000).finding_sheet("fault")


def ask_everything(of: Rubric, budget: int = BUDGET) -> int:
    """Ask what a check asks; count what is not proved."""
    proofs = Proofs(of, budget)
    findings = [each for _, each in of.each_finding()]
    questions: list[Callable[[], object]] = [
        proofs.shares,
        lambda: [proofs.stage_sheet(number) for number in range(1, len(of.stages) + 1)],
        lambda: [proofs.rule_sheet(each, holds=holds) for each in findings for holds in (True, False)],
        lambda: [proofs.question_matters(each) for each in of.questions],
        lambda: [proofs.closed_by(question, gate) for question in of.questions for gate in of.gates],
        lambda: [proofs.overlap(one, other) for one in findings for other in of.gates],
    ]
    not_proved = 0
    for ask in questions:
        try:
            ask()
        except NotProved:
            not_proved += 1
    return not_proved


def test_a_long_questionnaire_is_proved(tmp_path: Path) -> None:
    """Of a hundred questions it is known that every stage can be reached, and which answers change nothing."""
    write_large_rubric(tmp_path)
    of = load_rubric(tmp_path)
    proofs = Proofs(of)
    assert all(proofs.stage_sheet(number) for number in range(1, len(of.stages) + 1))
    read = {test.question for condition in conditions_of(of) for row in condition for test in row}
    assert {
        question for question in of.questions if not proofs.question_matters(question)
    } == of.questions.keys() - read


@pytest.mark.parametrize("of", [tangled(60), waiting(150)], ids=["tangled", "waiting"])
def test_no_rubric_takes_long(of: Rubric) -> None:
    """All that a check asks of a hostile rubric takes a few seconds; part of it is not proved."""
    start = process_time()
    assert ask_everything(of) > 0
    assert process_time() - start < MOST_SECONDS


def test_no_rubric_takes_much_memory() -> None:
    """What is kept is bounded by the budget, whatever the rubric."""
    tracemalloc.start()
    assert ask_everything(tangled(60), budget=SMALL) > 0
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < SMALL * MOST_BYTES
