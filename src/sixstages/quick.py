"""The quick interview: which question settles the stage soonest, and when no further one can change it.

For each sign it keeps whether the questions still to be asked can make it true, whether they can make it false, and
how likely it becomes true where each option of a question is as likely as the next. How likely only decides the
order. What can still happen decides when to stop; as tests are taken one by one, it errs on one side only: nothing
that some answers would bring about is held impossible. So stopping is proved; a question too many is not excluded.
"""

from __future__ import annotations

from math import prod
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from sixstages.logic import Reading, highest_stage, lowest_stage, passes, questions_read, rule_holds, with_ask_ifs

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sixstages.logic import Picks, Truth
    from sixstages.rubric import Condition, Gate, Question, Rubric, Test

_SETS = 32
"""How many sets of picks stand for all those of a pick-many question."""
_ALONE = 0.25
"""How likely it is that one of the `alone` options is picked."""
_LEAST = 0.1
"""No sign is taken for rarer than this: an estimate should not run away."""


class Prospect(NamedTuple):
    """What the answers to come can make of something: true, false; how likely it becomes true, from 0 to 1."""

    can_hold: bool
    can_fail: bool
    likely: float


_UNKNOWN_FOR_GOOD = Prospect(can_hold=False, can_fail=False, likely=0.0)


class Guide:
    """Leads through a rubric by the shortest way it can find."""

    def __init__(self, rubric: Rubric) -> None:
        """Work out once what the answers to each question can mean for gates and skip logic."""
        self.rubric = rubric
        tests = list(_tests(rubric))
        self.kinds = {each.id: _kinds(each, tests) for each in rubric.questions.values()}
        self.behind = {
            sign.id: with_ask_ifs(rubric, questions_read(sign.when)) for gate in rubric.gates for sign in gate.signs
        }
        # By identity: a rubric's tests live as long as the rubric, and hashing them would take longer than this saves.
        self.prospects = {id(test): self._prospect(test) for test in tests}

    def next_question(self, answers: Mapping[str, Picks], dont_know: Collection[str]) -> Question | None:
        """Return the question to ask next, or None once no answer can change the low or the high end any more."""
        outlook = _Outlook.of(self, answers, dont_know)
        if outlook.is_settled():
            return None
        return min(outlook.candidates(), key=outlook.effort_after)

    def _prospect(self, test: Test) -> Prospect:
        question = self.rubric.questions[test.question]
        passed = [(passes(test, picks, question), share) for picks, share in self.kinds[test.question]]
        return Prospect(
            can_hold=any(each for each, _ in passed),
            can_fail=not all(each for each, _ in passed),
            likely=sum(share for each, share in passed if each),
        )


