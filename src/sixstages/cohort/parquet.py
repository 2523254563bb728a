"""Tables in Parquet, read some rows at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from sixstages.cohort.blocks import JOINED_BY, NOTHING_LIKELY, ROW, Block, Likely, check_width
from sixstages.errors import Place, ProblemsFound, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sixstages.errors import Problem

_CELLS_AT_ONCE = 2_000_000
_SEVERAL = (pl.List, pl.Array)
_UNREADABLE = (pl.exceptions.PolarsError, pl.exceptions.PanicException)


class ParquetTable:
    """A table in a Parquet file, as `Table` has it; its first row is row 1, and its `size` are its rows."""

    head: tuple[tuple[str, ...], ...]
    problems: Sequence[Problem]

    def __init__(self, path: Path) -> None:
        """Read the names of the columns; raises `ProblemsFound` where they can't be read."""
        self.name = str(path)
        try:
            self._rows = pl.scan_parquet(path, glob=False, hive_partitioning=False)
            types = self._rows.collect_schema()
            self.size = self._rows.select(pl.len()).collect().item()
        except _UNREADABLE as error:
            raise self._damaged() from error
        check_width(len(types), self.name)
        self.head = (tuple(types),)
        self._texts = [_as_text(at, type_).alias(str(at)) for at, type_ in enumerate(types.values())]
        blank = [name for name, type_ in types.items() if not _is_text(type_)]
        self.problems = tuple(problem("C709", Place(self.name), column=name) for name in blank)

    def blocks(self, header_rows: int, likely: Likely = NOTHING_LIKELY) -> Iterator[tuple[Block, int]]:
        """Give the rows, as `Table` says; the names of the columns are no rows, however many the header has."""
        del header_rows, likely
        if not self.size:
            raise ProblemsFound([problem("C702", Place(self.name))])
        step = max(1, _CELLS_AT_ONCE // max(1, len(self._texts)))
        for start in range(0, self.size, step):
            frame = self._read(start, step)
            numbers = pl.int_range(start + 1, start + 1 + frame.height, dtype=pl.Int64, eager=True).alias(ROW)
            yield Block(frame.insert_column(0, numbers)), frame.height

    def _read(self, start: int, step: int) -> pl.DataFrame:
        try:
            return self._rows.slice(start, step).select(self._texts).collect()
        except _UNREADABLE as error:
            raise self._damaged() from error

    def _damaged(self) -> ProblemsFound:
        return ProblemsFound([problem("C708", Place(self.name))])


def _is_text(type_: pl.DataType) -> bool:
    """Whether values of a type can be written as text; several in a cell are joined."""
    single = type_.inner if isinstance(type_, _SEVERAL) else type_
    return not (single.is_nested() or single in (pl.Binary, pl.Object, pl.Duration))


def _as_text(at: int, type_: pl.DataType) -> pl.Expr:
    """Write a column as texts; it is named by its place, because some names stand for several columns."""
    if not _is_text(type_):
        return pl.lit(None, dtype=pl.String)
    if isinstance(type_, _SEVERAL):
        return pl.nth(at).cast(pl.List(pl.String)).list.join(JOINED_BY)
    return pl.nth(at).cast(pl.String)
