"""Tables that would stop a careless reader: refused with a place, or read row by row, in bounded memory."""

from __future__ import annotations

import gzip
import os
import sys
from io import BytesIO
from pathlib import Path
from random import Random
from subprocess import run
from zipfile import ZipFile

import polars as pl
import pytest

from sixstages.cohort.blocks import MAX_COLUMNS
from sixstages.cohort.records import MAX_RECORD
from sixstages.cohort.tables import open_table
from tests.cohort.test_tables import in_block, rows, table
from tests.input.told import problems_of, told
from tests.library import library

MEGABYTE = 1_000_000
MOST_MEMORY = 1_000 * MEGABYTE
THOUSAND = b",".join(b"c%d" % number for number in range(1_000)) + b"\n"


def workbook() -> bytes:
    """Pack a file as spreadsheet programs do."""
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("sheet.xml", "<cells/>")
    return packed.getvalue()


def chance(seed: int, size: int) -> bytes:
    """Make bytes of no kind."""
    return Random(seed).randbytes(size)  # noqa: S311 - chance, not secrecy


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        pytest.param(b"", "C701 1:1", id="empty"),
        pytest.param(b"\xef\xbb\xbf", "C701 1:1", id="a mark and nothing else"),
        pytest.param(b"\n" * MEGABYTE, "C701 1:1", id="blank lines"),
        pytest.param(b"a,b\n", "C702 2:1", id="a header only"),
        pytest.param(b"a,b", "C702 2:1", id="a header only, without a line end"),
        pytest.param(b"a,b\n\n\n", "C702 4:1", id="a header and blank lines"),
        pytest.param(workbook(), "C703 1:1", id="a workbook"),
        pytest.param(gzip.compress(b"a,b\n1,2\n"), "C703 1:1", id="a packed file"),
        pytest.param(b"%PDF-1.7", "C703 1:1", id="a PDF"),
        pytest.param(chance(1, MEGABYTE), "C704 1:1", id="chance"),
        pytest.param(b"a,b\n1,2\n1,\0\n", "C704 3:1", id="a zero"),
        pytest.param(b'a,b\n1,2\n"1,2\n1,2\n', "C705 3:1", id="an open quote"),
        pytest.param(b'a,b\n1,2\n"1,2\n' + b"1,2\n" * MEGABYTE, "C705 3:1", id="an open quote far from the end"),
        pytest.param(b'a,"b\n' + b"1,2\n" * MEGABYTE, "C705 1:1", id="an open quote in the header"),
        pytest.param(b'a,b\n1,"' + b"x\n" * 200_000 + b'"\n3,4\n', "C705 2:1", id="a quote that swallows rows"),
        pytest.param(b"x" * 2 * MEGABYTE, "C706 1:1", id="one long line"),
        pytest.param(b"a,b\n1,2\n" + b"x" * (MAX_RECORD + 1), "C706 3:1", id="a long row"),
        pytest.param(b"," * MAX_COLUMNS + b"\n1\n", "C707 1:1", id="too many columns"),
        pytest.param(b"PAR1" + b"x" * 1_000 + b"PAR1", "C708 1:1", id="no Parquet in spite of its mark"),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(data: bytes, expected: str, tmp_path: Path) -> None:
    """Nothing is guessed of it."""
    assert told(lambda: rows(table(tmp_path, data))) == [expected]


def test_a_table_may_be_as_wide_as_a_spreadsheet(tmp_path: Path) -> None:
    """With one column less than is refused it is read."""
    [(number, cells)] = rows(table(tmp_path, b"," * (MAX_COLUMNS - 1) + b"\n1\n"))
    assert (number, len(cells), cells[0]) == (2, MAX_COLUMNS, "1")


def test_what_can_not_be_opened_is_refused(tmp_path: Path) -> None:
    """A path to nothing, a pipe and a device are, and none is waited for."""
    os.mkfifo(tmp_path / "pipe")
    assert told(lambda: open_table(tmp_path / "missing.csv", library())) == ["Y001 1:1"]
    assert told(lambda: open_table(tmp_path / "with\0nul", library())) == ["Y001 1:1"]
    assert told(lambda: open_table(tmp_path / "pipe", library())) == ["Y002 1:1"]


