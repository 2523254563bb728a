"""`sixstages cohort`: what it writes of each row, and what it says of the whole."""

from __future__ import annotations

import csv
import json
import re
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from sixstages.cohort.scoring import score_columns
from tests import ROOT
from tests.cli.driver import Keyboard, Outcome, run
from tests.cli.tables import COUNTRIES, PEOPLE, owners, shelves, table
from tests.library import CASES, FOLDER, assessed, case, library

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = ("--rubric", FOLDER)
EXPORTS = ROOT / "tests" / "exports"
ENDINGS = (".csv", ".parquet", ".jsonl", ".ndjson")
USUAL = [name for name in score_columns(library()) if not name.startswith(("open:", "asked:", "answered"))]


def score(path: Path, *options: object) -> Outcome:
    """Score a table by the library's rubric; everything in it is understood."""
    outcome = run("cohort", path, *RUBRIC, *options)
    assert (outcome.code, outcome.err) == (0, "")
    return outcome


def written(path: Path, *options: object, ending: str = ".parquet") -> pl.DataFrame:
    """Score a table, and read what is written of its rows."""
    output = path.with_name(f"rows{ending}")
    score(path, "--output", output, *options)
    return read(output)


def read(path: Path) -> pl.DataFrame:
    """Read rows from a file of any of the kinds that are written, all as text."""
    if path.suffix.lower() == ".csv":
        return pl.read_csv(path, infer_schema=False)
    kept = pl.read_parquet(path) if path.suffix == ".parquet" else pl.read_ndjson(path, infer_schema_length=None)
    return kept.cast(pl.String)


def whole(path: Path, *options: object) -> Any:  # noqa: ANN401 - whatever JSON is
    """Score a table, and read the report for scripts."""
    report = path.with_name("whole.json")
    score(path, "--report", f"json={report}", *options)
    return json.loads(report.read_text(encoding="utf-8"))


def as_text(value: object) -> str | None:
    """Write a value as the files hold it."""
    return None if value is None else str(value).lower() if isinstance(value, bool) else str(value)


def expected(name: str) -> list[object]:
    """Say what must be written of a case, from its assessment alone."""
    found = assessed(name)
    gates = found.gates[found.stage.low - 1 : found.stage.low]
    missing = ";".join(sign.id for gate in gates for sign in gate.signs if not sign.holds)
    place = (found.stage.number, found.stage.low, found.stage.high, found.stage.nearest)
    judged = [each.holds for each in found.findings], [each.severity for each in found.findings]
    return [*place, found.verdict, missing or None, *judged[0], *judged[1]]


@pytest.mark.parametrize("ending", ENDINGS)
def test_each_row_gets_the_verdict_that_it_gets_alone(ending: str, tmp_path: Path) -> None:
    """Behind its number, as a spreadsheet shows it, whatever kind of file is written."""
    rows = written(table(tmp_path), ending=ending)
    assert rows.columns == ["row", *USUAL]
    assert rows.rows() == [(str(number), *map(as_text, expected(name))) for number, name in enumerate(CASES, 2)]


def test_numbers_and_truths_are_written_as_such(tmp_path: Path) -> None:
    """A script that reads Parquet or JSON lines has nothing to convert."""
    output = tmp_path / "rows.parquet"
    score(table(tmp_path), "--output", output)
    lines = tmp_path / "rows.jsonl"
    score(table(tmp_path), "--output", lines)
    kinds = pl.read_parquet(output).schema
    assert kinds["stage"].is_integer()
    assert kinds[USUAL[6]] == pl.Boolean
    assert kinds[USUAL[-1]] == pl.Float64
    assert json.loads(lines.read_text(encoding="utf-8").splitlines()[1])["stage"] == assessed("heap").stage.number


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    """As some programs write it."""
    score(table(tmp_path), "--output", tmp_path / "ROWS.CSV")
    assert read(tmp_path / "ROWS.CSV").height == len(CASES)


def test_nothing_personal_passes_unasked(tmp_path: Path) -> None:
    """No cell that is not an answer stands in the rows, on the screen or in a report."""
    survey = table(tmp_path)
    forms = ("text", "html", "markdown", "json")
    outcome = score(
        survey, "--output", tmp_path / "rows.csv", *(f"--report={form}={tmp_path / form}" for form in forms)
    )
    texts = [outcome.out, *((tmp_path / name).read_text(encoding="utf-8") for name in ("rows.csv", *forms))]
    assert "example.org" in survey.read_text(encoding="utf-8")
    assert [text for text in texts if "example.org" in text or "Ukraine" in text] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_columns_are_kept_that_are_named(ending: str, tmp_path: Path) -> None:
    """Between the number and the results, in the order in which they are named, once each."""
    keep = ("--keep", "Country", "--keep", "E-mail", "--keep", "Country")
    rows = written(table(tmp_path), *keep, "--columns", "stage", ending=ending)
    assert rows.columns == ["row", "Country", "E-mail", "stage"]
    assert rows["Country"].to_list() == [*COUNTRIES]
    assert rows["E-mail"].to_list() == [f"{person}@example.org" for person in PEOPLE]


