"""Interviews about the village library, for the tests of the conversation."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sixstages import read_answers
from tests.cli.driver import Keyboard, Outcome, run
from tests.library import FOLDER, library

if TYPE_CHECKING:
    from sixstages import Answers

RUBRIC = ("--rubric", FOLDER)
FILE = "kijiji-2026-11-22.yaml"
BEGINNING = ("Kijiji", "2")  # the name and the owner's own view
ANSWERS = ("2,3", "1", "2", "1", "1", "2", "1", "4")  # those of the case "heap"


def hold(*lines: str, end: str | None = "", file: object = "", options: tuple[str, ...] = ()) -> Outcome:
    """Hold an interview at a terminal, with these lines typed."""
    return run("interview", *options, *filter(None, [file]), *RUBRIC, stdin=Keyboard(lines, end=end))


def saved(file: str = FILE) -> Answers:
    """Read what an interview has saved."""
    return read_answers(Path(file), library())
