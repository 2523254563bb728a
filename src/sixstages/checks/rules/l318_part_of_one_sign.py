"""L318: a part of a gate that rests on a single sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Count the signs that each part of a gate offers."""
    for path, gate in subject.stages.gates():
        for number, part in enumerate(gate.each_of):
            if len(part.of) == 1:
                place = subject.stages.document.place(*path, "each_of", number, "of")
                yield problem("L318", place, part=part.id, sign=part.of[0])
