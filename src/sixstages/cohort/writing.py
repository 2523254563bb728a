"""Scored rows as a file of a table: written block by block, whatever the ending of its name says."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack, contextmanager
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, BinaryIO

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    Write = Callable[[Iterable[pl.DataFrame], Collection[str], BinaryIO], None]
    """Writes blocks of rows into a file; the columns named are not our own, and may hold anything."""

_FORMULA = r"^[=+\-@\t\r\n＝＋－＠]"
"""How a cell begins that a spreadsheet would run."""

_CSV = ".csv"
_OS_ERROR = re.compile(r"os error (\d+)")


def write_csv(blocks: Iterable[pl.DataFrame], foreign: Collection[str], file: BinaryIO) -> None:
    """Write rows as CSV, with a header; no cell of it runs as a formula in a spreadsheet."""
    is_first = True
    for block in blocks:
        with _on_disk():
            _harmless(block, foreign).write_csv(file, include_header=is_first)
        is_first = False


def write_json_lines(blocks: Iterable[pl.DataFrame], _: Collection[str], file: BinaryIO) -> None:
    """Write rows as JSON, one a line."""
    for block in blocks:
        with _on_disk():
            block.write_ndjson(file)


def write_parquet(blocks: Iterable[pl.DataFrame], _: Collection[str], file: BinaryIO) -> None:
    """Write rows as Parquet: each block is put aside in a file first, because such a file is not written in pieces.

    The files have no names, so that none is left over, whatever ends the program.
    """
    with ExitStack() as files:
        parts: list[IO[bytes]] = []
        for block in blocks:
            parts.append(files.enter_context(TemporaryFile()))
            with _on_disk():
                block.write_parquet(parts[-1])
            parts[-1].seek(0)
        with _on_disk():
            pl.scan_parquet(parts).sink_parquet(file)


WRITTEN: dict[str, Write] = {
    _CSV: write_csv,
    ".parquet": write_parquet,
    ".jsonl": write_json_lines,
    ".ndjson": write_json_lines,
}
"""How rows are written, by the ending of the file's name."""


def header_in(ending: str, name: str) -> str:
    """Return how a column is headed that is passed on, in a file whose name ends so."""
    return f"'{name}" if ending == _CSV and re.match(_FORMULA, name) else name


@contextmanager
def _on_disk() -> Iterator[None]:
    """Raise what Polars says of the disk as Python does: that it is full, for one."""
    try:
        yield
    except (OSError, pl.exceptions.PolarsError) as error:
        number = _OS_ERROR.search(str(error))
        if number is None:
            raise
        raise OSError(int(number[1]), os.strerror(int(number[1]))) from error


def _harmless(block: pl.DataFrame, foreign: Collection[str]) -> pl.DataFrame:
    """Put an apostrophe in front of cells and headers that would run as formulas: a spreadsheet then shows them."""
    cells = {name: block[name].alias("cell") for name in foreign}  # by a name such as "*" Polars would find others
    safe = block.with_columns(each.str.replace(_FORMULA, "'${0}").alias(name) for name, each in cells.items())
    return safe.rename({name: header_in(_CSV, name) for name in foreign})
