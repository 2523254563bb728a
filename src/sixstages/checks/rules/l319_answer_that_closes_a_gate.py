"""L319: one answer that closes a gate by keeping other questions from being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem
from sixstages.logic import questions_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem
    from sixstages.rubric import Question


def check(subject: Subject) -> Iterator[Problem]:
    """Look at each question but the opening one that an `ask_if` reads, and at each gate; the lowest one is told."""
    for path, question in subject.questions.questions():
        behind = [each.id for _, each in subject.questions.questions() if question.id in _reads(each)]
        closed = [
            subject.stage_at(gate_path)
            for gate_path, gate in subject.stages.gates()
            if behind and not question.opening and subject.proofs.closed_by(question.id, gate)
        ]
        if closed:
            place = subject.questions.document.place(*path, "id")
            yield problem("L319", place, question=question.id, stage=closed[0], others=", ".join(behind))


def _reads(question: Question) -> list[str]:
    return questions_read(question.ask_if or ())
