"""G506: a case that has not the verdict that it expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Compare the verdict of each case with the one that it expects."""
    for case, expect in subject.expectations():
        found = case.assessment.verdict
        if expect.verdict not in (None, found):
            place = case.document.place("expect", "verdict")
            yield problem("G506", place, expected=expect.verdict, found=found)
