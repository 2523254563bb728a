"""Leaving a real terminal in every way there is: the answers are in the file, and the interview goes on from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.rubric import DONT_KNOW
from tests.library import library
from tests.terminal.program import (
    ANSWER,
    CTRL_C,
    CTRL_D,
    NAME,
    OWN_VIEW,
    Terminal,
    asked,
    kept,
    library_interview,
    terminal,
)

if TYPE_CHECKING:
    from pathlib import Path

TWO = {"kept": ("boxes", "homes"), "order": (DONT_KNOW,)}


def answer_two(opened: Terminal) -> None:
    """Answer the first two questions, so that the third stands on the screen."""
    for prompt, typed in ((NAME, "Kijiji"), (OWN_VIEW, "2"), (ANSWER, "2,3"), (ANSWER, "d")):
        opened.until(prompt)
        opened.type(typed)
    opened.until(ANSWER)


@pytest.mark.parametrize(("keys", "code"), [("q\n", 130), (CTRL_C, 130), (CTRL_D, 1)], ids=["q", "Ctrl-C", "Ctrl-D"])
def test_leaving_saves_and_gives_the_command_to_go_on(keys: str, code: int, tmp_path: Path) -> None:
    """Everything answered is in the file, and the last line, run as it stands, asks the next question."""
    file = tmp_path / "mine.yaml"
    with library_interview(file) as opened:
        answer_two(opened)
        opened.press(keys)
        assert opened.end() == code
        command = opened.screen.splitlines()[-1]
    assert [each.name for each in tmp_path.iterdir()] == [file.name]
    assert kept(file) == TWO
    with terminal("/bin/sh", "-c", command, folder=tmp_path) as opened:
        assert asked(opened.until(ANSWER), library()).id == "tidied"


def test_half_a_line_is_no_answer(tmp_path: Path) -> None:
    """What was typed and not sent by Enter goes with Ctrl-C."""
    with library_interview(tmp_path / "mine.yaml") as opened:
        answer_two(opened)
        opened.press(f"3{CTRL_C}")
        assert opened.end() == 130
    assert kept(tmp_path / "mine.yaml") == TWO


def test_a_closed_window_loses_nothing(tmp_path: Path) -> None:
    """Where the connection breaks, everything answered is in the file, and nothing hinders going on."""
    file = tmp_path / "mine.yaml"
    with library_interview(file) as opened:
        answer_two(opened)
    assert kept(file) == TWO
    with library_interview(file) as opened:
        assert asked(opened.until(ANSWER), library()).id == "tidied"
