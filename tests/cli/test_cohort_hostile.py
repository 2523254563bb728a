"""`sixstages cohort` and tables that nobody should have made: an exit code, words for people, bounded memory."""

from __future__ import annotations

import gzip
import json
import re
import sys
from pathlib import Path
from random import Random
from subprocess import run as start

import pytest

from sixstages.cohort.blocks import MAX_COLUMNS
from tests import ROOT
from tests.cli.driver import Outcome, run
from tests.cli.tables import shelves, table
from tests.library import FOLDER

RUBRIC = ("--rubric", FOLDER)
MOST_MEMORY = 1_000_000_000
MILLION = 1_000_000


def cohort(folder: Path, data: bytes, *options: object) -> Outcome:
    """Score a table of these bytes, and write rows and every report."""
    (folder / "survey.csv").write_bytes(data)
    reports = [f"--report={form}={folder / form}" for form in ("html", "markdown", "json")]
    return run("cohort", folder / "survey.csv", *RUBRIC, "--output", folder / "rows.csv", *reports, *options)


def numbers(folder: Path) -> tuple[int, int, int, int]:
    """Read of the last run how many rows there were, without answers, broken, and with values not understood."""
    report = json.loads((folder / "json").read_text(encoding="utf-8"))
    reading, overall = report["reading"], report["overall"]
    return overall["rows"], overall["unanswered"], reading["broken"], reading["misread"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(b"", "C701", id="empty"),
        pytest.param(b"\n\n", "C701", id="blank lines"),
        pytest.param(b"kept,order\n", "C702", id="a header only"),
        pytest.param(gzip.compress(b"kept\nshelves\n"), "C703", id="a packed file"),
        pytest.param(Random(7).randbytes(MILLION), "C704", id="bytes of no kind"),  # noqa: S311 - chance, not secrecy
        pytest.param(b"kept\nshelves\nboxes\0\n", "C704", id="a zero"),
        pytest.param(b'kept\nshelves\n"boxes\n', "C705", id="an open quote"),
        pytest.param(b"kept\n" + b"shelves;" * MILLION, "C706", id="a row of megabytes"),
        pytest.param(b"kept" + b"," * MAX_COLUMNS + b"\nshelves\n", "C707", id="too many columns"),
        pytest.param(b"PAR1 and nothing more", "C708", id="no Parquet"),
        pytest.param(b"kept,Where are the books kept today?\nshelves,boxes\n", "C720", id="a question twice"),
        pytest.param(b"kept,kept\nshelves,boxes\n", "C720", id="a header twice"),
        pytest.param(b"shelves\nboxes\n", "C721", id="no header"),
    ],
)
def test_what_can_not_be_read_is_refused(data: bytes, code: str, tmp_path: Path) -> None:
    """With one problem and its remedy, and nothing is left of rows and reports."""
    outcome = cohort(tmp_path, data)
    assert (outcome.code, outcome.out) == (2, "")
    assert re.findall(r"error (\w+):", outcome.err) == [code]
    assert [path.name for path in tmp_path.iterdir()] == ["survey.csv"]


@pytest.mark.parametrize(
    ("data", "code", "counted"),
    [
        pytest.param(b"kept,order,note\nshelves\n\nboxes,by-size\n,,\n,,,,\n", 0, (4, 2, 0, 0), id="short rows"),
        pytest.param(b"kept,order\n" + b"homes,\n" * 3 + b"homes,,x\n" * 9, 1, (12, 9, 9, 0), id="long rows"),
        pytest.param(b"kept,n,n,,\nshelves,1,2,3,4\n", 0, (1, 0, 0, 0), id="headers twice and blank"),
        pytest.param(b"kept\nshelves;nowhere\nshelves;boxes\n", 1, (2, 1, 0, 1), id="picks that exclude each other"),
        pytest.param(b"kept\n" + b"x" * 100_000 + b"\nboxes\n", 1, (2, 1, 0, 1), id="a long cell"),
        pytest.param(b'kept,order\n5" x,by-size\nboxes,"by-size\n"\n', 1, (2, 0, 0, 1), id="quotation marks"),
        pytest.param("kept;order\rboxes;In none\r".encode("utf-16"), 0, (1, 0, 0, 0), id="UTF-16, semicolons, CR"),
        pytest.param("kept,né\nOn shelves,ü\n".encode("cp1252"), 0, (1, 0, 0, 0), id="cp1252"),
        pytest.param(b"\xef\xbb\xbfkept\r\nshelves\r\n", 0, (1, 0, 0, 0), id="a mark in front"),
        pytest.param(b"kept,note\nshelves,\xff\xfe\xc3\n", 0, (1, 0, 0, 0), id="letters of no encoding"),
    ],
)
def test_what_can_be_read_is_counted(
    data: bytes, code: int, counted: tuple[int, int, int, int], tmp_path: Path
) -> None:
    """Rows with and without answers, those that are broken, those that are not understood: none is lost."""
    outcome = cohort(tmp_path, data)
    assert (outcome.code, numbers(tmp_path)) == (code, counted)
    assert bool(outcome.err) == bool(code)
    assert len((tmp_path / "rows.csv").read_text(encoding="utf-8").splitlines()) == counted[0] + 1


