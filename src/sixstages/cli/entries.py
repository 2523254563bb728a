"""What a typed line means: the numbers of options, or a command. The words of the keys stand here, together."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from sixstages.interview import NOT_KNOWN, SKIPPED
from sixstages.reports.wording import SEPARATOR
from sixstages.speech import ENGLISH, N_, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sixstages.logic import Picks
    from sixstages.rubric import Option, Question
    from sixstages.speech import Speech

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
    """What calls a command: the keys, the same in every language; words, small, with commas between; what it does."""

    keys: tuple[str, ...]
    words: str
    does: str


KEYS: Mapping[Command, Key] = {
    Command.BACK: Key(("b", "0"), N_("back"), N_("go back")),
    Command.SKIP: Key(("s",), N_("skip"), N_("leave it open for now")),
    Command.DONT_KNOW: Key(("d",), N_("don't know, dont know"), N_("I don't know")),
    Command.WHY: Key(("?",), N_("why"), N_("why we ask, and what the answers mean")),
    Command.LANGUAGE: Key(("l",), N_("language"), N_("another language")),
    Command.LEAVE: Key(("q",), N_("quit, save"), N_("save and stop")),
    Command.AGAIN: Key(("a",), N_("again"), N_("a new sitting beside this one")),
}
KEY = N_("{key}\u00a0=\u00a0{does}")  # no line should end before what the key does
KEY_AND_WORDS = N_("{key} (or {words}) = {does}")
NO_ENTRY = N_("no answer yet")

ONE_ANSWER = N_("Only one answer fits here. Type one number from 1 to {last}.")
OUT_OF_RANGE = N_('"{typed}" is not one of the answers. Type a number from 1 to {last}, or ? for help.')
SEVERAL_OUT_OF_RANGE = N_(
    '"{typed}" is not one of the answers. '
    "Type numbers from 1 to {last}, with a comma between two of them, or ? for help."
)
NOTHING_TYPED = N_("Type the number of your answer, from 1 to {last}.")
STANDS_ALONE = N_('"{option}" can\'t go together with another answer. Type it alone, or leave it out.')
NOT_POSSIBLE = N_('"{typed}" is not possible here. Type the number of your answer, from 1 to {last}.')
HAS_TO_BE_ANSWERED = N_(
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

    reason: Phrase


Entry = Picked | Command | Wrong

_ENTRIES = {Command.DONT_KNOW: Picked(NOT_KNOWN), Command.SKIP: Picked(SKIPPED)}


def commands_for(question: Question) -> frozenset[Command]:
    """Say which commands a question takes; the opening one has to be answered."""
    leaving_open = frozenset[Command]() if question.opening else frozenset(_ENTRIES)
    return EVERYWHERE | {Command.BACK} | leaving_open


SELF_VIEW_COMMANDS = EVERYWHERE | {Command.SKIP}


def read_entry(
    say: Speech, typed: str, question: Question, commands: frozenset[Command], on_enter: Picked | None = None
) -> Entry:
    """Understand a typed line: one of these commands, or the numbers of options from 1 on, in digits of any script.

    An empty line is `on_enter`, or wrong.
    """
    line = typed.strip()
    if not line and on_enter:
        return on_enter
    command = command_in(say, line)
    if command in commands:
        return _ENTRIES.get(command, command)
    if command in {Command.DONT_KNOW, Command.SKIP, Command.BACK}:
        reason = HAS_TO_BE_ANSWERED if question.opening else NOT_POSSIBLE
        return _wrong(reason, question, typed=line)
    return _read_numbers(line, question)


def command_in(say: Speech, typed: str) -> Command | None:
    """Find the command that a line calls, in English or in the language that is spoken; any nought goes back."""
    line = _as_typed(typed)
    if is_number(line, 0, 0):
        return Command.BACK
    return next((each for each in KEYS if line in typed_for(ENGLISH, each) or line in typed_for(say, each)), None)


def typed_for(say: Speech, command: Command) -> list[str]:
    """List what calls a command in a language, the keys first."""
    key = KEYS[command]
    return [*key.keys, *map(_as_typed, say(key.words).split(","))]


def _as_typed(words: str) -> str:
    """Make alike what keyboards write in several ways: capitals, apostrophes, spaces, letters made of two."""
    return " ".join(normalize("NFC", words).casefold().replace("’", "'").split())


def is_number(word: str, first: int, last: int) -> bool:
    """Whether a word is a whole number from `first` to `last`, in digits of any script."""
    return word.isdecimal() and len(word) <= LONGEST_NUMBER and first <= int(word) <= last


def in_short(say: Speech, commands: Iterable[Command]) -> str:
    """List keys and what they do, on one line."""
    wanted = set(commands)
    keys = (say(KEY, key=key.keys[0], does=say(key.does)) for each, key in KEYS.items() if each in wanted)
    return say(SEPARATOR).join(keys)


def in_full(say: Speech, commands: Iterable[Command]) -> list[str]:
    """List keys, the words that do the same, and what they do."""
    wanted = set(commands)
    return [
        say(KEY_AND_WORDS, key=key.keys[0], words=say(SEPARATOR).join(typed_for(say, each)[1:]), does=say(key.does))
        for each, key in KEYS.items()
        if each in wanted
    ]


def in_words(say: Speech, question: Question, picks: Picks) -> str:
    """Say an entry as it was put to the owner."""
    if picks == NOT_KNOWN:
        return say(KEYS[Command.DONT_KNOW].does)
    picked = say(SEPARATOR).join(option.text for option in question.options if option.id in picks)
    return picked or say(NO_ENTRY)


def _read_numbers(typed: str, question: Question) -> Picked | Wrong:
    words = [word for word in _BETWEEN_NUMBERS.split(typed) if word]
    if not words:
        return _wrong(NOTHING_TYPED, question)
    unknown = [word for word in words if not is_number(word, 1, len(question.options))]
    if unknown:
        words_for_it = SEVERAL_OUT_OF_RANGE if question.pick == "many" else OUT_OF_RANGE
        return _wrong(words_for_it, question, typed=unknown[0])
    numbers = {int(word) for word in words}
    return _check_picks([question.options[number - 1] for number in sorted(numbers)], question)


def _check_picks(options: Sequence[Option], question: Question) -> Picked | Wrong:
    if len(options) > 1:
        if question.pick == "one":
            return _wrong(ONE_ANSWER, question)
        alone = [option for option in options if option.alone]
        if alone:
            return _wrong(STANDS_ALONE, question, option=alone[0].text)
    return Picked(tuple(option.id for option in options))


def _wrong(reason: str, question: Question, **facts: str) -> Wrong:
    return Wrong(Phrase(reason, last=len(question.options), **facts))
