"""L305: a sign that no answers show, though its questions are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that show each sign; one that reads only questions never asked is told at those."""
    for path, sign in subject.stages.signs():
        if subject.proofs.condition_sheet(sign.when, holds=True) is None and subject.can_be_asked(sign.when):
            yield problem("L305", subject.stages.document.place(*path, "when"), sign=sign.id)
