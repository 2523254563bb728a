"""Formulas over a row's answers: what a condition of the rubric is worth, before any data frame is seen.

A formula is True, False, the name of a column of truths, a test of an answer, or an *and* or *or* of formulas. Two
formulas that say the same in the same way are equal, so that options which act alike are found by comparing them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sixstages.logic import passes, with_ask_ifs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sixstages.rubric import Condition, Question, Rubric, Test


class Hits(NamedTuple):
    """Whether a definite answer holds at least `least` of these options; `negated`, whether it holds fewer."""

    question: str
    options: frozenset[str]
    least: int = 1
    negated: bool = False

    def of(self, picks: Iterable[str]) -> bool:
        """Say it of an answer."""
        return (len(self.options.intersection(picks)) >= self.least) is not self.negated


class Joined:
    """Formulas put together. Made by `both` and `either` alone, which make equal ones only once: `is` compares them.

    Without that, conditions that stand behind each other would be walked through over and over.
    """

    __slots__ = ("parts",)

    def __init__(self, parts: frozenset[Formula]) -> None:
        """Keep the parts."""
        self.parts = parts


class Both(Joined):
    """True where all of its parts are."""

    __slots__ = ()


class Either(Joined):
    """True where one of its parts is."""

    __slots__ = ()


Formula = bool | str | Hits | Both | Either


def both(parts: Iterable[Formula]) -> Formula:
    """*And*, with what is certain left out."""
    return _joined(parts, neutral=True)


def either(parts: Iterable[Formula]) -> Formula:
    """*Or*, with what is certain left out."""
    return _joined(parts, neutral=False)


def _joined(parts: Iterable[Formula], *, neutral: bool) -> Formula:
    """Join parts by *and*, where what is true adds nothing, or by *or*, where what is false does not."""
    left = frozenset(part for part in parts if part is not neutral)
    if (not neutral) in left:
        return not neutral
    if len(left) > 1:
        return _once(left, is_both=neutral)
    return next(iter(left), neutral)


@lru_cache(maxsize=1 << 16)
def _once(parts: frozenset[Formula], *, is_both: bool) -> Both | Either:
    return Both(parts) if is_both else Either(parts)


def hits(test: Test, question: Question) -> Hits:
    """Give a test of the rubric as a count of options: in a pick-one question, of those that pass it."""
    if question.pick == "one":
        return Hits(question.id, frozenset(each for each in question.rank if passes(test, (each,), question)))
    options = frozenset(test.options)
    least = {"all_of": len(options), "count": test.number, "fewer_than": test.number}.get(test.operator) or 1
    return Hits(question.id, options, least, test.operator in {"none_of", "fewer_than"})


class World:
    """What conditions are worth where nothing is unknown.

    `passes` says what a test of an asked question is worth, `asked` which column says whether a question is asked;
    a question that `asked` does not name is worked out from its `ask_if`.
    """

    def __init__(self, rubric: Rubric, passes: Callable[[Hits], Formula], asked: Callable[[str], str | None]) -> None:
        """Keep what a test is worth, and which questions have a column already."""
        self._questions, self._passes, self._column = rubric.questions, passes, asked
        self._asked: dict[str, Formula] = {}

    def asked(self, question: str) -> Formula:
        """Whether a question is asked."""
        if question not in self._asked:
            ask_if = self._questions[question].ask_if
            self._asked[question] = ask_if is None or self._column(question) or self.holds(ask_if)
        return self._asked[question]

    def holds(self, condition: Condition) -> Formula:
        """Whether one of the condition's rows of tests holds."""
        return either(both(map(self._test, row)) for row in condition)

    def applies(self, condition: Condition) -> Formula:
        """Whether some row of the condition has no question that is ruled out."""
        return either(both(self.asked(test.question) for test in row) for row in condition)

    def _test(self, test: Test) -> Formula:
        return both((self.asked(test.question), self._passes(hits(test, self._questions[test.question]))))


def questions_behind(rubric: Rubric, condition: Condition) -> set[str]:
    """The questions that a condition reads, and those that decide whether they are asked."""
    return with_ask_ifs(rubric, (test.question for row in condition for test in row))
