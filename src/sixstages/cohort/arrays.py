"""Rows in memory: columns as NumPy arrays, and each different cell understood once.

Over a hundred thousand rows most steps of a verdict take NumPy a few microseconds, where a data frame takes ten times
as long to be asked for them.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, cast

import numpy as np
import polars as pl

from sixstages.cohort.encoding import Encoder
from sixstages.rubric import DONT_KNOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sixstages.cohort.expressions import Layer
    from sixstages.cohort.plan import Plan
    from sixstages.logic import Picks
    from sixstages.rubric import Question

    Array = np.ndarray[Any, Any]

_WHOLE = {8: np.int8, 16: np.int16, 32: np.int32, 64: np.int64}


class Arrays:
    """Columns of rows in memory; what is looked up comes as a series of Polars."""

    def __init__(self, rows: int) -> None:
        """Begin without a column."""
        self._rows = rows
        self._columns: dict[str, Any] = {}

    def add(self, layer: Layer) -> None:
        """Add columns."""
        self._columns.update(layer)

    def column(self, name: str, /) -> Any:  # noqa: ANN401 - as `Columns` has it
        """Give a column that was added."""
        return self._columns[name]

    def certain(self, *, truth: bool) -> Array:
        """Give what is the same in every row."""
        return np.full(self._rows, truth)

    def number(self, truth: Array, bits: int = 8, /) -> Array:
        """Give 1 where a truth is true, else 0."""
        return truth.astype(_WHOLE[bits])

    def least(self, numbers: Sequence[Array], /) -> Array:
        """Give the least of several numbers, row by row."""
        return reduce(np.minimum, numbers)

    def look_up(self, codes: Array, table: Mapping[int, object], /) -> pl.Series:
        """Give what a table says of each code, null where it says nothing."""
        last = max(*table, int(codes.max(initial=0)))
        return pl.Series([table.get(code) for code in range(last + 1)], strict=False).gather(codes)

    def joined(self, texts: Sequence[pl.Series], /) -> pl.Series:
        """Join texts by `;`, nulls left out; null where there are only nulls."""
        joined = pl.concat_str(texts, separator=";", ignore_nulls=True)
        return pl.select(pl.when(joined != "").then(joined)).to_series()


def frame_of(columns: Arrays, names: Sequence[str]) -> pl.DataFrame:
    """Put columns together as a frame of Polars; what is no array already, a series, is taken as it is."""
    return pl.DataFrame({name: columns.column(name) for name in names})


class Meanings:
    """What cells mean, question by question: each different cell is understood once, also over many frames."""

    def __init__(self, plan: Plan) -> None:
        """Begin with no cell."""
        self._questions = plan.rubric.questions
        self._tests = {
            question: {name: test for test, name in plan.tests.items() if test.question == question}
            for question in self._questions
        }
        self._encoder = Encoder()
        self._learnt: dict[str, tuple[pl.DataType, dict[str, Array]]] = {}

    def answers(self, cells: pl.DataFrame) -> Layer:
        """Yield `known:Q` and `test:N` for each question that the frame has a column for, of texts or encoded."""
        encoded = self._encoder.encoded(cells)
        codes = encoded.select(
            pl.col(each).to_physical().fill_null(_size(encoded.schema[each])) for each in cells.columns
        )
        for question in cells.columns:
            truths = self._truths(question, encoded.schema[question])
            array = codes[question].to_numpy().astype(np.intp)  # as `take` would do it each time
            yield from ((name, each.take(array)) for name, each in truths.items())

    def _truths(self, question: str, kind: pl.DataType) -> dict[str, Array]:
        """Say what is true of each cell of an encoded column, and last of null."""
        before, truths = self._learnt.get(question, (None, {}))
        if kind != before:
            truths = dict(self._meaning(question, kind))
            self._learnt[question] = kind, truths
        return truths

    def _meaning(self, question: str, kind: pl.DataType) -> Iterator[tuple[str, Array]]:
        picks = [*(picks_in(self._questions[question], cell) for cell in cast("pl.Enum", kind).categories), None]
        yield f"known:{question}", np.array([each is not None for each in picks])
        for name, test in self._tests[question].items():
            yield name, np.array([each is not None and test.of(each) for each in picks])


def _size(kind: pl.DataType) -> int:
    return len(cast("pl.Enum", kind).categories)


def picks_in(question: Question, cell: str) -> Picks | None:
    """Return what is picked in a cell of ids joined by `;`, None where it is not a definite answer."""
    parts = cell.split(";") if question.pick == "many" else [cell]
    named = set(parts) & question.rank.keys()
    rest = set(parts) - named
    other = {option.id for option in question.options if option.other}
    if rest & {"", DONT_KNOW} or (rest and not other) or (not rest and len(named) < len(parts)):
        return None
    named |= other if rest else set()
    if len(named) > 1 and any(option.alone for option in question.options if option.id in named):
        return None
    return tuple(option for option in question.rank if option in named)
