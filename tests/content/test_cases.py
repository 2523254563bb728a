"""Every case gets the verdict that it must get."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

import pytest

from sixstages import assess, load_rubric, read_answers
from sixstages.rubric import Finding, Gate, Rubric
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sixstages import Answers, Assessment

AnyRule = TypeVar("AnyRule", Gate, Finding)

CASES = sorted(ROOT.joinpath("cases").glob("*.yaml"))
RUBRIC = load_rubric()
SHEETS = [read_answers(path, RUBRIC) for path in CASES]

MOST_UNNOTICED = 3
"""So many breaks of the rubric's rules may leave every case as it is expected."""

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


def broken(rule: AnyRule) -> Iterator[tuple[str, AnyRule]]:
    """Every way to ask one sign less or more, to drop a sign (with a part that is only it) or to drop a part."""
    for needs in (rule.needs - 1, rule.needs + 1):
        if 1 <= needs <= len(rule.signs):
            yield f"needs {needs}", rule.model_copy(update={"needs": needs})
    for sign in rule.signs if rule.needs < len(rule.signs) else ():
        signs = tuple(each for each in rule.signs if each.id != sign.id)
        parts = [
            part.model_copy(update={"of": tuple(each for each in part.of if each != sign.id)}) for part in rule.each_of
        ]
        left = tuple(part for part in parts if part.of)
        yield f"without the sign {sign.id}", rule.model_copy(update={"signs": signs, "each_of": left})
    for part in rule.each_of:
        left = tuple(each for each in rule.each_of if each.id != part.id)
        yield f"without the part {part.id}", rule.model_copy(update={"each_of": left})


def rubric_with(**fields: object) -> Rubric:
    """Copy the rubric, with other stages or findings and nothing that was worked out from the old ones."""
    return Rubric.model_validate({each: getattr(RUBRIC, each) for each in Rubric.model_fields} | fields)


def broken_gates() -> Iterator[tuple[str, bool]]:
    """Each break of a gate, and whether a case just above or just below it is put at another stage."""
    for number, stage in enumerate(RUBRIC.stages):
        beside = {each.id for each in RUBRIC.stages[max(number - 1, 0) : number + 1]}
        sheets = [sheet for sheet in SHEETS if sheet.expect and sheet.expect.stage in beside]
        for how, gate in broken(stage.gate) if stage.gate else ():
            stages = [*RUBRIC.stages]
            stages[number] = stage.model_copy(update={"gate": gate})
            rubric = rubric_with(stages=stages)
            yield f"{stage.id}: {how}", any(stage_is_wrong(rubric, sheet) for sheet in sheets)


def broken_findings() -> Iterator[tuple[str, bool]]:
    """Each break of a finding, and whether a case that names it notices."""
    for _, finding in RUBRIC.each_finding():
        sheets = [sheet for sheet in SHEETS if sheet.expect and finding.id in sheet.expect.holds + sheet.expect.absent]
        for how, other in broken(finding):
            groups = [
                group.model_copy(update={"items": tuple(other if each is finding else each for each in group.items)})
                for group in RUBRIC.findings
            ]
            rubric = rubric_with(findings=groups)
            yield f"{finding.id}: {how}", any(finding_is_wrong(rubric, sheet, finding.id) for sheet in sheets)


def stage_is_wrong(rubric: Rubric, sheet: Answers) -> bool:
    """Whether the sheet is put at another stage than it expects."""
    return sheet.expect is not None and assess(rubric, sheet).stage.id != sheet.expect.stage


def finding_is_wrong(rubric: Rubric, sheet: Answers, finding: str) -> bool:
    """Whether a finding that the sheet's expectation names holds where it must not, or the other way round."""
    held = any(each.holds for each in assess(rubric, sheet).findings if each.id == finding)
    return sheet.expect is not None and held != (finding in sheet.expect.holds)


def test_hardly_any_broken_rule_goes_unnoticed() -> None:
    """If a gate or a finding asks for less, for more or for something else, some case is no longer as expected."""
    breaks = dict(chain(broken_gates(), broken_findings()))
    unnoticed = [what for what, noticed in breaks.items() if not noticed]
    assert len(breaks) > 100
    assert len(unnoticed) <= MOST_UNNOTICED, unnoticed
