"""The records of a CSV text one by one, as a spreadsheet program takes them: slow, and sure of every quotation mark."""

from __future__ import annotations

import csv
import re
from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

SEPARATORS = (",", ";", "\t")

MAX_RECORD = 1_048_576
"""No record is longer: a quotation mark that is never closed takes no more than this along."""

_CR_WITHIN_LINE = re.compile("\r(?!\n)")
_LOOKED_AT = 20


class Record(NamedTuple):
    """The cells of a record, none where its line is blank, and the offset of the byte behind it."""

    cells: list[str]
    end: int


class BadRecord(Exception):  # noqa: N818 - as `ProblemsFound`
    """Raised at a record that can't be told from those below it: the code of the problem, how many stand above."""

    def __init__(self, code: str, above: int) -> None:
        """Keep what is wrong, and where."""
        super().__init__(code, above)
        self.code = code
        self.above = above


def records(text: bytes, separator: str, *, last: bool) -> Iterator[Record]:
    """Give every record that is complete; without a line end at the end of the text only the `last` one is.

    Raises `BadRecord` behind those in front of it.
    """
    lines = _Lines(text)
    reader = csv.reader(lines, delimiter=separator)
    above = 0
    while True:
        lines.begin_record()
        try:
            cells = next(reader, None)
        except (csv.Error, _TooLongError) as error:
            raise BadRecord(lines.blame(), above) from error
        if cells is None or (lines.incomplete and not last):
            return
        if lines.ran_out:
            raise BadRecord("C705", above)
        yield Record(cells, lines.end)
        above += 1


def likeliest_separator(text: bytes, *, last: bool) -> str:
    """Return the separator by which the first records have the most cells, and as many as the first of them."""
    return max(SEPARATORS, key=lambda separator: _evenness(text, separator, last=last))


def _evenness(text: bytes, separator: str, *, last: bool) -> int:
    looked_at = islice(_up_to_a_bad_one(text, separator, last=last), _LOOKED_AT)
    widths = [len(record.cells) for record in looked_at if record.cells]
    return (widths[0] - 1) * widths.count(widths[0]) ** 2 if widths else 0


def _up_to_a_bad_one(text: bytes, separator: str, *, last: bool) -> Iterator[Record]:
    try:
        yield from records(text, separator, last=last)
    except BadRecord:
        return


class _TooLongError(Exception):
    """Raised out of the csv module when a record has no end in sight."""


class _Lines:
    """The lines of a text for the csv module, which asks for another one where a cell goes on."""

    def __init__(self, text: bytes) -> None:
        self.end = 0  # of the last line handed out
        self.ran_out = False  # within a record
        self.incomplete = False
        self._file = BytesIO(text)
        self._lines = self._bytes = 0

    def begin_record(self) -> None:
        self._lines = self._bytes = 0

    def blame(self) -> str:
        """Tell why a record is too long: a cell goes on over line ends, or there are none."""
        return "C705" if self._lines > 1 else "C706"

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._file.readline(MAX_RECORD + 1)
        if not line:
            self.ran_out = self.incomplete = self._lines > 0
            raise StopIteration
        self._lines += 1
        self._bytes += len(line)
        self.end += len(line)
        if self._bytes > MAX_RECORD:
            raise _TooLongError
        self.incomplete = not line.endswith(b"\n")
        text = line.decode(errors="replace")
        return _CR_WITHIN_LINE.sub(" ", text) if "\r" in text else text
