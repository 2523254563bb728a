"""L307: an alternative of a condition that no answers fulfil, while another can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem
    from sixstages.rubric import Condition


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that fulfil each row of the conditions that have several."""
    for path, sign in subject.stages.signs():
        for row in _idle(subject, sign.when):
            yield problem("L307", subject.stages.document.place(*path, "when", row))
    for path, question in subject.questions.questions():
        for row in _idle(subject, question.ask_if or ()):
            yield problem("L307", subject.questions.document.place(*path, "ask_if", row))


def _idle(subject: Subject, condition: Condition) -> list[int]:
    """Give the positions of the rows that are never fulfilled, unless none ever is."""
    idle = [at for at, row in enumerate(condition) if subject.proofs.condition_sheet((row,), holds=True) is None]
    return idle if len(idle) < len(condition) else []
