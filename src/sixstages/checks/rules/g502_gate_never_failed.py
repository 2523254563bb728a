"""G502: a gate that no case fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for each gate that can fail among those that some case fails."""
    cases = subject.all_cases()
    failed = {gate.stage for case in cases for gate in case.assessment.gates if gate.holds is False}
    for path, gate in subject.stages.gates() if cases else ():
        stage = subject.stage_at(path)
        if stage not in failed and subject.proofs.rule_sheet(gate, holds=False):
            yield problem("G502", subject.stages.document.place(*path, "needs"), stage=stage)
