"""A second evaluator, written from the design's words alone, that knows only yes and no.

It judges complete sheets, where every asked question has a definite answer, and finds everything about a sheet with
gaps by listing all complete ones. For the exact ends of the interval a sheet with gaps becomes two worlds without
any: one where each test of an unanswered question fails, one where each passes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sixstages.rubric import Condition, Finding, Gate, Question, Rubric, Test

Sheet = Mapping[str, tuple[str, ...]]
"""The definite answers: the picked option ids by question."""


def passes(test: Test, question: Question, answer: tuple[str, ...]) -> bool:
    """Say whether a definite answer to an asked question passes one test."""
    scale = [option.id for option in question.options]
    height, mark = scale.index(answer[0]), scale.index(test.options[0])
    among = [option for option in answer if option in test.options]
    return {
        "any_of": among != [],
        "none_of": among == [],
        "all_of": set(answer) >= set(test.options),
        "count": len(among) >= (test.number or 0),
        "fewer_than": len(among) < (test.number or 0),
        "at_least": height >= mark,
        "at_most": height <= mark,
    }[test.operator]


@dataclass(frozen=True)
class World:
    """A rubric and a sheet, with nothing unknown.

    `doubt` is what each test of an unanswered question counts as. Without it the sheet has to be complete: a test of
    a question that is asked and not answered raises KeyError.
    """

    rubric: Rubric
    sheet: Sheet
    doubt: bool | None = None

    def asked(self, question_id: str) -> bool:
        """Say whether a question applies."""
        ask_if = self.rubric.questions[question_id].ask_if
        return ask_if is None or self.holds(ask_if)

    def holds(self, condition: Condition) -> bool:
        """Say whether a condition is true: one alternative with all of its tests."""
        return any(all(self._passes(test) for test in alternative) for alternative in condition)

    def _passes(self, test: Test) -> bool:
        if not self.asked(test.question):
            return False
        if test.question not in self.sheet and self.doubt is not None:
            return self.doubt
        return passes(test, self.rubric.questions[test.question], self.sheet[test.question])

    def there(self, rule: Gate | Finding) -> set[str]:
        """Collect the signs of a rule that hold."""
        return {sign.id for sign in rule.signs if self.holds(sign.when)}

    def met(self, rule: Gate | Finding) -> bool:
        """Say whether a rule is true."""
        return satisfies(rule, self.there(rule))

    def stage(self) -> int:
        """Climb from stage 1 as long as the next gate is true."""
        number = 1
        for gate in self.rubric.gates:
            if not self.met(gate):
                break
            number += 1
        return number


def satisfies(rule: Gate | Finding, signs: set[str]) -> bool:
    """Say whether these signs, and no others, make a rule true."""
    return len(signs) >= rule.needs and all(signs & set(part.of) for part in rule.each_of)


def worst(rubric: Rubric, sheet: Sheet) -> World:
    """Count everything unknown as false."""
    return World(rubric, sheet, doubt=False)


def best(rubric: Rubric, sheet: Sheet) -> World:
    """Count everything unknown as true."""
    return World(rubric, sheet, doubt=True)


def used(rubric: Rubric, sheet: Sheet) -> Sheet:
    """Leave out the answers to questions that are ruled out."""
    world = best(rubric, sheet)
    return {question: answer for question, answer in sheet.items() if world.asked(question)}


def nearest(rubric: Rubric, sheet: Sheet) -> int:
    """Find the stage whose profile differs least; the lower of two equal ones."""
    low, high = worst(rubric, sheet), best(rubric, sheet)
    present = [Fraction(len(low.there(gate)) + len(high.there(gate)), 2 * len(gate.signs)) for gate in rubric.gates]
    distances = [
        sum((1 - share for share in present[:number]), start=sum(present[number:], start=Fraction()))
        for number in range(len(present) + 1)
    ]
    return distances.index(min(distances)) + 1


def every_answer(question: Question) -> list[tuple[str, ...]]:
    """List every definite answer a question can get."""
    if question.pick == "one":
        return [(option.id,) for option in question.options]
    picks = [option.id for option in question.options if not option.alone]
    some = chain.from_iterable(combinations(picks, size) for size in range(1, len(picks) + 1))
    return [*((option.id,) for option in question.options if option.alone), *some]


def complete_sheets(rubric: Rubric, given: Sheet) -> Iterator[Sheet]:
    """List every complete sheet that the given answers can still grow into; with none given, all there are."""
    yield from _grown(rubric, given, {}, list(rubric.questions))


def _grown(rubric: Rubric, given: Sheet, sheet: Sheet, left: list[str]) -> Iterator[Sheet]:
    if not left:
        yield sheet
        return
    question_id, *rest = left
    if not World(rubric, sheet).asked(question_id):
        yield from _grown(rubric, given, sheet, rest)
        return
    open_to = [given[question_id]] if question_id in given else every_answer(rubric.questions[question_id])
    for answer in open_to:
        yield from _grown(rubric, given, {**sheet, question_id: answer}, rest)


def next_to(question: Question, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two answers to a question are one different answer apart."""
    if question.pick == "one":
        return one != other
    alone = {(option.id,) for option in question.options if option.alone}
    if one in alone and other in alone:
        return one != other
    if one in alone or other in alone:
        return len(one) == len(other) == 1
    return len(set(one) ^ set(other)) == 1


def better(question: Question, one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether `one` is a better answer than `other`; without an order between them it is not."""
    if question.pick == "many":
        alone = {(option.id,) for option in question.options if option.alone}
        return one not in alone and (other in alone or set(one) > set(other))
    scale = [option.id for option in question.options]
    return question.ordered and scale.index(one[0]) > scale.index(other[0])


def neighbours(rubric: Rubric, sheet: Sheet) -> Iterator[tuple[str, tuple[str, ...], Sheet]]:
    """List the sheets that are one different answer away: the question, its new answer, the whole sheet."""
    in_use = used(rubric, sheet)
    for question_id, old in in_use.items():
        question = rubric.questions[question_id]
        for new in every_answer(question):
            if not question.opening and next_to(question, old, new):
                yield question_id, new, {**in_use, question_id: new}
