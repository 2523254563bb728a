"""Gates, signs, findings and next steps of an assessment, against a second evaluator."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from sixstages.assessment import FindingReading, GateReading
from tests.engine import examples
from tests.engine.judging import Case, judged
from tests.engine.reference import World, best, complete_sheets, satisfies, worst
from tests.engine.strategies import rubrics_with_sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.assessment import Assessment, GateSignReading, NextStep, SignReading
    from sixstages.rubric import Finding, Gate, GateSign, Rubric, Sign
    from tests.engine.reference import Sheet


def either(*, surely: bool, maybe: bool) -> bool | None:
    """Join what holds in the worst case and in the best into true, false or unknown."""
    return surely if surely == maybe else None


def each_rule(rubric: Rubric, found: Assessment) -> Iterator[tuple[GateReading | FindingReading, Gate | Finding]]:
    """Go through the gates and then the findings, each as it was read and as it stands in the rubric."""
    yield from zip(found.gates, rubric.gates, strict=True)
    yield from zip(found.findings, (finding for _, finding in rubric.each_finding()), strict=True)


def each_sign(
    reading: GateReading | FindingReading, rule: Gate | Finding
) -> Iterator[tuple[GateSignReading | SignReading, Sign]]:
    """Go through the signs of one of them, in the same way."""
    yield from zip(reading.signs, rule.signs, strict=True)


def applies(world: World, sign: Sign) -> bool:
    """Say whether some mapping of a sign has only questions that are not ruled out."""
    return any(all(world.asked(test.question) for test in alternative) for alternative in sign.when)


def applying(rubric: Rubric, sheet: Sheet, rule: Gate | Finding) -> set[str]:
    """Collect the signs of a rule that apply."""
    world = best(rubric, sheet)
    return {sign.id for sign in rule.signs if applies(world, sign)}


@given(rubrics_with_sheets(gaps=True))
def test_signs_and_rules_are_true_false_or_unknown(case: Case) -> None:
    """Signs and rules are true where they hold in the worst case, false where they fail in the best, else unknown."""
    rubric, sheets = case
    for sheet in sheets:
        low, high = worst(rubric, sheet), best(rubric, sheet)
        for reading, rule in each_rule(rubric, judged(rubric, sheet)):
            for shown, sign in each_sign(reading, rule):
                assert shown.holds is either(surely=low.holds(sign.when), maybe=high.holds(sign.when))
            if isinstance(reading, GateReading) or reading.applies:
                assert reading.holds is either(surely=low.met(rule), maybe=high.met(rule))


@given(rubrics_with_sheets(gaps=True))
def test_what_is_known_stays_so(case: Case) -> None:
    """A sign or rule that is true or false is so in every complete sheet that can come of the answers."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        for whole in complete_sheets(rubric, sheet):
            world = World(rubric, whole)
            for reading, rule in each_rule(rubric, found):
                assert reading.holds in {None, world.met(rule)}
                for shown, sign in each_sign(reading, rule):
                    assert shown.holds in {None, world.holds(sign.when)}


@given(rubrics_with_sheets(gaps=True))
def test_a_sign_applies_unless_each_mapping_is_ruled_out(case: Case) -> None:
    """A sign applies while one mapping of its `when` has no question that is ruled out, and names what it reads."""
    rubric, sheets = case
    for sheet in sheets:
        world = best(rubric, sheet)
        for reading, rule in each_rule(rubric, judged(rubric, sheet)):
            for shown, sign in each_sign(reading, rule):
                assert (shown.id, shown.says, shown.applies) == (sign.id, sign.says, applies(world, sign))
                assert sorted(shown.questions) == sorted({test.question for row in sign.when for test in row})


@given(rubrics_with_sheets(gaps=True))
def test_each_gate_counts_its_signs(case: Case) -> None:
    """Every gate is there, in order, with what it needs and how many of its signs hold."""
    rubric, sheets = case
    for sheet in sheets:
        world = worst(rubric, sheet)
        assert [(gate.stage, gate.needs, gate.met) for gate in judged(rubric, sheet).gates] == [
            (stage.id, stage.gate.needs, len(world.there(stage.gate))) for stage in rubric.stages if stage.gate
        ]


@given(rubrics_with_sheets(gaps=True))
def test_a_finding_applies_while_it_can_be_met(case: Case) -> None:
    """A finding applies if all its applying signs together would meet it; else it neither holds nor has a severity."""
    rubric, sheets = case
    for sheet in sheets:
        for reading, (group, finding) in zip(judged(rubric, sheet).findings, rubric.each_finding(), strict=True):
            assert (reading.group, reading.id) == (group, finding.id)
            assert reading.applies == satisfies(finding, applying(rubric, sheet, finding))
            if not reading.applies:
                assert (reading.holds, reading.severity) == (None, None)


