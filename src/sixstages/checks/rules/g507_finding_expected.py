"""G507: a finding that a case expects and does not get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


_WORDS = {False: "absent", None: "open"}


def check(subject: Subject) -> Iterator[Problem]:
    """Look at what became of each finding that a case names under `holds`."""
    for case, expect in subject.expectations():
        truths = {finding.id: finding.holds for finding in case.assessment.findings}
        for at, finding in enumerate(expect.holds):
            if not truths[finding]:
                place = case.document.place("expect", "holds", at)
                yield problem("G507", place, finding=finding, found=_WORDS[truths[finding]])
