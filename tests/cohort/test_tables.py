"""Tables as they come: the same rows, whatever program wrote the file and however."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Literal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.cohort.blocks import ROW
from sixstages.cohort.encodings import PIECE
from sixstages.cohort.tables import open_table
from tests.library import FOLDER, library

if TYPE_CHECKING:
    from sixstages.cohort.tables import Block, Table

Row = tuple[int, tuple[str, ...]]

THREE = [(2, ("Óscar", "ano todo", "sim")), (3, ("नीता", "", "да"))]
"""Rows in letters of several scripts."""

HEAD = ("nome", "ritmo", "opinião")


def table(path: Path, data: bytes) -> Table:
    """Open a table that holds these bytes."""
    path = path / "table.csv"
    path.write_bytes(data)
    return open_table(path, library())


def rows(opened: Table, header_rows: int = 1) -> list[Row]:
    """Read every row with its number, blank cells as empty texts."""
    return [row for block, _ in opened.blocks(header_rows) for row in in_block(block)]


def in_block(block: Block) -> list[Row]:
    """Take a block apart."""
    return [(number, tuple(cell or "" for cell in cells)) for number, *cells in block.frame.rows()]


def in_memory(text: str) -> list[Row]:
    """Read the rows of a table that is kept for no longer than that."""
    with TemporaryDirectory() as folder:
        return rows(table(Path(folder), text.encode()))


def broken(opened: Table) -> list[int]:
    """Read the numbers of all broken rows."""
    return [number for block, _ in opened.blocks(1) for number in block.broken]


def written(separator: str, ending: str) -> str:
    """Write the three records of the example."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator, lineterminator=ending).writerows([HEAD, *(cells for _, cells in THREE)])
    return text.getvalue()


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encoding_separator_and_line_ends_are_found_out(
    encoding: str, separator: str, ending: str, tmp_path: Path
) -> None:
    """However a program writes a table, its head and its rows are the same."""
    data = written(separator, ending).encode(encoding)
    opened = table(tmp_path, data)
    assert opened.head == (HEAD, *(cells for _, cells in THREE))
    assert rows(opened) == THREE
    assert sum(share for _, share in opened.blocks(1)) == opened.size == len(data)


@pytest.mark.parametrize("ascii_first", [0, PIECE])
def test_the_code_page_of_windows_is_read(ascii_first: int, tmp_path: Path) -> None:
    """What is not UTF-8 from its first accent on is cp1252, even where that stands in a later piece of the file."""
    data = b"nome,b\n" + b"x,1\n" * (ascii_first // 4) + "João – ação,€".encode("cp1252")
    *_, (block, _) = table(tmp_path, data).blocks(1)
    assert in_block(block)[-1][1] == ("João – ação", "€")


def test_damaged_letters_spoil_nothing_else(tmp_path: Path) -> None:
    """In a file that began as UTF-8, a byte that does not fit becomes a sign that no answer holds."""
    data = "nome,b\nJoão,1\n".encode() + b"Jo\xe3o,2\nx,3\n"
    assert rows(table(tmp_path, data)) == [(2, ("João", "1")), (3, ("Jo\ufffdo", "2")), (4, ("x", "3"))]


def test_the_separator_is_what_makes_even_rows(tmp_path: Path) -> None:
    """Commas within questions and semicolons within answers are no separators."""
    semicolons = b"Where, when, how?;And why, if so?\na, b;c\nd;e, f, g\n"
    commas = b"accounts,why\nfacebook;instagram;x,a;b\nx;y,c\n"
    assert rows(table(tmp_path, semicolons)) == [(2, ("a, b", "c")), (3, ("d", "e, f, g"))]
    assert rows(table(tmp_path, commas)) == [(2, ("facebook;instagram;x", "a;b")), (3, ("x;y", "c"))]


def test_rows_are_numbered_as_in_a_spreadsheet(tmp_path: Path) -> None:
    """A cell over several lines is in one row; a blank line counts and is no row; blank cells make a row."""
    opened = table(tmp_path, b'\na,b\n1,"x\n\ny"\n\n,\n2,z\n')
    assert rows(opened) == [(3, ("1", "x\n\ny")), (5, ("", "")), (6, ("2", "z"))]
    assert rows(opened, 2) == rows(opened)[1:]
    assert rows(opened, 0)[0] == (2, ("a", "b"))


def test_short_rows_are_filled_up_and_long_ones_are_broken(tmp_path: Path) -> None:
    """Blank cells at the end may be missing or too many; a row with further texts can't be told apart."""
    opened = table(tmp_path, b"a,b,c\n1\n1,2,3\n1,2,3,, \n1,2,3,4\n1,2\n")
    blank = ("", "", "")
    assert rows(opened) == [
        (2, ("1", "", "")),
        (3, ("1", "2", "3")),
        (4, ("1", "2", "3")),
        (5, blank),
        (6, ("1", "2", "")),
    ]
    assert broken(opened) == [5]


def test_the_widest_header_row_says_how_many_columns_there_are(tmp_path: Path) -> None:
    """The answers of a second header row may stand under more columns than the first one names."""
    opened = table(tmp_path, b"a\nx,y\n1,2\n1,2,3\n4,5\n")
    assert opened.head == (("a",), ("x", "y"), ("1", "2"))
    assert rows(opened, 2) == [(3, ("1", "2")), (4, ("", "")), (5, ("4", "5"))]
    assert rows(opened) == [(2, ("",)), (3, ("",)), (4, ("",)), (5, ("",))]


@pytest.mark.parametrize("place", [0, 1, 2, 5])
def test_a_row_that_is_too_long_is_broken_wherever_it_stands(place: int, tmp_path: Path) -> None:
    """Right below the header as well; it makes no column that would let others of its length pass."""
    lines = ["1,2"] * 6
    lines[place] = '"x", y, z'
    opened = table(tmp_path, "\n".join(["a,b", *lines, "7,8,9", "1,2,, "]).encode())
    expected = [("1", "2")] * 6
    expected[place] = ("", "")
    assert rows(opened) == [*enumerate([*expected, ("", ""), ("1", "2")], 2)]
    assert broken(opened) == [place + 2, 8]


@pytest.mark.parametrize("ended", [0, 1, 2])
def test_a_separator_at_the_end_of_each_line_makes_no_column(ended: int, tmp_path: Path) -> None:
    """Whether the header has one or not."""
    data = b"a,b\n" + b"1,2" + b"," * ended + b"\n" + b"3,4" + b"," * ended + b"\n"
    assert rows(table(tmp_path, data)) == [(2, ("1", "2")), (3, ("3", "4"))]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        (b'5" screen,a', ('5" screen', "a")),
        (b'"say ""yes"", please",a', ('say "yes", please', "a")),
        (b'"x" y,a', ("x y", "a")),
        (b'a,6"', ("a", '6"')),
        (b"a\rb,c", ("a b", "c")),
        (b'"",""', ("", "")),
    ],
)
def test_quotation_marks_are_read_as_a_spreadsheet_reads_them(
    line: bytes, cells: tuple[str, ...], tmp_path: Path
) -> None:
    """A mark within a cell is a letter of it, and the rows around it are unharmed."""
    opened = table(tmp_path, b'h,"i"\n1,"2"\n' + line + b'\n"3",4\n"5, 6",7"\n')
    assert rows(opened) == [(2, ("1", "2")), (3, cells), (4, ("3", "4")), (5, ("5, 6", '7"'))]


