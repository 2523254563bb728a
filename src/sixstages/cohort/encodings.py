"""From the bytes of a table to UTF-8, piece by piece, whatever a program wrote them in.

A mark at the beginning is believed, then what the bytes look like: UTF-16 by its zeros, else UTF-8, else the
code page of Windows. The first letter beyond ASCII decides between these two, wherever it stands.
"""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, getincrementaldecoder
from typing import TYPE_CHECKING, NamedTuple

from sixstages.errors import Place, ProblemsFound
from sixstages.files import unreadable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from io import BufferedReader
    from pathlib import Path

PIECE = 16 * 1_048_576
"""As many bytes are read at once: fewer make more blocks than need be, more are slower to handle."""

LINE = 1_048_576
"""A line is looked for that far."""

UTF8, UTF16_LE, UTF16_BE, WINDOWS = "utf-8", "utf-16-le", "utf-16-be", "cp1252"

_MARKS = ((BOM_UTF8, UTF8), (BOM_UTF16_LE, UTF16_LE), (BOM_UTF16_BE, UTF16_BE))
_LOOKED_AT = 4_096
_UPPER_BYTES, _MOST_OTHERS = bytes(range(0x21)), 0.1
"""In UTF-16 these begin the letters of all scripts with an alphabet, and every space, digit and sign."""

_FIRST_LINE = re.compile(rb'(?:[^"\r\n]++|"[^"]*+")*+(\r+\n|\r|\n)')


class Piece(NamedTuple):
    """Text of a table, in UTF-8 and its lines ended by LF or CRLF; `read` bytes of the file hold it."""

    text: bytes
    read: int
    last: bool


def pieces(path: Path) -> Iterator[Piece]:
    """Read a file; bytes that can't be read in its encoding become the sign U+FFFD, in UTF-8 they are left as they are.

    Raises `ProblemsFound` where the file can't be read.
    """
    return map(_Reader(), _chunks(path))  # a loop would hold on to a piece while the next one is read


def _chunks(path: Path) -> Iterator[tuple[bytes, bool]]:
    """Read a file chunk by chunk, each with whether it is the last; an empty file is an empty chunk."""
    try:
        with path.open("rb") as file:
            more = True
            while more:
                yield file.read(PIECE + _to_the_end_of_the_line(file)), not (more := bool(file.peek(1)))
    except OSError as error:
        raise ProblemsFound([unreadable(Place(str(path)), error)]) from error


def _to_the_end_of_the_line(file: BufferedReader) -> int:
    """Measure how much more than a piece to read: cut at a line's end, little is taken over to the next one."""
    start = file.tell()
    file.seek(start + PIECE)
    rest = len(file.readline(LINE))
    file.seek(start)
    return rest


class _Reader:
    """Turns one chunk of a file after the other into UTF-8."""

    def __init__(self) -> None:
        self._begun = False
        self._into_utf8: Callable[[bytes], bytes] | None = None  # None until the encoding is known
        self._only_cr = False

    def __call__(self, chunk_and_last: tuple[bytes, bool]) -> Piece:
        chunk, last = chunk_and_last
        return Piece(self._read(chunk), len(chunk), last)

    def _read(self, chunk: bytes) -> bytes:
        text = self._decoded(chunk if self._begun else self._begin(chunk))
        if not self._begun:
            self._only_cr = _ended_by_cr(text)
            self._begun = True
        return text.replace(b"\r", b"\n") if self._only_cr else text

    def _begin(self, chunk: bytes) -> bytes:
        """Take the mark off, and keep in mind what it says."""
        mark, encoding = next((each for each in _MARKS if chunk.startswith(each[0])), (b"", _looks_like_utf16(chunk)))
        if encoding:
            self._into_utf8 = _transcoder(encoding)
        return chunk[len(mark) :]

    def _decoded(self, chunk: bytes) -> bytes:
        if self._into_utf8 is None and not chunk.isascii():
            encoding = _utf8_or_windows(chunk)
            self._into_utf8 = _transcoder(encoding) if encoding else None
        return self._into_utf8(chunk) if self._into_utf8 else chunk


def _transcoder(encoding: str) -> Callable[[bytes], bytes]:
    if encoding == UTF8:
        return bytes  # which gives the very same bytes back
    decoder = getincrementaldecoder(encoding)(errors="replace")
    return lambda chunk: decoder.decode(chunk).encode()


def _looks_like_utf16(chunk: bytes) -> str | None:
    """Tell UTF-16 without a mark: in every other place there are zeros and hardly anything but upper bytes."""
    beginning = chunk[:_LOOKED_AT]
    for encoding, upper, lower in (
        (UTF16_BE, beginning[::2], beginning[1::2]),
        (UTF16_LE, beginning[1::2], beginning[::2]),
    ):
        others = upper.translate(None, _UPPER_BYTES)
        if 0 in upper and 0 not in lower and len(others) <= _MOST_OTHERS * len(upper):
            return encoding
    return None


def _utf8_or_windows(chunk: bytes) -> str | None:
    """Tell by the first letter beyond ASCII; a letter that the chunk holds only the beginning of tells nothing yet."""
    try:
        known = getincrementaldecoder(UTF8)().decode(chunk)
    except UnicodeDecodeError as error:
        return WINDOWS if chunk[: error.start].isascii() else UTF8
    return None if known.isascii() else UTF8


def _ended_by_cr(text: bytes) -> bool:
    """Tell a file as old programs wrote it, where a lone CR ends a line."""
    line = _FIRST_LINE.match(text, 0, LINE)
    return line is not None and line[1] == b"\r"
