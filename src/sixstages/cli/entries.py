"""What a typed line means: the numbers of options, or a command. The words of the keys stand here, together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from sixstages.interview import NOT_KNOWN, SKIPPED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sixstages.logic import Picks
    from sixstages.rubric import Option, Question

LONGEST_NUMBER = 4  # digits; no question has as many options, and no rubric as many questions
_BETWEEN_NUMBERS = re.compile(r"[\s,;،、，]+")


class Command(Enum):
    """What can be typed instead of an answer."""

    BACK = auto()
    SKIP = auto()
    DONT_KNOW = auto()
    WHY = auto()
    LANGUAGE = auto()
    LEAVE = auto()
    AGAIN = auto()


class Key(NamedTuple):
    """What calls a command, in small letters, the shortest first, and what it does."""

    typed: tuple[str, ...]
    does: str


KEYS: Mapping[Command, Key] = {
    Command.BACK: Key(("b", "0", "back"), "go back"),
    Command.SKIP: Key(("s", "skip"), "skip"),
    Command.DONT_KNOW: Key(("d", "don't know", "dont know"), "I don't know"),
    Command.WHY: Key(("?", "why"), "why we ask, and what the answers mean"),
    Command.LANGUAGE: Key(("l", "language"), "another language"),
    Command.LEAVE: Key(("q", "quit", "save"), "save and stop"),
    Command.AGAIN: Key(("a", "again"), "a new sitting beside this one"),
}
KEY = "{key}\u00a0=\u00a0{does}"  # no line should end before what the key does
KEY_AND_WORDS = "{key} (or {words}) = {does}"
SEPARATOR = ", "
NO_ENTRY = "no answer yet"

ONE_ANSWER = "Only one answer fits here. Type one number from 1 to {last}."
OUT_OF_RANGE = '"{typed}" is not one of the answers. Type a number from 1 to {last}, or ? for help.'
SEVERAL_OUT_OF_RANGE = (
    '"{typed}" is not one of the answers. '
    "Type numbers from 1 to {last}, with a comma between two of them, or ? for help."
)
NOTHING_TYPED = "Type the number of your answer, from 1 to {last}."
STANDS_ALONE = '"{option}" can\'t go together with another answer. Type it alone, or leave it out.'
NOT_POSSIBLE = '"{typed}" is not possible here. Type the number of your answer, from 1 to {last}.'
HAS_TO_BE_ANSWERED = (
    "Everything else depends on this question, so it can't be left open. "
    "Type the number of the answer that comes nearest, from 1 to {last}."
)

EVERYWHERE = frozenset({Command.WHY, Command.LANGUAGE, Command.LEAVE})


@dataclass(frozen=True)
class Picked:
    """An entry: option ids in the question's order, `NOT_KNOWN`, or `SKIPPED`."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Wrong:
    """A line that is no entry; `reason` says what is possible."""

    reason: str


Entry = Picked | Command | Wrong

_ENTRIES = {Command.DONT_KNOW: Picked(NOT_KNOWN), Command.SKIP: Picked(SKIPPED)}


def commands_for(question: Question) -> frozenset[Command]:
    """Say which commands a question takes; the opening one has to be answered."""
    leaving_open = frozenset[Command]() if question.opening else frozenset(_ENTRIES)
    return EVERYWHERE | {Command.BACK} | leaving_open


SELF_VIEW_COMMANDS = EVERYWHERE | {Command.SKIP}


def read_entry(typed: str, question: Question, commands: frozenset[Command], on_enter: Picked | None = None) -> Entry:
    """Understand a typed line: one of these commands, or the numbers of options from 1 on, in digits of any script.

    An empty line is `on_enter`, or wrong.
    """
    line = typed.strip()
    if not line and on_enter:
        return on_enter
    command = command_in(line)
    if command in commands:
        return _ENTRIES.get(command, command)
    if command in {Command.DONT_KNOW, Command.SKIP, Command.BACK}:
        reason = HAS_TO_BE_ANSWERED if question.opening else NOT_POSSIBLE
        return Wrong(reason.format(typed=line, last=len(question.options)))
    return _read_numbers(line, question)


def command_in(typed: str) -> Command | None:
    """Find the command that a line calls, in capital or small letters; a nought of any script goes back."""
    line = " ".join(typed.casefold().replace("’", "'").split())
    if is_number(line, 0, 0):
        return Command.BACK
    return next((command for command, key in KEYS.items() if line in key.typed), None)


def is_number(word: str, first: int, last: int) -> bool:
    """Whether a word is a whole number from `first` to `last`, in digits of any script."""
    return word.isdecimal() and len(word) <= LONGEST_NUMBER and first <= int(word) <= last


def in_short(commands: Iterable[Command]) -> str:
    """List keys and what they do, on one line."""
    wanted = set(commands)
    return SEPARATOR.join(KEY.format(key=key.typed[0], does=key.does) for each, key in KEYS.items() if each in wanted)


def in_full(commands: Iterable[Command]) -> list[str]:
    """List keys, the words that do the same, and what they do."""
    wanted = set(commands)
    return [
        KEY_AND_WORDS.format(key=key.typed[0], words=SEPARATOR.join(key.typed[1:]), does=key.does)
        for each, key in KEYS.items()
        if each in wanted
    ]


def in_words(question: Question, picks: Picks) -> str:
    """Say an entry as it was put to the owner."""
    if picks == NOT_KNOWN:
        return KEYS[Command.DONT_KNOW].does
    return SEPARATOR.join(option.text for option in question.options if option.id in picks) or NO_ENTRY


def _read_numbers(typed: str, question: Question) -> Picked | Wrong:
    last = len(question.options)
    words = [word for word in _BETWEEN_NUMBERS.split(typed) if word]
    if not words:
        return Wrong(NOTHING_TYPED.format(last=last))
    unknown = [word for word in words if not is_number(word, 1, last)]
    if unknown:
        words_for_it = SEVERAL_OUT_OF_RANGE if question.pick == "many" else OUT_OF_RANGE
        return Wrong(words_for_it.format(typed=unknown[0], last=last))
    numbers = {int(word) for word in words}
    return _check_picks([question.options[number - 1] for number in sorted(numbers)], question)


def _check_picks(options: Sequence[Option], question: Question) -> Picked | Wrong:
    if len(options) > 1:
        if question.pick == "one":
            return Wrong(ONE_ANSWER.format(last=len(question.options)))
        alone = [option for option in options if option.alone]
        if alone:
            return Wrong(STANDS_ALONE.format(option=alone[0].text))
    return Picked(tuple(option.id for option in options))