CELL = st.text(alphabet="ab ,;\n\"'\té", max_size=6)


@given(st.lists(st.tuples(CELL, CELL, CELL), min_size=1, max_size=12), st.booleans())
def test_what_was_written_is_read(records: list[tuple[str, str, str]], quoted: bool) -> None:  # noqa: FBT001 - is drawn
    """Whatever stands in the cells, a table that a program wrote gives them back, with the right numbers."""
    text = io.StringIO()
    quoting: Literal[0, 1] = csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL
    csv.writer(text, quoting=quoting, lineterminator="\n").writerows([("a", "b", "c"), *records])
    assert in_memory(text.getvalue()) == list(enumerate(records, 2))


def test_a_table_of_several_pieces_is_read_as_one(tmp_path: Path) -> None:
    """Numbers go on from block to block, and a cell that goes on over lines is not cut where a piece ends."""
    number = 2 * PIECE // 40
    data = b"a,b\n" + b'"one\ntwo\n\nthree, and four and five",x\n' * number + b"1,2,3\n" + b"last,x"
    opened = table(tmp_path, data)
    blocks = [block for block, _ in opened.blocks(1)]
    numbers = pl.concat([block.frame[ROW] for block in blocks])
    assert len(blocks) > 1
    assert numbers.to_list() == list(range(2, number + 4))
    assert blocks[0].frame["0"].unique().to_list() == ["one\ntwo\n\nthree, and four and five"]
    assert in_block(blocks[-1])[-2:] == [(number + 2, ("", "")), (number + 3, ("last", "x"))]
    assert broken(opened) == [number + 2]


def test_rows_far_shorter_than_the_first_are_taken_a_few_at_a_time(tmp_path: Path) -> None:
    """Where a small piece would make very many cells, its blocks are smaller."""
    data = b",".join(b"c%d" % n for n in range(1_000)) + b"\n" + b"x\n" * 20_000
    sizes = [block.frame.height for block, _ in table(tmp_path, data).blocks(1)]
    assert sum(sizes) == 20_000
    assert max(sizes) <= 4_000


def parquet(path: Path, frame: pl.DataFrame) -> Table:
    """Open a Parquet file that holds a frame."""
    frame.write_parquet(path / "table.parquet")
    return open_table(path / "table.parquet", library())


def test_parquet_is_read_as_text(tmp_path: Path) -> None:
    """Numbers, dates and lists become the text that a CSV file would have; the first row is row 1."""
    frame = pl.DataFrame(
        {"n": [1, None], "when": [date(2026, 11, 22), None], "picks": [["a", "b"], []], "yes": [True, False]},
    ).with_columns(pl.Series("pair", [["a", "b"], None], pl.Array(pl.String, 2)))
    opened = parquet(tmp_path, frame)
    assert opened.head == (("n", "when", "picks", "yes", "pair"),)
    assert rows(opened) == [(1, ("1", "2026-11-22", "a;b", "true", "a;b")), (2, ("", "", "", "false", ""))]
    assert opened.size == 2
    assert opened.problems == ()


