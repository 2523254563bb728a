"""`sixstages cohort`: what it refuses, in which words, and that nothing is spoiled by what fails on the way."""

from __future__ import annotations

import json
import sys
from subprocess import run as start
from typing import TYPE_CHECKING

import polars as pl
import pytest

from sixstages.cohort.whole import MOST_GROUPS
from tests import ROOT
from tests.cli.driver import run
from tests.cli.tables import owners, shelves, table
from tests.library import FOLDER, case

if TYPE_CHECKING:
    from pathlib import Path
    from subprocess import CompletedProcess

RUBRIC = ("--rubric", FOLDER)
ROW = b"shelves," + b"x" * 1_000 + b"\n"
BROKEN = b"kept,note\n" + ROW * 40_000 + b'"boxes\n' + ROW * 2_000
"""A table that can be read for two blocks, and then no more."""


def unwrapped(text: str) -> str:
    """Take line breaks and indents out of a text."""
    return " ".join(text.split())


def process(program: str, *argv: object) -> CompletedProcess[str]:
    """Run a program of Python with these arguments, in a process of its own."""
    return start(
        (sys.executable, "-c", program, *map(str, argv)), capture_output=True, encoding="utf-8", cwd=ROOT, check=False
    )


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--keep", "Contry"), "\"Contry\" is no column of the table. Did you mean 'Country'?"),
        (("--by", "contry"), "\"contry\" is no column of the table. Did you mean 'Country'?"),
        (("--by", "7"), '"7" is no column of the table. Known here: E-mail, Country, kept'),
        (("--columns", "stage,verdct"), "\"verdct\" is no column that can be written. Did you mean 'verdict'?"),
        (("--columns", ""), '"" is no column that can be written. Known here: stage, low, high'),
        (("--columns", "open:orders"), "Did you mean 'open:order'?"),
        (
            ("--keep", "Country"),
            "Invalid value for --keep: it is about the rows that are written; say with --output PATH",
        ),
        (("--columns", "stage"), "Invalid value for --columns: it is about the rows that are written"),
        (("--output", "rows.xlsx"), "the name has to end in one of .csv, .parquet, .jsonl, .ndjson."),
        (("--output", "rows"), "the name has to end in one of .csv, .parquet, .jsonl, .ndjson."),
        (("--report", "pdf=whole.pdf"), '"pdf=whole.pdf" is not written as html=whole.html is'),
        (("--report", "html"), "the formats are text, json, html, markdown."),
        (("--report", "html="), '"html=" is not written as html=whole.html is'),
        (("--report", "html=a", "--report", "json=./a"), "a is to hold two reports"),
        (("--report", "json=rows.csv", "--output", "rows.csv"), "rows.csv is to hold two reports"),
        (("--report", "html=survey.csv"), "survey.csv is one of the files to be read"),
        (("--output", "./survey.csv"), "survey.csv is one of the files to be read"),
        (("--output", "link.csv"), "link.csv is one of the files to be read"),
        (("--mapping", "said.yaml", "--report", "text=said.yaml"), "said.yaml is one of the files to be read"),
        (("--report", f"json={FOLDER / 'stages.yaml'}"), "stages.yaml is one of the files to be read"),
        (("--dry-run", "--by", "Country of birth"), '"Country of birth" is no column of the table'),
        (("--min-group", "0"), "--min-group"),
        (("--lang", "hindi"), "Known here: en, hi, pt"),
    ],
)
def test_a_wrong_call_is_told(options: tuple[str, ...], told: str, folder: Path) -> None:
    """With what is possible, before anything is read or written."""
    survey = table(folder)
    (folder / "said.yaml").write_text("ignore: Country\n", encoding="utf-8")
    (folder / "link.csv").symlink_to(survey)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    outcome = run("cohort", "survey.csv", *RUBRIC, *options)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in unwrapped(outcome.err)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_column_can_not_be_kept_under_the_name_of_a_result(tmp_path: Path) -> None:
    """There would be two of that name; where the result is not wanted there is room for it."""
    survey = table(tmp_path, [{"stage": "7", "kept": "shelves"}])
    call = ("cohort", survey, *RUBRIC, "--output", tmp_path / "rows.csv", "--keep", "stage")
    outcome = run(*call)
    assert outcome.code == 2
    assert '"stage" is the name of a column that is written anyway' in outcome.err
    assert run(*call, "--columns", "low").code == 0
    assert (tmp_path / "rows.csv").read_text(encoding="utf-8") == "row,stage,low\n2,7,1\n"


