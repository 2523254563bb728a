"""G505: a case that is not at the stage that it expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Compare the stage of each case with the one that it expects."""
    for case, expect in subject.expectations():
        found = case.assessment.stage.id
        if expect.stage not in (None, found):
            place = case.document.place("expect", "stage")
            yield problem("G505", place, expected=expect.stage, found=found)