def test_a_file_that_is_gone_before_it_is_read_is_told(tmp_path: Path) -> None:
    """What could be opened once may not be there the second time."""
    opened = table(tmp_path, b"a,b\n1,2\n")
    (tmp_path / "table.csv").unlink()
    assert told(lambda: rows(opened)) == ["Y001 1:1"]


def test_a_folder_without_answers_files_is_refused(tmp_path: Path) -> None:
    """There is nothing in it to make rows of."""
    assert told(lambda: open_table(tmp_path, library())) == ["C710 1:1"]


def test_a_parquet_file_without_rows_is_refused(tmp_path: Path) -> None:
    """As a CSV file with a header only is."""
    pl.DataFrame({"a": []}, schema={"a": pl.String}).write_parquet(tmp_path / "x.parquet")
    assert told(lambda: rows(open_table(tmp_path / "x.parquet", library()))) == ["C702 1:1"]


@pytest.mark.parametrize("seed", range(12))
def test_a_damaged_parquet_file_is_read_or_refused(seed: int, tmp_path: Path) -> None:
    """Wherever the damage is, nothing but a problem comes of it."""
    path = tmp_path / "x.parquet"
    pl.DataFrame({"a": [str(number) for number in range(2_000)], "b": range(2_000)}).write_parquet(path)
    data, random = bytearray(path.read_bytes()), Random(seed)  # noqa: S311 - chance, not secrecy
    for _ in range(8):
        data[random.randrange(4, len(data))] = random.randrange(256)
    path.write_bytes(bytes(data))
    assert [each.code for each in problems_of(lambda: rows(open_table(path, library())))] in (["C708"], [])


def test_a_file_of_any_bytes_but_zeros_is_read_or_refused(tmp_path: Path) -> None:
    """Whatever the bytes are, there are rows or one problem."""
    for seed in range(20):
        data = chance(seed, 20_000).replace(b"\0", b"\n")
        assert [each.code[0] for each in problems_of(lambda: rows(table(tmp_path, data)))] in (["C"], [])  # noqa: B023


def test_a_hundred_thousand_broken_rows_are_counted(tmp_path: Path) -> None:
    """Each of them by its number, and the sound ones between them are read."""
    many = 100_000
    data = b"a,b\n" + b"1,2\n1,2\n" + b"1,2,3\n" * many + b"x,y\n"
    blocks = [block for block, _ in table(tmp_path, data).blocks(1)]
    assert [number for block in blocks for number in block.broken] == list(range(4, many + 4))
    assert in_block(blocks[-1])[-1] == (many + 4, ("x", "y"))


READER = """
import re, sys
from pathlib import Path
from sixstages.cohort.tables import open_table
from tests.library import library
rows = sum(block.frame.height for block, _ in open_table(Path(sys.argv[1]), library()).blocks(1))
print(rows, re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1])
"""


@pytest.mark.parametrize(
    ("head", "line", "times"),
    [
        pytest.param(THOUSAND, b"x\n", 100_000, id="rows far shorter than the header"),
        pytest.param(THOUSAND, b"\n", 10 * MEGABYTE, id="blank lines"),
        pytest.param(THOUSAND, b"," * 999 + b"\n", 30_000, id="blank cells"),
        pytest.param(THOUSAND, b"," * 1_000 + b"x\n", 30_000, id="broken rows"),
        pytest.param(b"a,b\n", b"," * 100_000 + b"x\n", 300, id="rows far longer than the header"),
        pytest.param(b"a,b\n", b'5" x,1\n', 500_000, id="quotation marks within cells"),
    ],
)
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory was taken at most")
def test_memory_is_bounded(head: bytes, line: bytes, times: int, tmp_path: Path) -> None:
    """However the cells are spread, a table takes no more than a part of it does."""
    path = tmp_path / "table.csv"
    path.write_bytes(head + b"1,2\n2,3\n" + line * times)
    done = run((sys.executable, "-c", READER, str(path)), capture_output=True, text=True, check=True)
    number, memory = map(int, done.stdout.split())
    assert number == 2 + times * (line != b"\n")
    assert memory * 1_024 < MOST_MEMORY
