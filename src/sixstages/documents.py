"""The only reader of YAML: bytes in, a tree of nodes out, or all that is wrong with them.

Every scalar stays the text that was typed; what it means is for the models to say. JSON is read as the YAML it is.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, NoReturn

import yaml

from sixstages.errors import MAX_PROBLEMS, Place, Problem, ProblemsFound, first_of, problem
from sixstages.files import MAX_BYTES, read_bytes, too_large
from sixstages.nodes import Document, Mapping, Node, Scalar, Sequence, Source
from sixstages.speech import N_, Phrase
from sixstages.text import CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_Given = Any  # what PyYAML hands out: its types leave open what is always there

MAX_DEPTH = 32
MAX_NODES = 200_000

_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff"  # a byte order mark may only begin a file
_LINE_ENDS = "\x85\u2028\u2029"  # for YAML; no editor shows a new line there
_REFUSED = f"[{_DIRECTION}{_CONTROLS}]+"
_UNUSUAL = re.compile(f"[{_DIRECTION}{_CONTROLS}{_LINE_ENDS}]")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_TEXT_GOES_ON = re.compile(r"[ \t]*[^ \t\r\n:,\]}]")
_UNREADABLE = Scalar("", 0, 0)  # stands where a problem was found, so that reading goes on
_QUOTES = ("'", '"')
_KINDS = {type(None): Phrase(N_("empty")), Scalar: Phrase(N_("a single text")), Sequence: Phrase(N_("a list"))}


def read(path: Path) -> Document:
    """Return the document in a regular file of at most 1 MiB; raises `ProblemsFound` with all that is wrong."""
    return parse(read_bytes(path), str(path))


def parse(data: bytes, name: str) -> Document:
    """Return the document that these bytes hold; `name` stands for the file in the places of problems.

    A document is a mapping in UTF-8, at most 32 levels deep, without control characters, anchors, aliases,
    merge keys, tags and repeated keys. Raises `ProblemsFound` with all that is wrong.
    """
    source = Source(name, _decoded(data, name))
    text = _UNUSUAL.sub(_harmless, source.text)
    hidden = first_of(_hidden_characters(source)) if text != source.text else []
    composer = _Composer(source, text)
    composer.compose()
    if hidden or composer.problems:
        raise ProblemsFound(hidden + composer.problems)
    return Document(source, composer.root)


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise ProblemsFound([too_large(Place(name))])
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data[:2]:  # UTF-16 without a mark at its beginning
        raise ProblemsFound([_not_utf8(data, data.index(b"\0") if data[:1].isascii() else 0, name)])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ProblemsFound([_not_utf8(data, error.start, name)]) from error


def _not_utf8(data: bytes, start: int, name: str) -> Problem:
    index = len(data[:start].decode())
    place = Source(name, data.decode(errors="replace")).place(index, index + 1)
    return problem("Y004", place, byte=f"0x{data[start]:02X}")


def _hidden_characters(source: Source) -> Iterator[Problem]:
    for match in re.finditer(_REFUSED, source.text):
        code = "Y006" if re.match(f"[{_DIRECTION}]", match[0]) else "Y005"
        yield problem(code, source.place(*match.span()), character=_named(match[0]))


def _harmless(unusual: re.Match[str]) -> str:
    """Give a letter at which the parser neither stops nor sees the end of a line."""
    return " " if unusual[0] in _LINE_ENDS else "\ufffd"


def _named(text: str) -> str:
    return f"U+{ord(text[0]):04X}"


class _PurePython(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's own parser, which reads what JSON writes beyond the BMP, as the C one doesn't."""

    def __init__(self, stream: str) -> None:
        yaml.reader.Reader.__init__(self, stream)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Pass over tabs where they are no indentation, as the C parser does: JSON may be indented by them."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or not self.allow_simple_key):
            self.forward()
            super().scan_to_next_token()

    def fetch_more_tokens(self) -> None:
        r"""Give what Python can't convert, as "\Uffffffff", a place."""
        try:
            super().fetch_more_tokens()
        except (ValueError, OverflowError) as error:
            raise yaml.scanner.ScannerError("quoted scalar", None, str(error), self.get_mark()) from error


_FASTEST: Any = getattr(yaml, "CLoader", _PurePython)


class _GaveUp(Exception):  # noqa: N818 - the problem is already among those found
    """There is no use in reading on."""


