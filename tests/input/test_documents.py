"""Reading YAML: what is refused and where, and what is read as it was typed."""

from __future__ import annotations

import json
import string
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sixstages import documents
from sixstages.documents import parse, read
from sixstages.errors import ProblemsFound
from sixstages.nodes import Mapping, Scalar, Sequence
from tests.input.told import examples, expected, problems_of, told, underlined

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.nodes import Document, Node

PURE = "\n# \\ud800 in a comment: the parser in pure Python is taken"
PARSERS = pytest.mark.parametrize("end", ["", PURE], ids=["C", "pure Python"])


def typed(node: Node) -> object:
    """Give a tree as plain values."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [typed(item) for item in node.items]
        case Mapping():
            return {key.text: typed(value) for key, value in node.entries.values()}


def parsed(text: str, end: str = "") -> Document:
    """Parse a text."""
    return parse((text + end).encode(), "x.yaml")


def read_as(text: str, end: str = "") -> object:
    """Give what is read from a text."""
    return typed(parsed(text, end).root)


@pytest.mark.parametrize("path", examples("documents"), ids=lambda path: path.stem)
def test_a_bad_file_gets_the_problems_that_its_first_lines_name(path: Path) -> None:
    """Each example gives exactly the problems it names, each at its place, in one run."""
    assert expected(path)
    assert told(lambda: read(path)) == expected(path)


@pytest.mark.parametrize("path", examples("documents"), ids=lambda path: path.stem)
def test_the_parser_in_pure_python_finds_the_same_on_the_same_lines(path: Path) -> None:
    """Where PyYAML comes without its C parser, each example gives the same codes on the same lines."""
    data = path.read_bytes().rstrip(b"\n") + PURE.encode()
    found = [problem.split(":")[0] for problem in told(lambda: parse(data, "x.yaml"))]
    assert found == [problem.split(":")[0] for problem in expected(path)]


@pytest.mark.parametrize(
    ("data", "where"),
    [
        ("name: café".encode("latin-1"), "1:10"),
        (b"a: b\r\nc: caf\xe9\r\n", "2:7"),
        ("नाम: ".encode() + b"\xff", "1:6"),
        ("a: 😀".encode()[:-1], "1:4"),
        ("a: b".encode("utf-16"), "1:1"),
        ("a: b".encode("utf-16-le"), "1:2"),
        ("a: b".encode("utf-16-be"), "1:1"),
        ("étage: b".encode("utf-16-le"), "1:1"),
        (b"\xef\xbb\xbf\xff", "1:1"),
        ('{"a": "é"}'.encode("latin-1"), "1:8"),
    ],
)
def test_what_is_not_utf8_is_refused_at_the_byte(data: bytes, where: str) -> None:
    """Latin-1, UTF-16 and a letter cut in two are refused at line and column of the byte."""
    [problem] = problems_of(lambda: parse(data, "x.yaml"))
    assert told(lambda: parse(data, "x.yaml")) == [f"Y004 {where}"]
    assert "Save the file as UTF-8" in problem.remedy


@PARSERS
@pytest.mark.parametrize(
    "character",
    [*"\x00\x01\x08\x0b\x0c\x0e\x1b\x1f\x7f\x80\x84\x86\x9b\x9f", *"\ufeff\ufffe\uffff"],
    ids=lambda character: f"U+{ord(character):04X}",
)
def test_a_raw_control_character_is_refused_where_it_stands(character: str, end: str) -> None:
    """A control character is refused at its place, and reading goes on behind it."""
    found = told(lambda: parsed(f"नाम: 'a{character}b'\nc: d\nc: e", end))
    assert found == ["Y005 1:8", "Y012 3:1 also 2:1"]


@pytest.mark.parametrize("character", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_a_character_that_turns_the_direction_of_text_is_refused(character: str) -> None:
    """Bidi overrides, embeddings and isolates are refused at their place."""
    assert told(lambda: parsed(f"a: b{character}c")) == ["Y006 1:5"]


@pytest.mark.parametrize("character", "\u200b\u200c\u200d\u200e\u200f\u00ad\U000e0067")
@PARSERS
def test_invisible_letters_of_real_languages_are_kept(character: str, end: str) -> None:
    """Joiners and direction marks are letters: they are read as any other."""
    assert read_as(f"a: क{character}ष", end) == {"a": f"क{character}ष"}


@PARSERS
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
@pytest.mark.parametrize("letter", ["\u0085", "\u2028", "\u2029"], ids=["NEL", "LS", "PS"])
def test_lines_are_counted_as_editors_do(line_end: str, letter: str, end: str) -> None:
    """Lines end at LF, CRLF or CR; what only YAML takes for a line end shifts neither line nor column."""
    lines = [f"# a{letter}b", "# 😀 नमस्ते", f"a: x{letter}y", "b: 1", "b: 2"]
    assert told(lambda: parsed(line_end.join(lines), end)) == ["Y012 5:1 also 4:1"]
    assert read_as(line_end.join(lines[:4]), end) == {"a": "x y", "b": "1"}


def test_a_byte_order_mark_shifts_nothing() -> None:
    """The mark at the beginning is no column."""
    assert told(lambda: parse(b"\xef\xbb\xbfa: &x b", "x.yaml")) == ["Y013 1:4"]


@PARSERS
@pytest.mark.parametrize(
    "written",
    [
        "No",
        "no",
        "on",
        "y",
        "12:30",
        "010",
        "1_000",
        "2024-13-45",
        "1e999999",
        ".nan",
        ".inf",
        "0x1F",
        "~",
        "null",
        "=",
    ],
)
def test_a_value_is_the_text_that_was_typed(written: str, end: str) -> None:
    """Nothing is taken for a truth value, a number, a date or nothing at all."""
    assert read_as(f"{written}: {written}\nb: [{written}]", end) == {written: written, "b": [written]}


def test_keys_that_yaml_takes_for_equal_are_different_texts() -> None:
    """Keys are compared as texts: 1, 1.0 and 01 are three, and so are yes and on."""
    assert list(parsed("1: a\n1.0: b\n01: c\nyes: d\non: e").root.entries) == ["1", "1.0", "01", "yes", "on"]


def test_quotes_make_a_text_of_a_merge_key_and_of_a_sign() -> None:
    """What is refused plain can be written in quotes."""
    written = "\"<<\": '&a'\nb: '!c'\nd: \"*e\""
    assert read_as(written) == {"<<": "&a", "b": "!c", "d": "*e"}


@pytest.mark.parametrize(
    ("written", "empty"),
    [("", True), ("~", True), ("null", True), ("NULL", True), ("'null'", False), ('""', False), ("''", False)],
)
def test_nothing_is_told_from_an_empty_text(written: str, empty: bool) -> None:  # noqa: FBT001 - one row, one truth
    """No value and YAML's words for it are empty; the same in quotes is a text."""
    [(_, node)] = parsed(f"a: {written}").root.entries.values()
    assert isinstance(node, Scalar)
    assert node.empty is empty


