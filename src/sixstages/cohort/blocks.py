"""A table as the rest of the program sees it, whatever kind of file it came from: blocks of rows, cells of text."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, Protocol

import polars as pl

from sixstages.errors import Place, ProblemsFound, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sixstages.errors import Problem

ROW = "#"
"""The column of a block that holds the numbers of its rows, as a spreadsheet shows them: no question has this id."""

HEAD = 3
"""As many records at the beginning of a table may be header."""

MAX_COLUMNS = 16_384
"""A spreadsheet has no more of them."""

JOINED_BY = ";"
"""What stands between the values of a cell that holds several."""

Likely = Mapping[str, pl.Enum]
"""Kinds of columns: the texts that their cells most likely are."""

NOTHING_LIKELY: Likely = MappingProxyType({})


class Block(NamedTuple):
    """Some rows of a table: their numbers in the column `ROW`, their cells in the columns "0", "1" and so on.

    A blank cell is null or an empty text. `broken` holds the numbers of the rows whose cells could not be told
    apart or read; in `frame` their cells are blank, but for the name of a file. A column of texts may come encoded.
    """

    frame: pl.DataFrame
    broken: tuple[int, ...] = ()


class Table(Protocol):
    """What can be asked of every table."""

    name: str
    """Its path, as in the places of problems."""

    head: tuple[tuple[str, ...], ...]
    """The first records as cells, header included; the columns of the table are those of the widest header row."""

    size: int
    """How much work there is: bytes of a CSV file, rows of a Parquet file, files of a folder."""

    @property
    def problems(self) -> Sequence[Problem]:
        """What was found that kept nobody from reading on; complete when the last block is read."""

    def blocks(self, header_rows: int, likely: Likely = NOTHING_LIKELY) -> Iterator[tuple[Block, int]]:
        """Give the rows below the header, block by block, each with how much of `size` it was.

        Where all its cells are `likely`, a column may come encoded; that is looked at anew for each block.
        Raises `ProblemsFound` where the table can't be read on.
        """


def schema(width: int) -> dict[str, type[pl.String]]:
    """Name the columns of a table by their position."""
    return {str(position): pl.String for position in range(width)}


def check_width(width: int, path: str) -> None:
    """Raise `ProblemsFound` where a table has more columns than any spreadsheet."""
    if width > MAX_COLUMNS:
        raise ProblemsFound([problem("C707", Place(path), number=width, most=MAX_COLUMNS)])
