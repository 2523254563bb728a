"""L308: a question whose answer changes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for two answers to each question that lead to different stages or findings."""
    for path, question in subject.questions.questions():
        if not subject.proofs.question_matters(question.id) and subject.is_asked(question.id):
            yield problem("L308", subject.questions.document.place(*path, "id"), question=question.id)
