"""Text for people: control characters made visible, display width, wrapping. Knows nothing of the terminal."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CONTROL = "\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
CONTROL = re.compile(f"[{_CONTROL}]")
"""What no text of ours holds: controls but newline and tab, bidi overrides and isolates, lone surrogates."""

FULL_CELL, OPEN_CELL, FREE_CELL = "#", "?", "."
"""What bars are drawn of: done, open, not done. Every terminal shows them, whatever its encoding."""

_HIDDEN = f"[{_CONTROL}\u2028\u2029]"  # compiled where something is shown
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_CONTINUING = frozenset({"Mn", "Mc", "Me", "Cf"})
_JOINING = frozenset({"\u094d", "\u09cd", "\u200d"})  # the viramas of Devanagari and Bengali, the zero width joiner
_BYTE = 0xFF


def visible(text: str) -> str:
    r"""Return `text` with everything that could steer a terminal written out, as `\x1b` or `\u202e`."""
    return re.sub(_HIDDEN, _written_out, text)


def one_line(text: str) -> str:
    r"""Return `text` as `visible` does, its newlines and tabs written out too, as `\n` and `\t`."""
    return visible(text).replace("\n", r"\n").replace("\t", r"\t")


def width(text: str) -> int:
    """Return how many cells of a terminal `text` takes.

    As real terminals do it for Indic scripts, which Rich does not: a spacing vowel sign takes a cell.
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def shorten(text: str, columns: int) -> str:
    """Return `text`, or as much of its beginning as fits into `columns` cells with an ellipsis behind it."""
    if width(text) <= columns:
        return text
    kept = ""
    clusters = _clusters(text)
    while width(longer := kept + next(clusters)) < columns:
        kept = longer
    return f"{kept}…"


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """Break `text` into lines of at most `columns` cells, `indent` in front of each counted in.

    A newline in the text starts a new line, runs of spaces and tabs are one space. A word that is too long is
    broken, never inside a cluster of letters that are written as one; a cluster too wide stands alone.
    """
    room = max(1, columns - width(indent))
    return [(indent + line).rstrip(" ") for part in text.split("\n") for line in _filled(part, room)]


def _written_out(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code <= _BYTE else f"\\u{code:04x}"


def _cells(letter: str) -> int:
    if unicodedata.category(letter) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _filled(paragraph: str, room: int) -> Iterator[str]:
    line = ""
    for word in _fitting(paragraph, room):
        if line and width(line) + 1 + width(word) > room:
            yield line
            line = ""
        line += f" {word}" if line else word
    yield line


def _fitting(paragraph: str, room: int) -> Iterator[str]:
    """Yield the words, those wider than `room` in pieces."""
    for word in re.findall(r"[^ \t]+", paragraph):
        if width(word) <= room:
            yield word
        else:
            yield from _pieces(word, room)


def _pieces(word: str, room: int) -> Iterator[str]:
    piece, used = "", 0
    for cluster in _clusters(word):
        needed = width(cluster)
        if piece and used + needed > room:
            yield piece
            piece, used = "", 0
        piece += cluster
        used += needed
    yield piece


def _clusters(word: str) -> Iterator[str]:
    cluster = ""
    for letter in word:
        if cluster and cluster[-1] not in _JOINING and unicodedata.category(letter) not in _CONTINUING:
            yield cluster
            cluster = ""
        cluster += letter
    yield cluster
