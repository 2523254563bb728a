"""Quotation marks that every reader takes for the same, and others."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.cohort.quotes import are_plain
from sixstages.cohort.tables import open_table
from sixstages.loading import load_rubric

RUBRIC = load_rubric()
CELLS = st.text('a ",\n', max_size=6)
AS_WRITTEN = (
    *("a", "", " ", '5" x', 'say "hi"', 'x"y"', '"x,y"', '"p\nq"', '"a""b"', '"a""\n""b"', '"""q"""', '"t"'),
    *(' "sp"', '"a"b', '"a" b"', '""x""', '"t"  ', '""b"p\nq"'),
)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8)


@pytest.mark.parametrize(
    "text",
    ["", "a,b\n", '"a"', '"a","b"\n', '"",""\r\n', '"a""b",c\n', '"""a""",\n', 'x,"a\nb"\n', '"a,""b"",c",d'],
)
def test_marks_that_are_plain(text: str) -> None:
    """They open a cell, close it, or stand twice within it."""
    assert are_plain(text.encode(), ",")


@pytest.mark.parametrize(
    "text",
    ['5" pipe\n', 'a,b "c" d\n', '""b,c\n', '"a"b,c\n', 'a, "b"\n', '"a', '"a"";', 'a,5"\nb,6"\n', '"a" ,b\n', '"'],
)
def test_marks_that_are_not(text: str) -> None:
    """They stand within a cell that is not quoted, behind its end, or alone."""
    assert not are_plain(text.encode(), ",")


@given(rows=ROWS)
def test_what_is_quoted_by_the_rules_is_plain(rows: list[list[str]]) -> None:
    """Whatever stands in cells, a table written by a program that quotes has plain marks."""
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    assert are_plain(text.getvalue().encode(), ",")


@given(rows=st.lists(st.lists(st.sampled_from(AS_WRITTEN), min_size=3, max_size=3), min_size=1, max_size=9))
def test_no_row_is_lost(rows: list[list[str]], tmp_path_factory: pytest.TempPathFactory) -> None:
    """However marks stand in cells, there are the rows that a spreadsheet program shows."""
    path = tmp_path_factory.mktemp("marks") / "table.csv"
    text = "\n".join(["accounts,x,y", *map(",".join, rows), "nowhere,a,b\n"])
    path.write_text(text, encoding="utf-8")
    frames = [block.frame for block, _ in open_table(path, RUBRIC).blocks(1)]
    cells = [[cell or "" for cell in row] for frame in frames for _, *row in frame.iter_rows()]
    _, *shown = filter(None, csv.reader(StringIO(text, newline="")))
    assert cells == [[*row, "", ""][:3] for row in shown]
