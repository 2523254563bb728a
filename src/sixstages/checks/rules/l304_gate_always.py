"""L304: a gate that holds whatever is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that fail each gate."""
    for path, gate in subject.stages.gates():
        if subject.proofs.rule_sheet(gate, holds=False) is None:
            place = subject.stages.document.place(*path, "needs")
            yield problem("L304", place, stage=subject.stage_at(path))