REFUSED = "\u2028\u2029\ufeff\ufffe\uffff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=REFUSED)
TEXTS = st.text(LETTERS | st.sampled_from("\n\t :#-[]{}'\"\\"), max_size=12)
VALUES = st.recursive(TEXTS, lambda values: st.lists(values) | st.dictionaries(TEXTS, values), max_leaves=6)
TREES = st.dictionaries(TEXTS, VALUES, min_size=1, max_size=4)


@given(TREES, st.booleans(), st.sampled_from([None, 1, "\t"]))
def test_json_is_read_as_json_means_it(tree: dict[str, Any], ascii_only: bool, indent: str | int | None) -> None:  # noqa: FBT001
    """What `json.dumps` writes, with escapes or without, indented by spaces or tabs, is read back."""
    assert read_as(json.dumps(tree, ensure_ascii=ascii_only, indent=indent)) == tree


@given(TREES, st.booleans(), st.sampled_from(["", PURE]))
def test_yaml_is_read_as_yaml_means_it(tree: dict[str, Any], flow: bool, end: str) -> None:  # noqa: FBT001
    """What PyYAML writes of texts is read back, by either parser."""
    written = yaml.dump(tree, Dumper=WithoutAliases, allow_unicode=True, default_flow_style=flow)
    assert read_as(written, end) == tree


class WithoutAliases(yaml.SafeDumper):
    """Writes equal texts out."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML's own name
        """Take no value for one that stood before."""
        return True


@PARSERS
def test_a_slash_may_be_escaped_as_json_allows(end: str) -> None:
    r"""JSON's `\/` is a slash."""
    assert read_as(r'{"a": "b\/c"}', end) == {"a": "b/c"}


@PARSERS
def test_a_place_in_json_is_right_behind_letters_of_two_halves(end: str) -> None:
    """Letters that JSON escapes as two halves shift no place behind them."""
    found = problems_of(lambda: parsed('{"a": "\\ud83d\\ude00", "b":\t1, "b":\t2}', end))
    assert [underlined(problem.place) for problem in found] == ['"b"']
    assert found[0].place
    assert found[0].place.column == 31


@given(st.text(st.sampled_from(string.ascii_letters[:3] + " \n\t\r:-?,[]{}&*!|>'\"%@`#\\<~0é😀\u0085\u2028\0\x1b")))
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    """Whatever the text, either parser gives a mapping or problems with places in the file."""
    for end in ("", PURE):
        for problem in problems_of(lambda: parsed(text, end)):  # noqa: B023 - called at once
            assert problem.place
            assert problem.place.line >= 1


@given(TREES, st.booleans())
def test_a_node_spans_what_was_written(tree: dict[str, Any], flow: bool) -> None:  # noqa: FBT001
    """The span of a value is its own text: read alone, it gives the value again."""
    document = parsed(yaml.dump(tree, Dumper=WithoutAliases, allow_unicode=True, default_flow_style=flow, width=10**6))
    for node in every_scalar(document.root):
        alone = document.source.text[node.start : node.end]
        assert typed(parsed(f"? {alone}").root) == {node.text: ""} if alone else node.text == ""


def every_scalar(node: Node) -> list[Scalar]:
    """Collect the values of a tree."""
    match node:
        case Scalar():
            return [node]
        case Sequence():
            return [each for item in node.items for each in every_scalar(item)]
        case Mapping():
            return [each for _, value in node.entries.values() for each in every_scalar(value)]


def test_many_problems_are_cut_short_and_it_is_said() -> None:
    """Of one kind a hundred are listed, and one more that says that there are others."""
    for text in (
        "a: &x b\n" * 50 + "c: !t d\ne: [",
        "a: b\n" * 500,
        "[" + "&a b, " * 500 + "]",
        "# \x1b\n" * 500 + "a: b",
    ):
        with pytest.raises(ProblemsFound) as found:
            parsed(text)
        assert len(found.value.problems) == 101
        assert found.value.problems[-1].code == "Y020"


def test_the_c_parser_is_taken_where_there_is_one() -> None:
    """Speed is not lost by accident."""
    assert documents._FASTEST is yaml.CLoader  # noqa: SLF001 - nothing else shows which one was chosen