@given(rubrics_with_sheets(gaps=True))
def test_severity_is_the_share_of_true_signs(case: Case) -> None:
    """Severity is true signs over applying signs, to two decimals, half up."""
    rubric, sheets = case
    for sheet in sheets:
        world = worst(rubric, sheet)
        for reading, (_, finding) in zip(judged(rubric, sheet).findings, rubric.each_finding(), strict=True):
            if reading.applies:
                share = Decimal(len(world.there(finding))) / Decimal(len(applying(rubric, sheet, finding)))
                assert reading.severity == float(share.quantize(Decimal("0.01"), ROUND_HALF_UP))


@pytest.mark.parametrize(("held", "severity"), [(0, 0.0), (1, 0.13), (3, 0.38), (5, 0.63), (7, 0.88), (8, 1.0)])
def test_severity_rounds_half_up(held: int, severity: float) -> None:
    """Eighths end in half a hundredth, which is rounded up."""
    picks = [f"p{number}" for number in range(8)]
    tools = examples.question("tools", " ".join([*picks, "none*"]), pick="many", opening=True)
    rubric = examples.rubric([tools], [], [examples.finding(1, *({"tools": pick} for pick in picks))])
    [reading] = judged(rubric, {"tools": tuple(picks[:held]) or ("none",)}).findings
    assert reading.severity == severity


@given(rubrics_with_sheets(gaps=True))
def test_findings_never_change_the_stage(case: Case) -> None:
    """Without its findings a rubric gives the same stage, verdict and evidence."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        bare = judged(rubric.model_copy(update={"findings": ()}), sheet)
        assert replace(bare, findings=found.findings, next_steps=found.next_steps) == found


@given(rubrics_with_sheets(gaps=True))
def test_the_first_steps_reach_the_next_gate(case: Case) -> None:
    """Taking the signs of the gate's steps as true makes the next gate true, and no step is there in vain."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        steps = gate_steps(found)
        if found.stage.low == len(rubric.stages):
            assert steps == []
            continue
        gate, stage = rubric.gates[found.stage.low - 1], rubric.stages[found.stage.low].id
        signs = {sign.do: sign for sign in gate.signs}
        gained = {signs[step.do].id for step in steps}
        assert [(step.why, step.for_) for step in steps] == [(signs[step.do].says, f"stage:{stage}") for step in steps]
        held = worst(rubric, sheet).there(gate)
        assert gained.isdisjoint(held)
        assert satisfies(gate, held | gained)
        assert not any(satisfies(gate, (held | gained) - {step}) for step in gained)


def gate_steps(found: Assessment) -> list[NextStep]:
    """Take the steps towards the next gate, which come before all others."""
    count = sum(step.for_.startswith("stage:") for step in found.next_steps)
    return list(found.next_steps[:count])


@given(rubrics_with_sheets(gaps=True))
def test_gate_steps_stand_in_order(case: Case) -> None:
    """First come the signs for the parts still without one, then others; each false before unknown, easiest first."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        if found.stage.low < len(rubric.stages):
            gate = rubric.gates[found.stage.low - 1]
            states = {sign.id: sign.holds for sign in found.gates[found.stage.low - 1].signs}
            assert [step.do for step in gate_steps(found)] == [sign.do for sign in wanted(gate, states)]


def wanted(gate: Gate, states: dict[str, bool | None]) -> list[GateSign]:
    """Choose the signs to gain as the design orders them, from what each sign is now."""
    held = {sign_id for sign_id, state in states.items() if state}
    efforts = ("small", "medium", "large")
    ranked = sorted(
        (sign for sign in gate.signs if sign.id not in held),
        key=lambda sign: (states[sign.id] is None, efforts.index(sign.effort)),
    )
    without = [part for part in gate.each_of if held.isdisjoint(part.of)]
    firsts = {next(sign.id for sign in ranked if sign.id in part.of) for part in without}
    for_parts = [sign for sign in ranked if sign.id in firsts]
    others = [sign for sign in ranked if sign.id not in firsts]
    return for_parts + others[: max(0, gate.needs - len(held) - len(for_parts))]


@given(rubrics_with_sheets(gaps=True))
def test_a_remedy_for_each_finding_follows(case: Case) -> None:
    """After the gate's steps comes the first remedy of each finding that holds, the most severe finding first."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        holding = sorted((each for each in found.findings if each.holds), key=lambda each: -(each.severity or 0))
        expected = [(each.remedies[0].do, each.remedies[0].why, f"finding:{each.id}") for each in holding]
        after = found.next_steps[len(gate_steps(found)) :]
        assert [(step.do, step.why, step.for_) for step in after] == expected


@given(rubrics_with_sheets())
def test_a_complete_sheet_leaves_nothing_unknown(case: Case) -> None:
    """On a complete sheet no question is open, every sign is true or false and so is every finding that applies."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        assert found.open == ()
        for reading, _ in each_rule(rubric, found):
            assert all(sign.holds is not None for sign in reading.signs)
            assert (reading.holds is None) == (isinstance(reading, FindingReading) and not reading.applies)
