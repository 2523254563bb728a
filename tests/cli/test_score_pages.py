"""`sixstages score` in the formats that make a file of each assessment: where the files go."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.reports import PAGES, load_page
from tests.cli.driver import run
from tests.library import FOLDER, assessed, case, library, sheet

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = ("--rubric", FOLDER)
SUFFIXES = {"html": ".html", "markdown": ".md", "badge": ".svg"}

each_format = pytest.mark.parametrize("wanted", PAGES)


def page(wanted: str, name: str) -> str:
    """Give the page of a case."""
    return load_page(wanted).page(assessed(name), library(), sheet(name))


@each_format
def test_one_page_goes_to_standard_output(wanted: str) -> None:
    """Without `--output` it can be piped."""
    outcome = run("score", case("heap"), *RUBRIC, "--format", wanted)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == page(wanted, "heap")


@each_format
def test_one_page_goes_into_a_file(wanted: str, tmp_path: Path) -> None:
    """`--output` names it."""
    outcome = run("score", case("heap"), *RUBRIC, "--format", wanted, "--output", tmp_path / "page")
    assert (outcome.code, outcome.out) == (0, "")
    assert (tmp_path / "page").read_text(encoding="utf-8") == page(wanted, "heap")


@each_format
def test_several_pages_go_into_a_folder(wanted: str, tmp_path: Path) -> None:
    """Each is named after its answers file."""
    outcome = run("score", case("heap"), case("readers"), *RUBRIC, "--format", wanted, "--output", tmp_path)
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    written = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    assert written == {f"{name}{SUFFIXES[wanted]}": page(wanted, name) for name in ("heap", "readers")}


def test_one_page_goes_into_a_folder(tmp_path: Path) -> None:
    """A folder is as good for one; what comes through a pipe is named so."""
    with case("heap").open(encoding="utf-8") as answers:
        outcome = run("score", "-", *RUBRIC, "--format", "html", "--output", tmp_path, stdin=answers)
    assert outcome.code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["standard-input.html"]


@each_format
@pytest.mark.parametrize("output", [(), ("--output", "not-there")])
def test_several_pages_need_a_folder(wanted: str, output: tuple[str, ...]) -> None:
    """On the screen, or in a file, they could not be told apart: a wrong call, and nothing is written."""
    outcome = run("score", case("heap"), case("readers"), *RUBRIC, "--format", wanted, *output)
    assert (outcome.code, outcome.out) == (2, "")
    assert "need a folder that is there already" in outcome.err


def test_two_files_of_one_name_are_refused(tmp_path: Path) -> None:
    """One page would replace the other, on some computers even where only capitals differ."""
    other = tmp_path / "Heap.yaml"
    other.write_bytes(case("heap").read_bytes())
    outcome = run("score", case("heap"), other, *RUBRIC, "--format", "html", "--output", tmp_path)
    assert outcome.code == 2
    assert '"Heap.html"' in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["Heap.yaml"]


def test_a_page_never_replaces_answers(tmp_path: Path) -> None:
    """An answers file that is named as a page would be is not touched."""
    answers = tmp_path / "heap.md"
    answers.write_bytes(case("heap").read_bytes())
    outcome = run("score", answers, *RUBRIC, "--format", "markdown", "--output", tmp_path)
    assert outcome.code == 2
    assert answers.read_bytes() == case("heap").read_bytes()


def test_an_unreadable_file_among_several_is_told_and_the_rest_are_done(tmp_path: Path) -> None:
    """The pages of those that could be read are there; the exit code is 2."""
    outcome = run("score", tmp_path / "gone.yaml", case("heap"), *RUBRIC, "--format", "html", "--output", tmp_path)
    assert outcome.code == 2
    assert "gone.yaml" in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == ["heap.html"]


def test_strict_fails_where_the_stage_is_open(tmp_path: Path) -> None:
    """As in the other formats: the pages are written all the same."""
    outcome = run("score", case("heap"), case("open"), *RUBRIC, "--format", "html", "--output", tmp_path, "--strict")
    assert outcome.code == 1
    assert len([*tmp_path.iterdir()]) == 2


def test_the_page_is_in_the_language_that_is_asked_for() -> None:
    """`--lang` says so, and the page does."""
    assert '<html lang="hi"' in run("score", case("heap"), *RUBRIC, "--format", "html", "--lang", "hi").out