class _Outlook:
    """What the questions still to be asked can make of a sheet."""

    def __init__(self, guide: Guide, answers: Mapping[str, Picks], dont_know: Collection[str]) -> None:
        self._guide, self._answers, self._dont_know = guide, answers, dont_know
        self._questions, self._gates = guide.rubric.questions, guide.rubric.gates
        self._reading = Reading(guide.rubric, answers)
        self._asked: dict[str, Prospect] = {}
        self._signs: list[list[Prospect]] = []

    @classmethod
    def of(cls, guide: Guide, answers: Mapping[str, Picks], dont_know: Collection[str]) -> _Outlook:
        """Work out every sign's prospect."""
        outlook = cls(guide, answers, dont_know)
        outlook._signs = [[outlook._condition(sign.when) for sign in gate.signs] for gate in outlook._gates]
        return outlook

    def _with(self, question: str, picks: Picks) -> _Outlook:
        """The outlook after one more answer: only signs that depend on it are worked out anew."""
        outlook = _Outlook(self._guide, {**self._answers, question: picks}, self._dont_know)
        behind = self._guide.behind
        outlook._signs = [
            [
                outlook._condition(sign.when) if question in behind[sign.id] else before
                for sign, before in zip(gate.signs, prospects, strict=True)
            ]
            for gate, prospects in zip(self._gates, self._signs, strict=True)
        ]
        return outlook

    def is_settled(self) -> bool:
        """Whether the low end can't rise and the high end can't fall any more."""
        between = self._between(self._truths())
        can_rise = bool(between) and self._can_hold(between[0])
        return not can_rise and not any(map(self._can_fail, between))

    def candidates(self) -> list[Question]:
        """The questions that can be put now and that an open sign of an open gate waits for, in their order."""
        truths = self._truths()
        read = (
            question
            for number in self._between(truths)
            for sign, prospect in zip(self._gates[number].signs, self._signs[number], strict=True)
            if truths[number][sign.id] is None and (prospect.can_hold or prospect.can_fail)
            for question in questions_read(sign.when)
        )
        wanted = with_ask_ifs(self._guide.rubric, read)
        return [each for each in self._questions.values() if each.id in wanted and self._can_be_put(each.id)]

    def effort_after(self, question: Question) -> float:
        """The effort that will be left once this question is answered: the mean over its answers."""
        kinds = self._guide.kinds[question.id]
        return sum(share * self._with(question.id, picks).effort() for picks, share in kinds)

    def effort(self) -> float:
        """About how many signs still have to be asked for.

        Whoever stands at a stage needs the gates up to it proved and the one above it disproved.
        """
        reached, effort = 1.0, 0.0
        for gate, prospects in zip(self._gates, self._signs, strict=True):
            likely = {sign.id: each.likely for sign, each in zip(gate.signs, prospects, strict=True)}
            holds = _likely_to_hold(gate, likely)
            to_prove, to_disprove = _efforts(gate, likely)
            effort += reached * (holds * to_prove + (1 - holds) * to_disprove)
            reached *= holds
        return effort

    def _truths(self) -> list[dict[str, Truth]]:
        """What the answers so far say of each gate's signs, by their ids."""
        return [self._reading.signs(gate.signs) for gate in self._gates]

    def _between(self, truths: Sequence[Mapping[str, Truth]]) -> range:
        """The numbers of the gates from the first that is not known to hold up to the last that may hold."""
        holds = [rule_holds(gate, signs) for gate, signs in zip(self._gates, truths, strict=True)]
        return range(lowest_stage(holds) - 1, highest_stage(holds) - 1)

    def _can_hold(self, number: int) -> bool:
        return _holds_with(self._gates[number], [each.can_hold for each in self._signs[number]])

    def _can_fail(self, number: int) -> bool:
        return not _holds_with(self._gates[number], [not each.can_fail for each in self._signs[number]])

    def _can_be_put(self, question: str) -> bool:
        """Whether it applies and has no entry, and all that its skip logic waits for has one."""
        waits_for = with_ask_ifs(self._guide.rubric, questions_read(self._questions[question].ask_if or ()))
        return self._is_wanting(question) and not any(map(self._is_wanting, waits_for))

    def _is_wanting(self, question: str) -> bool:
        """Whether a question applies and has no entry."""
        has_entry = question in self._answers or question in self._dont_know
        return not has_entry and self._reading.asked(question) is not False

    def _asked_prospect(self, question: str) -> Prospect:
        if question not in self._asked:
            ask_if = self._questions[question].ask_if
            self._asked[question] = _certain(holds=True) if ask_if is None else self._condition(ask_if)
        return self._asked[question]

    def _condition(self, condition: Condition) -> Prospect:
        rows = [_all(self._test(test) for test in row) for row in condition]
        return Prospect(
            can_hold=any(row.can_hold for row in rows),
            can_fail=all(row.can_fail for row in rows),
            likely=1 - prod(1 - row.likely for row in rows),
        )

    def _test(self, test: Test) -> Prospect:
        return _all((self._asked_prospect(test.question), self._answered(test)))

    def _answered(self, test: Test) -> Prospect:
        if test.question in self._dont_know:
            return _UNKNOWN_FOR_GOOD
        picks = self._answers.get(test.question)
        if picks is None:
            return self._guide.prospects[id(test)]
        return _certain(holds=passes(test, picks, self._questions[test.question]))


