"""Gates are closed upwards: what is true for an answer is true for every better one.

Better is: higher in the order of an ordered question; more picks; any pick instead of an `alone` option.
"""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from sixstages.logic import passes
from sixstages.references import tests_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sixstages.logic import Picks
    from sixstages.nodes import Steps
    from sixstages.rubric import Question, Test
    from sixstages.rubric_files import Questions, Stages


def gate_tests(stages: Stages) -> Iterator[tuple[Steps, Test]]:
    """Every test of a gate's sign, with its path."""
    for path, gate in stages.gates():
        for number, sign in enumerate(gate.signs):
            yield from tests_in((*path, "signs", number, "when"), sign.when)


def ask_if_tests(questions: Questions, asked: Collection[str]) -> Iterator[tuple[Steps, str, Test]]:
    """Every test in the `ask_if` of these questions, with its path and the question that it asks for."""
    for path, question in questions.questions():
        if question.id in asked:
            for at, test in tests_in((*path, "ask_if"), question.ask_if or ()):
                yield at, question.id, test


def has_order(question: Question) -> bool:
    """Whether some answers to the question are better than others."""
    return question.ordered or question.pick == "many"


def how_to_close(test: Test, question: Question) -> str | None:
    """Say how to write a test so that it is closed upwards; None where it is, or where no answer is better."""
    if question.ordered:
        truths = [passes(test, (option.id,), question) for option in question.options]
        return "use at_least" if any(lower and not higher for lower, higher in pairwise(truths)) else None
    if question.pick == "one":
        return None
    picks = [option.id for option in question.options if not option.alone]
    alone = [option.id for option in question.options if option.alone]
    if test.operator == "fewer_than" or (test.operator == "none_of" and not set(test.options) <= set(alone)):
        return "name the picks that count, or use none_of over `alone` options only"
    if any(passes(test, (each,), question) for each in alone) and not all(
        passes(test, (each,), question) for each in picks
    ):
        return "leave the `alone` options out"
    return None


def telling_answers(question: Question, tests: Iterable[Test]) -> Iterator[Picks]:
    """Every answer to a question that these tests could tell from the others: picks that none names are alike."""
    ids = [option.id for option in question.options]
    alone = [option.id for option in question.options if option.alone]
    if question.pick == "one":
        yield from ((each,) for each in ids)
        return
    named = {option for test in tests if test.question == question.id for option in test.options}
    picks = [each for each in ids if each not in alone]
    telling = [each for each in picks if each in named] + [each for each in picks if each not in named][:1]
    yield from ((each,) for each in alone)
    for size in range(1, len(telling) + 1):
        yield from combinations(telling, size)
