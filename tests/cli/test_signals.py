"""Signals that end the program: at once, as the system means it, and nothing half done stays."""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

BEGIN = """
import os, signal, sys
from pathlib import Path
from sixstages.cli.locks import held
from sixstages.cli.signals import heed_signals
from sixstages.files import replace_file_by
number = int(sys.argv[1])
"""
WHILE_WRITING = """
heed_signals()
def pieces():
    yield "half"
    os.kill(os.getpid(), number)
with held(Path("sheet.yaml")):
    replace_file_by(Path("sheet.yaml"), pieces())
"""
WHERE_NOTHING_CAN_BE_RAISED = """
heed_signals()
class Destroyed:
    def __del__(self):
        os.kill(os.getpid(), number)
with held(Path("sheet.yaml")):
    Destroyed()
"""
IGNORED = "signal.signal(number, signal.SIG_IGN)"

each_signal = pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])


def run(code: str, number: signal.Signals, folder: Path) -> tuple[int, str]:
    """Run a piece of Python in a folder where a sheet stands already; return its exit code, and what it told."""
    (folder / "sheet.yaml").write_text("old", encoding="utf-8")
    command = (sys.executable, "-c", BEGIN + code, str(number.value))
    done = subprocess.run(command, cwd=folder, stderr=-1, text=True, check=False)
    return done.returncode, done.stderr


def files(folder: Path) -> dict[str, str]:
    """Read what stands in a folder."""
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


@each_signal
@pytest.mark.parametrize("code", [WHILE_WRITING, WHERE_NOTHING_CAN_BE_RAISED], ids=["writing", "in a destructor"])
def test_it_ends_and_leaves_nothing_half_done(code: str, number: signal.Signals, tmp_path: Path) -> None:
    """The process ends by the signal, silently; the old file stays, its lock and what was half written do not."""
    assert run(code, number, tmp_path) == (-number, "")
    assert files(tmp_path) == {"sheet.yaml": "old"}


@each_signal
def test_what_is_ignored_stays_ignored(number: signal.Signals, tmp_path: Path) -> None:
    """Who starts the program with nohup has it go on where the window is closed."""
    assert run(IGNORED + WHILE_WRITING, number, tmp_path) == (0, "")
    assert files(tmp_path) == {"sheet.yaml": "half"}
