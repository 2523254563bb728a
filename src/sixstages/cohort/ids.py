"""From the cells of a table, block by block, to ids, as the scorer takes them."""

from __future__ import annotations

from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple, cast

import polars as pl

from sixstages.cohort.blocks import ROW
from sixstages.cohort.cells import BLANK, JOINT, NOT_UNDERSTOOD, OWN_WORDS, Reader
from sixstages.cohort.encoding import Encoder

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sixstages.cohort.columns import Column, Understanding
    from sixstages.cohort.wording import Wording

    Read = Callable[[str], str]

MOST_KEPT = 1_000
"""As many different values are kept that were not understood, or are in people's own words; others only counted."""

FIRST_ROWS = 5
LONGEST_SHOWN = 300
MOST_REMEMBERED = 2_000_000
"""Characters of values whose meaning is remembered from one block to the next, and so many more for each."""

_KEY = 20


class Met(NamedTuple):
    """A value that was met: in how many cells of its column it stands, and the first rows."""

    column: Column
    value: str
    cells: int
    rows: tuple[int, ...]


class OwnWords(NamedTuple):
    """Free text that was taken for an option: in how many cells of a column it stands, and the values."""

    column: Column
    cells: int
    values: tuple[Met, ...]


class _Kept:
    """Values that are kept to be told; of very many, those that were met first."""

    def __init__(self) -> None:
        self.cells: dict[Column, int] = {}
        self._met: dict[tuple[Column, str], Met] = {}

    def add(self, column: Column, cells: pl.DataFrame) -> None:
        """Add the cells of a column: the numbers of their rows, and their values."""
        self.cells[column] = self.cells.get(column, 0) + cells.height
        by_value = cells.group_by("value", maintain_order=True)
        for value, number, first in by_value.agg(pl.len(), pl.col(ROW).head(FIRST_ROWS)).iter_rows():
            self._count(column, value[:LONGEST_SHOWN], number, first)

    def values(self) -> tuple[Met, ...]:
        """Give the values by their columns, the most frequent first, those that are as frequent as they were met."""
        return tuple(sorted(self._met.values(), key=lambda each: (each.column.position, -each.cells)))

    def _count(self, column: Column, value: str, number: int, first: list[int]) -> None:
        known = self._met.get((column, value))
        if known or len(self._met) < MOST_KEPT:
            cells, rows = (known.cells, known.rows) if known else (0, ())
            self._met[column, value] = Met(column, value, cells + number, (*rows, *first)[:FIRST_ROWS])


class _Source(NamedTuple):
    """A column of a frame, what it is in the table, how its values are understood, and the column that they go to.

    `wrong` stands there for what is not understood.
    """

    name: str
    column: Column
    read: Read
    to: str
    wrong: str | None = None

    def translated(self, encoded: pl.Series, readings: Mapping[str, str]) -> pl.Series:
        """Put in the place of each value what it means."""
        if all(value == meaning for value, meaning in readings.items()):
            return encoded.alias(self.to)
        instead = {BLANK: None, NOT_UNDERSTOOD: self.wrong}
        meanings = [instead.get(meaning, meaning.removesuffix(OWN_WORDS)) for meaning in readings.values()]
        different = {meaning: number for number, meaning in enumerate(dict.fromkeys(filter(None, meanings)))}
        numbers = pl.Series([different.get(meaning or BLANK) for meaning in meanings], dtype=pl.UInt32)
        return numbers.gather(encoded.to_physical()).cat.to(pl.Enum([*different])).alias(self.to)


class _Spread(NamedTuple):
    """The columns of a question that has several: a cell of its own, its options, its free text."""

    question: str
    answer: list[Column]
    options: list[Column]
    others: list[Column]

    def joined(self) -> pl.Expr:
        """Join what they say; a cell of all picks counts only where no option's own column says anything."""
        picked, whole = _joined(self.options), _joined(self.answer)
        own = pl.when(picked != BLANK).then(picked).when(whole != BLANK).then(whole)
        return pl.concat_str([own, *_named(self.others)], separator=JOINT, ignore_nulls=True).alias(self.question)


def _joined(columns: Sequence[Column]) -> pl.Expr:
    return pl.concat_str(_named(columns), separator=JOINT, ignore_nulls=True) if columns else pl.lit(BLANK)


def _named(columns: Sequence[Column]) -> list[pl.Expr]:
    return [pl.col(str(column.position)).cast(pl.String) for column in columns]


