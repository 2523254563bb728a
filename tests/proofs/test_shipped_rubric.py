"""The shipped rubric: what is proved of it agrees with how it scores."""

from __future__ import annotations

from random import Random

import pytest

from benchmarks.sheets import SEED, random_sheet
from sixstages import load_rubric
from sixstages.proofs import Proofs
from tests.engine.judging import judged
from tests.engine.reference import World, next_to

RUBRIC = load_rubric()


@pytest.fixture(scope="module")
def proofs() -> Proofs:
    """Prove things of the rubric in the repository's root."""
    return Proofs(RUBRIC)


def test_every_stage_has_a_sheet(proofs: Proofs) -> None:
    """Each of the six is reached by answers that are scored without a warning."""
    for number in range(1, len(RUBRIC.stages) + 1):
        sheet = proofs.stage_sheet(number)
        assert sheet
        assessment = judged(RUBRIC, sheet)
        assert (assessment.stage.low, assessment.stage.high, assessment.warnings) == (number, number, ())


def test_every_finding_has_a_sheet(proofs: Proofs) -> None:
    """Each can hold, and each can be absent."""
    for _, finding in RUBRIC.each_finding():
        present, absent = proofs.finding_sheet(finding.id), proofs.rule_sheet(finding, holds=False)
        assert present
        assert absent
        assert World(RUBRIC, present).met(finding)
        assert not World(RUBRIC, absent).met(finding)


def test_every_stage_has_a_share(proofs: Proofs) -> None:
    """The shares of the six stages are above nothing and add up to all sheets."""
    shares = proofs.shares()
    assert min(shares) > 0
    assert sum(shares) == pytest.approx(1)


def test_what_moves_a_random_sheet_matters(proofs: Proofs) -> None:
    """An option by which the stage of some sheet changes is never held to be without effect."""
    random = Random(SEED)  # noqa: S311 - chance, not secrecy
    for _ in range(50):
        answers = random_sheet(RUBRIC, random).answers
        for change in judged(RUBRIC, answers).changes:
            assert proofs.question_matters(change.question)
            to = (change.to,) if isinstance(change.to, str) else change.to
            assert next_to(RUBRIC.questions[change.question], answers[change.question], to)
            for option in set(to) ^ set(answers[change.question]):
                assert proofs.option_matters(change.question, option)
