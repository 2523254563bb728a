"""L322: two findings that nearly always hold together."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


_MOST = 0.9


def check(subject: Subject) -> Iterator[Problem]:
    """Compare each two findings: in which share of the sheets with one of them both hold."""
    document = subject.stages.document
    for (other_path, other), (path, finding) in combinations(subject.stages.findings(), 2):
        share = subject.proofs.overlap(other, finding)
        if share >= _MOST:
            also = (document.place(*other_path, "id"),)
            place, percent = document.place(*path, "id"), f"{int(share * 100)} %"
            yield problem("L322", place, also=also, finding=finding.id, other=other.id, share=percent)
