"""How far long work is, on a real terminal: shown while many files are scored, and gone when they are."""

from __future__ import annotations

import json
import shlex
from typing import TYPE_CHECKING

from tests.library import FOLDER, case
from tests.terminal.program import CTRL_C, PROGRAM, terminal

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from pathlib import Path

    from tests.terminal.program import Terminal

ENOUGH = 2_500  # take longer than half a second
ENDLESS = 20_000  # are never all done before Ctrl-C
TAKEN_BACK = "\r\x1b[K"


def scoring(number: int, folder: Path, *, columns: int = 80) -> AbstractContextManager[Terminal]:
    """Open a terminal in which one file is scored so many times, and one is not there; the reports go into a file."""
    (folder / "sheet").write_bytes(case("heap").read_bytes())
    words = [PROGRAM, "score", *["sheet"] * number, "gone.yaml", "--rubric", FOLDER, "--format", "json"]
    (folder / "command").write_text(f"{shlex.join(map(str, words))} > reports", encoding="utf-8")
    return terminal("/bin/sh", "command", folder=folder, columns=columns)


def left(screen: str) -> str:
    """Give what is left on the screen, each line from where it was last taken back."""
    return "\n".join(line.split(TAKEN_BACK)[-1] for line in screen.split("\n"))


def test_many_files_show_how_far_it_is(tmp_path: Path) -> None:
    """The bar is there while they are scored; afterwards only what was wrong is left, whole, and the reports."""
    with scoring(ENOUGH, tmp_path) as opened:
        opened.until(f" of {ENOUGH + 1}")
        assert opened.end() == 2
        seen = left(opened.screen)
    assert "Scored" not in seen
    assert seen.startswith("gone.yaml:1:1: error Y001: The file can't be read: there is no such file or folder.\n")
    assert len(json.loads((tmp_path / "reports").read_text(encoding="utf-8"))) == ENOUGH


def test_ctrl_c_leaves_an_empty_line(tmp_path: Path) -> None:
    """The shell's prompt does not come behind half a bar; the bar is as wide as the screen where it stands."""
    with scoring(ENDLESS, tmp_path, columns=40) as opened:
        opened.until(f" of {ENDLESS + 1}")
        assert {len(bar) for bar in opened.screen.split(TAKEN_BACK)} == {0, 39}
        opened.press(CTRL_C)
        opened.end()
        assert "Scored" not in left(opened.screen)
