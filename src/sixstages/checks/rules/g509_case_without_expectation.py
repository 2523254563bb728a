"""G509: a case that expects nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for the stage that each case expects."""
    for case in subject.cases:
        if case.answers.expect is None or case.answers.expect.stage is None:
            yield problem("G509", case.document.place("expect"), stage=case.assessment.stage.id)
