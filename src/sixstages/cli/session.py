"""What every command is given: the terminal and the clock of this run."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from sixstages.speech import speech

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
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

    def progress(self, total: int, sentence: str) -> AbstractContextManager[Callable[[int], None]]:
        """Show how far work on so many things is, where it takes long and somebody watches.

        Gives `advance`, to be called with how many more are done. The sentence is one with `{done}` and `{total}`; it
        stays in the language spoken now, whatever the things are in.
        """
        if total > 1:
            gc.enable()  # the program starts without: one sheet leaves too little to collect, thousands do not
        say = self.speech
        return self.terminal.progress(total, lambda done: say(sentence, done=done, total=total))