FORMULAS = ('=HYPERLINK("x")', "+1", "-1", "@SUM(A1)", "\t=1", "\n=1", "＝1")
HARMLESS = ("a=b", " =1", "'=1", "1-2", "*", "")


@pytest.mark.parametrize("header", ["note", "=note", "*", "^note$", 'a "note",\nin two lines'])
def test_no_cell_that_is_kept_runs_in_a_spreadsheet(header: str, tmp_path: Path) -> None:
    """Nor does a header; an apostrophe is put in front, and nothing else is changed."""
    cells = (*FORMULAS, *HARMLESS)
    survey = table(tmp_path, [{header: cell, "kept": "shelves"} for cell in cells])
    score(survey, "--output", tmp_path / "rows.csv", "--keep", header, "--columns", "stage")
    with (tmp_path / "rows.csv").open(encoding="utf-8", newline="") as file:
        names, *rows = csv.reader(file)
    assert names == ["row", f"'{header}" if header == "=note" else header, "stage"]
    assert [cell for _, cell, _ in rows] == [*(f"'{cell}" for cell in FORMULAS), *HARMLESS]


@pytest.mark.parametrize("ending", [".parquet", ".jsonl"])
def test_where_nothing_runs_cells_are_left_as_they_are(ending: str, tmp_path: Path) -> None:
    """What reads these files takes a formula for text."""
    survey = table(tmp_path, [{"=note": cell, "kept": "shelves"} for cell in FORMULAS])
    rows = written(survey, "--keep", "=note", "--columns", "stage", ending=ending)
    assert rows["=note"].to_list() == [*FORMULAS]


def test_results_are_those_that_are_named(tmp_path: Path) -> None:
    """In that order, once each; the number comes first whether it is named or not."""
    rows = written(table(tmp_path), "--columns", "verdict, open:order,row,answered,verdict")
    assert rows.columns == ["row", "verdict", "open:order", "answered"]
    assert rows.filter(pl.col("open:order") == "true")["row"].to_list() == [
        str(number) for number, name in enumerate(CASES, 2) if "order" in assessed(name).open
    ]


def test_the_picture_of_the_whole_is_shown(tmp_path: Path) -> None:
    """On standard output, as wide as the screen, and nothing else is said."""
    shown = score(table(tmp_path)).out
    assert shown.startswith(f"{tmp_path}")
    assert "7 rows were read." in shown
    narrow = run("cohort", table(tmp_path, name="s.csv"), *RUBRIC, stdin=Keyboard([]), columns=40).out
    assert max(map(len, narrow.replace(str(tmp_path), "").splitlines())) <= 40


def test_reports_are_written_beside(tmp_path: Path) -> None:
    """As many as are named, each in its format; a text is what the screen shows at 80 columns."""
    survey = table(tmp_path)
    reports = {form: tmp_path / f"whole.{form}" for form in ("text", "html", "markdown", "json")}
    outcome = run("cohort", survey, *RUBRIC, *(f"--report={form}={path}" for form, path in reports.items()), columns=50)
    texts = {form: path.read_text(encoding="utf-8") for form, path in reports.items()}
    assert outcome.code == 0
    assert texts["text"] == score(survey).out
    assert texts["html"].startswith("<!DOCTYPE html>")
    assert texts["markdown"].startswith("# ")
    assert json.loads(texts["json"])["overall"]["rows"] == len(CASES)


def test_rows_are_counted_in_groups(tmp_path: Path) -> None:
    """By the cells of a column; those that are too few are told as one."""
    found = whole(table(tmp_path), "--by", "Country", "--min-group", 2)
    assert [(each["label"], each["folded"], each["picture"]["rows"]) for each in found["groups"]] == [
        ("Kenya", 0, 4),
        ("", 2, 3),
    ]
    assert (found["by"], found["min_group"]) == ("Country", 2)


