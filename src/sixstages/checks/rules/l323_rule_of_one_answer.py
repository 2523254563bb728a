"""L323: a rule that a single answer fulfils."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.checks.subject import questions_of
from sixstages.checks.upwards import telling_answers
from sixstages.errors import problem
from sixstages.logic import conjunction, disjunction, passes, rule_holds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem
    from sixstages.logic import Picks, Truth
    from sixstages.rubric import Finding, Gate, Question, Test


def check(subject: Subject) -> Iterator[Problem]:
    """Answer one question at a time, and see whether that is enough for a gate or a finding."""
    document = subject.stages.document
    for path, rule in subject.stages.rules():
        for question in questions_of(rule):
            if _is_enough(rule, subject.rubric.questions[question]):
                place = document.place(*path, "needs")
                yield problem("L323", place, question=question, what=subject.name_of(path, rule))


def _is_enough(rule: Gate | Finding, question: Question) -> bool:
    """Whether some answer to the question shows signs enough, if nothing else is known."""
    alone = [test for sign in rule.signs for row in sign.when for test in row if len(row) == 1]
    if sum(test.question == question.id for test in alone) < rule.needs:
        return False
    return any(rule_holds(rule, _signs(rule, question, picks)) for picks in telling_answers(question, alone))


def _signs(rule: Gate | Finding, question: Question, picks: Picks) -> dict[str, Truth]:
    return {
        sign.id: disjunction(conjunction(_passes(test, question, picks) for test in row) for row in sign.when)
        for sign in rule.signs
    }


def _passes(test: Test, question: Question, picks: Picks) -> Truth:
    return passes(test, picks, question) if test.question == question.id else None
