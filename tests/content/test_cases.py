"""Every case gets the verdict that it must get."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from sixstages import assess, load_rubric, read_answers
from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages import Assessment

CASES = sorted(ROOT.joinpath("cases").glob("*.yaml"))
RUBRIC = load_rubric()

each_case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)


def scored(path: Path) -> Assessment:
    """Assess a case."""
    return assess(RUBRIC, read_answers(path, RUBRIC))


@each_case
def test_a_case_gets_what_it_expects(path: Path) -> None:
    """The stage, the verdict where one is named, and the findings that must and must not hold."""
    expect = read_answers(path, RUBRIC).expect
    found = scored(path)
    held = {finding.id for finding in found.findings if finding.holds}
    assert expect is not None
    assert found.stage.id == expect.stage
    assert found.verdict == (expect.verdict or found.verdict)
    assert held.issuperset(expect.holds)
    assert held.isdisjoint(expect.absent)


@each_case
def test_a_case_is_told_in_words_and_has_no_faults(path: Path) -> None:
    """Each case says whose it is, and nothing in it needs a warning."""
    answers = read_answers(path, RUBRIC)
    assert answers.name
    assert answers.about
    assert scored(path).warnings == ()


def test_every_stage_has_five_cases() -> None:
    """There are thirty cases or more, at least five a stage."""
    stages = Counter(scored(path).stage.id for path in CASES)
    assert len(CASES) >= 30
    assert [stage.id for stage in RUBRIC.stages if stages[stage.id] < 5] == []


def test_every_finding_is_expected_and_excluded_somewhere() -> None:
    """For each finding there is a case in which it must hold, and one in which it must not."""
    expectations = [read_answers(path, RUBRIC).expect for path in CASES]
    ids = {finding.id for _, finding in RUBRIC.each_finding()}
    assert {each for expect in expectations if expect for each in expect.holds} == ids
    assert {each for expect in expectations if expect for each in expect.absent} == ids
