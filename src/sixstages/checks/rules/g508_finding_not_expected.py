"""G508: a finding that a case excludes and gets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look at what became of each finding that a case names under `absent`."""
    for case, expect in subject.expectations():
        held = {finding.id for finding in case.assessment.findings if finding.holds}
        for at, finding in enumerate(expect.absent):
            if finding in held:
                yield problem("G508", case.document.place("expect", "absent", at), finding=finding)
