"""Multi-valued decision diagrams: functions of many small variables, as graphs in which equal parts are one.

A diagram is the number of a node. A node stands on a level, which is its variable, and has a branch for each value
of that variable; what a branch leads to stands on a higher level or is one of the two ends, `FALSE` and `TRUE`.
Equal nodes are one, and a node whose branches all lead to the same is left out. So each function has exactly one
diagram: two functions are the same where their numbers are, and every diagram but `FALSE` is true somewhere.
The method is that of R. E. Bryant (Graph-based algorithms for Boolean function manipulation, 1986), with more than
two branches to a node.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator, Mapping
    from typing import Any

    Branches = tuple[int, ...]
    """What the branches of a node lead to, in the order of the values."""
    Pair = tuple[int, int]

FALSE = 0
TRUE = 1

_BELOW_ALL = 1 << 62
"""The level of both ends."""
PART = 8
"""A query may spend one part in so many of what is left: one that fails leaves enough for those after it."""

STEPS = 4
"""So many steps down a diagram cost as much as one branch that is looked at to draw another."""


class NotProved(Exception):  # noqa: N818 - nothing went wrong
    """It would take too long to find out: neither is it shown that something holds, nor that it does not."""


class Diagrams:
    """All diagrams of one set of variables, and a budget for drawing them.

    The budget is counted in branches looked at. Whatever draws or searches has to happen within a `query`.
    """

    def __init__(self, budget: int) -> None:
        """Begin with the two ends."""
        self._left, self._allowed = budget, 0
        self._levels = [_BELOW_ALL, _BELOW_ALL]
        self._branches: list[Branches] = [(), ()]
        self._tables: list[dict[Any, Any]] = []
        self._numbers: dict[tuple[int, Branches], int] = self.table()
        self._combined: tuple[dict[Pair, int], dict[Pair, int]] = (self.table(), self.table())
        self._named: dict[Hashable, int] = self.table()
        self._by_level: dict[int, dict[int, set[Branches]]] = self.table()

    def table(self) -> dict[Any, Any]:
        """Return a new table for what is known of diagrams; an entry is forgotten with them, and never changed."""
        self._tables.append({})
        return self._tables[-1]

    @contextmanager
    def query(self, *, part: int = PART) -> Iterator[None]:
        """Allow one part in so many of what is left of the budget; queries don't stand within each other.

        Raises `NotProved` where that is spent, or a diagram is too deep; what was drawn for it is forgotten.
        """
        sizes = [len(table) for table in self._tables]
        nodes = len(self._levels)
        allowed = self._allowed = self._left // part
        try:
            self.spend(1)
            yield
        except (NotProved, RecursionError):
            for table, size in zip(self._tables, sizes, strict=True):
                _cut(table, size)
            del self._levels[nodes:], self._branches[nodes:]
            raise NotProved from None
        finally:
            self._left -= allowed - max(self._allowed, 0)
            self._allowed = 0

    def spend(self, work: int) -> None:
        """Take work off what the query may spend; raises `NotProved` where it is more than that."""
        self._allowed -= work
        if self._allowed < 0:
            raise NotProved

    def named(self, name: Hashable, draw: Callable[[], int]) -> int:
        """Return the diagram of this name; it is drawn at the first time."""
        known = self._named.get(name)
        if known is None:
            known = self._named[name] = draw()
        return known

    def node(self, level: int, branches: Branches) -> int:
        """Return the diagram that leads to these, by the value of the variable at a level above theirs."""
        if branches.count(branches[0]) == len(branches):
            return branches[0]
        key = (level, branches)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self._levels)
            self._levels.append(level)
            self._branches.append(branches)
        return number

    def level(self, diagram: int) -> int:
        """Return the level on which a diagram begins; both ends stand below all others."""
        return self._levels[diagram]

    def branches(self, diagram: int) -> Branches:
        """Return what the branches of its first node lead to; the ends have none."""
        return self._branches[diagram]

    def both(self, one: int, other: int) -> int:
        """*And*."""
        return self._combine(FALSE, one, other)

    def either(self, one: int, other: int) -> int:
        """*Or*."""
        return self._combine(TRUE, one, other)

    def opposite(self, diagram: int) -> int:
        """*Not*."""
        return self.choose(diagram, FALSE, TRUE)

    def choose(self, diagram: int, then: int, otherwise: int) -> int:
        """Put others, whose levels are all higher, in the place of the ends."""
        chosen = {TRUE: then, FALSE: otherwise}
        for number in self.within(diagram):
            branches = tuple([chosen[each] for each in self._branches[number]])
            chosen[number] = self.node(self._levels[number], branches)
        return chosen[diagram]

    def restrict(self, diagram: int, level: int, value: int) -> int:
        """Take it for certain that the variable at a level has this value."""
        if level not in self.by_level(diagram):
            return diagram
        taken = {TRUE: TRUE, FALSE: FALSE}
        for number in self.within(diagram):
            branches = tuple([taken[each] for each in self._branches[number]])
            at = self._levels[number]
            taken[number] = branches[value] if at == level else self.node(at, branches)
        return taken[diagram]

    def holds(self, diagram: int, values: Mapping[int, int]) -> bool:
        """Whether it is true for the values of the variables by level; one that has none has the first."""
        steps = 0
        while diagram > TRUE:
            steps += 1
            diagram = self._branches[diagram][values.get(self._levels[diagram], 0)]
        self.spend(steps // STEPS)
        return diagram == TRUE

    def by_level(self, diagram: int) -> Mapping[int, set[Branches]]:
        """Return the branches of all of its nodes by level: which variables it depends on, and how."""
        known = self._by_level.get(diagram)
        if known is None:
            known = {}
            for number in self.within(diagram):
                known.setdefault(self._levels[number], set()).add(self._branches[number])
            self._by_level[diagram] = known
        return known

    def within(self, diagram: int) -> list[int]:
        """Return all of its nodes but the ends, each behind those that its branches lead to."""
        found: set[int] = {FALSE, TRUE}
        waiting = [diagram]
        while waiting:
            number = waiting.pop()
            if number not in found:
                found.add(number)
                waiting += self._branches[number]
                self.spend(len(self._branches[number]))
        return sorted(found - {FALSE, TRUE})  # a node gets its number later than what its branches lead to

    def side_by_side(self, one: int, other: int) -> tuple[int, list[Pair]]:
        """Return the upper level of two diagrams, and what they come to for each of its values."""
        left, right = self._levels[one], self._levels[other]
        if left < right:
            return left, [(branch, other) for branch in self._branches[one]]
        if left > right:
            return right, [(one, branch) for branch in self._branches[other]]
        return left, list(zip(self._branches[one], self._branches[other], strict=False))

    def _combine(self, decisive: int, one: int, other: int) -> int:
        """Combine two diagrams: where one of them is the `decisive` end, so is the result."""
        if one > other:
            one, other = other, one
        if one <= TRUE:
            return one if one == decisive else other
        if one == other:
            return one
        known = self._combined[decisive]
        result = known.get((one, other))
        if result is None:
            level, pairs = self.side_by_side(one, other)
            self.spend(len(pairs))
            branches = []
            for left, right in pairs:  # a comprehension would make the calls twice as deep
                branches.append(self._combine(decisive, left, right))
            result = known[one, other] = self.node(level, tuple(branches))
        return result


def _cut(table: dict[Any, Any], size: int) -> None:
    """Forget the newest entries."""
    while len(table) > size:
        table.popitem()
