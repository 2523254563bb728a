"""L313: a gate that reads a question whose options have no order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.checks.upwards import ask_if_tests, gate_tests, has_order
from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look at every test of a gate's sign, and of each `ask_if` in front of one."""
    questions = subject.rubric.questions
    for path, test in gate_tests(subject.stages):
        if not has_order(questions[test.question]):
            yield problem("L313", subject.stages.document.place(*path, "question"), question=test.question)
    for path, _, test in ask_if_tests(subject.questions, subject.read_by_gates):
        if not has_order(questions[test.question]):
            yield problem("L313", subject.questions.document.place(*path, "question"), question=test.question)
