"""Runs the installed program as people do, and measures what it takes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

if sys.platform == "win32":
    pytest.skip("this system does not tell what a process took", allow_module_level=True)

PROGRAM = Path(sysconfig.get_path("scripts"), "sixstages")
MEASURED = Path(__file__).with_name("measured.py")
PATIENCE = 60
"""After so many seconds a command hangs; nothing takes five, unless the machine is busy."""

_OTHER_VARIABLES = re.compile("PYTHON.*|COLUMNS|LINES|NO_COLOR|CI|LC_.*|LANG.*|TERM")
ENVIRONMENT = {name: value for name, value in os.environ.items() if not _OTHER_VARIABLES.fullmatch(name)}
ENVIRONMENT |= {"LC_ALL": "C.UTF-8", "TERM": "dumb"}


_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\udc80-\udc9f]")


class Done(NamedTuple):
    """What a command left behind: its exit code, what it wrote, the seconds of CPU and the bytes of memory it took."""

    code: int
    out: bytes
    err: bytes
    seconds: float
    bytes: int


def run(
    command: Sequence[str | os.PathLike[str]],
    folder: Path,
    *,
    stdin: bytes = b"",
    environ: Mapping[str, str] | None = None,
    read: bool = True,
) -> Done:
    """Run a command in a folder; where nobody is to `read`, its output is a pipe that is closed already."""
    figures = folder.with_name(f"{folder.name}.json")
    output, nobody = (subprocess.PIPE, -1) if read else _closed_pipe()
    done = subprocess.run(
        (sys.executable, "-I", "-S", MEASURED, figures, *command),
        cwd=folder,
        env=ENVIRONMENT | {**(environ or {})},
        input=stdin,
        stdout=output,
        stderr=subprocess.PIPE,
        timeout=PATIENCE,
        check=True,
    )
    if not read:
        os.close(nobody)
    taken = json.loads(figures.read_text(encoding="utf-8"))
    return Done(out=done.stdout or b"", err=done.stderr, **taken)


def _closed_pipe() -> tuple[int, int]:
    read, write = os.pipe()
    os.close(read)
    return write, write


def text_of(done: Done) -> str:
    """Give all that was written; bytes that are no UTF-8 become surrogates."""
    return (done.out + done.err).decode(errors="surrogateescape")


def steering_in(text: str) -> list[str]:
    """Give what could steer a terminal: controls but newline and tab, signs that turn the direction, lone C1 bytes."""
    return _STEERING.findall(text)


def contents(folder: Path) -> dict[str, bytes | str]:
    """Give what stands in a folder: the bytes of each file, of links where they lead, of other things their kind."""
    return {path.relative_to(folder).as_posix(): _content(path) for path in folder.rglob("*")}


def _content(path: Path) -> bytes | str:
    if path.is_symlink():
        return f"a link to {path.readlink()}"
    if not path.is_file():
        return "a folder" if path.is_dir() else "no file"
    status = path.stat()
    return f"{status.st_size} bytes of {status.st_mtime_ns}" if status.st_size > 1 << 24 else path.read_bytes()
