"""L302: a finding that can never hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that make each finding hold."""
    for path, finding in subject.stages.findings():
        if subject.proofs.rule_sheet(finding, holds=True) is None:
            yield problem("L302", subject.stages.document.place(*path, "needs"), finding=finding.id)
