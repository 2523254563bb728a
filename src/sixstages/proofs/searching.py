"""Values of the variables for which several diagrams are true, without drawing what they say together."""

from __future__ import annotations

from itertools import repeat
from math import prod
from typing import TYPE_CHECKING

from sixstages.diagrams import FALSE, TRUE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sixstages.diagrams import Diagrams


class Search:
    """Tries values, those first that leave most ways open in each diagram.

    The diagram of several gates together may be far larger than the gates; a way through all of them is found soon
    where there is one. Where there is none, every way has to be tried, each part of it once.
    """

    def __init__(self, diagrams: Diagrams) -> None:
        """Keep the diagrams."""
        self._diagrams = diagrams
        self._open: dict[int, float] = diagrams.table()

    def values(self, diagrams: Iterable[int]) -> dict[int, int] | None:
        """Return values by level for which all of these are true, None where there are none.

        A variable that is left out may have any value.
        """
        wanted = _wanted(diagrams)
        for each in wanted:
            self._look_through(each)
        values: dict[int, int] = {}
        return values if self._try(wanted, values, set()) else None

    def _try(self, wanted: tuple[int, ...], values: dict[int, int], in_vain: set[tuple[int, ...]]) -> bool:
        if FALSE in wanted or wanted in in_vain:
            return False
        if not wanted:
            return True
        level = min(self._diagrams.level(each) for each in wanted)
        ways = self._ways(wanted, level)
        for way in sorted(ways, key=self._openness, reverse=True):
            values[level] = ways[way]
            if self._try(way, values, in_vain):
                return True
        in_vain.add(wanted)
        return False

    def _ways(self, wanted: tuple[int, ...], level: int) -> dict[tuple[int, ...], int]:
        """What is still wanted after each value of the variable at a level; of values that are alike, the first."""
        branches = [
            self._diagrams.branches(each) if self._diagrams.level(each) == level else repeat(each) for each in wanted
        ]
        ways: dict[tuple[int, ...], int] = {}
        for value, below in enumerate(zip(*branches, strict=False)):
            self._diagrams.spend(len(below))
            ways.setdefault(_wanted(below), value)
        return ways

    def _openness(self, wanted: tuple[int, ...]) -> float:
        """About which share of all values fits: as if each diagram had nothing to do with the others."""
        return prod(self._open.get(each, 0.0) for each in wanted)

    def _look_through(self, diagram: int) -> None:
        """Work out of each node which share of all values leads to `TRUE`, every value as likely as the next."""
        if diagram in self._open:
            return
        for number in self._diagrams.within(diagram):
            if number not in self._open:
                branches = self._diagrams.branches(number)
                self._open[number] = sum(self._open.get(each, float(each)) for each in branches) / len(branches)


def _wanted(diagrams: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted({each for each in diagrams if each != TRUE}))
