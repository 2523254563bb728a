"""The only reader of YAML: bytes in, a tree of nodes out, or all that is wrong with them.

Every scalar stays the text that was typed; what it means is for the models to say. JSON is read as the YAML it is.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Any, ClassVar, NoReturn

import yaml

from sixstages.catalogue import SYNTAX
from sixstages.errors import MAX_PROBLEMS, Place, Problem, ProblemsFound, first_of, problem
from sixstages.files import MAX_BYTES, read_bytes, too_large
from sixstages.nodes import Document, Mapping, Node, Scalar, Sequence, Source
from sixstages.text import CONTROL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_Given = Any  # what PyYAML hands out: its types leave open what is always there

MAX_DEPTH = 32
MAX_NODES = 200_000

_DIRECTION = "\u202a-\u202e\u2066-\u2069"
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff"  # a byte order mark may only begin a file
_LINE_ENDS = "\x85\u2028\u2029"  # for YAML; no editor shows a new line there
_REFUSED = re.compile(f"[{_DIRECTION}{_CONTROLS}]+")
_UNUSUAL = re.compile(f"[{_DIRECTION}{_CONTROLS}{_LINE_ENDS}]")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_UNREADABLE = Scalar("", 0, 0)  # stands where a problem was found, so that reading goes on
_KINDS = {type(None): "empty", Scalar: "a single text", Sequence: "a list"}


def read(path: Path) -> Document:
    """Return the document in a regular file of at most 1 MiB; raises `ProblemsFound` with all that is wrong."""
    return parse(read_bytes(path), str(path))


def parse(data: bytes, name: str) -> Document:
    """Return the document that these bytes hold; `name` stands for the file in the places of problems.

    A document is a mapping in UTF-8, at most 32 levels deep, without control characters, anchors, aliases,
    merge keys, tags and repeated keys. Raises `ProblemsFound` with all that is wrong.
    """
    source = Source(name, _decoded(data, name))
    hidden = first_of(_hidden_characters(source))
    composer = _Composer(source)
    composer.compose(_UNUSUAL.sub(_harmless, source.text))
    if hidden or composer.problems:
        raise ProblemsFound(hidden + composer.problems)
    return Document(source, composer.root)


def _decoded(data: bytes, name: str) -> str:
    if len(data) > MAX_BYTES:
        raise ProblemsFound([too_large(Place(name))])
    data = data.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in data[:2]:  # UTF-16 without a mark at its beginning
        raise ProblemsFound([_not_utf8(data, data.index(b"\0"), name)])
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise ProblemsFound([_not_utf8(data, error.start, name)]) from error


def _not_utf8(data: bytes, start: int, name: str) -> Problem:
    index = len(data[:start].decode())
    place = Source(name, data.decode(errors="replace")).place(index, index + 1)
    return problem("Y004", place, byte=f"0x{data[start]:02X}")


def _hidden_characters(source: Source) -> Iterator[Problem]:
    for match in _REFUSED.finditer(source.text):
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
    """Builds the tree from the parser's events, without recursion, and collects what is wrong with it."""

    def __init__(self, source: Source) -> None:
        self.root = Mapping(0, 0)
        self.problems: list[Problem] = []
        self._source = source
        self._roots: list[Node] = []
        self._open: list[Sequence | Mapping] = []
        self._keys: list[Scalar | None] = []  # for each open node the key that waits for its value
        self._nodes = 0
        self._end = 0  # of the last node that was complete

    def compose(self, text: str) -> None:
        """Read the whole text, or as much of it as can be read."""
        with suppress(_GaveUp):
            try:
                self._read(text)
            except yaml.MarkedYAMLError as error:
                self._add_syntax_error(error)

    def _read(self, text: str) -> None:
        parser: Any = _PurePython if _SURROGATE.search(text) else _FASTEST
        for event in yaml.parse(text, Loader=parser):
            handle = self._HANDLERS.get(type(event))
            if handle:
                handle(self, event)
        self._check_root()

    def _report(self, code: str, start: int, end: int, *, also: tuple[Place, ...] = (), **facts: _Given) -> None:
        if len(self.problems) == MAX_PROBLEMS:
            self._give_up("Y020", start, end, number=MAX_PROBLEMS)
        self.problems.append(problem(code, self._source.place(start, end), also=also, **facts))

    def _give_up(self, code: str, start: int, end: int, *, also: tuple[Place, ...] = (), **facts: _Given) -> NoReturn:
        self.problems.append(problem(code, self._source.place(start, end), also=also, **facts))
        raise _GaveUp

    def _start_document(self, event: _Given) -> None:
        if self._roots:
            start, end = event.start_mark.index, event.end_mark.index
            self._give_up("Y017", 0, 0, also=(self._source.place(start, end),))

    def _add_scalar(self, event: _Given) -> None:
        node = Scalar(event.value, event.start_mark.index, event.end_mark.index, plain=not event.style)
        self._end = node.end
        if event.style == '"' and CONTROL.search(node.text):
            self._check_escapes(node)
        if event.anchor or event.tag:
            self._refuse_properties(event)
        self._add(node)

    def _check_escapes(self, node: Scalar) -> None:
        """Make one letter of the two halves that JSON writes for it; refuse what else can't be shown."""
        node.text = node.text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        found = CONTROL.search(node.text)
        if found:
            self._report("Y007", node.start, node.end, character=_named(found[0]))

    def _add_alias(self, event: _Given) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        self._report("Y014", start, end, alias=self._source.text[start:end])
        self._add(_UNREADABLE)

    def _start_sequence(self, event: _Given) -> None:
        self._start(Sequence(event.start_mark.index, event.end_mark.index), event)

    def _start_mapping(self, event: _Given) -> None:
        self._start(Mapping(event.start_mark.index, event.end_mark.index), event)

    def _start(self, node: Sequence | Mapping, event: _Given) -> None:
        if len(self._open) == MAX_DEPTH:
            self._give_up("Y010", node.start, node.end, number=MAX_DEPTH)
        if event.anchor or event.tag:
            self._refuse_properties(event)
        self._add(node)
        self._open.append(node)
        self._keys.append(None)

    def _end_collection(self, event: _Given) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        if start < end:  # the closing bracket; one without brackets ends with what it holds
            self._end = end
        self._keys.pop()
        self._open.pop().end = self._end

    def _add(self, node: Node) -> None:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            self._give_up("Y011", node.start, node.end, number=MAX_NODES)
        if not self._open:
            self._roots.append(node)
            return
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self._keys[-1] is None:
            self._keys[-1] = self._as_key(node)
        else:
            self._add_entry(parent, self._keys[-1], node)
            self._keys[-1] = None

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

    def _check_root(self) -> None:
        root = self._roots[0] if self._roots else None
        if isinstance(root, Mapping):
            self.root = root
        else:
            self._report("Y019", 0, 0, kind=_KINDS[type(root)])

    def _add_syntax_error(self, error: _Given) -> None:
        index = error.problem_mark.index
        said = f"{error.context} {error.problem}"
        if self._source.text.startswith("\t", index):
            self._report("Y009", index, index + 1)
        elif "undefined tag handle" in said:
            self._report("Y016", index, index + 1)
        else:
            meaning = next(each for each in SYNTAX if each.said in said)
            index = (error.context_mark if meaning.from_beginning else error.problem_mark).index
            self._report("Y008", index, index + 1, why=meaning.why)

    _HANDLERS: ClassVar[dict[type[yaml.Event], Callable[[_Composer, _Given], None]]] = {
        yaml.DocumentStartEvent: _start_document,
        yaml.ScalarEvent: _add_scalar,
        yaml.AliasEvent: _add_alias,
        yaml.SequenceStartEvent: _start_sequence,
        yaml.SequenceEndEvent: _end_collection,
        yaml.MappingStartEvent: _start_mapping,
        yaml.MappingEndEvent: _end_collection,
    }