EVIL = ("[/]", "[red]x", ":bomb:", "{number}", "%s", "<script>alert(1)</script>", "\x1b]0;x\x07", "\u202ex", "\x9b2J")


@pytest.mark.parametrize("evil", EVIL)
def test_what_stands_in_a_table_arrives_as_text(evil: str, tmp_path: Path) -> None:
    """In a header, in a cell, in the name of a group: nothing runs, vanishes or reaches the terminal as a command."""
    rows = [{"kept": "shelves", evil: evil, "order": evil}] * 5
    options = ("--by", evil, "--keep", evil)
    survey = table(tmp_path, rows).read_bytes()
    outcomes = [cohort(tmp_path, survey, *options), cohort(tmp_path, survey, "--dry-run")]
    assert [each.code for each in outcomes] == [1, 1]
    said = "".join(each.out + each.err for each in outcomes)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", said)
    if evil.isprintable():
        assert all(evil in text for each in outcomes for text in (each.out, *([each.err] if each.err else [])))
    assert "<script" not in (tmp_path / "html").read_text(encoding="utf-8")


def test_the_name_of_a_table_arrives_as_text(tmp_path: Path) -> None:
    """Whatever it is called."""
    survey = table(tmp_path, shelves("shelves"), name="[bold]<i>\x1b[2J.csv")
    outcome = run("cohort", survey, *RUBRIC, "--report", f"html={tmp_path / 'html'}")
    assert outcome.code == 0
    assert "[bold]<i>\\x1b[2J.csv" in outcome.out.replace("\n", "")
    page = (tmp_path / "html").read_text(encoding="utf-8")
    assert "[bold]&lt;i&gt;\\x1b[2J.csv" in page
    assert "<i>" not in page


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_ten_thousand_columns_are_read(dry: tuple[str, ...], tmp_path: Path) -> None:
    """The one with answers is found among them, and a report does not name them all."""
    names = [f"c{number}" for number in range(9_999)]
    data = ",".join([*names, "kept"]) + "\n" + ("x," * 9_999 + "shelves\n") * 50
    outcome = cohort(tmp_path, data.encode(), *dry)
    assert (outcome.code, outcome.err) == (0, "")
    assert ("kept → kept" in outcome.out) == bool(dry)
    assert dry or (len(outcome.out) < 10_000 and "more." in outcome.out)


MEASURED = """
import re, sys
from pathlib import Path
from sixstages.cli import main
code = main(sys.argv[1:])
peak = re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]
print("\\n", code, peak, file=sys.stderr)
"""

DISTINCT = b"".join(b"%x,%x,%x\n" % (number, number + MILLION, -number) for number in range(100_000))
WIDE = b",".join([b"kept", *(b"c%d" % number for number in range(9_999))]) + b"\n"


@pytest.mark.parametrize(
    ("data", "expected", "counted"),
    [
        pytest.param(
            b"kept,order\n" + b"homes,\n" * 3 + b"homes,by-size,x\n" * MILLION,
            1,
            (MILLION + 3, MILLION, MILLION, 0),
            id="a million broken rows",
        ),
        pytest.param(
            b"kept,order\n" + b"roof,\n" * MILLION, 1, (MILLION, MILLION, 0, MILLION), id="a million rows misread"
        ),
        pytest.param(b"kept,order,who\n" + DISTINCT, 1, (100_000, 100_000, 0, 100_000), id="no text twice"),
        pytest.param(WIDE + (b"homes" + b",x" * 9_999 + b"\n") * 1_500, 0, (1_500, 0, 0, 0), id="wide"),
        pytest.param(WIDE + b"homes\n" * 4_000, 0, (4_000, 0, 0, 0), id="wide, with short rows"),
    ],
)
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux says how much memory was taken at most")
def test_memory_is_bounded(data: bytes, expected: int, counted: tuple[int, int, int, int], tmp_path: Path) -> None:
    """However bad a large table is, it is read to its end, and what is wrong with it is counted."""
    (tmp_path / "survey.csv").write_bytes(data)
    paths = ("--output", tmp_path / "rows.csv", f"--report=json={tmp_path / 'json'}")
    argv = map(str, ("cohort", tmp_path / "survey.csv", *RUBRIC, *paths))
    done = start((sys.executable, "-c", MEASURED, *argv), capture_output=True, encoding="utf-8", cwd=ROOT, check=True)
    code, peak = map(int, done.stderr.split()[-2:])
    assert (code, numbers(tmp_path)) == (expected, counted)
    assert peak * 1_024 < MOST_MEMORY
    assert len(done.stderr) < 10_000
