"""L324: two signs of a rule that always show together, so that one fact counts twice."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Compare each two signs of a rule, but for those that L305 and L306 tell."""
    document, proofs = subject.stages.document, subject.proofs
    for path, rule in subject.stages.rules():
        telling = [
            (at, sign)
            for at, sign in enumerate(rule.signs)
            if all(proofs.condition_sheet(sign.when, holds=holds) for holds in (True, False))
        ]
        for (at_other, other), (at, sign) in combinations(telling, 2):
            if proofs.same(other.when, sign.when):
                also = (document.place(*path, "signs", at_other, "when"),)
                place = document.place(*path, "signs", at, "when")
                yield problem("L324", place, also=also, sign=sign.id, other=other.id)