def _certain(*, holds: bool) -> Prospect:
    return Prospect(can_hold=holds, can_fail=not holds, likely=float(holds))


def _all(prospects: Iterable[Prospect]) -> Prospect:
    each = list(prospects)
    return Prospect(
        can_hold=all(one.can_hold for one in each),
        can_fail=any(one.can_fail for one in each),
        likely=prod(one.likely for one in each),
    )


def _holds_with(gate: Gate, signs: Sequence[bool]) -> bool:
    """Whether the gate holds if just these of its signs do."""
    return rule_holds(gate, {sign.id: holds for sign, holds in zip(gate.signs, signs, strict=True)}) is True


def _likely_to_hold(gate: Gate, likely: Mapping[str, float]) -> float:
    """How likely enough signs hold, times how likely each part has one: near enough to choose by."""
    counts = [1.0]
    for chance in likely.values():
        counts = [
            as_many * (1 - chance) + one_fewer * chance
            for as_many, one_fewer in zip([*counts, 0.0], [0.0, *counts], strict=True)
        ]
    parts = prod(1 - prod(1 - likely[sign] for sign in part.of) for part in gate.each_of)
    return sum(counts[gate.needs :]) * parts


def _efforts(gate: Gate, likely: Mapping[str, float]) -> tuple[float, float]:
    """About how many signs have to be asked for to prove a gate, and to disprove it."""
    chances = list(likely.values())
    parts = [[likely[sign] for sign in part.of] for part in gate.each_of]
    certain, possible = sum(chance == 1 for chance in chances), sum(chance > 0 for chance in chances)
    to_prove = max(gate.needs - certain, sum(1 not in part for part in parts), 0)
    to_disprove = min([possible - gate.needs + 1, *(sum(chance > 0 for chance in part) for part in parts)])
    unsure = [chance for chance in chances if 0 < chance < 1]
    hope = sum(unsure) / len(unsure) if unsure else 0.5
    return to_prove / max(hope, _LEAST), max(to_disprove, 0) / max(1 - hope, _LEAST)


def _tests(rubric: Rubric) -> Iterator[Test]:
    """Every test that a gate or skip logic makes."""
    conditions = [sign.when for gate in rubric.gates for sign in gate.signs]
    conditions += [question.ask_if for question in rubric.questions.values() if question.ask_if]
    for condition in conditions:
        for row in condition:
            yield from row


def _kinds(question: Question, tests: Iterable[Test]) -> list[tuple[Picks, float]]:
    """One answer for all those that pass the same tests, and the share of all answers that they are."""
    own = [test for test in tests if test.question == question.id]
    kinds: dict[tuple[bool, ...], tuple[Picks, float]] = {}
    for picks, share in _answers(question):
        passed = tuple(passes(test, picks, question) for test in own)
        first, so_far = kinds.get(passed, (picks, 0.0))
        kinds[passed] = (first, so_far + share)
    return list(kinds.values())


def _answers(question: Question) -> Iterator[tuple[Picks, float]]:
    """Answers that stand for all there are, with their shares.

    Of a pick-many question each pick alone and all together are among them: what no pick and what not even all of
    them bring about, no other answer does.
    """
    if question.pick == "one":
        yield from (((option.id,), 1 / len(question.options)) for option in question.options)
        return
    alone = [option.id for option in question.options if option.alone]
    others = [option.id for option in question.options if not option.alone]
    coins = Random(question.id)  # noqa: S311 - a sample that is the same at every start
    some = [tuple(each for each in others if coins.getrandbits(1)) for _ in range(_SETS)]
    sets = [picks for picks in (tuple(others), *((each,) for each in others), *some) if picks]
    yield from (((option,), _ALONE / len(alone)) for option in alone)
    yield from ((picks, (1 - _ALONE) / len(sets)) for picks in sets)
