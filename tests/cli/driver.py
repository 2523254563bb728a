"""Runs the program in this process: real commands, fake streams, a clock that stands or is set."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, TextIO

from sixstages.cli import main
from sixstages.cli.session import Session
from sixstages.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

NOW = datetime(2026, 11, 22, 15, 34, tzinfo=timezone(timedelta(hours=5, minutes=30)))


@dataclass(frozen=True)
class Outcome:
    """What a run left behind."""

    code: int
    out: str
    err: str


class Screen(io.StringIO):
    """A terminal's screen."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


class Keyboard(io.StringIO):
    """Somebody at a terminal who types these lines, and then what `end` says: Ctrl-D ("") or Ctrl-C (None).

    What is typed appears on the screen, as terminals do it.
    """

    def __init__(self, lines: Iterable[str], *, end: str | None = "") -> None:
        """Keep what will be typed."""
        super().__init__("".join(f"{line}\n" for line in lines))
        self._end = end
        self.screen = Screen()

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # StringIO's is a str
        """Give the next line; at the end what Ctrl-D or Ctrl-C gives."""
        line = super().readline(-1 if size is None else size)
        if not line and self._end is None:
            raise KeyboardInterrupt
        self.screen.write(line)
        return line


def pipe(*lines: str) -> io.StringIO:
    """Give lines as they come through a pipe."""
    return io.StringIO("".join(f"{line}\n" for line in lines))


def run(
    *argv: object, stdin: TextIO | None = None, columns: int = 80, now: Callable[[], datetime] = lambda: NOW
) -> Outcome:
    """Run `sixstages` with these arguments; a `Keyboard` comes with its `Screen`, else nothing is a terminal."""
    out = stdin.screen if isinstance(stdin, Keyboard) else io.StringIO()
    err = io.StringIO()
    terminal = Terminal(stdin, out, err, {"COLUMNS": str(columns), "TERM": "dumb"})
    code = main([str(each) for each in argv], Session(terminal=terminal, now=now))
    return Outcome(code, out.getvalue(), err.getvalue())
