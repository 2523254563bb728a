"""G503: a finding that no case expects to hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for each finding among those that some case names under `holds`."""
    cases = subject.all_cases()
    expected = {each for case in cases if case.answers.expect for each in case.answers.expect.holds}
    for path, finding in subject.stages.findings() if cases else ():
        if finding.id not in expected and subject.proofs.rule_sheet(finding, holds=True):
            yield problem("G503", subject.stages.document.place(*path, "id"), finding=finding.id)
