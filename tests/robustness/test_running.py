"""What measures the program: the figures are those of the command alone, and harm to files is seen."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from tests.robustness.case import MEGABYTE
from tests.robustness.running import contents, run, text_of

if TYPE_CHECKING:
    from pathlib import Path


def python(code: str, folder: Path, *, read: bool = True) -> tuple[int, float, int]:
    """Run a piece of Python; give its exit code, seconds and bytes."""
    folder.mkdir()
    done = run([sys.executable, "-I", "-S", "-c", code], folder, read=read)
    return done.code, done.seconds, done.bytes


def test_memory_is_that_of_the_command(tmp_path: Path) -> None:
    """However much this process holds, a small command stays small, and a large one is seen."""
    held = b"x" * (300 * MEGABYTE)
    _, _, small = python("pass", tmp_path / "small")
    _, _, large = python("x = b'x' * 250_000_000", tmp_path / "large")
    assert small < 100 * MEGABYTE < 200 * MEGABYTE < large < len(held)


def test_time_and_exit_code_are_those_of_the_command(tmp_path: Path) -> None:
    """Seconds of CPU are counted, and its exit code handed on."""
    code, seconds, _ = python("sum(range(20_000_000)); raise SystemExit(7)", tmp_path / "here")
    assert code == 7
    assert seconds > 0.05


def test_a_closed_pipe_is_closed(tmp_path: Path) -> None:
    """Who writes to it is told at once."""
    assert python("import os; os.write(1, b'x')", tmp_path / "here", read=False)[0] == 1


def test_harm_to_files_is_seen(tmp_path: Path) -> None:
    """A file that is changed, new or gone, a link that leads elsewhere and a folder make a difference each."""
    tmp_path.joinpath("a").write_bytes(b"1")
    tmp_path.joinpath("link").symlink_to("a")
    tmp_path.joinpath("folder").mkdir()
    assert contents(tmp_path) == {"a": b"1", "link": "a link to a", "folder": "a folder"}


def test_bytes_that_are_no_utf8_are_kept(tmp_path: Path) -> None:
    """They are seen as what they are, and not replaced."""
    done = run([sys.executable, "-I", "-S", "-c", r"import os; os.write(2, b'\x9b')"], tmp_path)
    assert text_of(done) == "\udc9b"
