"""Three values, conditions, rules: what answers say about a condition, and what signs say about a rule.

A truth is True, False or None for unknown, combined by Kleene's strong logic (S. C. Kleene, Introduction to
Metamathematics, 1952, § 64). Unanswered and "don't know" are unknown; they are never "no".
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sixstages.rubric import Condition, Operator, Question, Rubric, Rule, Sign, Test

Truth = bool | None
Picks = tuple[str, ...]
"""The options picked in one question, in the rubric's order; exactly one in a pick-one question."""


def conjunction(truths: Iterable[Truth]) -> Truth:
    """*And*: false if one is false, else unknown if one is unknown, else true."""
    result: Truth = True
    for truth in truths:
        if truth is False:
            return False
        if truth is None:
            result = None
    return result


def disjunction(truths: Iterable[Truth]) -> Truth:
    """*Or*: true if one is true, else unknown if one is unknown, else false."""
    result: Truth = False
    for truth in truths:
        if truth is True:
            return True
        if truth is None:
            result = None
    return result


def at_least(number: int, truths: Iterable[Truth]) -> Truth:
    """Whether `number` of these are true, whatever the unknown ones turn out to be."""
    values = list(truths)
    certain = values.count(True)
    if certain >= number:
        return True
    return None if certain + values.count(None) >= number else False


def rule_holds(rule: Rule, signs: Mapping[str, Truth]) -> Truth:
    """Whether a rule's count and each of its parts hold, given its signs by id."""
    parts = (at_least(1, (signs[sign] for sign in part.of)) for part in rule.each_of)
    return conjunction((at_least(rule.needs, signs.values()), *parts))


def lowest_stage(gates: Iterable[Truth]) -> int:
    """The stage, from 1, that is reached even if everything unknown is false."""
    return 1 + sum(1 for _ in takewhile(lambda holds: holds is True, gates))


def highest_stage(gates: Iterable[Truth]) -> int:
    """The stage, from 1, that is reached if everything unknown is true."""
    return 1 + sum(1 for _ in takewhile(lambda holds: holds is not False, gates))


class Reading:
    """What one sheet of definite answers (question id to picks) says; the sheet must fit the rubric."""

    def __init__(self, rubric: Rubric, answers: Mapping[str, Picks]) -> None:
        """Keep the sheet; everything is worked out when it is asked for."""
        self._questions = rubric.questions
        self._answers = answers
        self._asked: dict[str, Truth] = {}

    def asked(self, question: str) -> Truth:
        """Whether a question applies; it is put to the owner unless this is False."""
        if question not in self._asked:
            ask_if = self._questions[question].ask_if
            self._asked[question] = True if ask_if is None else self.holds(ask_if)
        return self._asked[question]

    def holds(self, condition: Condition) -> Truth:
        """Whether one of the condition's rows of tests holds."""
        return disjunction(conjunction(map(self._passes, row)) for row in condition)

    def signs(self, rule_signs: Iterable[Sign]) -> dict[str, Truth]:
        """Each sign's truth by its id."""
        return {sign.id: self.holds(sign.when) for sign in rule_signs}

    def applies(self, condition: Condition) -> bool:
        """Whether some row of the condition has no question that is ruled out."""
        return any(all(self.asked(test.question) is not False for test in row) for row in condition)

    def used(self) -> dict[str, Picks]:
        """The answers to questions that are not ruled out, in the rubric's order."""
        return {
            question: self._answers[question]
            for question in self._questions
            if question in self._answers and self.asked(question) is not False
        }

    def open(self) -> list[str]:
        """The questions that are asked and have no definite answer, in the rubric's order."""
        return [each for each in self._questions if each not in self._answers and self.asked(each) is not False]

    def _passes(self, test: Test) -> Truth:
        asked = self.asked(test.question)
        if asked is False:
            return False
        picks = self._answers.get(test.question)
        if picks is None:
            return None
        return conjunction((asked, passes(test, picks, self._questions[test.question])))


def passes(test: Test, picks: Picks, question: Question) -> bool:
    """Whether a definite answer to the question passes the test."""
    return _OPERATORS[test.operator](test, picks, question)


def _hits(test: Test, picks: Picks) -> int:
    return sum(option in picks for option in test.options)


_OPERATORS: Mapping[Operator, Callable[[Test, Picks, Question], bool]] = {
    "any_of": lambda test, picks, _: _hits(test, picks) > 0,
    "none_of": lambda test, picks, _: _hits(test, picks) == 0,
    "all_of": lambda test, picks, _: _hits(test, picks) == len(test.options),
    "count": lambda test, picks, _: _hits(test, picks) >= (test.number or 0),
    "fewer_than": lambda test, picks, _: _hits(test, picks) < (test.number or 0),
    "at_least": lambda test, picks, question: question.rank[picks[0]] >= question.rank[test.options[0]],
    "at_most": lambda test, picks, question: question.rank[picks[0]] <= question.rank[test.options[0]],
}


def questions_read(condition: Condition) -> list[str]:
    """The ids of the questions that a condition names, each once, in its order."""
    return list(dict.fromkeys(test.question for row in condition for test in row))


def with_ask_ifs(rubric: Rubric, questions: Iterable[str]) -> set[str]:
    """These questions and all that the `ask_if` of one of them reads, and of those in turn."""
    found: set[str] = set()
    waiting = list(questions)
    while waiting:
        question = waiting.pop()
        if question not in found:
            found.add(question)
            waiting += questions_read(rubric.questions[question].ask_if or ())
    return found


def different_answers(question: Question, picks: Picks) -> Iterator[Picks]:
    """Every answer that differs from this one by one step.

    Pick-one: each other option, on a scale the nearest first. Pick-many: one pick more or one less, where taking
    the last pick away leads to each `alone` option; from an `alone` option, each single pick and each other `alone`
    option.
    """
    ids = [option.id for option in question.options]
    if question.pick == "one":
        others = [each for each in ids if each not in picks]
        if question.ordered:
            others.sort(key=lambda each: abs(question.rank[each] - question.rank[picks[0]]))
        yield from ((each,) for each in others)
        return
    alone = [option.id for option in question.options if option.alone]
    if picks[0] in alone:
        yield from ((each,) for each in ids if each not in picks)
        return
    for each in ids:
        if each not in alone and picks != (each,):
            yield _toggled(ids, picks, each)
    if len(picks) == 1:
        yield from ((each,) for each in alone)


def _toggled(ids: Sequence[str], picks: Picks, option: str) -> Picks:
    chosen = set(picks) ^ {option}
    return tuple(each for each in ids if each in chosen)
