"""L303: a finding that holds whatever is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that keep each finding away."""
    for path, finding in subject.stages.findings():
        if subject.proofs.rule_sheet(finding, holds=False) is None:
            yield problem("L303", subject.stages.document.place(*path, "needs"), finding=finding.id)
