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
from sixstages.cli import conversation, ending
from sixstages.reports import wording
from sixstages.speech import speech
from sixstages.text import width
from tests import ROOT
from tests.terminal.program import ENVIRONMENT, PATIENCE, PROGRAM, asked, numbers

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

    def until(self, pattern: str, *, after: str = "") -> str:
        """Wait until what can be seen, `after` that, ends with this, line breaks taken for spaces; return it."""
        deadline = time.monotonic() + PATIENCE
        while (shown := self.shown()) == after or not re.search(f"({pattern})$", " ".join(shown.split())):
            assert time.monotonic() < deadline, f"{pattern} never shown:\n{shown}"
            time.sleep(0.005)
        return shown

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        self.tmux("send-keys", "-l", line)
        self.tmux("send-keys", "Enter")


@contextmanager
def interview(folder: Path, language: str, columns: int, rows: int) -> Iterator[Pane]:
    """Open a window with an interview about the shipped rubric in it; at the end it is closed."""
    pane = Pane(folder / "tmux")
    size = ("-x", str(columns), "-y", str(rows))
    command = f"'{PROGRAM}' interview mine.yaml --lang {language}; echo exit $?; exec cat"
    pane.tmux("new-session", "-d", *size, "-c", str(folder), command)
    try:
        yield pane
    finally:
        pane.tmux("kill-server")


@pytest.mark.parametrize(
    ("language", "columns", "rows"), [("en", 80, 24), ("en", 40, 40), ("hi", 80, 24), ("bn", 80, 24), ("uk", 80, 24)]
)
def test_the_screen_holds_what_is_asked_and_no_line_passes_its_edge(
    language: str, columns: int, rows: int, tmp_path: Path
) -> None:
    """Each question can be seen whole with its number, its options and the prompt; up to the end each line fits."""
    rubric, say = load_rubric(ROOT, language), speech(language)
    case = read_answers(ROOT / "cases" / "asha-textiles.yaml", rubric)
    prompt, read_on = re.escape(say(conversation.ANSWER)), re.escape(say(ending.READ_ON))
    with interview(tmp_path, language, columns, rows) as pane:
        pane.until(re.escape(say(conversation.ASK_NAME)))
        pane.type(BUSINESS)
        pane.until(re.escape(say(conversation.SELF_VIEW_ANSWER)))
        pane.type("4")
        put, shown = 0, ""
        while re.search(f"{prompt}$", " ".join((shown := pane.until(f"{prompt}|{read_on}", after=shown)).split())):
            question = asked(shown, rubric)
            words = " ".join(shown.split())
            assert question.ask in words
            assert [option.text for option in question.options if option.text not in words] == []
            pane.type(numbers(question, case))
            put += 1
        assert put == len(case.answers)
        pane.type("")
        pane.until("exit 0")
        lines = pane.lines()
        date = say.date(str(read_answers(tmp_path / "mine.yaml", rubric).date))
        assert say(wording.NAMED_AND_DATED, name=BUSINESS, date=date) in lines
        assert [line for line in lines if width(line) > columns and "sixstages" not in line] == []
