"""Tables in CSV, whatever their encoding, separator and line ends: read in blocks, and each of them as fast as can be.

A block ends with a record, told by the number of quotation marks in front of it, and is parsed by Polars. Where that
can't be, or could go wrong, the csv module takes the block record by record.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from sixstages.cohort.blocks import HEAD, NOTHING_LIKELY, ROW, Block, Likely, check_width, schema
from sixstages.cohort.encodings import pieces
from sixstages.cohort.quotes import are_plain
from sixstages.cohort.records import MAX_RECORD, BadRecord, likeliest_separator, records
from sixstages.errors import Place, ProblemsFound, problem
from sixstages.files import size_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from sixstages.cohort.encodings import Piece
    from sixstages.cohort.records import Record
    from sixstages.errors import Problem

_LONG_CELL = 131_072
"""The csv module takes no longer one: a quotation mark was forgotten, and rows have vanished in a cell."""

_CELLS_READ_EXACTLY, _CELLS_READ_FAST = 1_000_000, 4_000_000
"""As many are made at once, one by one or by Polars: memory has a bound however short the cells are."""

_LITTLE = 2 * MAX_RECORD
_BLANK_AT_MOST = 10_000
"""A header is looked for among so many records."""

_BLANK_LINES = re.compile(rb"(?:\r?\n)++")
_TWO_LINE_ENDS = (b"\n\n", b"\n\r\n")
_UNREADABLE = (pl.exceptions.PolarsError, pl.exceptions.PanicException)


class _Parsed(NamedTuple):
    """A block, how many records it was made of, blank ones too, and how many bytes."""

    block: Block
    records: int
    taken: int


class CsvTable:
    """A table in a CSV file, as `Table` has it."""

    problems: Sequence[Problem] = ()

    def __init__(self, path: Path) -> None:
        """Read the head; raises `ProblemsFound` where there is none."""
        self.name = str(path)
        self.size = size_of(path)
        self._path = path
        self._likely = NOTHING_LIKELY
        first = next(pieces(path))
        self._check(first.text, 1)
        self._separator = likeliest_separator(first.text, last=first.last)
        above = self._read_head(first)
        self._starts = [(0, 0), *((number, record.end) for number, record in above)]
        self.head = tuple(tuple(cells) for _, (cells, _) in above)
        self._width = max(map(len, self.head))  # of what is parsed: at the end of each line there may be a separator
        check_width(self._width, self.name)

    def blocks(self, header_rows: int, likely: Likely = NOTHING_LIKELY) -> Iterator[tuple[Block, int]]:
        """Give the rows below the header, as `Table` says."""
        self._likely = likely
        columns = max(map(len, self.head[: max(1, header_rows)]))
        row, skipped = self._starts[min(header_rows, len(self._starts) - 1)]
        row, rest, read, found = row + 1, b"", 0, False
        for piece in pieces(self._path):
            rest, skipped, read, last = (rest + piece.text)[skipped:], 0, read + piece.read, piece.last
            del piece  # its memory serves for the next one
            self._check(rest, row)
            end = 0
            for parsed in self._parsed(rest, row, last=last):
                row, end = row + parsed.records, end + parsed.taken
                if parsed.block.frame.height:
                    yield _within(parsed.block, columns), read
                    read, found = 0, True
            rest = rest[end:]
        if not found:
            raise ProblemsFound([problem("C702", Place(self.name, row))])

    def _read_head(self, first: Piece) -> list[tuple[int, Record]]:
        """Return the first records that are not blank, each with its number."""
        every = islice(enumerate(self._records(first.text, 1, last=first.last), 1), _BLANK_AT_MOST)
        head = list(islice(((number, record) for number, record in every if record.cells), HEAD))
        if not head:
            raise ProblemsFound([problem("C701", Place(self.name))])
        return head

    def _check(self, text: bytes, row: int) -> None:
        """Refuse what no text holds; `row` is the number of the first record in it."""
        at = text.find(b"\0")
        if at >= 0:
            line = row + text.count(b"\n", 0, at)
            raise ProblemsFound([problem("C704", Place(self.name, line), row=line)])

    def _records(self, text: bytes, row: int, *, last: bool) -> Iterator[Record]:
        try:
            yield from records(text, self._separator, last=last)
        except BadRecord as bad:
            number = row + bad.above
            raise ProblemsFound([problem(bad.code, Place(self.name, number), row=number)]) from bad

    def _parsed(self, text: bytes, row: int, *, last: bool) -> Iterator[_Parsed]:
        """Parse as many records of a text as are whole; `row` is the number of the first.

        Where Polars can't read all of it, it is given a little at a time: few records have to be read the slow way.
        """
        start, size = 0, len(text)
        while start < len(text):
            if blank := _BLANK_LINES.match(text, start):
                lines = blank[0].count(b"\n")
                yield _Parsed(self._block([]), lines, len(blank[0]))
                row, start = row + lines, blank.end()
            part = self._bearable(text[start : start + size])
            size = len(part)
            ended = last and start + size == len(text)
            frame, end = self._whole_records(part, last=ended)
            if frame is None and size > _LITTLE:
                size = _LITTLE
                continue
            before = start
            for parsed in self._exact(part, row, last=ended) if frame is None else [_numbered(frame, row, end)]:
                yield parsed
                row, start = row + parsed.records, start + parsed.taken
            if start == before:
                yield from self._exact(text[start:], row, last=last) if start + size < len(text) else ()
                return

    def _bearable(self, text: bytes) -> bytes:
        """Give as much of a text as makes no more cells than can be held: its rows may be far shorter than the head."""
        while _records_in(text) * self._width > _CELLS_READ_FAST:
            text = text[: len(text) // 2]
        return text

    def _whole_records(self, text: bytes, *, last: bool) -> tuple[pl.DataFrame | None, int]:
        """Return the whole records at the beginning of a text as Polars reads them, and where they end."""
        end = len(text) if last else text.rfind(b"\n") + 1
        frame = self._fast(text[:end])
        if frame is None and not last:
            before, end = end, _end_of_records(text, end)
            frame = self._fast(text[:end]) if end < before else None
        return frame, end

    def _fast(self, text: bytes) -> pl.DataFrame | None:
        """Return records as Polars reads them, None where they are not whole, or to be read another way.

        To encode cells while they are read costs nothing, but it fails where one is none of the likely texts.
        """
        if not text or not are_plain(text, self._separator):
            return None
        texts = schema(self._width)
        frame = self._read(text, {**texts, **self._likely}) if self._likely else None
        frame = self._read(text, texts) if frame is None else frame
        if frame is None or _may_hold_blank_lines(text, frame) or _has_swallowed_rows(frame):
            return None
        return frame

    def _read(self, text: bytes, kinds: Mapping[str, pl.Enum | type[pl.String]]) -> pl.DataFrame | None:
        try:
            return pl.read_csv(
                text,
                has_header=False,
                separator=self._separator,
                schema=kinds,
                missing_columns="insert",
                extra_columns="raise",
            )
        except _UNREADABLE:
            return None

    def _exact(self, text: bytes, row: int, *, last: bool) -> Iterator[_Parsed]:
        """Parse whole records one by one."""
        every = self._records(text, row, last=last)
        begin = 0
        while some := list(islice(every, max(1, _CELLS_READ_EXACTLY // self._width))):
            numbered = [(number, record.cells) for number, record in enumerate(some, row) if record.cells]
            end = some[-1].end
            yield _Parsed(self._block(numbered), len(some), end - begin)
            row, begin = row + len(some), end

    def _block(self, numbered: list[tuple[int, list[str]]]) -> Block:
        broken = tuple(number for number, cells in numbered if any(map(str.strip, cells[self._width :])))
        blank: list[str | None] = [None] * self._width
        bad = {*broken}
        rows = [blank if number in bad else (cells + blank)[: self._width] for number, cells in numbered]
        columns = zip(*rows, strict=True) if rows else [()] * self._width
        frame = pl.DataFrame(dict(zip(schema(self._width), columns, strict=True)), schema=schema(self._width))
        numbers = pl.Series(ROW, [number for number, _ in numbered], dtype=pl.Int64)
        return Block(frame.insert_column(0, numbers), broken)


def _numbered(frame: pl.DataFrame, row: int, end: int) -> _Parsed:
    numbers = pl.int_range(row, row + frame.height, dtype=pl.Int64, eager=True).alias(ROW)
    return _Parsed(Block(frame.insert_column(0, numbers)), frame.height, end)


def _within(block: Block, columns: int) -> Block:
    """Leave out columns without a header; a row that has a text there is broken, as all that are longer."""
    behind = pl.col(block.frame.columns[columns + 1 :])
    kept = block.frame[:, : columns + 1]
    if kept.width == block.frame.width:
        return block
    is_broken = block.frame.select(pl.any_horizontal(behind.str.strip_chars() != "").fill_null(value=False))
    broken = kept[ROW].filter(is_broken.to_series())
    if broken.len():
        kept = kept.with_columns(pl.when(~pl.col(ROW).is_in(broken.implode())).then(pl.exclude(ROW)).name.keep())
    return Block(kept, tuple(sorted((*block.broken, *broken))))


def _end_of_records(text: bytes, end: int) -> int:
    """Return where the last line ends that an even number of quotation marks stands above, 0 where none is near."""
    marks = text.count(b'"', 0, end)
    least = max(0, end - MAX_RECORD)
    while marks % 2 and end > least:
        before = text.rfind(b"\n", 0, end - 1) + 1
        marks -= text.count(b'"', before, end)
        end = before
    return 0 if marks % 2 else end


def _records_in(text: bytes) -> int:
    """Count them, quickly, and without a look at their cells."""
    return int(pl.scan_csv(text, has_header=False, schema=schema(1)).select(pl.len()).collect().item())


def _may_hold_blank_lines(text: bytes, frame: pl.DataFrame) -> bool:
    """A blank line is no row, a row without an answer is one: Polars makes no difference."""
    without_null = any(not column.null_count() for column in frame)
    if without_null or not frame.select(pl.all_horizontal(pl.all().is_null()).any()).item():
        return False
    return any(blank in text for blank in _TWO_LINE_ENDS)


def _has_swallowed_rows(frame: pl.DataFrame) -> bool:
    """Where a quotation mark is not closed, Polars may find one far below that closes it."""
    lengths = frame.select(pl.col(pl.String).str.len_bytes().max())
    return any((longest or 0) > _LONG_CELL for longest in (lengths.row(0) if lengths.width else ()))
