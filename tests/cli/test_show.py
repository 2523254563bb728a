"""`sixstages show`: the rubric for reading, and a blank answers file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages import read_answers
from sixstages.text import width
from tests.cli.driver import run
from tests.library import FOLDER, library

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = ("--rubric", FOLDER)


def shown(*argv: str) -> str:
    """Give what a `show` command prints, its lines joined."""
    outcome = run("show", *argv, *RUBRIC)
    assert (outcome.code, outcome.err) == (0, "")
    return " ".join(outcome.out.split())


def test_alone_it_tells_what_each_stage_needs() -> None:
    """Every stage with its summary, how many signs its gate needs, and which."""
    text = shown()
    for stage in library().stages:
        assert stage.summary in text
        assert all(sign.says in text for sign in (stage.gate.signs if stage.gate else ()))
    assert "1. A heap of books Books came in and were put down where there was room. Needs nothing" in text
    assert "Needs 3 of these 5, and among them a list of the books and books that are found when asked for:" in text
    assert "Drawn from" not in text


def test_stages_are_told_in_full() -> None:
    """Besides what they need: what they look like, how to gain each sign, and whose work it draws on."""
    text = shown("stages")
    assert "* Most books are still in the boxes they came in." in text
    assert "Small step: Choose one day of the month for tidying and write it on the door." in text
    assert "Drawn from - Notes from a mobile librarian, by Wanjiru Kamau" in text


def test_findings_are_told_with_their_signs_and_remedies() -> None:
    """Each finding: what it is, how it is found, what helps."""
    text = shown("findings")
    assert "Why books get lost Nobody knows who has the book" in text
    assert "Found where 2 of these 3 show: - Loans are not written down." in text
    assert "What helps: - Put a paper label on each board. Then anybody can put a book back." in text


def test_questions_are_told_with_why_and_options() -> None:
    """Each question by its number, with why it is asked and what can be answered."""
    text = shown("questions")
    assert "1. Where are the books kept today?" in text
    assert "Several can be true. - On shelves - In boxes" in text
    assert "- By subject (Cooking beside cooking, history beside history.)" in text
    assert text.count("Asked only where earlier answers call for it.") == 8


@pytest.mark.parametrize("part", ["", "stages", "findings", "questions"])
@pytest.mark.parametrize("columns", [40, 80, 200])
def test_pages_fit_the_screen(part: str, columns: int) -> None:
    """No line of a page is wider than the screen."""
    outcome = run("show", *part.split(), *RUBRIC, columns=columns)
    assert max(map(width, outcome.out.splitlines())) <= columns


def test_a_blank_answers_file_reads_as_an_empty_sheet(tmp_path: Path) -> None:
    """Every question is there to be filled in, and as it stands none is answered."""
    file = tmp_path / "blank.yaml"
    assert run("show", "questions", "--format", "yaml", *RUBRIC, "--output", file).code == 0
    sheet = read_answers(file, library())
    assert (sheet.answers, sheet.dont_know, sheet.warnings) == ({}, frozenset(), ())
    assert (sheet.name, sheet.date, sheet.self_view) == ("", None, None)


def test_a_blank_answers_file_can_be_filled_in(tmp_path: Path) -> None:
    """An id from the comments, written behind its question, is an answer."""
    blank = run("show", "questions", "--format", "yaml", *RUBRIC).out
    file = tmp_path / "filled.yaml"
    file.write_text(
        blank.replace("  kept:\n", "  kept: [boxes]\n").replace("  order:\n", "  order: by-size\n"), "utf-8"
    )
    assert read_answers(file, library()).answers == {"kept": ("boxes",), "order": ("by-size",)}


def test_a_blank_answers_file_says_what_can_be_written() -> None:
    """Each option stands in a comment with its id; what stands alone or may not apply is marked."""
    lines = run("show", "questions", "--format", "yaml", *RUBRIC).out.splitlines()
    for question in library().questions.values():
        assert f"  {question.id}:" in lines
        assert all(any(line.startswith(f"  #   {each.id}: ") for line in lines) for each in question.options)
    assert "  #   nothing: Nowhere (only this)" in lines
    assert "  # Where are the books kept today? Several can be true: [shelves, boxes]" in lines


@pytest.mark.parametrize(
    "argv", [["--format", "yaml"], ["stages", "--format", "yaml"], ["questions", "--format", "xml"]]
)
def test_only_questions_are_an_answers_file(argv: list[str]) -> None:
    """Another part as YAML, or another format, is a wrong call."""
    outcome = run("show", *argv, *RUBRIC)
    assert (outcome.code, outcome.out) == (2, "")
    assert "is not one of the formats" in outcome.err


def test_an_unknown_part_is_a_wrong_call() -> None:
    """What can be shown is named."""
    outcome = run("show", "everything", *RUBRIC)
    assert outcome.code == 2
    assert all(part in outcome.err for part in ("stages", "findings", "questions"))
