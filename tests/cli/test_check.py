"""`sixstages check`: formats, reports, witnesses, rules to read, exit codes."""

from __future__ import annotations

import json
import sys
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from sixstages.catalogue import CATALOGUE
from sixstages.checks.pages import read_pages
from sixstages.cli.check import exit_code
from sixstages.loading import default_folder
from sixstages.reports.checking import FORMATS
from tests.checks.formats import ERROR, UNUSABLE, WARNING, checked
from tests.cli.driver import run
from tests.input.rubrics import QUESTIONS, STAGES, changed
from tests.library import FOLDER

if TYPE_CHECKING:
    from collections.abc import Callable

    from sixstages.errors import Problem, Severity

NOT_UTF_8 = pytest.param(
    "caf\udce9",
    marks=pytest.mark.skipif(sys.platform == "darwin", reason="the file systems of macOS refuse such a name"),
)

each_format = pytest.mark.parametrize("form", FORMATS)


def broken(folder: Path, name: str = "needs: 2", new: str = "needs: none") -> Path:
    """Make a rubric with an error in a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    return changed(folder, STAGES, name, new)


def with_a_warning(folder: Path) -> Path:
    """Make a copy of the rubric that comes with the program, with a source in it that nothing names."""
    assert run("init", folder).code == 0
    stages = folder / STAGES
    text = stages.read_text(encoding="utf-8")
    assert "\nsources:\n" in text
    stages.write_text(text.replace("\nsources:\n", "\nsources:\n  spare: {title: T, author: A}\n"), encoding="utf-8")
    return folder


def test_the_rubric_that_comes_with_the_program_is_sound() -> None:
    """Without a folder it is the one that is checked; the summary says how its stages share the sheets."""
    outcome = run("check")
    assert (outcome.code, outcome.err) == (0, "")
    assert "The rubric social-media-adoption, version" in outcome.out
    assert "  - evangelist: " in outcome.out


def test_without_a_folder_the_rubric_that_stands_here_is_checked(tmp_path: Path) -> None:
    """Whoever stands in a rubric's folder means that one; elsewhere it is the packaged one."""
    broken(tmp_path / "rubric")
    with chdir(tmp_path / "rubric"):
        outcome = run("check", "--fail-on", "warning")
    assert outcome.code == 1
    assert outcome.out.startswith("stages.yaml:")
    with chdir(tmp_path):
        assert "The rubric social-media-adoption" in run("check").out


@each_format
def test_exit_codes_are_the_same_in_every_format(form: str, tmp_path: Path) -> None:
    """0 sound, 1 problems, 2 could not be checked; the report stands on standard output, whatever it says."""
    for folder, code in ((default_folder(), 0), (broken(tmp_path / "broken"), 1), (tmp_path / "gone", 2)):
        outcome = run("check", folder, "--format", form)
        assert (outcome.code, outcome.err) == (code, "")
        assert outcome.out


@pytest.mark.parametrize(
    ("found", "at_error", "at_warning"),
    [((), 0, 0), ((WARNING,), 0, 1), ((WARNING, ERROR), 1, 1), ((ERROR,), 1, 1)],
)
def test_fail_on_says_what_is_a_failure(found: tuple[Problem, ...], at_error: int, at_warning: int) -> None:
    """An error always is one, a warning only if that is asked for."""
    assert exit_code(checked(*found), "error") == at_error
    assert exit_code(checked(*found), "warning") == at_warning


@pytest.mark.parametrize("fail_on", ["error", "warning"])
def test_what_could_not_be_checked_is_neither_sound_nor_unsound(fail_on: Severity) -> None:
    """2, whatever fails."""
    assert exit_code(UNUSABLE, fail_on) == 2


def test_warnings_are_shown_and_fail_only_where_that_is_asked_for(tmp_path: Path) -> None:
    """A rubric with a warning passes; with `--fail-on warning` it does not."""
    folder = with_a_warning(tmp_path / "own")
    passed = run("check", folder)
    assert "warning L328: Nothing names the source 'spare'." in passed.out
    assert passed.code == 0
    assert run("check", folder, "--fail-on", "warning").code == 1


def test_a_problem_is_shown_with_its_line_and_its_place(tmp_path: Path) -> None:
    """File, line and column, the line underlined, the remedy."""
    folder = broken(tmp_path)
    line = folder.joinpath(STAGES).read_text(encoding="utf-8").splitlines().index("      needs: none") + 1
    assert run("check", folder).out.startswith(
        f"{folder / STAGES}:{line}:14: error S109: 'none' is not a whole number from 1 to 1000.\n"
        "    needs: none\n"
        "           ^^^^\n"
        "  Write it in digits, such as 3.\n"
    )