def test_groups_are_of_five_at_least_unless_it_is_said(tmp_path: Path) -> None:
    """Of seven rows no part can be shown by which nobody is known."""
    survey = table(tmp_path)
    assert [each["folded"] for each in whole(survey, "--by", "Country")["groups"]] == [3]
    labels = [each["label"] for each in whole(survey, "--by", "Country", "--min-group", 1)["groups"]]
    assert sorted(labels) == ["Brazil", "Kenya", "Ukraine"]


def test_a_folder_of_answers_files_is_a_table(tmp_path: Path) -> None:
    """A file is a row, and its name can be kept."""
    output = tmp_path / "rows.parquet"
    score(FOLDER / "cases", "--output", output, "--keep", "file", "--columns", "stage,verdict")
    assert read(output).rows() == [
        (str(number), f"{name}.yaml", str(assessed(name).stage.number), assessed(name).verdict)
        for number, name in enumerate(CASES, 1)
    ]


def test_a_parquet_file_is_a_table(tmp_path: Path) -> None:
    """With the same verdicts as the same rows in CSV; its first row is row 1."""
    pl.DataFrame(owners()).write_parquet(tmp_path / "survey.parquet")
    from_csv = written(table(tmp_path)).drop("row")
    from_parquet = written(tmp_path / "survey.parquet")
    assert_frame_equal(from_parquet.drop("row"), from_csv)
    assert from_parquet["row"].to_list() == [str(number) for number in range(1, 8)]


@pytest.mark.parametrize("name", ["google-sheet.csv", "surveymonkey.csv"])
def test_an_export_in_several_languages_gets_the_verdicts_of_its_owners(name: str, tmp_path: Path) -> None:
    """Headers and cells in whatever of the rubric's languages, without an option."""
    output = tmp_path / "rows.parquet"
    outcome = run("cohort", EXPORTS / name, "--output", output)
    assert (outcome.code, outcome.err) == (0, "")
    verdicts = pl.read_csv(EXPORTS / "verdicts.csv").drop("owner", "open")
    rows = pl.read_parquet(output)
    assert_frame_equal(rows.select(verdicts.columns), verdicts, check_dtypes=False)


def test_a_mapping_file_says_what_columns_and_cells_mean(tmp_path: Path) -> None:
    """Headers and codes of somebody's own are understood by it."""
    survey = table(tmp_path, [{"Where?": "S", "Remarks on kept": "x"}, {"Where?": "N", "Remarks on kept": ""}])
    said = tmp_path / "said.yaml"
    said.write_text('columns: {"Where?": kept}\nvalues: {kept: {S: shelves, N: nowhere}}\n', encoding="utf-8")
    rows = written(survey, "--mapping", said, "--columns", "answered,open:order")
    assert rows.rows() == [("2", "1", "true"), ("3", "1", "false")]


def test_what_is_said_is_in_the_language_that_is_wanted(tmp_path: Path) -> None:
    """On the screen and in reports; ids and numbers are the same in every language."""
    reports = [tmp_path / "en.json", tmp_path / "hi.json"]
    export = EXPORTS / "google-forms.csv"
    shown = [
        run(
            "cohort", export, "--lang", path.stem, "--report", f"json={path}", "--output", tmp_path / f"{path.stem}.csv"
        )
        for path in reports
    ]
    english, hindi = (json.loads(path.read_text(encoding="utf-8")) for path in reports)
    assert [each.code for each in shown] == [0, 0]
    assert "rows were read" in shown[0].out
    assert "rows were read" not in shown[1].out
    assert (english["language"], hindi["language"]) == ("en", "hi")
    assert hindi["overall"]["gates"] == english["overall"]["gates"]
    assert hindi["overall"]["stages"][0]["name"] in shown[1].out
    assert (tmp_path / "en.csv").read_bytes() == (tmp_path / "hi.csv").read_bytes()


def test_a_dry_run_says_what_each_column_is_taken_for(tmp_path: Path) -> None:
    """And which question has none; nothing is scored or written."""
    survey = table(tmp_path, [{"Timestamp": "", "Country": "Kenya", "In what order do most of the books stand?": "-"}])
    outcome = run("cohort", survey, *RUBRIC, "--dry-run", "--output", tmp_path / "rows.csv")
    assert "In what order do most of the books stand? → order" in " ".join(outcome.out.split())
    assert "  - Country\n" in outcome.out
    assert "  - kept\n" in outcome.out
    assert "rows were read" not in outcome.out
    assert [path.name for path in tmp_path.iterdir()] == ["survey.csv"]