def test_columns_that_would_be_called_alike_can_not_both_be_kept(tmp_path: Path) -> None:
    """A formula gets an apostrophe in CSV, and may then be called like another column; elsewhere it gets none."""
    survey = table(tmp_path, [{"=a": "1", "'=a": "2", "kept": "shelves"}])
    call = ("cohort", survey, *RUBRIC, "--keep", "=a", "--keep", "'=a", "--columns", "low", "--output")
    outcome = run(*call, tmp_path / "rows.csv")
    assert (outcome.code, outcome.out) == (2, "")
    assert '"\'=a" and "=a" would both be called "\'=a" in a CSV file' in unwrapped(outcome.err)
    assert [path.name for path in tmp_path.iterdir()] == ["survey.csv"]
    assert run(*call, tmp_path / "rows.jsonl").code == 0
    assert json.loads((tmp_path / "rows.jsonl").read_text()) == {"row": 2, "=a": "1", "'=a": "2", "low": 1}


@pytest.mark.parametrize("option", ["--keep", "--by"])
def test_a_name_above_several_columns_names_none(option: str, tmp_path: Path) -> None:
    """Which of them is meant is not guessed; as long as nobody asks for them they do no harm."""
    survey = tmp_path / "survey.csv"
    survey.write_text("kept,Note,Note\nshelves,a,b\n", encoding="utf-8")
    outcome = run("cohort", survey, *RUBRIC, option, "Note")
    assert (outcome.code, outcome.out) == (2, "")
    assert '"Note" stands above several columns of the table' in outcome.err
    assert run("cohort", survey, *RUBRIC).code == 0


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing.csv", "missing.csv:1:1: error Y001"),
        ("empty", "empty:1:1: error C710"),
        ("/dev/null", "/dev/null:1:1: error Y002"),
    ],
)
def test_what_is_no_table_is_told_with_its_path(name: str, told: str, folder: Path) -> None:
    """Neither a picture nor rows come of it."""
    (folder / "empty").mkdir()
    outcome = run("cohort", name, *RUBRIC, "--output", "rows.csv", "--report", "html=whole.html")
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert [path.name for path in folder.iterdir()] == ["empty"]


def test_a_table_about_something_else_is_told(tmp_path: Path) -> None:
    """No column of it fits a question, and nothing is guessed by position."""
    outcome = run("cohort", table(tmp_path, [{"a": "shelves", "b": "by-size"}]), *RUBRIC)
    assert (outcome.code, outcome.out) == (2, "")
    assert "error C721" in outcome.err


def test_a_table_without_the_question_that_opens_is_scored_with_a_warning(tmp_path: Path) -> None:
    """On it hang all others: whoever left it out sees why no stage is certain."""
    outcome = run("cohort", table(tmp_path, shelves("by-size", header="order")), *RUBRIC)
    assert outcome.code == 0
    assert "warning C723" in outcome.err


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("columns: {Countri: kept}", "Did you mean 'Country'?"),
        ("columns: {Country: kep}", "Did you mean 'kept'?"),
        ("columns: {Country: kept/shelf}", "Did you mean 'shelves'?"),
        ("values: {kept: {S: shelfs}}", "Did you mean 'shelves'?"),
        ("colums: {Country: kept}", "Did you mean 'columns'?"),
        ("columns: [", "error Y008"),
    ],
)
def test_a_mapping_file_that_does_not_fit_is_told(said: str, told: str, tmp_path: Path) -> None:
    """At its place, with what was meant, and nothing is scored."""
    (tmp_path / "said.yaml").write_text(f"{said}\n", encoding="utf-8")
    outcome = run("cohort", table(tmp_path), *RUBRIC, "--mapping", tmp_path / "said.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert told in unwrapped(outcome.err)
    assert f"{tmp_path / 'said.yaml'}:" in outcome.err


def test_a_mapping_file_that_is_missing_is_told(tmp_path: Path) -> None:
    """As every file that is named."""
    outcome = run("cohort", table(tmp_path), *RUBRIC, "--mapping", tmp_path / "said.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "said.yaml:1:1: error Y001" in outcome.err


def test_a_report_never_takes_the_place_of_answers(tmp_path: Path) -> None:
    """Not of a file in the folder that is read either."""
    (tmp_path / "sheet.json").write_text(json.dumps({"answers": {"kept": "shelves"}}), encoding="utf-8")
    before = (tmp_path / "sheet.json").read_bytes()
    outcome = run("cohort", tmp_path, *RUBRIC, "--report", f"json={tmp_path / 'sheet.json'}")
    assert outcome.code == 2
    assert "sheet.json is one of the files to be read" in outcome.err
    assert (tmp_path / "sheet.json").read_bytes() == before


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".jsonl"])
def test_a_table_that_breaks_off_leaves_what_was_there(ending: str, folder: Path) -> None:
    """Half a file is worse than none: the one of the last run survives, and nothing lies beside it."""
    (folder / "survey.csv").write_bytes(BROKEN)
    (folder / f"rows{ending}").write_bytes(b"of the last run")
    (folder / "whole.html").write_bytes(b"of the last run")
    outcome = run("cohort", "survey.csv", *RUBRIC, "--output", f"rows{ending}", "--report", "html=whole.html")
    assert (outcome.code, outcome.out) == (2, "")
    assert "survey.csv:40002:1: error C705" in outcome.err
    assert {path.name for path in folder.iterdir()} == {"survey.csv", f"rows{ending}", "whole.html"}
    assert (folder / f"rows{ending}").read_bytes() == (folder / "whole.html").read_bytes() == b"of the last run"