def test_a_header_that_stands_for_others_in_polars_is_a_name(tmp_path: Path) -> None:
    """Each column holds what stands in it."""
    opened = parquet(tmp_path, pl.DataFrame({"email": ["neema@example.org"], "^e.*$": ["x"], "*": ["y"]}))
    assert rows(opened) == [(1, ("neema@example.org", "x", "y"))]


def test_a_column_that_is_no_text_is_told(tmp_path: Path) -> None:
    """It is blank, and a warning names it."""
    frame = {"a": ["x"], "place": [{"x": 1}], "raw": [b"\xff"], "deep": [[["x"]]], "took": [timedelta(minutes=3)]}
    opened = parquet(tmp_path, pl.DataFrame(frame))
    assert rows(opened) == [(1, ("x", "", "", "", ""))]
    assert [(each.code, each.severity) for each in opened.problems] == [("C709", "warning")] * 4
    assert "'place'" in opened.problems[0].message


def test_parquet_is_read_some_rows_at_a_time(tmp_path: Path) -> None:
    """Numbers go on from block to block."""
    opened = parquet(tmp_path, pl.DataFrame({f"c{n}": range(30_000) for n in range(100)}))
    shares = [share for _, share in opened.blocks(1)]
    assert len(shares) > 1
    assert sum(shares) == opened.size == 30_000
    assert [number for number, _ in rows(opened)] == list(range(1, 30_001))


def test_a_folder_of_answers_files_is_a_table(tmp_path: Path) -> None:
    """A file is a row, a question a column; what is not known is said so, and other files are passed over."""
    (tmp_path / "b.yaml").write_text("answers: {kept: [boxes, shelves], order: dont-know}\n")
    (tmp_path / "a.JSON").write_text('{"answers": {"kept": "boxes"}}')
    (tmp_path / "notes.txt").write_text("a, b")
    opened = open_table(tmp_path, library())
    [(first, cells), (second, others)] = rows(opened)
    asked = dict(zip(opened.head[0], others, strict=True))
    assert (first, second, opened.size) == (1, 2, 2)
    assert (cells[0], others[0]) == ("a.JSON", "b.yaml")
    assert asked["kept"] == "shelves;boxes"
    assert asked["order"] == "dont-know"


def test_an_answers_file_that_can_not_be_used_is_a_broken_row(tmp_path: Path) -> None:
    """It is told with its place, once however often the table is read, and the others are read."""
    (tmp_path / "a.yaml").write_text("answers: {kept: cellar}\n")
    (tmp_path / "b.yaml").write_bytes((FOLDER / "cases" / "heap.yaml").read_bytes())
    opened = open_table(tmp_path, library())
    assert broken(opened) == broken(opened) == [1]
    assert [each.code for each in opened.problems] == ["A604"]
    assert rows(opened)[0][1] == ("a.yaml", *[""] * len(library().questions))
    assert any(rows(opened)[1][1])


def test_no_more_problems_of_files_are_kept_than_somebody_reads(tmp_path: Path) -> None:
    """Of a folder full of unusable files the first hundred faults are told."""
    for number in range(150):
        (tmp_path / f"{number}.yaml").write_text("answers: {kept: cellar}\n")
    opened = open_table(tmp_path, library())
    assert len(broken(opened)) == 150
    assert [each.code for each in opened.problems] == ["A604"] * 100 + ["Y020"]


LIKELY = {"1": pl.Enum(["ano todo", "às vezes"]), "2": pl.Enum(["sim"])}


def test_a_column_of_likely_texts_comes_encoded(tmp_path: Path) -> None:
    """The rows are the same; blank cells are null, as always."""
    opened = table(tmp_path, 'nome,ritmo,opinião\nÓscar,"ano todo",sim\nNita,,sim\n'.encode())
    [(block, _)] = opened.blocks(1, LIKELY)
    assert block.frame.dtypes[1:] == [pl.String, LIKELY["1"], LIKELY["2"]]
    assert in_block(block) == rows(opened) == [(2, ("Óscar", "ano todo", "sim")), (3, ("Nita", "", "sim"))]


@pytest.mark.parametrize("cell", ["não", '""', '"sim\n"', '"sim""sim"', "sim "])
def test_a_text_that_is_not_likely_comes_as_it_is(tmp_path: Path, cell: str) -> None:
    """One such cell, and the block comes as if nothing were likely."""
    opened = table(tmp_path, f"nome,ritmo,opinião\nÓscar,ano todo,sim\nNita,,{cell}\n".encode())
    [(block, _)] = opened.blocks(1, LIKELY)
    [(texts, _)] = opened.blocks(1)
    assert block.frame.equals(texts.frame)
    assert block.frame.dtypes[1:] == [pl.String] * 3
