"""L315: a gate that can't hold together with the one below."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem
    from sixstages.proofs import Proofs
    from sixstages.rubric import Gate


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that pass each two gates that follow each other, if each can be passed alone."""
    document = subject.stages.document
    for (lower_path, lower), (path, gate) in pairwise(subject.stages.gates()):
        if _exclude_each_other(subject.proofs, lower, gate):
            also = (document.place(*lower_path, "needs"),)
            stage, below = subject.stage_at(path), subject.stage_at(lower_path)
            yield problem("L315", document.place(*path, "needs"), also=also, stage=stage, below=below)


def _exclude_each_other(proofs: Proofs, lower: Gate, gate: Gate) -> bool:
    each_can_hold = all(proofs.rule_sheet(each, holds=True) for each in (lower, gate))
    return each_can_hold and not proofs.sheet_with_both(lower, gate)
