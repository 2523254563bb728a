"""What people see and type: the only module that prints."""

from __future__ import annotations

import io
import os
import stat
import sys
import time
from contextlib import contextmanager
from select import select
from typing import TYPE_CHECKING, TextIO

from sixstages.errors import Place, ProblemsFound, describe, problem
from sixstages.files import reason
from sixstages.speech import ENGLISH
from sixstages.text import FREE_CELL, FULL_CELL, shorten, visible, width

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rich.text import Text

    from sixstages.errors import Problem
    from sixstages.speech import Speech

USUAL_COLUMNS = 80

_UNATTENDED = ("true", "1")
"""What the variable CI says where nobody watches."""
_PATIENCE = 2.0
"""How long to wait there for the first that comes through a pipe, in seconds."""

_WORTH_A_BAR = 0.5
"""How long work takes before it is shown how far it is, in seconds."""
_PACE = 0.1
"""How long a bar stays as it is, at least."""
_CELLS = range(5, 21)
"""How long a bar may be."""
_TAKEN_BACK = "\r\x1b[K"


class InputEnded(Exception):  # noqa: N818 - an event of the conversation, not an error
    """Raised where a line is asked for and none will come."""


class OutputClosed(Exception):  # noqa: N818 - `| head` has read enough; not an error
    """Raised where nobody reads any more what is written."""


