"""`sixstages score`: formats, several files, where the report goes, exit codes."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from sixstages.cli import main
from sixstages.cli.session import Session
from sixstages.terminal import Terminal
from tests.cli.driver import NOW, Keyboard, run
from tests.library import CASES, FOLDER, assessed, case

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = ("--rubric", FOLDER)


def test_the_text_report_goes_to_standard_output() -> None:
    """Text is what one gets without asking for a format; nothing else is said."""
    outcome = run("score", case("heap"), *RUBRIC)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Kijiji Reading Room, 2 March 2026\n")


def test_the_width_is_that_of_the_screen() -> None:
    """On a narrow screen lines break earlier."""
    narrow = run("score", case("heap"), *RUBRIC, stdin=Keyboard([]), columns=40)
    assert max(map(len, narrow.out.splitlines())) <= 40


@pytest.mark.parametrize("name", CASES)
def test_json_gives_the_assessment(name: str) -> None:
    """A script gets the very verdict that the library gives."""
    outcome = run("score", case(name), *RUBRIC, "--format", "json")
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out)["stage"] == assessed(name).stage._asdict()


def test_answers_come_from_standard_input() -> None:
    """A single hyphen is what comes through a pipe, told as "standard input" where something is wrong with it."""
    with case("heap").open(encoding="utf-8") as answers:
        outcome = run("score", "-", *RUBRIC, "--format", "json", stdin=answers)
    assert json.loads(outcome.out)["name"] == "Kijiji Reading Room"
    assert "standard input:1:1" in run("score", "-", *RUBRIC).err


def test_several_files_give_a_list() -> None:
    """Two files are a list of two, in their order; one file is an object."""
    outcome = run("score", case("heap"), case("readers"), *RUBRIC, "--format", "json")
    assert [each["name"] for each in json.loads(outcome.out)] == ["Kijiji Reading Room", "Nakuru Mobile Library"]


def test_an_unreadable_file_among_several_is_told_and_the_rest_are_done(tmp_path: Path) -> None:
    """The list holds those that could be read, however few; the exit code is 2."""
    outcome = run("score", tmp_path / "gone.yaml", case("heap"), *RUBRIC, "--format", "json")
    assert outcome.code == 2
    assert "gone.yaml" in outcome.err
    assert [each["name"] for each in json.loads(outcome.out)] == ["Kijiji Reading Room"]


@pytest.mark.parametrize("wanted", ["text", "json"])
def test_a_report_is_shown_before_the_last_file_is_read(wanted: str, tmp_path: Path) -> None:
    """However many files there are, few assessments are held at a time: what is scored is written."""
    last = tmp_path / "last.yaml"
    last.write_bytes(case("heap").read_bytes())

    class Watched(io.StringIO):
        """Takes the last file away as soon as something is written."""

        def write(self, text: str, /) -> int:
            last.unlink(missing_ok=True)
            return super().write(text)

    out, err = Watched(), io.StringIO()
    call = ["score", *map(str, (case("heap"), case("heap"), last)), *map(str, RUBRIC), "--format", wanted]
    assert main(call, Session(terminal=Terminal(None, out, err, {}), now=lambda: NOW)) == 2
    assert "last.yaml:1:1: error Y001" in err.getvalue()
    assert out.getvalue().count("Kijiji Reading Room") == 2


def test_an_unreadable_file_alone_gives_no_report(tmp_path: Path) -> None:
    """Nothing on standard output that a script could take for a result."""
    outcome = run("score", tmp_path / "gone.yaml", *RUBRIC)
    assert (outcome.code, outcome.out) == (2, "")
    assert "gone.yaml" in outcome.err


@pytest.mark.parametrize(("names", "code"), [(["heap"], 0), (["open"], 1), (["heap", "open"], 1)])
def test_strict_fails_where_the_stage_is_open(names: list[str], code: int) -> None:
    """With `--strict` an incomplete verdict, alone or among others, exits with 1; the report is given all the same."""
    outcome = run("score", *map(case, names), *RUBRIC, "--strict")
    assert outcome.code == code
    assert outcome.out
    assert run("score", *map(case, names), *RUBRIC).code == 0


def test_an_unreadable_file_counts_for_more_than_an_open_stage(tmp_path: Path) -> None:
    """2, that something could not be read, hides 1."""
    assert run("score", case("open"), tmp_path / "gone.yaml", *RUBRIC, "--strict").code == 2


@pytest.mark.parametrize("wanted", ["text", "json"])
def test_the_report_goes_into_a_file(wanted: str, tmp_path: Path) -> None:
    """With `--output` the file holds what the screen would at 80 columns, and the screen stays empty."""
    shown = run("score", case("shelves"), *RUBRIC, "--format", wanted)
    written = run("score", case("shelves"), *RUBRIC, "--format", wanted, "--output", tmp_path / "report", columns=40)
    assert (written.code, written.out) == (0, "")
    assert (tmp_path / "report").read_text(encoding="utf-8") == shown.out


def test_a_report_never_replaces_answers(tmp_path: Path) -> None:
    """An answers file as `--output`, under whatever name, is a wrong call; it is not touched."""
    answers = tmp_path / "answers.yaml"
    answers.write_bytes(case("heap").read_bytes())
    outcome = run("score", answers, *RUBRIC, "--output", tmp_path / "." / "answers.yaml")
    assert outcome.code == 2
    assert answers.read_bytes() == case("heap").read_bytes()


def test_a_report_that_can_t_be_written_is_a_problem(tmp_path: Path) -> None:
    """A folder in the way is told, and the exit code is 2."""
    outcome = run("score", case("heap"), *RUBRIC, "--output", tmp_path)
    assert outcome.code == 2
    assert str(tmp_path) in outcome.err


def test_an_unknown_format_names_those_there_are() -> None:
    """A wrong call says what is possible."""
    outcome = run("score", case("heap"), *RUBRIC, "--format", "pdf")
    assert outcome.code == 2
    assert '"pdf" is not one of the formats: text, json, ' in outcome.err


def test_an_unusable_rubric_is_told(tmp_path: Path) -> None:
    """A folder without a rubric gives exit code 2 and names what is missing."""
    outcome = run("score", case("heap"), "--rubric", tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert "stages.yaml" in outcome.err
