"""G510: a rubric without a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for cases."""
    if not subject.all_cases():
        yield problem("G510", subject.stages.document.place("rubric", "id"))
