"""L316: a gate that one careless answer closes, or that opens with too little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem

CLOSED_BY_ONE = "one careless answer closes it"
OPEN_WITH_HALF = "it opens where half of them or more are missing"


def check(subject: Subject) -> Iterator[Problem]:
    """A gate needs more than half of its signs, and fewer than all."""
    for path, gate in subject.stages.gates():
        number = len(gate.signs)
        if 2 * gate.needs <= number or gate.needs == number:
            what = CLOSED_BY_ONE if gate.needs == number else OPEN_WITH_HALF
            place = subject.stages.document.place(*path, "needs")
            yield problem("L316", place, needs=gate.needs, number=number, what=what)