class _Composer:
    """Builds the tree from the parser's events, and collects what is wrong with it."""

    def __init__(self, source: Source, text: str) -> None:
        """Take the text that is parsed in the place of the source's own."""
        parser: Any = _PurePython if _SURROGATE.search(text) else _FASTEST
        self.root = Mapping(0, 0)
        self.problems: list[Problem] = []
        self._source = source
        self._next_event = parser(text).get_event
        self._has_escapes = "\\" in text
        self._nodes = 0
        self._end = 0  # of the last node that was complete
        self._long_quote: Scalar | None = None  # the last text in quotes that goes on over a line's end

    def compose(self) -> None:
        """Read the whole text, or as much of it as can be read."""
        with suppress(_GaveUp):
            try:
                self._read()
            except yaml.MarkedYAMLError as error:
                self._add_syntax_error(error)

    def _read(self) -> None:
        root: Node | None = None
        while event := self._next_event():
            if isinstance(event, yaml.DocumentStartEvent):
                self._refuse_second_document(event, root)
                root = self._node(self._next_event(), depth=0)
        self._keep_root(root)

    def _report(self, code: str, start: int, end: int, *, also: tuple[Place, ...] = (), **facts: _Given) -> None:
        if len(self.problems) == MAX_PROBLEMS:
            self._give_up("Y020", start, end, number=MAX_PROBLEMS)
        self.problems.append(problem(code, self._source.place(start, end), also=also, **facts))

    def _give_up(self, code: str, start: int, end: int, *, also: tuple[Place, ...] = (), **facts: _Given) -> NoReturn:
        self.problems.append(problem(code, self._source.place(start, end), also=also, **facts))
        raise _GaveUp

    def _refuse_second_document(self, event: _Given, root: Node | None) -> None:
        if root:
            start, end = event.start_mark.index, event.end_mark.index
            self._give_up("Y017", 0, 0, also=(self._source.place(start, end),))

    def _node(self, event: _Given, depth: int) -> Node:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._give_up("Y011", event.start_mark.index, event.end_mark.index, number=MAX_NODES)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event)
        if depth == MAX_DEPTH:
            self._give_up("Y010", event.start_mark.index, event.end_mark.index, number=MAX_DEPTH)
        if event.anchor or event.tag:
            self._refuse_properties(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth + 1)
        return self._mapping(event, depth + 1)

    def _scalar(self, event: _Given) -> Scalar:
        node = Scalar(event.value, event.start_mark.index, event.end_mark.index, event.style)
        self._end = node.end
        if event.style in _QUOTES and event.start_mark.line < event.end_mark.line:
            self._long_quote = node
        if self._has_escapes and CONTROL.search(node.text):
            self._check_escapes(node)
        if event.anchor or event.tag:
            self._refuse_properties(event)
        return node

    def _check_escapes(self, node: Scalar) -> None:
        """Make one letter of the two halves that JSON writes for it; refuse what else can't be shown."""
        node.text = node.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        found = CONTROL.search(node.text)
        if found:
            self._report("Y007", node.start, node.end, character=_named(found[0]))

    def _alias(self, event: _Given) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        self._report("Y014", start, end, alias=self._source.text[start:end])
        return _UNREADABLE

    def _sequence(self, event: _Given, depth: int) -> Sequence:
        sequence = Sequence(event.start_mark.index, event.end_mark.index)
        while not isinstance(event := self._next_event(), yaml.SequenceEndEvent):
            sequence.items.append(self._node(event, depth))
        sequence.end = self._end_of(event)
        return sequence

    def _mapping(self, event: _Given, depth: int) -> Mapping:
        mapping = Mapping(event.start_mark.index, event.end_mark.index)
        while not isinstance(event := self._next_event(), yaml.MappingEndEvent):
            key = self._as_key(self._node(event, depth))
            self._add_entry(mapping, key, self._node(self._next_event(), depth))
        mapping.end = self._end_of(event)
        return mapping

    def _end_of(self, event: _Given) -> int:
        """Give the end of a collection: its closing bracket; one without brackets ends with what it holds."""
        if event.start_mark.index < event.end_mark.index:
            self._end = event.end_mark.index
        return self._end

    def _as_key(self, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            self._report("Y018", node.start, node.end)
            return _UNREADABLE
        if node.plain and node.text == "<<":
            self._report("Y015", node.start, node.end)
        return node

    def _add_entry(self, mapping: Mapping, key: Scalar, value: Node) -> None:
        if key.text not in mapping.entries:
            mapping.entries[key.text] = key, value
        elif key is not _UNREADABLE:
            first, _ = mapping.entries[key.text]
            also = (self._source.place(first.start, first.end),)
            self._report("Y012", key.start, key.end, also=also, key=key.text)

    def _refuse_properties(self, event: _Given) -> None:
        for name, sign, code in ((event.anchor, "&", "Y013"), (event.tag, "!", "Y016")):
            if name:
                start = self._source.text.index(sign, event.start_mark.index)
                self._report(code, start, start + 1)

    def _keep_root(self, root: Node | None) -> None:
        if isinstance(root, Mapping):
            self.root = root
        else:
            self._report("Y019", 0, 0, kind=_KINDS[type(root)])

    def _add_syntax_error(self, error: _Given) -> None:
        from sixstages.catalogue import QUOTE_LEFT_OPEN, SYNTAX  # noqa: PLC0415 - as in `problem`

        index = error.problem_mark.index
        said = f"{error.context} {error.problem}"
        if self._source.text.startswith("\t", index):
            self._report("Y009", index, index + 1)
        elif "undefined tag handle" in said:
            self._report("Y016", index, index + 1)
        elif (
            self._long_quote and self._end == self._long_quote.end and _TEXT_GOES_ON.match(self._source.text, self._end)
        ):
            start, also = self._long_quote.start, self._source.place(index, index + 1)
            self._report("Y008", start, start + 1, also=(also,), why=Phrase(QUOTE_LEFT_OPEN))
        else:
            meaning = next(each for each in SYNTAX if each.said in said)
            index = (error.context_mark if meaning.from_beginning else error.problem_mark).index
            self._report("Y008", index, index + 1, why=Phrase(meaning.why))
