"""Two interviews at the same time: never on one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages import read_answers
from tests.library import FOLDER, library
from tests.terminal.program import ANSWER, NAME, OWN_VIEW, PROGRAM, kept, library_interview, terminal

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_in_use_is_left_alone(tmp_path: Path) -> None:
    """The second interview on a file says so, asks nothing and writes nothing; the first goes on."""
    file = tmp_path / "mine.yaml"
    with library_interview(file) as first:
        for prompt in (NAME, OWN_VIEW):
            first.until(prompt)
            first.type("")
        first.until(ANSWER)
        before = file.read_bytes()
        with library_interview(file) as second:
            assert second.end() == 2
            assert "mine.yaml:1:1: error U901: Another interview has this file open." in second.screen
            assert NAME not in second.screen
        assert file.read_bytes() == before
        first.type("2")
        first.until(ANSWER)
    assert kept(file) == {"kept": ("boxes",)}


def test_two_that_begin_under_one_name_get_a_file_each(tmp_path: Path) -> None:
    """Without FILE two of one business that begin at the same moment don't write over each other's answers."""
    command = (PROGRAM, "interview", "--rubric", FOLDER)
    with terminal(*command, folder=tmp_path) as first, terminal(*command, folder=tmp_path) as second:
        for opened in (first, second):
            opened.until(NAME)
        for opened in (first, second):
            opened.type("Kijiji")
        for opened in (first, second):
            opened.until(OWN_VIEW)
            opened.type("q")
            assert opened.end() == 130
    sheets = [read_answers(file, library()) for file in sorted(tmp_path.iterdir())]
    assert [sheet.name for sheet in sheets] == ["Kijiji", "Kijiji"]
