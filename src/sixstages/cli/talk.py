"""How an interview speaks: everything wrapped for the screen as wide as it is at the moment."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from sixstages.reports.layout import BLANK, Line, as_text, paragraph
from sixstages.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sixstages.cli.session import Session
    from sixstages.speech import Speech


class Talk:
    """One side of a conversation at a terminal."""

    def __init__(self, session: Session, folder: Path | None, speech: Speech) -> None:
        """Keep the terminal and the language; `folder` is the rubric's, for the commands that are told."""
        self.speech = speech
        self._terminal, self._called_as = session.terminal, session.called_as
        self._folder = folder

    @property
    def columns(self) -> int:
        """The width of the screen."""
        return self._terminal.columns

    @property
    def interactive(self) -> bool:
        """Whether somebody sits in front of it."""
        return self._terminal.interactive

    def ask(self, prompt: str) -> str:
        """Show a prompt and return the line that is typed; raises `InputEnded` and KeyboardInterrupt."""
        rows = (line.words for line in paragraph(prompt, self.columns))
        return self._terminal.ask("\n".join(rows) + " ")

    def tell(self, *paragraphs: str, style: str = "") -> None:
        """Tell sentences, each paragraph on lines of its own; an empty one is a blank line."""
        self.show(line for words in paragraphs for line in paragraph(words, self.columns, style=style))

    def tell_command(self, sentence: str, *words: str) -> None:
        """Tell a sentence and a command on a line of its own, never broken: it is there to be copied."""
        rubric = ["--rubric", str(self._folder)] if self._folder else []
        command = one_line(shlex.join([*self._called_as, *words, *rubric]))
        self.show([BLANK, *paragraph(sentence, self.columns), Line(f"  {command}")])

    def show(self, lines: Iterable[Line]) -> None:
        """Show lines that are laid out already."""
        self._terminal.show(as_text(lines))
