"""Which question comes next, how far along a sitting is, and what a typed line means.

Pure: the screens and the saving are the command's business.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from sixstages.logic import Reading
from sixstages.rubric import Option, Question

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sixstages.answers import Answers
    from sixstages.rubric import Rubric, Section

_SECONDS_A_QUESTION = 15
_LONGEST_NUMBER = 4  # digits; no question has as many options
_LONGEST_NAME = 40  # letters; four bytes each at the most, and a file system takes 255
_BETWEEN_NUMBERS = re.compile(r"[\s,;،、，]+")

ONE_ANSWER = "Only one answer fits here. Type one number from 1 to {last}."
OUT_OF_RANGE = '"{typed}" is not one of the answers. Type a number from 1 to {last}.'
SEVERAL_OUT_OF_RANGE = (
    '"{typed}" is not one of the answers. Type numbers from 1 to {last}, with a comma between two of them.'
)
NOTHING_TYPED = "Type the number of your answer, from 1 to {last}."
STANDS_ALONE = '"{option}" can\'t go together with another answer. Type it alone, or leave it out.'


class Command(Enum):
    """What can be typed instead of an answer."""

    DONT_KNOW = "don't know"
    SKIP = "skip"
    WHY = "why"
    LEAVE = "leave"


@dataclass(frozen=True)
class Picked:
    """A definite answer: option ids in the question's order."""

    options: tuple[str, ...]


@dataclass(frozen=True)
class Wrong:
    """An entry that is no answer; `reason` says what is possible."""

    reason: str


Entry = Picked | Command | Wrong


class Progress(NamedTuple):
    """Question `number` of `about` that many; fewer or more once earlier answers settle what applies."""

    number: int
    about: int


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """One interview under way: the sheet so far, and the questions answered in this sitting, oldest first."""

    rubric: Rubric
    sheet: Answers
    history: tuple[str, ...] = ()

    def upcoming(self) -> Question | None:
        """Return the first question that applies and has no entry yet, or None at the end."""
        return next((question for question in self._applying() if not self._has_entry(question)), None)

    def progress(self) -> Progress:
        """Count the questions that have an entry, and those that are not ruled out."""
        applying = self._applying()
        return Progress(number=sum(map(self._has_entry, applying)) + 1, about=len(applying))

    def begun(self) -> bool:
        """Whether any question has been answered, "don't know" included."""
        return bool(self.sheet.answers or self.sheet.dont_know)

    def answered(self, question: Question, entry: Picked | None, *, at: str) -> Sitting:
        """Put an entry on the sheet, None for "don't know"; `at` is the time for `updated`."""
        answers = {each: picks for each, picks in self.sheet.answers.items() if each != question.id}
        dont_know = self.sheet.dont_know - {question.id}
        if entry is None:
            dont_know |= {question.id}
        else:
            answers[question.id] = entry.options
        sheet = replace(self.sheet, answers=answers, dont_know=dont_know, updated=at)
        return replace(self, sheet=sheet, history=(*self.history, question.id))

    def _applying(self) -> list[Question]:
        reading = Reading(self.rubric, self.sheet.answers)
        return [question for question in self.rubric.questions.values() if reading.asked(question.id) is not False]

    def _has_entry(self, question: Question) -> bool:
        return question.id in self.sheet.answers or question.id in self.sheet.dont_know


def proposed_name(name: str, date: str) -> str:
    """Make the first part of a file name from the business's name and the date; letters of any script stay."""
    letters = "".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in name.lower())
    return "-".join([*letters[:_LONGEST_NAME].split(), date]) if letters.strip() else f"answers-{date}"


def section_of(rubric: Rubric, question: Question) -> Section:
    """Find the section in which a question stands."""
    return next(section for section in rubric.sections if question in section.questions)


def minutes(rubric: Rubric) -> int:
    """How long answering every question takes, in minutes; two at the least."""
    return max(2, round(len(rubric.questions) * _SECONDS_A_QUESTION / 60))


def self_view_question(rubric: Rubric) -> Question:
    """Put the self-view as a question whose options are the stages."""
    options = tuple(Option(id=stage.id, text=stage.name, means=stage.summary) for stage in rubric.stages)
    return Question(id="self-view", ask=rubric.self_view.ask, why=rubric.self_view.why, options=options)


def commands_for(question: Question) -> dict[str, Command]:
    """Say what can be typed beside numbers; the opening question has to be answered."""
    known = {} if question.opening else {"d": Command.DONT_KNOW}
    return {**known, "?": Command.WHY, "q": Command.LEAVE}


SELF_VIEW_COMMANDS: Mapping[str, Command] = {
    "": Command.SKIP,
    "s": Command.SKIP,
    "?": Command.WHY,
    "q": Command.LEAVE,
}


def read_entry(typed: str, question: Question, commands: Mapping[str, Command]) -> Entry:
    """Understand a typed line: a command, or the numbers of options from 1 on, in digits of any script."""
    command = commands.get(typed.strip().casefold())
    return command or _read_numbers(typed.strip(), question)


def _read_numbers(typed: str, question: Question) -> Picked | Wrong:
    last = len(question.options)
    words = [word for word in _BETWEEN_NUMBERS.split(typed) if word]
    if not words:
        return Wrong(NOTHING_TYPED.format(last=last))
    unknown = [word for word in words if not _is_option_number(word, last)]
    if unknown:
        words_for_it = SEVERAL_OUT_OF_RANGE if question.pick == "many" else OUT_OF_RANGE
        return Wrong(words_for_it.format(typed=unknown[0], last=last))
    numbers = {int(word) for word in words}
    return _check_picks([question.options[number - 1] for number in sorted(numbers)], question)


def _is_option_number(word: str, last: int) -> bool:
    return word.isdecimal() and len(word) <= _LONGEST_NUMBER and 1 <= int(word) <= last


def _check_picks(options: list[Option], question: Question) -> Picked | Wrong:
    if len(options) > 1:
        if question.pick == "one":
            return Wrong(ONE_ANSWER.format(last=len(question.options)))
        alone = [option for option in options if option.alone]
        if alone:
            return Wrong(STANDS_ALONE.format(option=alone[0].text))
    return Picked(tuple(option.id for option in options))
