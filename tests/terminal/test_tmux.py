"""What stands on the screen of a terminal that people use, cell by cell: tmux draws it and says so."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from sixstages import load_rubric, read_answers
from sixstages.text import width
from tests import ROOT
from tests.terminal.program import ANSWER, ENVIRONMENT, NAME, OWN_VIEW, PATIENCE, PROGRAM, READ_ON, asked, numbers

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TMUX = shutil.which("tmux")
BUSINESS = "आशा टेक्सटाइल्स"

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed here")


@dataclass(frozen=True)
class Pane:
    """The one pane of a tmux of its own; `socket` is where that listens."""

    socket: Path

    def tmux(self, *arguments: str) -> str:
        """Tell tmux something; return what it answers."""
        command = [str(TMUX), "-u", "-S", str(self.socket), "-f", os.devnull, *arguments]
        return subprocess.run(command, env=ENVIRONMENT, capture_output=True, encoding="utf-8", check=True).stdout

    def shown(self) -> str:
        """Give what can be seen now."""
        return self.tmux("capture-pane", "-p").rstrip()

    def lines(self) -> list[str]:
        """Give each line that was ever shown; one that went over the edge of a row stands there as one."""
        return self.tmux("capture-pane", "-p", "-J", "-S", "-").rstrip().split("\n")

    def until(self, pattern: str) -> str:
        """Wait until what can be seen ends with this, line breaks taken for spaces; return it."""
        deadline = time.monotonic() + PATIENCE
        while not re.search(f"{pattern}$", " ".join((shown := self.shown()).split())):
            assert time.monotonic() < deadline, f"{pattern} never shown:\n{shown}"
            time.sleep(0.005)
        return shown

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        self.tmux("send-keys", "-l", line)
        self.tmux("send-keys", "Enter")


@contextmanager
def interview(folder: Path, columns: int, rows: int) -> Iterator[Pane]:
    """Open a window with an interview about the shipped rubric in it; at the end it is closed."""
    pane = Pane(folder / "tmux")
    size = ("-x", str(columns), "-y", str(rows))
    pane.tmux("new-session", "-d", *size, "-c", str(folder), f"'{PROGRAM}' interview mine.yaml; echo exit $?; exec cat")
    try:
        yield pane
    finally:
        pane.tmux("kill-server")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 40)])
def test_the_screen_holds_what_is_asked_and_no_line_passes_its_edge(columns: int, rows: int, tmp_path: Path) -> None:
    """Each question can be seen whole with its number, its options and the prompt; up to the end each line fits."""
    rubric = load_rubric()
    case = read_answers(ROOT / "cases" / "asha-textiles.yaml", rubric)
    with interview(tmp_path, columns, rows) as pane:
        pane.until(rf"{NAME} \([^)]*\):")
        pane.type(BUSINESS)
        pane.until(rf"{re.escape(OWN_VIEW)} [^)]*\):")
        pane.type("4")
        number = 1
        while (shown := pane.until(f"question {number} of .*{ANSWER}|{READ_ON}.*")).endswith(ANSWER):
            question = asked(shown, rubric)
            words = " ".join(shown.split()).rpartition(f"question {number} of ")[2]
            assert question.ask in words
            assert [option.text for option in question.options if option.text not in words] == []
            pane.type(numbers(question, case))
            number += 1
        pane.type("")
        pane.until("exit 0")
        lines = pane.lines()
        assert f"{BUSINESS}, {read_answers(tmp_path / 'mine.yaml', rubric).date}" in lines
        assert [line for line in lines if width(line) > columns and "sixstages" not in line] == []
