"""What verdicts are worked out with, whatever holds the rows: columns of truths and of whole numbers.

A truth knows `&`, `|` and `~`, a number `+`, `-`, `*` and comparisons. `arrays` has them as NumPy arrays, for rows that
are in memory; `lazily` as expressions over a frame of any engine. None of them has nulls: those come in with `look_up`.
"""

from __future__ import annotations

from functools import reduce
from operator import add, and_, or_
from typing import TYPE_CHECKING, Any, Protocol

from sixstages.cohort.formulas import Both, Formula, Hits, Joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sixstages.cohort.plan import Plan
    from sixstages.rubric import Rule

    Value = Any
    """A column of truths or of numbers, as the kind of columns has them."""

    Layer = Iterator[tuple[str, Value]]
    """New columns by their names; they are worked out of columns that were there before."""

_MOST_IN_8_BITS = 1 << 7


class Columns(Protocol):
    """The columns of some rows."""

    def column(self, name: str, /) -> Value:
        """Give a column that was added."""

    def certain(self, *, truth: bool) -> Value:
        """Give what is true, or false, in every row."""

    def number(self, truth: Value, bits: int = 8, /) -> Value:
        """Give 1 where a truth is true, else 0, in whole numbers of so many bits."""

    def least(self, numbers: Sequence[Value], /) -> Value:
        """Give the least of several numbers, row by row."""

    def look_up(self, codes: Value, table: Mapping[int, object], /) -> Value:
        """Give what a table says of each code, null where it says nothing; its values are of one type."""

    def joined(self, texts: Sequence[Value], /) -> Value:
        """Join texts by `;`, nulls left out; null where there are only nulls."""


class Work:
    """Works out formulas and rules in columns; `tests` names the columns of the plan's tests."""

    def __init__(self, plan: Plan, columns: Columns) -> None:
        """Keep where columns come from."""
        self.plan, self.columns = plan, columns
        self._joined: dict[Joined, Value] = {}

    def truth(self, formula: Formula) -> Value:
        """Work out a formula."""
        if isinstance(formula, bool):
            return self.columns.certain(truth=formula)
        if isinstance(formula, Joined):
            if formula not in self._joined:
                join = and_ if isinstance(formula, Both) else or_
                self._joined[formula] = reduce(join, map(self.truth, formula.parts))
            return self._joined[formula]
        return self.columns.column(self.plan.tests[formula] if isinstance(formula, Hits) else formula)

    def any_of(self, truths: Iterable[Value]) -> Value:
        """Whether one is true; false for none."""
        parts = list(truths)
        return reduce(or_, parts) if parts else self.columns.certain(truth=False)

    def count(self, truths: Iterable[Value], bits: int = 8) -> Value:
        """How many are true, of one or more; in more bits than asked for where there may be so many."""
        parts = list(truths)
        enough = max(bits, 8 if len(parts) < _MOST_IN_8_BITS else 16)
        return reduce(add, [self.columns.number(truth, enough) for truth in parts])

    def fulfilled(self, rule: Rule, met: Value, signs: Mapping[str, Value]) -> Value:
        """Whether a rule holds, given how many of its signs do, and each of them by its id."""
        return reduce(and_, (self.any_of(signs[each] for each in part.of) for part in rule.each_of), met >= rule.needs)
