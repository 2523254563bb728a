"""What a cell says about its question: ids of options, nothing, or something that is not understood."""

from __future__ import annotations

import re
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sixstages.cohort.wording import fold
from sixstages.rubric import DONT_KNOW

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sixstages.rubric import Question

BLANK = ""
NOT_UNDERSTOOD = "?"
"""Stands for a cell that is not understood, beside ids: no id can be a question mark."""

SAYS_NOTHING = frozenset(
    {"n/a", "#n/a", "n.a", "na", "nan", "null", "nil", "none", "not applicable", "not answered", "skipped"}
)
"""What programs and people write, folded, where there is no answer: free text is something else."""

NOTHING_SAID: Mapping[str, str] = MappingProxyType({})

OWN_WORDS = "*"
"""Stands behind the ids of a cell that holds free text, which counts as one of them: no id holds a star."""

JOINT = ";"
LONGEST_CELL = 10_000
"""No list of picks is as long; taking a longer text apart would take its time for nothing."""

_SEPARATORS = ",;|،、，"
_MARKS = ".:?!*…।"
_BETWEEN_IDS = re.compile(r"[\s,;]+")
_BETWEEN = re.compile(rf"[\s{_SEPARATORS}]*")
_UP_TO_SEPARATOR = re.compile(rf"[^{_SEPARATORS}]*")
_UP_TO_SPACE = re.compile(rf"[^\s{_SEPARATORS}]*")


class Words(NamedTuple):
    """What cells hold besides the words of a rubric, folded; `spaced`: picks are joined by spaces."""

    picked: frozenset[str] = frozenset()
    not_picked: frozenset[str] = frozenset()
    blank: frozenset[str] = frozenset()
    spaced: bool = False


class Reader:
    """Understands the cells of one question.

    What it returns are ids in the rubric's order, joined, and `OWN_WORDS` where free text is among them; `BLANK`; or
    `NOT_UNDERSTOOD`, for the cell as a whole.
    """

    def __init__(
        self, question: Question, labels: Mapping[str, str], words: Words, said: Mapping[str, str] = NOTHING_SAID
    ) -> None:
        """Take the question, the folded texts that stand for its options, and the words of the table.

        `said` is what the user says that texts stand for, whatever else they would.
        """
        self._question, self._words, self._said = question, words, said
        self._labels = {text: option for text, option in {**labels, **said}.items() if text}
        self._other = next((option.id for option in question.options if option.other), NOT_UNDERSTOOD)
        self._alone = {DONT_KNOW, *(option.id for option in question.options if option.alone)}
        self._order = [*question.rank, DONT_KNOW]

    def answer(self, cell: str) -> str:
        """Understand a cell that holds the whole answer: an option, several of them, free text, or nothing."""
        text = fold(cell)
        if text in self._said:
            return self._settled({self._said[text]})
        ids = {id_ for id_ in _BETWEEN_IDS.split(cell) if id_}
        if ids <= self._question.rank.keys():
            return self._settled(ids)
        if text in self._labels:
            return self._settled({self._labels[text]})
        if text in self._words.blank:
            return BLANK
        return self._taken_apart(fold(cell.replace("\n", JOINT))) if len(cell) <= LONGEST_CELL else NOT_UNDERSTOOD

    def option(self, cell: str, option: str) -> str:
        """Understand a cell in the column of an option: whether it was picked."""
        text = fold(cell)
        if not text or text in self._words.not_picked or text in self._words.blank:
            return BLANK
        if option and (text in self._words.picked or self._labels.get(text) == option or cell.strip() == option):
            return option
        if option != self._other:
            return NOT_UNDERSTOOD
        return _in_own_words(option) if self._says_something(text) else BLANK

    def other(self, cell: str) -> str:
        """Understand a cell that holds free text, if anything."""
        return self.option(cell, self._other)

    def together(self, ids: str) -> str:
        """Put together what several columns say of the question; `BLANK` where one of them is not understood."""
        said = set(ids.split(JOINT))
        return BLANK if NOT_UNDERSTOOD in said else self._settled(said)

    def _taken_apart(self, text: str) -> str:
        labels, rest = _cut(text, self._between_separators, _UP_TO_SEPARATOR)
        if rest:
            by_spaces = _cut(text, self._between_spaces, _UP_TO_SPACE, whole=not self._words.spaced)
            labels, rest = by_spaces if self._words.spaced or not by_spaces.rest else (labels, rest)
        known = {self._labels[label] for label in labels}
        if not rest:
            return self._settled(known)
        if not any(map(self._says_something, rest)):
            return NOT_UNDERSTOOD
        return _in_own_words(self._settled({self._other} if self._question.pick == "one" else {*known, self._other}))

    def _says_something(self, text: str) -> bool:
        """Whether folded text can be an answer in somebody's own words."""
        words = self._words.picked | self._words.not_picked | SAYS_NOTHING
        return text not in words and any(map(str.isalnum, text))

    def _settled(self, ids: Iterable[str]) -> str:
        """Whether these ids can be an answer, as an answers file could hold it."""
        picks = [id_ for id_ in self._order if id_ in ids]
        together = len(picks) > 1 and (self._question.pick == "one" or not self._alone.isdisjoint(picks))
        never = DONT_KNOW in picks and self._question.opening
        return NOT_UNDERSTOOD if together or never or NOT_UNDERSTOOD in ids else JOINT.join(picks)

    @cached_property
    def _between_separators(self) -> re.Pattern[str]:
        return re.compile(rf"({self._known})[\s{_MARKS}]*(?=[{_SEPARATORS}]|$)")

    @cached_property
    def _between_spaces(self) -> re.Pattern[str]:
        return re.compile(rf"({self._known})[{_MARKS}]*(?=[\s{_SEPARATORS}]|$)")

    @cached_property
    def _known(self) -> str:
        """Every label, the longest first, so that a comma within one is not taken for the end of a shorter one."""
        return "|".join(map(re.escape, sorted(self._labels, key=len, reverse=True)))


def _in_own_words(ids: str) -> str:
    return ids if ids == NOT_UNDERSTOOD else f"{ids}{OWN_WORDS}"


class _Cut(NamedTuple):
    labels: list[str]
    rest: list[str]


def _cut(text: str, label: re.Pattern[str], unknown: re.Pattern[str], *, whole: bool = False) -> _Cut:
    """Cut a text into labels, and give what is left over; `whole`: if anything is, there is no use in going on."""
    labels: list[str] = []
    rest: list[str] = []
    end = _end(_BETWEEN, text, 0)
    while end < len(text) and not (rest and whole):
        found = label.match(text, end)
        start, end = end, found.end() if found else _end(unknown, text, end)
        labels += [found[1]] if found else []
        rest += [] if found else [text[start:end].strip()]
        end = _end(_BETWEEN, text, end)
    return _Cut(labels, rest)


def _end(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Return where what the pattern fits, from `start` on, ends; it may be nothing."""
    found = pattern.match(text, start)
    return found.end() if found else start
