"""L310: a question that is never asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that fulfil each `ask_if`."""
    for path, question in subject.questions.questions():
        if not subject.is_asked(question.id):
            yield problem("L310", subject.questions.document.place(*path, "ask_if"), question=question.id)