def test_a_dry_run_tells_every_value_that_is_not_understood(tmp_path: Path) -> None:
    """With its column and its rows, however many there are, and exits as the run would."""
    survey = table(tmp_path, shelves(*(f"on roof {number}" for number in range(30)), "shelves", "on roof 7"))
    outcome = run("cohort", survey, *RUBRIC, "--dry-run")
    told = " ".join(outcome.out.split())
    assert outcome.code == 1
    assert all(f'kept: "on roof {number}"' in told for number in range(30))
    assert 'kept: "on roof 7", in 2 cells (rows 9, 33)' in told
    assert "31 rows hold values that were not understood" in told
    assert run("cohort", survey, *RUBRIC, "--dry-run", "--lenient").code == 0


def test_a_dry_run_lists_free_text_with_the_option_that_it_counts_as(tmp_path: Path) -> None:
    """It is understood, so the exit code is 0; where rows are scored it is not told."""
    survey = table(tmp_path, shelves("facebook; Fair page", "Fair page", "Fair page", header="accounts"))
    outcome = run("cohort", survey, "--dry-run")
    assert outcome.code == 0
    assert (
        '- accounts → accounts/elsewhere - "Fair page", in 2 cells (rows 3, 4) '
        '- "facebook; Fair page", in 1 cell (row 2) Every value was understood.'
    ) in " ".join(outcome.out.split())
    assert "Fair page" not in run("cohort", survey).out


def test_a_dry_run_of_what_is_all_understood_says_so(tmp_path: Path) -> None:
    """With 0."""
    assert "Every value was understood." in score(table(tmp_path), "--dry-run").out


def test_what_is_not_understood_counts_as_not_known(tmp_path: Path) -> None:
    """It is told, with the first of its rows; the rows are written all the same, and the exit code is 1."""
    survey = table(tmp_path, shelves("shelves", "on the roof", *(f"here {number}" for number in range(30))))
    call = ("cohort", survey, *RUBRIC, "--output", tmp_path / "rows.csv", "--columns", "answered")
    outcome = run(*call)
    assert outcome.code == 1
    assert "31 rows hold values that were not understood" in " ".join(outcome.err.split())
    assert 'kept: "on the roof", in 1 cell (row 3)' in outcome.err
    assert "and 11 more values" in outcome.err
    assert read(tmp_path / "rows.csv").rows()[:2] == [("2", "1"), ("3", "0")]
    lenient = run(*call, "--lenient")
    assert (lenient.code, lenient.out, lenient.err) == (0, outcome.out, outcome.err)


def test_a_file_that_can_not_be_used_is_a_row_without_answers(tmp_path: Path) -> None:
    """What is wrong with it is told as `score` does, its row is named, the others are scored, and the code is 1."""
    folder = tmp_path / "sheets"
    folder.mkdir()
    (folder / "a.yaml").write_text("answers: [\n", encoding="utf-8")
    (folder / "b.yaml").write_bytes(case("heap").read_bytes())
    outcome = run("cohort", folder, *RUBRIC, "--output", tmp_path / "rows.csv", "--columns", "stage,answered")
    assert outcome.code == 1
    assert f"{folder / 'a.yaml'}:" in outcome.err
    assert "1 row could not be read" in " ".join(outcome.err.split())
    stage = str(assessed("heap").stage.number)
    assert read(tmp_path / "rows.csv").rows()[1][:2] == ("2", stage)
    assert read(tmp_path / "rows.csv")["answered"][0] == "0"


NAMES = ("row", "file", "stage", "missing", "group", "rows", "value", "cell", "literal", "len")
"""Ids that columns have somewhere on the way, or had, or could have."""


def renamed(path: Path, target: Path, name: str) -> None:
    """Copy a file of the library, with another id for the question "order"."""
    text = path.read_text(encoding="utf-8")
    target.parent.mkdir(exist_ok=True)
    target.write_text(re.sub(r"(?m)(?<=- id: )order$|(?<=[{ ])order(?=: [{a-z])", name, text), encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_a_question_may_have_any_id(name: str, tmp_path: Path) -> None:
    """The verdicts are the same whatever it is called, out of a table and out of a folder."""
    for path in (FOLDER / "stages.yaml", FOLDER / "questions.yaml", *FOLDER.glob("cases/*.yaml")):
        renamed(path, tmp_path / path.relative_to(FOLDER), name)
    survey = table(tmp_path, [{name if key == "order" else key: cell for key, cell in row.items()} for row in owners()])
    verdicts = [[*map(as_text, expected(each))] for each in CASES]
    for source in (survey, tmp_path / "cases"):
        output = tmp_path / "rows.parquet"
        outcome = run("cohort", source, "--rubric", tmp_path, "--output", output)
        assert (outcome.code, outcome.err) == (0, "")
        assert [[*row] for row in read(output).drop("row").rows()] == verdicts