FULL = """
import resource, sys
from sixstages.cli import main
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, resource.RLIM_INFINITY))
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".jsonl"])
def test_a_full_disk_is_told(ending: str, tmp_path: Path) -> None:
    """Nothing stands where the rows were to be, nor beside it, nor where temporary files are."""
    survey = table(tmp_path, owners() * 2_000)
    for name in ("out", "temporary"):
        (tmp_path / name).mkdir()
    program = f"import tempfile; tempfile.tempdir = {str(tmp_path / 'temporary')!r}\n{FULL}"
    done = process(program, "cohort", survey, *RUBRIC, "--output", tmp_path / "out" / f"rows{ending}")
    assert (done.returncode, done.stdout) == (2, "")
    assert "error Y022" in done.stderr
    assert [*(tmp_path / "out").iterdir(), *(tmp_path / "temporary").iterdir()] == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """For rows and reports alike."""
    survey = table(tmp_path)
    for option in (("--output", tmp_path / "no" / "rows.csv"), ("--report", f"html={tmp_path / 'no' / 'whole.html'}")):
        outcome = run("cohort", survey, *RUBRIC, *option)
        assert (outcome.code, outcome.out) == (2, "")
        assert "error Y022" in outcome.err


def test_a_column_with_too_many_values_makes_no_groups(tmp_path: Path) -> None:
    """Such as names: it is told which to take instead, and no rows are written."""
    survey = tmp_path / "survey.csv"
    people = [f"Person {number}" for number in range(MOST_GROUPS + 1)]
    pl.DataFrame({"Name": people, "kept": ["shelves"] * len(people)}).write_csv(survey)
    outcome = run("cohort", survey, *RUBRIC, "--by", "Name", "--output", tmp_path / "rows.csv")
    assert (outcome.code, outcome.out) == (2, "")
    assert "error C750" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["survey.csv"]


WITHOUT = """
import sys
for name in sys.argv[1].split(","):
    sys.modules[name] = None  # what import takes for "not there"
from sixstages.cli import main
sys.exit(main(sys.argv[2:]))
"""


@pytest.mark.parametrize("missing", ["polars", "narwhals", "narwhals,polars"])
def test_without_its_libraries_it_says_what_to_install(missing: str, tmp_path: Path) -> None:
    """In a line that can be copied."""
    survey = table(tmp_path)
    done = process(WITHOUT, missing, "cohort", survey, *RUBRIC)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"not installed: {missing.replace(',', ', ')}." in unwrapped(done.stderr)
    assert 'pip install "sixstages[cohort]"' in done.stderr


@pytest.mark.parametrize("call", [("score", case("heap"), *RUBRIC), ("schema", "mapping"), ("cohort", "--help")])
def test_all_else_does_without_these_libraries(call: tuple[object, ...]) -> None:
    """They are large, and who scores a sheet has no use for them."""
    assert process(WITHOUT, "narwhals,polars", *call).returncode == 0
