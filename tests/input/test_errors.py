"""Problems in words: complete, in the right order, harmless to a terminal."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import sixstages
from sixstages.catalogue import CATALOGUE
from sixstages.documents import parse
from sixstages.errors import Place, Problem, ProblemsFound, describe, problem, suggestion
from sixstages.text import width
from tests.input.told import problems_of

SOURCES = Path(sixstages.__file__).parent


def described(text: str) -> list[str]:
    """Describe the first problem of a YAML text, line by line."""
    return describe(problems_of(lambda: parse(text.encode(), "my file.yaml"))[0]).splitlines()


def test_a_problem_is_described_with_its_place_underlined() -> None:
    """File, line and column, code and words; the line with the place underlined; the remedy; the other places."""
    assert described("name: Asha\nanswers: {}\nname: Bela\n") == [
        "my file.yaml:3:1: error Y012: The key 'name' stands here a second time.",
        "    name: Bela",
        "    ^^^^",
        "  Keep one of the two.",
        "  also: my file.yaml:1:1",
    ]


@pytest.mark.parametrize(
    ("line", "shown", "mark"),
    [
        ("        a: &x b", "    a: &x b", "       ^"),
        ("\ta: 1\tb: &x c", "    a: 1 b: &x c", "            ^"),
        ("नमस्ते: &x b", "    नमस्ते: &x b", "          ^"),
        ("中文: &x b", "    中文: &x b", "          ^"),
        ("'\u2028': &x b", "    '\\u2028': &x b", "              ^"),
    ],
)
def test_the_mark_stands_below_its_letter(line: str, shown: str, mark: str) -> None:
    """Indents, tabs, wide letters, vowel signs and escapes do not shift the mark."""
    place = Place("x.yaml", 1, line.index("&") + 1, 1, line.index("&") + 2, line)
    assert describe(Problem("A000", "error", "m", "r", place)).splitlines()[1:3] == [shown, mark]


def test_a_long_line_is_cut_around_the_place() -> None:
    """Of a line of thousands of letters about eighty cells are shown, the place among them."""
    for line in (f"{'x' * 3000} &y {'z' * 3000}", f"&y {'z' * 3000}", f"{'x' * 3000} &y"):
        at = line.index("&")
        place = Place("x.yaml", 1, at + 1, 1, at + 3, line)
        _, shown, mark, _ = describe(Problem("A000", "error", "m", "r", place)).splitlines()
        assert width(shown) <= 80
        assert shown[mark.index("^") : mark.rindex("^") + 1] == "&y"
        assert "…" in shown


def test_a_long_place_is_cut_too() -> None:
    """A place wider than the line is underlined as far as it is shown."""
    line = f"ab {'x' * 500} cd"
    _, shown, mark, _ = describe(Problem("A000", "error", "m", "r", Place("x", 1, 4, 1, 504, line))).splitlines()
    assert shown.startswith("    ab xxx")
    assert shown.endswith("… cd")
    assert mark.rstrip("^") == "       "
    assert width(shown) <= 80


def test_a_place_of_several_lines_is_underlined_on_the_first() -> None:
    """What goes on below is underlined to the end of its first line."""
    place = Place("x.yaml", 1, 3, 2, 3, "a [b,")
    assert describe(Problem("A000", "error", "m", "r", place)).splitlines()[1:3] == ["    a [b,", "      ^^^"]


def test_a_problem_without_a_place_or_a_line_is_described_all_the_same() -> None:
    """Where there is no line to show, none is shown."""
    assert describe(problem("A691")) == ("warning A691: There is no definite answer.\n  Answer some questions first.")
    assert describe(Problem("A000", "error", "m", "r", Place("x", 3, 4))) == "x:3:4: error A000: m\n  r"


@given(st.text(), st.text(), st.integers(1, 30), st.integers(1, 30))
def test_no_text_of_a_file_can_forge_a_line(name: str, line: str, start: int, length: int) -> None:
    """Whatever stands in a file or in its name, a description has its lines and no control characters."""
    line = line.replace("\n", " ")
    place = Place(name, 1, min(start, len(line) + 1), 1, min(start + length, len(line) + 1), line)
    found = problem("A603", place, also=(place,), question=f"{name}{{}}{line}", hint=name)
    shown = describe(found)
    assert len(shown.split("\n")) == (5 if line else 3)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u202e\ud800-\udfff]", shown)


def test_problems_are_told_in_the_order_of_reading() -> None:
    """They are sorted by file, line and column; one without a place comes first."""
    places = [Place("b", 1), Place("a", 10), Place("a", 9, 3), Place("a", 9, 2), None]
    found = ProblemsFound(Problem("A000", "error", "m", "r", place) for place in places)
    assert [each.place for each in found.problems] == places[::-1]
    assert str(found).splitlines()[0] == "error A000: m"


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (["daily", "weekly"], "Did you mean 'weekly'?"),
        (["x", "y"], "Known here: x, y."),
        (
            [f"n{number}" for number in range(20)],
            "Known here: n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11, and 8 more.",
        ),
        ([], "None is known here."),
    ],
)
def test_what_is_known_is_suggested(known: list[str], words: str) -> None:
    """The nearest known word, else the first of those that are known."""
    assert suggestion("weakly", known) == words


def test_every_code_of_the_catalogue_is_used_and_every_used_one_is_there() -> None:
    """The catalogue has the codes that the program names, no fewer and no more."""
    others = [path for path in SOURCES.rglob("*.py") if path.name != "catalogue.py"]
    used = {code for path in others for code in re.findall('"([YSXLTGACU][0-9]{3})"', path.read_text(encoding="utf-8"))}
    assert used == set(CATALOGUE)


@pytest.mark.parametrize("code", CATALOGUE)
def test_the_words_of_the_catalogue_are_sentences(code: str) -> None:
    """What is wrong and what to do are whole sentences, and can be filled in."""
    entry = CATALOGUE[code]
    for words in (entry.message, entry.remedy):
        assert words[0].isupper() or words[0] in "{'"
        assert words[-1] in ".}"
        assert all(name is None or name.isidentifier() for _, name, _, _ in Formatter().parse(words))