@pytest.mark.parametrize("form", [*FORMATS])
def test_output_takes_what_the_screen_would_show(form: str, tmp_path: Path) -> None:
    """The file holds it whole, and standard output stays empty; what stood in the file is replaced."""
    folder, file = broken(tmp_path / "broken"), tmp_path / "report"
    file.write_text("an older report that was longer " * 1000, encoding="utf-8")
    outcome = run("check", folder, "--format", form, "--output", file)
    assert (outcome.code, outcome.out, outcome.err) == (1, "", "")
    assert file.read_text(encoding="utf-8") == run("check", folder, "--format", form).out


def test_several_reports_are_written_at_once(tmp_path: Path) -> None:
    """Each `--report` fills its file, and standard output has the one of `--format`."""
    folder = broken(tmp_path / "broken")
    reports = [f"--report={form}={tmp_path / form}" for form in FORMATS]
    outcome = run("check", folder, *reports, "--format", "github")
    assert outcome.code == 1
    for form in FORMATS:
        assert tmp_path.joinpath(form).read_text(encoding="utf-8") == run("check", folder, "--format", form).out
    assert outcome.out == tmp_path.joinpath("github").read_text(encoding="utf-8")


def test_a_report_that_can_t_be_written_keeps_none_of_the_others_back(tmp_path: Path) -> None:
    """It is told, with exit code 2, and the rest are there."""
    folder = broken(tmp_path / "broken")
    outcome = run("check", folder, f"--report=json={tmp_path}", f"--report=junit={tmp_path / 'junit.xml'}")
    assert outcome.code == 2
    assert f"{tmp_path}:1:1: error Y002" in outcome.err
    assert tmp_path.joinpath("junit.xml").exists()
    assert "S109" in outcome.out


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["--format", "pdf"], '"pdf" is not one of the formats: text, json, github, sarif, junit.'),
        (["--report", "sarif"], '"sarif" is not written as junit=check.xml is'),
        (["--report", "sarif="], '"sarif=" is not written as junit=check.xml is'),
        (["--report", "pdf=x"], "the formats are text, json, github, sarif, junit."),
        (["--fail-on", "fatal"], "'fatal' is not one of 'error', 'warning'"),
        (["--explain", "L3001"], "There is no problem \"L3001\". Did you mean 'L301'?"),
        (["--explain", "\x1b[31m"], r'There is no problem "\x1b[31m".'),
        (["one", "two"], "unexpected extra argument"),
    ],
)
def test_a_wrong_call_says_what_is_possible(argv: list[str], words: str) -> None:
    """It exits with 2, on standard error, and nothing is checked."""
    outcome = run("check", *argv)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err


@pytest.mark.parametrize(
    "options",
    [
        lambda folder: ["--output", folder / "." / STAGES],
        lambda folder: ["--report", f"json={folder / QUESTIONS}"],
        lambda folder: ["--report", f"sarif={folder / 'cases' / 'heap.yaml'}"],
        lambda folder: ["--report", f"text={folder / 'x'}", "--output", folder / "cases" / ".." / "x"],
    ],
)
def test_a_report_replaces_neither_the_rubric_nor_another_report(
    options: Callable[[Path], list[object]], tmp_path: Path
) -> None:
    """Both are wrong calls, and no file is touched."""
    folder = broken(tmp_path)
    folder.joinpath("cases").mkdir()
    folder.joinpath("cases", "heap.yaml").write_text("answers: {}\n", encoding="utf-8")
    before = {path: path.read_bytes() for path in folder.rglob("*.yaml")}
    outcome = run("check", folder, *options(folder))
    assert outcome.code == 2
    assert "is one of the files to be read" in outcome.err or "is to hold two reports" in outcome.err
    assert {path: path.read_bytes() for path in folder.rglob("*.yaml")} == before
    assert not folder.joinpath("x").exists()


@pytest.mark.parametrize("code", ["Y012", "y012"])
def test_explain_shows_the_page_of_a_code(code: str) -> None:
    """Its Markdown as it was written; nothing is checked."""
    outcome = run("check", "gone", "--explain", code)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == read_pages()["Y012"].text


def test_list_names_every_code_once() -> None:
    """Code, severity and title on a line each, below the names of their classes."""
    outcome = run("check", "--list")
    lines = outcome.out.splitlines()
    assert (outcome.code, lines[0]) == (0, "Files and YAML")
    assert [line.split()[0] for line in lines if line.startswith("  ")] == list(CATALOGUE)
    assert f"  L304  error    {read_pages()['L304'].title}" in lines
    assert f"  L328  warning  {read_pages()['L328'].title}" in lines


def test_what_is_read_up_can_go_into_a_file(tmp_path: Path) -> None:
    """`--output` takes the list as it takes a report."""
    assert run("check", "--list", "--output", tmp_path / "list").out == ""
    assert tmp_path.joinpath("list").read_text(encoding="utf-8") == run("check", "--list").out