class Translator:
    """Turns the blocks of one table into ids, and keeps what it did not understand.

    Each different value is understood once, in Python; the rest is done by Polars.
    """

    def __init__(self, understanding: Understanding, wording: Wording) -> None:
        """Take what the table's columns are taken for, and the words of the rubric."""
        self._cells: list[_Source] = []
        self._spread: list[_Spread] = []
        self._settled: list[_Source] = []
        for question in wording.questions:
            columns = [column for column in understanding.columns if column.question == question]
            said = understanding.values.get(question, {})
            reader = Reader(wording.questions[question], wording.labels(question), understanding.words, said)
            self._add(question, columns, reader)
        told = {source.to for source in (*self._cells, *self._settled)}
        self._answered = [question for question in wording.questions if question in told]
        self._encoder, self._encoder_of_joined = Encoder(), Encoder()
        self._meanings: dict[tuple[str, str], str] = {}
        self._remembered = 0
        self._misread, self._own_words = _Kept(), _Kept()
        self._misread_rows = 0
        self.keeps_own_words = False
        """Whether free text is to be kept as well. It is understood, so that only who looks at a table wants it."""

    @property
    def misread(self) -> tuple[Met, ...]:
        """The values that were not understood, by their columns, the most frequent first."""
        return self._misread.values()

    @property
    def own_words(self) -> tuple[OwnWords, ...]:
        """The free text that was taken for an option, by its columns."""
        values = groupby(self._own_words.values(), key=attrgetter("column"))
        return tuple(OwnWords(column, self._own_words.cells[column], tuple(each)) for column, each in values)

    @property
    def misread_rows(self) -> int:
        """The number of rows with a value that was not understood."""
        return self._misread_rows

    @property
    def likely(self) -> Mapping[str, pl.Enum]:
        """The texts that columns of the table most likely hold, as far as is known now."""
        return self._encoder.likely

    def ids(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Return the numbers of the rows, and for each question with a column the ids of its answers, encoded.

        Picks are joined by `;`, each once and in the rubric's order; null and an empty text are blank.
        """
        rows: set[int] = set()
        cells = self._translated(frame, self._cells, self._encoder, rows)
        joined = cells.with_columns(spread.joined() for spread in self._spread)
        settled = self._translated(joined, self._settled, self._encoder_of_joined, rows)
        self._misread_rows += len(rows)
        return settled.select(ROW, *self._answered)

    def _add(self, question: str, columns: Sequence[Column], reader: Reader) -> None:
        """Add the columns of a question: one cell is the answer, several have to be put together."""
        if [column.role for column in columns] == ["answer"]:
            self._cells.append(_Source(str(columns[0].position), columns[0], reader.answer, question))
        elif columns:
            names = [(str(column.position), column) for column in columns]
            self._cells += [_Source(name, each, _reading(reader, each), name, NOT_UNDERSTOOD) for name, each in names]
            answer, options, others = (
                [column for column in columns if column.role == role] for role in ("answer", "option", "other")
            )
            self._spread.append(_Spread(question, answer, options, others))
            self._settled.append(_Source(question, columns[0], reader.together, question))

    def _translated(
        self, frame: pl.DataFrame, sources: Sequence[_Source], encoder: Encoder, rows: set[int]
    ) -> pl.DataFrame:
        """Add the columns that the sources go to, and to `rows` those in which something is not understood."""
        texts = frame.select(source.name for source in sources)
        encoded = encoder.encoded(texts)
        translated: list[pl.Series] = []
        for source in sources:
            column = encoded[source.name]
            readings = {value: self._meaning(source, value) for value in cast("pl.Enum", column.dtype).categories}
            if wrong := [value for value, meaning in readings.items() if meaning == NOT_UNDERSTOOD]:
                rows.update(_keep(self._misread, frame, source, wrong))
            own = [value for value, meaning in readings.items() if meaning.endswith(OWN_WORDS)]
            if own and self.keeps_own_words:
                _keep(self._own_words, frame, source, own)
            translated.append(source.translated(column, readings))
        return frame.with_columns(translated)

    def _meaning(self, source: _Source, value: str) -> str:
        known = self._meanings.get((source.name, value))
        if known is None:
            if self._remembered > MOST_REMEMBERED:
                self._meanings.clear()
                self._remembered = 0
            known = self._meanings[source.name, value] = source.read(value)
            self._remembered += len(value) + _KEY
        return known


def _keep(kept: _Kept, frame: pl.DataFrame, source: _Source, values: list[str]) -> list[int]:
    """Keep the cells of a column that hold one of these values, and return the numbers of their rows."""
    cells = frame.select(ROW, value=pl.col(source.name)).filter(pl.col("value").is_in(values))
    kept.add(source.column, cells)
    return cells[ROW].to_list()


def _reading(reader: Reader, column: Column) -> Read:
    """Return how the cells of one of several columns of a question are understood."""
    if column.role == "option":
        return partial(reader.option, option=column.option)
    return reader.answer if column.role == "answer" else reader.other
