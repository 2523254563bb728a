"""`sixstages compare`: which files it takes, what it says in which language, exit codes."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from sixstages import load_rubric
from sixstages.answers import write_answers
from sixstages.cli import main
from sixstages.cli.session import Session
from sixstages.speech import LANGUAGES, speech
from sixstages.terminal import Terminal
from sixstages.text import width
from tests import ROOT
from tests.cli.driver import NOW, Keyboard, run
from tests.comparison.sittings import HEAP, LISTED, sitting
from tests.library import FOLDER, case, library

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = ("--rubric", FOLDER)
CASE = ROOT / "cases" / "asha-textiles.yaml"
TEXTS = {"name", "says", "do", "why"}
"""The keys of the JSON under which stand texts."""


def kept(folder: Path, date: str | None, *, name: str = "Kijiji", file: str | None = None, **answers: str) -> Path:
    """Keep a sitting in a file."""
    path = folder / (file or f"{date}.yaml")
    write_answers(path, sitting(date, name=name, **answers).answers, library())
    return path


def changed(source: Path, path: Path, *replacements: tuple[str, str]) -> Path:
    """Copy a file with other words in it."""
    text = source.read_text(encoding="utf-8")
    for words, others in replacements:
        assert words in text
        text = text.replace(words, others)
    path.write_text(text, encoding="utf-8")
    return path


def asha(folder: Path, *languages: str) -> list[Path]:
    """Keep sittings of a shipped case, a month apart, each in a language; each has a better week than those before."""
    rhythms = ("three-to-five", "six-or-seven")
    return [
        changed(
            CASE,
            folder / f"{number}.yaml",
            ("date: 2026-11-22", f"date: 2026-0{number + 1}-01"),
            ("language: en\n", f"language: {language}\n" if language else ""),
            ("rhythm: three-to-five", f"rhythm: {rhythms[min(number, 1)]}"),
        )
        for number, language in enumerate(languages)
    ]


def unwrapped(text: str) -> str:
    """Take line breaks and indents out of a text."""
    return " ".join(text.split())


def without_texts(value: object) -> object:
    """Leave out the texts, all the way down."""
    if isinstance(value, dict):
        return {key: without_texts(each) for key, each in value.items() if key not in TEXTS}
    return [without_texts(each) for each in value] if isinstance(value, list) else value


def test_sittings_are_compared_by_date_in_whatever_order_they_are_given(tmp_path: Path) -> None:
    """The earliest stands first, and nothing else is said."""
    files = [kept(tmp_path, "2026-03-02", **HEAP), kept(tmp_path, "2026-06-02"), kept(tmp_path, "2026-09-02", **LISTED)]
    outcome = run("compare", *files, *RUBRIC)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Kijiji\n\nYou have come from stage 1 to stage 3.")
    assert run("compare", *reversed(files), *RUBRIC) == outcome


def test_the_width_is_that_of_the_screen(tmp_path: Path) -> None:
    """On a narrow screen lines break earlier."""
    narrow = run("compare", kept(tmp_path, "2026-03-02"), kept(tmp_path, None), *RUBRIC, stdin=Keyboard([]), columns=40)
    assert max(map(width, narrow.out.splitlines())) <= 40


def test_json_gives_the_comparison(tmp_path: Path) -> None:
    """A script gets files as they were named, stages, signs and steps."""
    files = [kept(tmp_path, "2026-03-02", **HEAP), kept(tmp_path, "2026-06-02")]
    outcome = run("compare", *files, *RUBRIC, "--format", "json")
    found = json.loads(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert [(each["file"], each["stage"]["number"]) for each in found["sittings"]] == [
        (str(files[0]), 1),
        (str(files[1]), 2),
    ]
    assert [each["id"] for each in found["overall"]["gained"]] == ["in-order", "tidied", "has-list"]
    assert {each["sign"] for each in found["steps"] if each["done"]} == {"in-order", "tidied"}


@pytest.mark.parametrize("wanted", ["text", "json", "html", "markdown"])
def test_the_comparison_goes_into_a_file(wanted: str, tmp_path: Path) -> None:
    """With `--output` the file holds what the screen would at 80 columns, and the screen stays empty."""
    call = ("compare", kept(tmp_path, "2026-03-02"), kept(tmp_path, "2026-06-02"), *RUBRIC, "--format", wanted)
    shown = run(*call)
    written = run(*call, "--output", tmp_path / "report", columns=40)
    assert (written.code, written.out) == (0, "")
    assert (tmp_path / "report").read_text(encoding="utf-8") == shown.out


def test_one_sitting_is_a_wrong_call(tmp_path: Path) -> None:
    """There is nothing to compare it with, and no report."""
    outcome = run("compare", kept(tmp_path, "2026-03-02"), *RUBRIC)
    assert (outcome.code, outcome.out) == (2, "")
    assert "name two answers files of one business, or more" in outcome.err


def test_a_file_given_twice_is_a_wrong_call(tmp_path: Path) -> None:
    """Under whatever name: it would be compared with itself."""
    file = kept(tmp_path, "2026-03-02")
    linked = tmp_path / "linked.yaml"
    linked.symlink_to(file)
    for other in (file, linked):
        outcome = run("compare", file, other, kept(tmp_path, "2026-06-02"), *RUBRIC)
        assert (outcome.code, outcome.out) == (2, "")
        assert f"{file} is given twice" in outcome.err


def test_a_report_never_replaces_what_it_is_made_from(tmp_path: Path) -> None:
    """An answers file or a file of the rubric as `--output` is a wrong call; it is not touched."""
    files = [kept(tmp_path, "2026-03-02"), kept(tmp_path, "2026-06-02")]
    for read in (files[1], FOLDER / "stages.yaml"):
        before = read.read_bytes()
        outcome = run("compare", *files, *RUBRIC, "--output", read)
        assert outcome.code == 2
        assert "a report in its place would destroy it" in outcome.err
        assert read.read_bytes() == before


def test_everything_that_is_wrong_with_any_file_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    """A comparison with a sitting left out would mislead."""
    wrong = changed(kept(tmp_path, "2026-03-02"), tmp_path / "wrong.yaml", ("tidied: weekly", "tidied: sometimes"))
    files = (tmp_path / "gone.yaml", wrong, kept(tmp_path, "2026-06-02"), kept(tmp_path, "2026-09-02", name="Nakuru"))
    outcome = run("compare", *files, *RUBRIC, "--output", tmp_path / "report")
    assert (outcome.code, outcome.out) == (2, "")
    assert all(told in outcome.err for told in ("gone.yaml:1:1: error Y001", "wrong.yaml:", "A604", "U902"))
    assert not (tmp_path / "report").exists()


def test_different_businesses_are_told_apart(tmp_path: Path) -> None:
    """The problem shows both names with their places."""
    files = [kept(tmp_path, "2026-03-02", name="Asha"), kept(tmp_path, "2026-06-02", name="[red]Usha")]
    outcome = run("compare", *files, *RUBRIC)
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{files[1]}:3:7: error U902: These answers are of '[red]Usha', and those in another file of 'Asha'." in (
        outcome.err
    )
    assert f"also: {files[0]}:3:7" in outcome.err


def test_a_name_written_otherwise_and_a_missing_one_are_no_other_business(folder: Path) -> None:
    """The first is taken for the same without a word; of the second it is said."""
    named = {"2026-03-02": "KIJIJI ", "2026-06-02": "Kijiji", "2026-09-02": ""}
    files = [kept(folder, date, name=name).name for date, name in named.items()]
    outcome = run("compare", *files, *RUBRIC)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Kijiji\n")
    assert unwrapped(outcome.out).endswith("2026-09-02.yaml names no business; it is taken for the same one.")
    assert outcome.out.count("taken for the same one") == 1


def test_different_rubrics_are_told_apart(tmp_path: Path) -> None:
    """Of several rubrics no folder fits all, so none is asked for."""
    other = changed(case("heap"), tmp_path / "other.yaml", ("rubric: village-library", "rubric: museum"))
    outcome = run("compare", other, case("heap"), *RUBRIC)
    assert (outcome.code, outcome.out) == (2, "")
    assert "U903" in outcome.err
    assert "A601" not in outcome.err


def test_files_for_one_other_rubric_ask_for_its_folder(tmp_path: Path) -> None:
    """All of them are for the same rubric, only not for this one."""
    files = [kept(tmp_path, "2026-03-02"), kept(tmp_path, "2026-06-02")]
    outcome = run("compare", *files, "--rubric", ROOT)
    assert outcome.code == 2
    assert outcome.err.count("A601") == 2
    assert "U903" not in outcome.err


@pytest.mark.parametrize("wanted", ["text", "markdown"])
def test_another_version_of_the_rubric_is_said_once_a_file(wanted: str, tmp_path: Path) -> None:
    """All are judged by today's rubric; what was written for another version is named."""
    recent = kept(tmp_path, "2026-06-02")
    old = changed(kept(tmp_path, "2026-03-02"), tmp_path / "old.yaml", ("rubric_version: 2", "rubric_version: 1"))
    outcome = run("compare", old, recent, *RUBRIC, "--format", wanted)
    said = unwrapped(outcome.out)
    assert outcome.code == 0
    assert said.count("These answers are for version 1 of the rubric, and this is version 2.") == 1
    assert said.count("All sittings are judged by the rubric as it is today, version 2.") == 1
    of_today = run("compare", recent, tmp_path / "2026-03-02.yaml", *RUBRIC, "--format", wanted)
    assert "All sittings are judged" not in unwrapped(of_today.out)


