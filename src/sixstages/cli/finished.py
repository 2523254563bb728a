"""What can be done with a sheet on which everything is answered: leave it, change one answer, begin a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from sixstages.cli.entries import KEYS, Command, command_in, in_words, is_number
from sixstages.reports.layout import BLANK, numbered
from sixstages.terminal import InputEnded

if TYPE_CHECKING:
    from sixstages.cli.talk import Talk
    from sixstages.interview import Sitting
    from sixstages.rubric import Question

MENU = (
    "Everything is answered here. To change an answer, type the number or the name of its question; "
    "? lists the questions. To begin a new sitting beside this one, type {again}. Enter leaves all as it is."
)
CHOICE = "Your choice:"
NO_SUCH_QUESTION = '"{typed}" is no question here. Type a number from 1 to {last}, or ? for the list.'
LISTED = "{ask} ({id}): {answer}"


def choose(talk: Talk, sitting: Sitting) -> Question | Literal[Command.AGAIN] | None:
    """Ask what to do, until it is clear: change this question's answer, begin again, or nothing."""
    talk.say("", MENU.format(again=KEYS[Command.AGAIN].typed[-1]))
    try:
        while typed := talk.ask(CHOICE):
            command = command_in(typed)
            if command is Command.LEAVE:
                break
            if command is Command.AGAIN:
                return Command.AGAIN
            if command is Command.WHY:
                _list(talk, sitting)
            elif question := find(typed, sitting.applying()):
                return question
            else:
                talk.say(NO_SUCH_QUESTION.format(typed=typed, last=len(sitting.applying())))
    except (InputEnded, KeyboardInterrupt):
        talk.say("")
    return None


def find(typed: str, questions: list[Question]) -> Question | None:
    """Find a question by its number, from 1 on, in digits of any script, or by its id."""
    if is_number(typed, 1, len(questions)):
        return questions[int(typed) - 1]
    return next((question for question in questions if question.id == typed.casefold()), None)


def _list(talk: Talk, sitting: Sitting) -> None:
    lines = [
        LISTED.format(ask=question.ask, id=question.id, answer=in_words(question, sitting.entry(question)))
        for question in sitting.applying()
    ]
    talk.show([BLANK, *numbered(lines, talk.columns), BLANK])
