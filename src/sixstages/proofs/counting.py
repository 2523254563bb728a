"""On how many complete sheets a diagram is true."""

from __future__ import annotations

from math import prod
from typing import TYPE_CHECKING, NamedTuple

from sixstages.diagrams import FALSE, STEPS, TRUE

if TYPE_CHECKING:
    from sixstages.diagrams import Diagrams
    from sixstages.proofs.drawing import Drawing

_BITS = 2_000
"""To divide numbers of so many bits takes as long as to look at a branch of a diagram; of twice as many, four times."""


class _Step(NamedTuple):
    """The only way down from a node of the frame, and which part of all answers goes it; no way if there are more."""

    to: int | None
    answers: int
    of: int


class Count:
    """Goes down a diagram and a frame side by side.

    The frame is the diagram of the complete sheets: there a question may be left out, which is its last branch.
    """

    def __init__(self, diagrams: Diagrams, drawing: Drawing) -> None:
        """Keep both."""
        self._diagrams, self._drawing = diagrams, drawing
        self._counts: dict[tuple[int, int], int] = diagrams.table()
        self._steps: dict[int, _Step] = diagrams.table()

    def sheets(self, diagram: int) -> int:
        """The number of complete sheets on which a diagram is true."""
        self._counts.setdefault((TRUE, TRUE), prod(map(sum, self._drawing.sizes)))
        return self._count(diagram, self._drawing.sheets())

    def _count(self, diagram: int, frame: int) -> int:
        """Count as if the answers to all questions above were free: no node has to know which are left out below it.

        The classes of a node's own question come in by which part of all its answers they are.
        """
        if FALSE in (diagram, frame):
            return 0
        frame, answers, of = self._ahead(diagram, frame)
        counted = self._counts.get((diagram, frame))
        if counted is None:
            level, pairs = self._diagrams.side_by_side(diagram, frame)
            sizes = self._drawing.sizes[level]
            counted = 0
            for (left, right), size in zip(pairs, sizes, strict=False):  # left out, it makes no difference to a diagram
                counted += size * self._count(left, right)
            self._diagrams.spend(len(pairs) * (1 + _work(counted)))
            counted = self._counts[diagram, frame] = counted // sum(sizes)
        return counted * answers // of

    def _ahead(self, diagram: int, frame: int) -> tuple[int, int, int]:
        """Go down the frame as long as the diagram has not begun and there is only one way.

        Returns where that ends, and as a fraction which part of all answers comes there.
        """
        answers = of = 1
        steps = 0
        while self._diagrams.level(frame) < self._diagrams.level(diagram):
            step = self._steps.get(frame) or self._step(frame)
            if step.to is None:
                break
            steps += 1
            frame, answers, of = step.to, answers * step.answers, of * step.of
        self._diagrams.spend(steps // STEPS + _work(of))
        return frame, answers, of

    def _step(self, frame: int) -> _Step:
        sizes = self._drawing.sizes[self._diagrams.level(frame)]
        branches = self._diagrams.branches(frame)
        ways = {branch for branch in branches if branch != FALSE}
        to = ways.pop()
        answers = sum(size for size, branch in zip(sizes, branches, strict=True) if branch == to)
        step = self._steps[frame] = _Step(None if ways else to, answers, sum(sizes))
        return step


def _work(number: int) -> int:
    """What it costs to reckon with a number, beyond what it costs with a small one."""
    return (number.bit_length() // _BITS) ** 2
