"""Tables of many answers: opened by what they are, and given in blocks whatever they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.cohort.blocks import Block, Table
from sixstages.cohort.delimited import CsvTable
from sixstages.cohort.parquet import ParquetTable
from sixstages.cohort.sheets import FolderTable
from sixstages.errors import Place, ProblemsFound, problem
from sixstages.files import size_of, unreadable
from sixstages.speech import N_, Phrase

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.rubric import Rubric

__all__ = ["Block", "Table", "open_table"]

_PARQUET = b"PAR1"
_OTHER_KINDS = (
    (b"PK\x03\x04", Phrase(N_("a workbook of a spreadsheet program, or another packed file"))),
    (b"\xd0\xcf\x11\xe0", Phrase(N_("a workbook of an older spreadsheet program"))),
    (b"\x1f\x8b", Phrase(N_("a packed file"))),
    (b"%PDF", Phrase(N_("a PDF"))),
)
"""What files begin with that are taken for tables by mistake."""


def open_table(path: Path, rubric: Rubric) -> Table:
    """Return the table in a CSV or Parquet file, or that of the answers files to `rubric` in a folder.

    Raises `ProblemsFound` for anything else.
    """
    if path.is_dir():
        return FolderTable(path, rubric)
    beginning = _beginning_of(path)
    if beginning.startswith(_PARQUET):
        return ParquetTable(path)
    for mark, kind in _OTHER_KINDS:
        if beginning.startswith(mark):
            raise ProblemsFound([problem("C703", Place(str(path)), kind=kind)])
    return CsvTable(path)


def _beginning_of(path: Path) -> bytes:
    size_of(path)  # refuses what is no file: a pipe would be waited for
    try:
        with path.open("rb") as file:
            return file.read(len(_PARQUET))
    except OSError as error:
        raise ProblemsFound([unreadable(Place(str(path)), error)]) from error
