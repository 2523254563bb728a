"""What is proved of a small rubric is what all of its complete sheets show."""

from __future__ import annotations

from itertools import combinations_with_replacement
from typing import TYPE_CHECKING

from hypothesis import given

from sixstages.proofs import Proofs
from tests.engine.judging import judged
from tests.engine.strategies import rubrics
from tests.proofs.enumeration import Everything

if TYPE_CHECKING:
    from sixstages.rubric import Rubric
    from tests.engine.reference import Sheet


def is_one_of(found: Sheet | None, sheets: list[Sheet]) -> bool:
    """Say whether a sheet is among these, or whether none was found where there are none."""
    return sheets == [] if found is None else found in sheets


@given(rubrics())
def test_sheets_are_counted(rubric: Rubric) -> None:
    """There are as many complete sheets as can be listed, and each stage and each rule has its share of them."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    stages = [world.stage() for world in everything.worlds]
    assert proofs.sheets() == len(stages)
    assert proofs.shares() == [stages.count(number) / len(stages) for number in range(1, len(rubric.stages) + 1)]
    for rule in everything.rules:
        assert proofs.share(rule) == len(everything.with_rules(rule)) / len(stages)


@given(rubrics())
def test_a_stage_has_a_sheet_where_one_ends_there(rubric: Rubric) -> None:
    """The sheet of a stage is one that ends there, and is scored without a warning."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    for number in range(1, len(rubric.stages) + 1):
        found = proofs.stage_sheet(number)
        assert is_one_of(found, [world.sheet for world in everything.worlds if world.stage() == number])
        if found:
            assessment = judged(rubric, found)
            assert (assessment.stage.low, assessment.stage.high, assessment.warnings) == (number, number, ())


@given(rubrics())
def test_a_finding_has_a_sheet_where_it_can_hold(rubric: Rubric) -> None:
    """The sheet of a finding is one on which it holds, and is scored without a warning."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    for _, finding in rubric.each_finding():
        found = proofs.finding_sheet(finding.id)
        assert is_one_of(found, everything.with_rules(finding))
        if found:
            assessment = judged(rubric, found)
            assert finding.id in {each.id for each in assessment.findings if each.holds}
            assert assessment.warnings == ()


@given(rubrics())
def test_a_rule_has_a_sheet_where_it_can_hold_and_one_where_it_can_fail(rubric: Rubric) -> None:
    """Of a gate or a finding that always holds, no sheet is found on which it does not."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    for rule in everything.rules:
        assert is_one_of(proofs.rule_sheet(rule, holds=True), everything.with_rules(rule))
        assert is_one_of(proofs.rule_sheet(rule, holds=False), everything.without_rule(rule))


@given(rubrics())
def test_a_condition_has_a_sheet_where_it_can_be_true_and_one_where_it_can_be_false(rubric: Rubric) -> None:
    """That is so of signs, of skip logic, and of each alternative alone."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    for condition in everything.conditions:
        true, false = everything.by_truth(condition)
        assert is_one_of(proofs.condition_sheet(condition, holds=True), true)
        assert is_one_of(proofs.condition_sheet(condition, holds=False), false)


@given(rubrics())
def test_conditions_are_the_same_where_no_sheet_tells_them_apart(rubric: Rubric) -> None:
    """Two conditions are the same if they are true on the same sheets, however they are written."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    for one, other in combinations_with_replacement(everything.conditions, 2):
        assert proofs.same(one, other) == (everything.truths(one) == everything.truths(other))


@given(rubrics())
def test_two_rules_have_a_sheet_where_they_can_hold_together(rubric: Rubric) -> None:
    """The share of the sheets with both among those with one of them is exact."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    for one, other in combinations_with_replacement(everything.rules, 2):
        both = everything.with_rules(one, other)
        assert is_one_of(proofs.sheet_with_both(one, other), both)
        either = len(everything.with_rules(one)) + len(everything.with_rules(other)) - len(both)
        assert proofs.overlap(one, other) == (len(both) / either if either else 0.0)


@given(rubrics())
def test_a_question_matters_where_two_answers_lead_to_different_conclusions(rubric: Rubric) -> None:
    """Questions that are asked after only one of the two answers may be answered in any way."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    for question in rubric.questions:
        assert proofs.question_matters(question) == everything.question_matters(question)


@given(rubrics())
def test_an_option_matters_where_one_step_by_it_leads_to_different_conclusions(rubric: Rubric) -> None:
    """Steps are those of the verdict's different answers."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    for question in rubric.questions.values():
        for option in question.rank:
            assert proofs.option_matters(question.id, option) == everything.option_matters(question.id, option)


@given(rubrics())
def test_an_answer_closes_a_gate_where_only_the_questions_that_it_rules_out_would_open_it(rubric: Rubric) -> None:
    """The first of the answers after which a gate always fails, and would not if all questions behind it were asked."""
    proofs, everything = Proofs(rubric), Everything(rubric)
    for question in rubric.questions.values():
        for gate in rubric.gates:
            assert proofs.closed_by(question.id, gate) == everything.closed_by(question, gate)
