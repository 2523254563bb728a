"""A table from its first block to its last: read, translated into ids, scored, counted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, NamedTuple, TypeVar

import polars as pl

from sixstages.cohort.blocks import ROW
from sixstages.cohort.figures import ReadingFacts
from sixstages.cohort.ids import Translator
from sixstages.cohort.scoring import Scorer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from sixstages.cohort.blocks import Table
    from sixstages.cohort.columns import Column, Understanding
    from sixstages.cohort.ids import Met, OwnWords
    from sixstages.cohort.whole import Tally
    from sixstages.cohort.wording import Wording
    from sixstages.rubric import Rubric

_Item = TypeVar("_Item")

NUMBERED = "row"
"""The first column that is written: which row of the table it was."""

_FIRST_BROKEN = 5


class Wanted(NamedTuple):
    """What is to become of a table.

    `keep` are the columns that are passed on, by the names that they get; `columns` those of `score_columns`; `by` is
    the column that says which group a row belongs to.
    """

    keep: Mapping[str, Column]
    columns: tuple[str, ...]
    by: Column | None = None
    min_group: int = 5


class Reading(NamedTuple):
    """What in a table was not understood: values, the rows that hold one, and rows that could not be read.

    `broken` are the first of these rows; what was only a part of a table so far tells of that part. `own_words` is free
    text that was understood as an option; it is told of a table that was only looked at.
    """

    misread: tuple[Met, ...]
    misread_rows: int
    broken: tuple[int, ...]
    number_broken: int
    own_words: tuple[OwnWords, ...] = ()

    @property
    def not_understood(self) -> int:
        """How many rows hold something that was not understood."""
        return self.misread_rows + self.number_broken


class Run:
    """One table on its way; what was counted is complete once every block has come out."""

    def __init__(self, table: Table, understanding: Understanding, wording: Wording) -> None:
        """Begin with nothing read."""
        self._table, self._understanding = table, understanding
        self._translator = Translator(understanding, wording)
        self._broken: list[int] = []
        self._number_broken = 0

    @property
    def reading(self) -> Reading:
        """What was not understood so far."""
        told = self._translator
        return Reading(told.misread, told.misread_rows, tuple(self._broken), self._number_broken, told.own_words)

    def read(self, advance: Callable[[int], None]) -> None:
        """Read and translate every row, and nothing else; `advance` is told how much is done."""
        self._translator.keeps_own_words = True
        for _ in self._translated(advance):
            pass

    def score(
        self, rubric: Rubric, wanted: Wanted, tally: Tally, advance: Callable[[int], None]
    ) -> Iterator[pl.DataFrame]:
        """Give the rows of each block as they are to be written; count them."""
        scorer = Scorer(rubric)
        needed = tuple(dict.fromkeys((*tally.columns, *wanted.columns)))
        kept = {name: str(column.position) for name, column in wanted.keep.items()}
        for cells, ids in self._translated(advance):
            scored = scorer.score(ids, keep=[ROW], columns=needed)
            tally.add(scored, cells[str(wanted.by.position)] if wanted.by else None)
            columns = [cells[position].cast(pl.String).alias(name) for name, position in kept.items()]
            yield scored.select(scored[ROW].alias(NUMBERED), *columns, *wanted.columns)

    def facts(self) -> ReadingFacts:
        """Say how the table was read."""
        used = [column.role in {"answer", "option", "other"} for column in self._understanding.columns]
        headers = [column.header for column in self._understanding.columns]
        return ReadingFacts(
            table=self._table.name,
            dialect=self._understanding.dialect,
            broken=self._number_broken,
            misread=self._translator.misread_rows,
            used=tuple(header for header, is_used in zip(headers, used, strict=True) if is_used),
            unused=tuple(header for header, is_used in zip(headers, used, strict=True) if not is_used),
        )

    def _translated(self, advance: Callable[[int], None]) -> Iterator[tuple[pl.DataFrame, pl.DataFrame]]:
        """Give the cells of each block, and their ids."""
        for cells, ids, read in one_ahead(self._blocks()):
            yield cells, ids
            advance(read)

    def _blocks(self) -> Iterator[tuple[pl.DataFrame, pl.DataFrame, int]]:
        for block, read in self._table.blocks(self._understanding.header_rows, self._translator.likely):
            self._number_broken += len(block.broken)
            self._broken += block.broken[: _FIRST_BROKEN - len(self._broken)]
            yield block.frame, self._translator.ids(block.frame), read


def one_ahead(items: Iterator[_Item]) -> Iterator[_Item]:
    """Give items in their order, while the next one is made in a thread beside."""
    with ThreadPoolExecutor(1) as beside:
        coming = beside.submit(next, items, None)
        while (item := coming.result()) is not None:
            coming = beside.submit(next, items, None)
            yield item