def test_witnesses_are_answers_files_that_give_what_they_are_called(tmp_path: Path) -> None:
    """The folder is made, an older file in it replaced, and `score` gives each its stage or its finding."""
    folder = tmp_path / "new" / "witnesses"
    assert run("check", FOLDER, "--witness", folder).err == f"Answers files written to {folder}: 7.\n"
    folder.joinpath("stage-heap.yaml").write_text('name: "witness: older"\n' + "# older\n" * 1000, encoding="utf-8")
    outcome = run("check", FOLDER, "--witness", folder, "--format", "json")
    assert outcome.code == 0
    assert json.loads(outcome.out)["stages"]
    scored = json.loads(run("score", *sorted(folder.iterdir()), "--rubric", FOLDER, "--format", "json").out)
    got = {
        each["name"]: [each["stage"]["id"], *(of["id"] for of in each["findings"] if of["holds"])] for each in scored
    }
    assert len(got) == 7
    assert [name for name, ids in got.items() if name.split()[-1] not in ids] == []


def test_witnesses_can_be_kept_as_cases(tmp_path: Path) -> None:
    """A rubric whose cases are its witnesses stands by them: nothing is wrong with any."""
    folder = changed(tmp_path, STAGES, "", "")
    run("check", folder, "--witness", folder / "cases")
    report = json.loads(run("check", folder, "--format", "json").out)
    assert [each for each in report["problems"] if each["severity"] == "error"] == []


@pytest.mark.parametrize("text", ["name: My Shop\n", "answers: {}\n", "name: [witness: heap\n", "witness: heap\n"])
def test_witnesses_replace_nothing_of_anybody_s(text: str, tmp_path: Path) -> None:
    """Where another file has the name of one, none is written, and that file is named with what to do."""
    folder = tmp_path / "witnesses"
    folder.mkdir()
    mine = folder / "stage-heap.yaml"
    mine.write_text(text, encoding="utf-8")
    outcome = run("check", FOLDER, "--witness", folder)
    assert outcome.code == 2
    assert outcome.err.startswith(f"{mine} is no witness, and would be replaced by one; move it elsewhere")
    assert "The rubric village-library" in outcome.out
    assert list(folder.iterdir()) == [mine]
    assert mine.read_text(encoding="utf-8") == text


def test_what_has_no_witness_is_named(tmp_path: Path) -> None:
    """The others are written; a report on standard output stays clean."""
    folder = changed(tmp_path, STAGES, "when: {kept: boxes}", "when: {tidied: monthly}")
    outcome = run("check", folder, "--witness", tmp_path / "witnesses", "--format", "json")
    assert outcome.code == 1
    assert outcome.err.splitlines()[1:] == ["No answers give finding-damp."]
    assert not tmp_path.joinpath("witnesses", "finding-damp.yaml").exists()
    assert json.loads(outcome.out)["errors"]


def test_a_rubric_that_can_t_be_used_has_no_witnesses(tmp_path: Path) -> None:
    """That is said, and nothing is written."""
    outcome = run("check", broken(tmp_path), "--witness", tmp_path / "witnesses")
    assert (outcome.code, outcome.err.partition(":")[0]) == (1, "No answers files were written")
    assert not tmp_path.joinpath("witnesses").exists()


def test_a_folder_for_witnesses_that_can_t_be_made_is_told(tmp_path: Path) -> None:
    """A file in its place gives exit code 2; the report is written all the same."""
    in_the_way = tmp_path / "witnesses"
    in_the_way.write_text("mine", encoding="utf-8")
    outcome = run("check", FOLDER, "--witness", in_the_way)
    assert outcome.code == 2
    assert f"{in_the_way}:1:1: error Y022" in outcome.err
    assert "The rubric village-library" in outcome.out
    assert in_the_way.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["a\n::error::b", "100%, a:b", "[/]\x1b[31m", "]]><b>&amp;", NOT_UTF_8])
@each_format
def test_a_folder_may_be_called_anything(form: str, name: str, tmp_path: Path) -> None:
    """Whatever its name and its texts hold, each format stays what it is."""
    with chdir(tmp_path):
        folder = broken(Path(name), "{order: {at_least: by-size}}", '{order: {at_least: "%0A]]><script>::error::[/]"}}')
        outcome = run("check", folder, "--format", form)
    assert (outcome.code, outcome.err) == (1, "")
    assert outcome.out.encode().count(b"\x1b") == 0
    READERS[form](outcome.out)


def read_log(out: str) -> None:
    """Read workflow commands: one for the only problem, and the numbers."""
    assert [line.partition(" ")[0] for line in out.splitlines()] == ["::error", "1"]


READERS: dict[str, Callable[[str], object]] = {
    "text": str,
    "json": json.loads,
    "github": read_log,
    "sarif": json.loads,
    "junit": ET.fromstring,
}
