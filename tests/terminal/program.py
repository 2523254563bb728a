"""The real program in a real terminal: a pseudo-terminal of the system, with the program's process behind it."""

from __future__ import annotations

import os
import re
import select
import signal
import struct
import sysconfig
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sixstages import read_answers
from sixstages.rubric import DONT_KNOW
from tests.library import FOLDER, library

try:
    import fcntl
    import pty
    import termios
except ImportError:
    pytest.skip("this system has no pseudo-terminals", allow_module_level=True)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sixstages import Answers, Rubric
    from sixstages.rubric import Question

PROGRAM = Path(sysconfig.get_path("scripts"), "sixstages")

CTRL_C, CTRL_D = "\x03", "\x04"
NAME = "The name of the business"
OWN_VIEW = "(Enter skips"
ANSWER = "Your answer:"
LOOK_AGAIN = "press Enter for the report:"
READ_ON = "Press Enter to read on"

_OTHER_VARIABLES = re.compile("PYTHON.*|COLUMNS|LINES|NO_COLOR|CI|TMUX.*")
ENVIRONMENT = {name: value for name, value in os.environ.items() if not _OTHER_VARIABLES.fullmatch(name)}
ENVIRONMENT |= {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}

_STYLE = re.compile("\x1b\\[[0-9;]*m")
PATIENCE = 20  # seconds; nothing takes one, unless the machine is busy


class Terminal:
    """A terminal with one program in it."""

    def __init__(self, process: int, device: int) -> None:
        """Watch a process through its terminal's other end."""
        self.process: int | None = process
        self._device = device
        self._sent = b""
        self._seen = 0

    @property
    def sent(self) -> str:
        """All that was sent to the terminal, as it was sent."""
        return self._sent.decode(errors="replace")

    @property
    def screen(self) -> str:
        """All that was shown so far, what was typed included, without styles and with plain line ends."""
        return _STYLE.sub("", self.sent).replace("\r\n", "\n")

    def until(self, *words: str) -> str:
        """Wait until one of these is shown; return what is new, up to its end."""
        deadline = time.monotonic() + PATIENCE
        while not (ends := _ends(words, new := self.screen[self._seen :])):
            assert self._receive(deadline), f"{words} never shown:\n{self.screen}"
        self._seen += min(ends)
        return new[: min(ends)]

    def type(self, line: str) -> None:
        """Type a line and press Enter."""
        self.press(f"{line}\n")

    def press(self, keys: str) -> None:
        """Press keys, one after another."""
        os.write(self._device, keys.encode())

    def resize(self, columns: int) -> None:
        """Make the window wider or narrower; the system tells the program."""
        _resize(self._device, columns)

    def end(self) -> int:
        """Wait for the program's end; return its exit code, or minus the number of the signal that ended it."""
        deadline = time.monotonic() + PATIENCE
        while self._receive(deadline):
            pass
        assert self.process
        while not (ended := os.waitpid(self.process, os.WNOHANG))[0]:
            assert time.monotonic() < deadline, f"does not end:\n{self.screen}"
            time.sleep(0.002)
        self.process = None
        return os.waitstatus_to_exitcode(ended[1])

    def kill(self) -> None:
        """End the program without a chance to do anything more."""
        assert self.process
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        self.process = None

    def close(self) -> None:
        """Close the window, and wait for the end of what ran in it: it gets SIGHUP."""
        os.close(self._device)
        if self.process:
            os.waitpid(self.process, 0)
            self.process = None

    def _receive(self, deadline: float) -> bool:
        """Read what is shown next; False where nothing comes any more, or not in time."""
        ready, _, _ = select.select([self._device], [], [], max(0, deadline - time.monotonic()))
        try:
            sent = os.read(self._device, 65536) if ready else b""
        except OSError:  # Linux says so where the other end is closed
            return False
        self._sent += sent
        return bool(sent)


@contextmanager
def terminal(*command: object, folder: Path, columns: int = 80) -> Iterator[Terminal]:
    """Open a terminal in a folder with a command in it; at the end it is closed."""
    words = [str(word) for word in command]
    process, device = pty.fork()
    if not process:
        _become(words, folder, columns)
    opened = Terminal(process, device)
    try:
        yield opened
    finally:
        opened.close()


def library_interview(file: Path, *, columns: int = 80) -> AbstractContextManager[Terminal]:
    """Open a terminal with an interview about the library, its answers kept in a file."""
    return terminal(PROGRAM, "interview", file.name, "--rubric", FOLDER, folder=file.parent, columns=columns)


def kept(file: Path) -> dict[str, tuple[str, ...]]:
    """Read the entries of a file about the library; none where it is not there yet."""
    if not file.exists():
        return {}
    sheet = read_answers(file, library())
    return {**sheet.answers, **dict.fromkeys(sheet.dont_know, (DONT_KNOW,))}


def _become(command: list[str], folder: Path, columns: int) -> None:
    """Turn this process into the command; there is no way back."""
    try:
        _resize(0, columns)
        os.chdir(folder)
        os.execve(command[0], command, ENVIRONMENT)  # noqa: S606 - no shell is wanted
    finally:
        os._exit(127)


def _resize(device: int, columns: int) -> None:
    fcntl.ioctl(device, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))


def _ends(words: tuple[str, ...], text: str) -> list[int]:
    return [text.index(each) + len(each) for each in words if each in text]


def asked(shown: str, rubric: Rubric) -> Question:
    """Find the question that stands last in what was shown."""
    words = " ".join(shown.split())
    return max(rubric.questions.values(), key=lambda question: words.rfind(" ".join(question.ask.split())))


def numbers(question: Question, sheet: Answers) -> str:
    """Give what to type to answer a question as a sheet does."""
    picks = sheet.answers.get(question.id)
    if not picks:
        return "d"
    return ",".join(str(number) for number, option in enumerate(question.options, 1) if option.id in picks)


def answer_all(opened: Terminal, rubric: Rubric, sheet: Answers) -> str:
    """Answer each question as a sheet does, up to the first screen of the report; return all that was shown."""
    shown = everything = opened.until(ANSWER, READ_ON)
    while shown.endswith(ANSWER):
        opened.type(numbers(asked(shown, rubric), sheet))
        shown = opened.until(ANSWER, READ_ON)
        everything += shown
    return everything
