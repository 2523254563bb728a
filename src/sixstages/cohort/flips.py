"""Which single different answers turn a gate around: what a borderline verdict rests on, for every row at once.

A gate that holds is lost, or one that is missing is reached, by another answer to one question. For one sheet
`logic.different_answers` lists those answers; here they are told whatever the sheet, and grouped by what they do.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from sixstages.cohort.formulas import Formula, Hits, World, both, either, questions_behind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sixstages.rubric import Gate, GateSign, Question, Rubric

    Tests = Callable[[Hits], Formula]
    """What a test of an answer is worth."""

Signs = tuple[tuple[str, Formula], ...]


class Flip(NamedTuple):
    """Other answers to one question that all do the same to a gate.

    `possible` says for which answers there is such a one, given that the question has a definite answer; `signs` what
    the gate's signs that read the question are worth then, by id. Its other signs stay what they are.
    """

    question: str
    possible: Formula
    signs: Signs


def flips(rubric: Rubric, gate: Gate, asked: Callable[[str], str]) -> Iterator[Flip]:
    """Yield what other answers do to a gate; `asked` names the column that says whether a question is asked."""
    behind = {sign.id: questions_behind(rubric, sign.when) for sign in gate.signs}
    for question in rubric.questions.values():
        readers = [sign for sign in gate.signs if question.id in behind[sign.id]]
        if readers and not question.opening:
            yield from _Reread(rubric, question, readers, asked).flips()


class _Reread:
    """The signs of a gate that read a question, under other answers to it."""

    def __init__(
        self, rubric: Rubric, question: Question, readers: list[GateSign], asked: Callable[[str], str]
    ) -> None:
        self._rubric, self._question, self._readers, self._asked = rubric, question, readers, asked

    def flips(self) -> Iterator[Flip]:
        now = self._signs(lambda test: test)
        grouped: defaultdict[Signs, list[Formula]] = defaultdict(list)
        for possible, tests in _different(self._question):
            grouped[self._signs(tests)].append(possible)
        for signs, ways in grouped.items():
            if signs != now:
                yield Flip(self._question.id, either(ways), signs)

    def _signs(self, tests: Tests) -> Signs:
        world = World(
            self._rubric,
            lambda test: tests(test) if test.question == self._question.id else test,
            self._column,
        )
        return tuple((sign.id, world.holds(sign.when)) for sign in self._readers)

    def _column(self, question: str) -> str | None:
        """Name the column of whether a question is asked, None where that hangs on the answer in doubt."""
        ask_if = self._rubric.questions[question].ask_if or ()
        return None if self._question.id in questions_behind(self._rubric, ask_if) else self._asked(question)


def _different(question: Question) -> Iterator[tuple[Formula, Tests]]:
    """Yield each kind of step to another answer: for which answers there is one, and what tests are worth then.

    The same steps as in `logic.different_answers`. A step that leads to the answer itself does no harm.
    """
    alone = frozenset(option.id for option in question.options if option.alone)
    picks = frozenset(question.rank) - alone
    several, picked = Hits(question.id, picks, 2), Hits(question.id, picks)
    for option in question.rank:
        there = Hits(question.id, frozenset({option}))
        if question.pick == "one":
            yield True, _answered(option)
        elif option in alone:
            yield _fewer(several), _answered(option)
        else:
            yield _fewer(picked), _answered(option)
            yield both((picked, _fewer(there))), _moved(option, 1)
            yield both((several, there)), _moved(option, -1)


def _fewer(test: Hits) -> Hits:
    return test._replace(negated=not test.negated)


def _answered(option: str) -> Tests:
    return lambda test: test.of((option,))


def _moved(option: str, step: int) -> Tests:
    """Count an option as picked besides, or no longer: the others then have to give fewer, or more."""

    def moved(test: Hits) -> Formula:
        least = test.least - step if option in test.options else test.least
        if 0 < least <= len(test.options):
            return test._replace(least=least)
        return (least <= 0) is not test.negated

    return moved
