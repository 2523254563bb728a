"""What every command is given: the terminal and the clock of this run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.speech import speech

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sixstages.speech import Speech
    from sixstages.terminal import Terminal


class Session:
    """One run of the program.

    `now` gives the local time with its zone, `called_as` is what to type to call the program again,
    `language` the one to speak, such as `hi`, at first what the environment asks for, `debug` asks for tracebacks.
    """

    def __init__(
        self,
        *,
        terminal: Terminal,
        now: Callable[[], datetime],
        called_as: tuple[str, ...] = ("sixstages",),
        language: str | None = None,
    ) -> None:
        """Begin without `debug`, which is an option of the call."""
        self.terminal = terminal
        self.now = now
        self.called_as = called_as
        self.language = language
        self.debug = False

    @property
    def speech(self) -> Speech:
        """The program's own sentences in the language to speak."""
        return speech(self.language or "en")
