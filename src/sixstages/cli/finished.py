"""What can be done with a sheet on which everything is answered: leave it, change one answer, begin a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sixstages.cli.entries import Command, command_in, in_words, is_number, typed_for
from sixstages.reports.layout import BLANK, numbered
from sixstages.speech import N_
from sixstages.terminal import InputEnded

if TYPE_CHECKING:
    from sixstages.cli.talk import Talk
    from sixstages.interview import Sitting
    from sixstages.rubric import Question

MENU = N_(
    "Everything is answered here. To change an answer, type the number or the name of its question; "
    "? lists the questions. To begin a new sitting beside this one, type {again}. Enter leaves all as it is."
)
CHOICE = N_("Your choice:")
NO_SUCH_QUESTION = N_('"{typed}" is no question here. Type a number from 1 to {last}, or ? for the list.')
LISTED = N_("{ask} ({id}): {answer}")


def choose(talk: Talk, sitting: Sitting) -> Question | Literal[Command.AGAIN, Command.LANGUAGE] | None:
    """Ask what to do, until it is clear: change this question's answer, begin again, speak otherwise, or nothing."""
    say = talk.speech
    talk.tell("", say(MENU, again=typed_for(say, Command.AGAIN)[-1]))
    try:
        while typed := talk.ask(say(CHOICE)):
            command = command_in(say, typed)
            if command is Command.LEAVE:
                break
            if command is Command.AGAIN or command is Command.LANGUAGE:
                return command
            if command is Command.WHY:
                _list(talk, sitting)
            elif question := find(typed, sitting.applying()):
                return question
            else:
                talk.tell(say(NO_SUCH_QUESTION, typed=typed, last=len(sitting.applying())))
    except (InputEnded, KeyboardInterrupt):
        talk.tell("")
    return None


def find(typed: str, questions: list[Question]) -> Question | None:
    """Find a question by its number, from 1 on, in digits of any script, or by its id."""
    if is_number(typed, 1, len(questions)):
        return questions[int(typed) - 1]
    return next((question for question in questions if question.id == typed.casefold()), None)


def _list(talk: Talk, sitting: Sitting) -> None:
    say = talk.speech
    lines = [
        say(LISTED, ask=question.ask, id=question.id, answer=in_words(say, question, sitting.entry(question)))
        for question in sitting.applying()
    ]
    talk.show([BLANK, *numbered(say, lines, talk.columns), BLANK])