def test_the_language_is_the_option_s_else_the_latest_sitting_s_else_the_environment_s(tmp_path: Path) -> None:
    """Each speaks where those before it are silent; earlier sittings have no say."""
    hindi_then_english, silent = asha(tmp_path, "hi", "en"), tmp_path / "silent"
    silent.mkdir()

    def language(*argv: object) -> object:
        return json.loads(run("compare", *argv, "--format", "json").out)["language"]

    assert language(*hindi_then_english) == "en"
    assert language(*reversed(hindi_then_english)) == "en"
    assert language(*hindi_then_english, "--lang", "uk") == "uk"
    out = io.StringIO()
    session = Session(terminal=Terminal(None, out, io.StringIO(), {}), now=lambda: NOW, language="sw")
    call = ["compare", *map(str, asha(silent, "hi", "")), "--format", "json"]
    assert main(call, session) == 0
    assert json.loads(out.getvalue())["language"] == "sw"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_finds_the_same(language: str, tmp_path: Path) -> None:
    """Ids and numbers stay, texts are in the language; dates are written as it does."""
    files = asha(tmp_path, "en", "en")
    english = json.loads(run("compare", *files, "--format", "json").out)
    found = json.loads(run("compare", *files, "--format", "json", "--lang", language).out)
    assert found["language"] == language
    assert without_texts(found | {"language": "en"}) == without_texts(english)
    rubric = load_rubric(ROOT, language)
    says = {sign.id: sign.says for gate in rubric.gates for sign in gate.signs}
    assert {each["id"]: each["says"] for each in found["overall"]["gained"]} == {"steady": says["steady"]}
    for wanted in ("text", "markdown"):
        report = unwrapped(run("compare", *files, "--format", wanted, "--lang", language).out)
        assert speech(language).date("2026-02-01") in report
        assert says["steady"] in report


def test_what_is_typed_in_a_file_reaches_the_screen_as_text(folder: Path) -> None:
    """Markup in a name and in a file's name is shown as typed."""
    files = [kept(folder, None, name="[bold]x[/]", file="[red].yaml"), kept(folder, "2026-03-02", name="")]
    outcome = run("compare", *(file.name for file in files), *RUBRIC)
    assert outcome.code == 0
    assert outcome.out.startswith("[bold]x[/]\n")
    assert "[red].yaml has no date" in outcome.out


def test_an_unknown_format_names_those_there_are(tmp_path: Path) -> None:
    """A wrong call says what is possible."""
    outcome = run("compare", kept(tmp_path, "2026-03-02"), kept(tmp_path, "2026-06-02"), "--format", "pdf")
    assert outcome.code == 2
    assert '"pdf" is not one of the formats: text, json, html, markdown.' in outcome.err
