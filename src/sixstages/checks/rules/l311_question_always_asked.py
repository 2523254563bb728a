"""L311: an `ask_if` that keeps nobody from being asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that rule each question out."""
    for path, question in subject.questions.questions():
        if question.ask_if and subject.proofs.condition_sheet(question.ask_if, holds=False) is None:
            yield problem("L311", subject.questions.document.place(*path, "ask_if"), question=question.id)
