"""The tree of a YAML file: nodes that know where they stand, and the way from a model's path to a place."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from sixstages.errors import Place

Steps = tuple[str | int, ...]
"""The way to a value: keys of mappings and positions in lists, as pydantic's `loc` gives it."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_MAX_EXCERPT = 10_000
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


# No dataclasses: every start makes these classes, and that would take five times as long.


class Scalar:
    """A single value, its text as typed; `start` and `end` are indexes into the file's text."""

    __slots__ = ("end", "plain", "start", "text")

    def __init__(self, text: str, start: int, end: int, style: str | None = None) -> None:
        """Keep them; what has no style, such as quotes, is plain."""
        self.text = text
        self.start = start
        self.end = end
        self.plain = not style

    @property
    def empty(self) -> bool:
        """Whether nothing was given: no text or YAML's word for nothing, without quotes."""
        return self.plain and self.text in _NOTHING


class Sequence:
    """A list."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int, end: int) -> None:
        """Begin with nothing in it."""
        self.start = start
        self.end = end
        self.items: list[Node] = []


class Mapping:
    """Keys with their values, in the file's order."""

    __slots__ = ("end", "entries", "start")

    def __init__(self, start: int, end: int) -> None:
        """Begin with nothing in it."""
        self.start = start
        self.end = end
        self.entries: dict[str, tuple[Scalar, Node]] = {}

    def get(self, key: str) -> Node | None:
        """Return the value of a key, None where it is not written."""
        entry = self.entries.get(key)
        return entry[1] if entry else None


Node = Scalar | Sequence | Mapping


def scalars(node: Node | None) -> list[Scalar]:
    """Return the single values of a list, or the single value itself as a list of one."""
    items = node.items if isinstance(node, Sequence) else [node]
    return [item for item in items if isinstance(item, Scalar)]


class Source:
    """A file's name and text; it turns spans of the text into places."""

    def __init__(self, name: str, text: str) -> None:
        """Keep both; lines are looked for when the first place is asked for."""
        self.name = name
        self.text = text

    def place(self, start: int, end: int) -> Place:
        """Return where the text from index `start` to before `end` stands, blanks at its end left out."""
        line, column = self._position(start)
        end_line, end_column = self._position(start + len(self.text[start:end].rstrip()))
        return Place(self.name, line, column, end_line, end_column, self._excerpt(line))

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line starts, and where the last one ends. U+0085 and U+2028 end no line: editors don't either."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text)), len(self.text)]

    def _position(self, index: int) -> tuple[int, int]:
        line = bisect_right(self._lines, index, hi=len(self._lines) - 1)
        return line, index - self._lines[line - 1] + 1

    @cached_property
    def _excerpts(self) -> dict[int, str]:
        return {}

    def _excerpt(self, line: int) -> str:
        """Return a line without its end; kept, so that many places on one long line share one text."""
        if line not in self._excerpts:
            start, end = self._lines[line - 1 : line + 1]
            self._excerpts[line] = self.text[start:end].rstrip("\r\n") if end - start <= _MAX_EXCERPT else ""
        return self._excerpts[line]


class Document(NamedTuple):
    """One file that was read: its source, and the mapping that it holds."""

    source: Source
    root: Mapping

    def get(self, *path: str) -> Node | None:
        """Return the value at a path of keys, None where it is not written or nothing is given."""
        node: Node | None = self.root
        for key in path:
            node = node.get(key) if isinstance(node, Mapping) else None
        return None if isinstance(node, Scalar) and node.empty else node

    def text(self, *path: str) -> str | None:
        """Return the text at a path of keys, None where there is none."""
        node = self.get(*path)
        return node.text if isinstance(node, Scalar) else None

    def place(self, *path: str | int) -> Place:
        """Return where the value at a path stands, its key if it is empty, the nearest one above if there is none."""
        key, node = self.find(path)
        shown = key if key and node.start == node.end else node
        return self.source.place(shown.start, shown.end)

    def key_place(self, *path: str | int) -> Place:
        """Return where the key of the value at a path stands; for an item of a list its own first key."""
        key, node = self.find(path)
        if not key and isinstance(node, Mapping):
            key = next((first for first, _ in node.entries.values()), None)
        shown = key or node
        return self.source.place(shown.start, shown.end)

    def in_a_text(self, index: int) -> bool:
        """Whether what stands at an index of the file belongs to a value or a key, and not to a comment."""
        waiting: list[Node] = [self.root]
        while waiting:
            match waiting.pop():
                case Scalar() as node if node.start <= index < node.end:
                    return True
                case Sequence(items=items):
                    waiting += items
                case Mapping(entries=entries):
                    waiting += [node for entry in entries.values() for node in entry]
        return False

    def find(self, path: Steps) -> tuple[Scalar | None, Node]:
        """Return the key (None in a list) and value at a path of the model, as far down as the tree goes."""
        key: Scalar | None = None
        node: Node = self.root
        for position, piece in enumerate(path):
            match node:
                case Mapping() if isinstance(piece, int):
                    return _find_test(node, path[position:]) or (key, node)
                case Mapping() if piece in node.entries:
                    key, node = node.entries[piece]
                case Sequence() if isinstance(piece, int) and piece < len(node.items):
                    key, node = None, node.items[piece]
                case _:
                    break
        return key, node


def _find_test(row: Mapping, path: Steps) -> tuple[Scalar, Node] | None:
    """Find a piece of a condition, which its model spells out: alternatives, in each a row of tests.

    Where a file gives a single alternative without a list around it, the path still has the alternative's number.
    """
    numbers = [piece for piece in path[:2] if isinstance(piece, int)]
    if numbers[-1] >= len(row.entries):
        return None
    key, node = list(row.entries.values())[numbers[-1]]
    for piece in path[len(numbers) :]:
        if piece == "question":
            return key, key
        if isinstance(node, Mapping) and node.entries:
            key, node = _operand(node, piece)
        elif isinstance(node, Sequence) and isinstance(piece, int):
            node = node.items[piece]
    return key, node


def _operand(written: Mapping, piece: str | int) -> tuple[Scalar, Node]:
    """Find the `options`, `number` or `operator` of a test in what was written as its operator."""
    of = written.entries.get("of")
    operator = next(entry for word, entry in written.entries.items() if word != "of" or len(written.entries) == 1)
    if piece == "operator":
        return operator[0], operator[0]
    return of if of and piece == "options" else operator
