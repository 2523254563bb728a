"""One question on the screen, and the lines typed below it until one of them is an entry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.cli.entries import Command, Picked, Wrong, in_full, in_words, read_entry
from sixstages.reports.layout import BLANK, items, numbered, paragraph
from sixstages.speech import N_

if TYPE_CHECKING:
    from sixstages.cli.talk import Talk
    from sixstages.logic import Picks
    from sixstages.rubric import Question

SEVERAL = N_("Several can be true: type their numbers, such as 1,3.")
BEFORE = N_("Before: {answer} (Enter keeps it)")
MEANING = N_("{option}: {means}")
LEGEND_IN_FULL = N_("Type the number of your answer and press Enter. Besides numbers:")


class Left(Exception):  # noqa: N818 - an event of the conversation, not an error
    """Raised where the owner leaves early."""


def show_question(talk: Talk, question: Question, before: Picks) -> None:
    """Show a question with its options, and what was answered `before`, if anything was."""
    columns, say = talk.columns, talk.speech
    several = paragraph(say(SEVERAL), columns) if question.pick == "many" else []
    options = numbered(say, (option.text for option in question.options), columns)
    kept = paragraph(say(BEFORE, answer=in_words(say, question, before)), columns) if before else []
    talk.show([*paragraph(question.ask, columns, style="bold"), *several, *options, *kept])


def take_entry(
    talk: Talk, question: Question, commands: frozenset[Command], *, prompt: str, on_enter: Picked | None
) -> Picked | Command:
    """Ask until there is an entry, or a command that leads away from the question.

    Raises `Left`, `InputEnded` and KeyboardInterrupt.
    """
    while True:
        entry = read_entry(talk.speech, talk.ask(prompt), question, commands, on_enter)
        if isinstance(entry, Wrong):
            talk.tell(talk.speech(entry.reason))
        elif entry is Command.WHY:
            _explain(talk, question, commands)
        elif entry is Command.LEAVE:
            raise Left
        else:
            return entry


def _explain(talk: Talk, question: Question, commands: frozenset[Command]) -> None:
    columns, say = talk.columns, talk.speech
    meanings = [say(MEANING, option=each.text, means=each.means) for each in question.options if each.means]
    legend = [*paragraph(say(LEGEND_IN_FULL), columns), *items(in_full(say, commands), columns)]
    talk.show([*paragraph(question.why, columns), *items(meanings, columns), BLANK, *legend])