class Terminal:
    """The streams of a process, whatever stands behind them."""

    def __init__(
        self,
        stdin: TextIO | None,
        stdout: TextIO,
        stderr: TextIO,
        environ: Mapping[str, str],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Keep the streams; `environ` may say how wide the screen is (COLUMNS) and what it can show."""
        self._in, self._out, self._err = stdin, stdout, stderr
        self._environ = environ
        self._clock = clock
        self._bar = ""  # what stands in the last line of the screen, to be taken back

    @classmethod
    def of_process(cls) -> Terminal:
        """Take the streams this process was started with; letters that they can't carry are replaced."""
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return cls(sys.stdin, sys.stdout or io.StringIO(), sys.stderr or io.StringIO(), os.environ)

    @property
    def columns(self) -> int:
        """The width of the screen: COLUMNS if set, else the terminal's, else 80."""
        return self._columns_of(self._out)

    def _columns_of(self, stream: TextIO) -> int:
        wanted = self._environ.get("COLUMNS", "")
        if wanted.isascii() and wanted.isdigit():
            return int(wanted[:5]) or USUAL_COLUMNS
        try:
            return os.get_terminal_size(stream.fileno()).columns or USUAL_COLUMNS
        except (OSError, ValueError):
            return USUAL_COLUMNS

    @property
    def interactive(self) -> bool:
        """Whether somebody sits in front of it."""
        return self._has_keyboard and self._out.isatty()

    @property
    def has_input(self) -> bool:
        """Whether lines can come: from a terminal, a pipe or a file, but not from a device like `/dev/null`.

        Where nobody attends, a pipe through which nothing comes in two seconds brings none.
        """
        if self._in is None or self._in.isatty():
            return self._has_keyboard
        try:
            if stat.S_ISCHR(os.fstat(self._in.fileno()).st_mode):
                return False
            return not self._is_unattended or bool(select([self._in], [], [], _PATIENCE)[0])
        except (OSError, ValueError):
            return True

    @property
    def _is_unattended(self) -> bool:
        """Whether this is a machine that builds and tests: CI=true says so."""
        return self._environ.get("CI") in _UNATTENDED

    @property
    def _has_keyboard(self) -> bool:
        """Whether somebody can type; where nobody attends nobody can, terminal or not."""
        return self._in is not None and self._in.isatty() and not self._is_unattended

    def read_bytes(self, most: int) -> bytes:
        """Return what stands on standard input, at most so many bytes of it."""
        source = getattr(self._in, "buffer", None)
        return source.read(most) if source else b""

    def show(self, text: Text) -> None:
        """Show a text that is laid out already, with what styles the terminal has."""
        from rich.console import Console  # noqa: PLC0415 - scripts that read JSON need not wait for it

        # Rich renders, but does not write: where the output is closed it would end the process.
        shown = io.StringIO()
        console = Console(
            file=shown,
            force_terminal=self._out.isatty(),
            markup=False,
            emoji=False,
            highlight=False,
            soft_wrap=True,
            width=self.columns,  # Rich takes COLUMNS=0 at its word, and shows nothing
            _environ=self._environ,
        )
        console.print(text, end="")
        self._write(self._out, shown.getvalue())

    def document(self, text: str) -> None:
        """Write what machines read: UTF-8, whatever the locale says."""
        if isinstance(self._out, io.TextIOWrapper):
            self._out.reconfigure(encoding="utf-8", newline="\n")
        self._write(self._out, text)

    def complain(self, words: str) -> None:
        """Say on standard error what is wrong; where that can't be told the work goes on, and its exit code tells."""
        self._write(self._err, f"{visible(words)}\n")

    def problems(self, problems: Iterable[Problem], say: Speech = ENGLISH) -> None:
        """Describe problems on standard error."""
        for each in problems:
            self.complain(describe(each, say))

    def ask(self, prompt: str) -> str:
        """Show a prompt and return the line that is typed; raises `InputEnded`, and KeyboardInterrupt at Ctrl-C."""
        self._write(self._out, visible(prompt))
        line = self._in.readline() if self._in else ""
        if not (line and self.interactive):
            self._write(self._out, "\n")  # nobody typed the line break that would end the prompt's line
        if not line:
            raise InputEnded
        return line.strip()

    @contextmanager
    def progress(self, total: int, words: Callable[[int], str]) -> Iterator[Callable[[int], None]]:
        """Show how far long work is, in the last line of standard error, and take it back at the end.

        Gives a function to call with how much more is done; `words` tell how far it is when so much is. Only a
        terminal gets it, and only of work that takes long. What else is written meanwhile has to be whole lines.
        """
        done, due = 0, self._clock() + _WORTH_A_BAR
        is_shown = self._err.isatty() and self._environ.get("TERM") != "dumb" and not self._is_unattended

        def advance(count: int) -> None:
            nonlocal done, due
            done += count
            if is_shown and done < total and (now := self._clock()) >= due:
                due = now + _PACE
                self._draw(_bar(done, total, words(done), self._columns_of(self._err)))

        try:
            yield advance
        finally:
            self._draw("")

    def _draw(self, bar: str) -> None:
        """Put a bar in the place of the one that stands there."""
        before, self._bar = self._bar, bar
        if bar or before:
            self._put(self._err, _TAKEN_BACK + bar)

    def _write(self, stream: TextIO, text: str) -> None:
        """Write; on a screen above the bar, if one is shown."""
        bar = self._bar if self._bar and stream.isatty() else ""
        if bar:
            self._draw("")
        self._put(stream, text)
        if bar:
            self._draw(bar)

    def _put(self, stream: TextIO, text: str) -> None:
        try:
            stream.write(text)
            stream.flush()
        except OSError as error:
            _discard_the_rest(stream)
            if stream is not self._err:
                raise _lost(error) from error


def _lost(error: OSError) -> OutputClosed | ProblemsFound:
    """Return what to raise where a result can't be written."""
    if isinstance(error, BrokenPipeError):
        return OutputClosed()
    return ProblemsFound([problem("Y022", Place("standard output"), why=reason(error))])


def _bar(done: int, total: int, words: str, columns: int) -> str:
    """Draw how far it is and say it; on a narrow screen only say it, as far as there is room."""
    room = columns - 1  # a line that fills the screen would go on in the next, and could not be taken back
    cells = min(_CELLS[-1], room - width(f"[] {words}"))
    if cells not in _CELLS:
        return shorten(words, room) if room else ""
    full = cells * done // total
    return f"[{FULL_CELL * full}{FREE_CELL * (cells - full)}] {words}"


def _discard_the_rest(stream: TextIO) -> None:
    """Let what is still buffered go nowhere, or the interpreter fails over it again at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
    except (OSError, ValueError):
        return
    os.close(nowhere)
