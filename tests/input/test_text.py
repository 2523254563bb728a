"""Text for people: what could steer a terminal is shown, widths and line breaks are right in every script."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.text import one_line, shorten, visible, width, wrap

SCRIPTS = st.text(st.sampled_from("ab क्षि\u200dা্র😀中\u0301\u200b-\t\n"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", r"\x1b[31m"),
        ("\0\a\b\x7f", r"\x00\x07\x08\x7f"),
        ("\x85\x9b\x9f", r"\x85\x9b\x9f"),
        ("a\r\nb", "a\\x0d\nb"),
        ("a\tb\n", "a\tb\n"),
        ("\u202aa\u202b\u202c\u202d\u202e", r"\u202aa\u202b\u202c\u202d\u202e"),
        ("\u2066\u2067\u2068\u2069", r"\u2066\u2067\u2068\u2069"),
        ("\u2028\u2029", r"\u2028\u2029"),
        ("caf\udce9 \ud83d", r"caf\udce9 \ud83d"),
        ("क्\u200dष \u200e😀 [/] :bomb: \\x1b", "क्\u200dष \u200e😀 [/] :bomb: \\x1b"),
    ],
)
def test_what_could_steer_a_terminal_is_written_out(text: str, shown: str) -> None:
    """Control characters, direction overrides and half letters are shown as escapes, all else as it is."""
    assert visible(text) == shown


@given(st.text())
def test_shown_text_steers_nothing(text: str) -> None:
    """Whatever the text, what is shown holds no control character but newlines and tabs, and can be encoded."""
    shown = visible(text)
    shown.encode()
    assert {each for each in shown if unicodedata.category(each) == "Cc"} <= {"\n", "\t"}
    assert visible(shown) == shown


def test_a_line_stays_a_line() -> None:
    """Where one line is due, newlines and tabs are written out too."""
    assert one_line("a\nb\tc\x1b") == r"a\nb\tc\x1b"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("plain", 5),
        ("नमस्ते", 4),
        ("हिन्दी", 5),
        ("বাংলা", 5),
        ("สวัสดี", 4),
        ("中文", 4),
        ("한국어", 6),
        ("ｆｕｌｌ", 8),
        ("é", 1),
        ("e\u0301\u20dd", 1),
        ("क\u200dष", 2),
        ("😀", 2),
        ("\u200b\u00ad", 0),
    ],
)
def test_width_is_what_terminals_give(text: str, columns: int) -> None:
    """Marks above and below take nothing, spacing vowel signs a cell, wide letters two."""
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "columns", "indent", "lines"),
    [
        ("one two three", 7, "", ["one two", "three"]),
        ("one two three", 9, "  ", ["  one two", "  three"]),
        ("  one \t  two  ", 20, "", ["one two"]),
        ("one\n\ntwo", 20, "  ", ["  one", "", "  two"]),
        ("", 20, "", [""]),
        ("no\u00a0break here", 9, "", ["no\u00a0break", "here"]),
        ("abcdefgh ij", 3, "", ["abc", "def", "gh", "ij"]),
        ("ab cdefgh", 4, "", ["ab", "cdef", "gh"]),
        ("中文字", 3, "", ["中", "文", "字"]),
        ("中文", 1, "", ["中", "文"]),
        ("wide", 2, "      ", ["      w", "      i", "      d", "      e"]),
        ("क्षत्रिय", 2, "", ["क्ष", "त्रि", "य"]),
        ("ক্ষত্রিয়", 3, "", ["ক্ষ", "ত্রি", "য়"]),
    ],
)
def test_text_is_broken_at_spaces_and_between_clusters(text: str, columns: int, indent: str, lines: list[str]) -> None:
    """Lines break at spaces, words that are too long between letters that are written apart."""
    assert wrap(text, columns, indent) == lines


@given(SCRIPTS, st.integers(1, 12))
def test_wrapping_keeps_every_letter_and_the_width(text: str, columns: int) -> None:
    """No letter is lost, and only a cluster that stands alone is wider than its line."""
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        assert width(line) <= columns or line not in wrap(line, 1) or len(wrap(line, 1)) == 1


@given(st.text(st.sampled_from("aक्षि\u200dা্র中\u0301")), st.integers(1, 12))
def test_no_line_begins_inside_a_cluster(text: str, columns: int) -> None:
    """A mark or a vowel sign stands on the line of its letter, and so does what is joined to it."""
    lines = wrap(f"क{text}", columns)
    assert not [line for line in lines if unicodedata.category(line[0]) in {"Mn", "Mc", "Me", "Cf"}]
    assert not [line for line in lines[:-1] if line[-1] in "\u094d\u09cd\u200d"]


@pytest.mark.parametrize(
    ("text", "columns", "short"),
    [
        ("short", 5, "short"),
        ("longer", 5, "long…"),
        ("中文字", 4, "中…"),
        ("त्रिय", 2, "…"),
        ("ab", 1, "…"),
        ("", 1, ""),
    ],
)
def test_text_is_shortened_between_clusters(text: str, columns: int, short: str) -> None:
    """What does not fit ends in an ellipsis, within the width."""
    assert shorten(text, columns) == short
