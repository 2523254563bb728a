"""Rows in memory: columns as NumPy arrays, and each different cell understood once.

Over a hundred thousand rows most steps of a verdict take NumPy a few microseconds, where a data frame takes ten times
as long to be asked for them.
"""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any, NamedTuple, cast

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

_BITS = 8
"""So many truths are looked up at once."""


class _Truths(NamedTuple):
    """What is true of the different cells of a column: a number for each cell, with a bit for each name."""

    names: tuple[str, ...]
    words: Array


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
        said = pl.Series([table.get(code) for code in range(last + 1)], strict=False)
        if said.dtype == pl.String:
            return said.gather(codes)
        numbers = said.cast(pl.Float64).to_numpy()  # with NaN for null: NumPy looks them up ten times as fast
        return pl.Series(numbers.take(codes), nan_to_null=True).cast(said.dtype)

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
        self._learnt: dict[str, tuple[pl.DataType, list[_Truths]]] = {}

    def answers(self, cells: pl.DataFrame) -> Layer:
        """Yield `known:Q` and `test:N` for each question that the frame has a column for, of texts or encoded."""
        encoded = self._encoder.encoded(cells)
        kinds = encoded.schema  # is made anew each time it is asked for
        codes = encoded.select(
            pl.col(name).to_physical().fill_null(_size(kind)).cast(pl.Int64) for name, kind in kinds.items()
        )
        for question, kind in kinds.items():
            places = codes[question].to_numpy()
            for names, words in self._truths(question, kind):
                held = words.take(places)
                yield from ((name, (held & (1 << bit)) != 0) for bit, name in enumerate(names))

    def _truths(self, question: str, kind: pl.DataType) -> list[_Truths]:
        """Say what is true of each cell of an encoded column, and last of null."""
        before, truths = self._learnt.get(question, (None, []))
        if kind != before:
            meaning = list(self._meaning(question, kind))
            truths = [_packed(meaning[start : start + _BITS]) for start in range(0, len(meaning), _BITS)]
            self._learnt[question] = kind, truths
        return truths

    def _meaning(self, question: str, kind: pl.DataType) -> Iterator[tuple[str, list[bool]]]:
        picks = [*(picks_in(self._questions[question], cell) for cell in cast("pl.Enum", kind).categories), None]
        yield f"known:{question}", [each is not None for each in picks]
        for name, test in self._tests[question].items():
            yield name, [each is not None and test.of(each) for each in picks]


def _packed(truths: Sequence[tuple[str, list[bool]]]) -> _Truths:
    names, columns = zip(*truths, strict=True)
    bits = np.packbits(np.array(columns), axis=0, bitorder="little")
    return _Truths(names, bits[0])


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
