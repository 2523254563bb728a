"""A folder of answers files as a table: a file is a row, a question a column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from sixstages.answers import read_answers
from sixstages.cohort.blocks import JOINED_BY, NOTHING_LIKELY, ROW, Block, Likely, schema
from sixstages.errors import MAX_PROBLEMS, Place, ProblemsFound, first_of, problem
from sixstages.files import unreadable
from sixstages.rubric import DONT_KNOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sixstages.answers import Answers
    from sixstages.errors import Problem
    from sixstages.rubric import Rubric

ENDINGS = (".yaml", ".yml", ".json")
FILE, INSTEAD = "file", "file name"
"""What the column of the names of files is called, and where a question has that id: none has the second."""

_FILES_AT_ONCE = 1_000


class FolderTable:
    """The answers files in a folder, as `Table` has them; its `size` is their number.

    A file that can't be used is a broken row, and stands in `problems` once its block is read.
    """

    head: tuple[tuple[str, ...], ...]

    def __init__(self, path: Path, rubric: Rubric) -> None:
        """List the files; raises `ProblemsFound` where there are none."""
        self.name = str(path)
        self._files = _answers_files(path)
        self._rubric = rubric
        self.size = len(self._files)
        file = FILE if FILE not in rubric.questions else INSTEAD
        self.head = ((file, *rubric.questions),)
        self._problems: list[Problem] = []

    @property
    def problems(self) -> Sequence[Problem]:
        """What is wrong with files, or worth knowing of them: as many as somebody would read."""
        return tuple(first_of(self._problems))

    def blocks(self, header_rows: int, likely: Likely = NOTHING_LIKELY) -> Iterator[tuple[Block, int]]:
        """Give the files, as `Table` says; the header is no file."""
        del header_rows, likely
        self._problems.clear()
        for start in range(0, self.size, _FILES_AT_ONCE):
            files = self._files[start : start + _FILES_AT_ONCE]
            yield self._block(start + 1, files), len(files)

    def _block(self, first: int, files: list[Path]) -> Block:
        read = [self._read(file) for file in files]
        rows = [self._row(file.name, sheet) for file, sheet in zip(files, read, strict=True)]
        frame = pl.DataFrame(rows, schema=schema(len(self.head[0])), orient="row")
        numbers = pl.int_range(first, first + len(files), dtype=pl.Int64, eager=True).alias(ROW)
        broken = tuple(number for number, sheet in enumerate(read, first) if sheet is None)
        return Block(frame.insert_column(0, numbers), broken)

    def _read(self, file: Path) -> Answers | None:
        try:
            sheet = read_answers(file, self._rubric)
        except ProblemsFound as found:
            self._keep(found.problems)
            return None
        self._keep(sheet.warnings)
        return sheet

    def _keep(self, problems: Sequence[Problem]) -> None:
        self._problems += problems[: MAX_PROBLEMS + 1 - len(self._problems)]

    def _row(self, name: str, sheet: Answers | None) -> list[str | None]:
        return [name, *(_cell(sheet, question) if sheet else None for question in self._rubric.questions)]


def _cell(sheet: Answers, question: str) -> str | None:
    if question in sheet.dont_know:
        return DONT_KNOW
    return JOINED_BY.join(sheet.answers.get(question, ())) or None


def _answers_files(folder: Path) -> list[Path]:
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() in ENDINGS)
    except OSError as error:
        raise ProblemsFound([unreadable(Place(str(folder)), error)]) from error
    if not files:
        raise ProblemsFound([problem("C710", Place(str(folder)))])
    return files
