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
    document, proofs = subject.stages.document, subject.proofs
    for (other_path, other), (path, finding) in combinations(subject.stages.findings(), 2):
        less, more = sorted((proofs.share(other), proofs.share(finding)))
        if less < _MOST * more:
            continue  # the overlap can't be more than one is of the other
        share = proofs.overlap(other, finding)
        if share >= _MOST:
            also = (document.place(*other_path, "id"),)
            place, percent = document.place(*path, "id"), f"{int(share * 100)} %"
            yield problem("L322", place, also=also, finding=finding.id, other=other.id, share=percent)
