"""The questionnaire keeps what it promises to the people who answer it."""

from __future__ import annotations

from collections import Counter

import pytest

from sixstages import Answers, load_rubric
from sixstages.interview import Sitting
from sixstages.logic import questions_read, rule_holds

RUBRIC = load_rubric()
QUESTIONS = tuple(RUBRIC.questions.values())

FIXED_STAGES = ["not-needed", "trying", "not-working", "comfortable", "tools", "evangelist"]
BELIEFS = {
    "marketing-channel-only": "to-advertise",
    "instant-roi": "short-patience",
    "marketing-alone": "others-answer",
    "mishaps-destroy": "expects-ruin",
    "free": "thinks-free",
}
FIXED_FINDINGS = {
    "reasons": ["no-plan", "weak-content", "wrong-place", "wrong-person", "not-listening", "dabbling"],
    "misconceptions": ["marketing-channel-only", "instant-roi", "marketing-alone", "mishaps-destroy", "free"],
    "readiness": ["culture", "offer", "answers", "change", "letting-go"],
    "campaign": ["on-off-campaign"],
}


def test_ids_of_stages_and_findings_are_fixed() -> None:
    """Scripts rely on these ids; they never change."""
    assert [stage.id for stage in RUBRIC.stages] == FIXED_STAGES
    assert {group.group: [each.id for each in group.items] for group in RUBRIC.findings} == FIXED_FINDINGS


def test_the_questionnaire_is_short() -> None:
    """There are at most 36 questions."""
    assert len(QUESTIONS) <= 36


def test_the_sections_are_the_four_promised() -> None:
    """Where you are, what holds you back, what you believe, are you ready."""
    assert [section.id for section in RUBRIC.sections] == [
        "where-you-are",
        "what-holds-you-back",
        "what-you-believe",
        "are-you-ready",
    ]


def test_every_why_is_one_sentence() -> None:
    """Each question says in one sentence why it is asked."""
    assert [each.id for each in QUESTIONS if each.why.count(".") != 1 or not each.why.endswith(".")] == []


def test_no_single_answer_makes_a_finding_hold() -> None:
    """Fewer signs of a finding read any one question than it needs."""
    for _, finding in RUBRIC.each_finding():
        read = Counter(question for sign in finding.signs for question in questions_read(sign.when))
        assert max(read.values()) < finding.needs, finding.id


@pytest.mark.parametrize(("finding", "belief"), BELIEFS.items())
def test_no_misconception_is_found_against_what_somebody_believes(finding: str, belief: str) -> None:
    """Whatever somebody does, a misconception does not hold where the sign of the belief is false."""
    found = next(each for _, each in RUBRIC.each_finding() if each.id == finding)
    signs = {sign.id: sign.id != belief for sign in found.signs}
    assert belief in signs
    assert rule_holds(found, signs) is False


def test_every_finding_has_three_remedies() -> None:
    """Whoever is told of a fault reads at least three things to do."""
    assert [finding.id for _, finding in RUBRIC.each_finding() if len(finding.remedies) < 3] == []


def test_gates_have_room() -> None:
    """A gate needs more than half of its signs and fewer than all."""
    for gate in RUBRIC.gates:
        assert len(gate.signs) < 2 * gate.needs < 2 * len(gate.signs)


def test_a_business_without_a_page_is_asked_little() -> None:
    """Skip logic leaves such a business a third of the questions."""
    answers: dict[str, tuple[str, ...]] = {RUBRIC.opening: ("nowhere",)}
    asked = []
    while question := Sitting(rubric=RUBRIC, sheet=Answers(answers=answers)).upcoming():
        asked.append(question.id)
        answers[question.id] = (question.options[0].id,)
    assert 6 <= len(asked) <= 12
