"""L301: a stage that no answers reach, where no other rule tells why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that end in each stage; where a gate can't be passed, tell the lowest stage behind it."""
    proofs, stages = subject.proofs, subject.rubric.stages
    passed = [proofs.stage_sheet(number) is not None for number in range(1, len(stages) + 1)]
    for number, stage in enumerate(stages, start=1):
        if passed[number - 1]:
            continue
        place = subject.stages.document.place("stages", number - 1, "id")
        if not any(passed[number:]):
            if not _clashes_with_the_one_below(subject, number):
                yield problem("L301", place, stage=stage.id)
            return
        if proofs.rule_sheet(subject.rubric.gates[number - 1], holds=False):
            yield problem("L301", place, stage=stage.id)


def _clashes_with_the_one_below(subject: Subject, number: int) -> bool:
    """Whether L315 tells it."""
    pair = subject.rubric.gates[max(0, number - 3) : number - 1]
    return all(subject.proofs.rule_sheet(gate, holds=True) for gate in pair) and not (
        subject.proofs.sheet_with_both(pair[0], pair[-1])
    )
