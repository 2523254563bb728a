"""What follows from a rubric, whatever is answered: proved over all complete sheets, not tried on some.

A complete sheet has a definite answer to every question that is asked, and to no other. Sheets are given back as
`score` takes them: the picks by question.
"""

from __future__ import annotations

from functools import cached_property, partial
from itertools import accumulate, permutations
from typing import TYPE_CHECKING

from sixstages.diagrams import FALSE, STEPS, TRUE, Diagrams, NotProved
from sixstages.proofs.counting import Count
from sixstages.proofs.drawing import Drawing
from sixstages.proofs.searching import Search

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from sixstages.logic import Picks
    from sixstages.proofs.drawing import AnyRule
    from sixstages.rubric import Condition, Finding, Gate, Question, Rubric

    Sheet = dict[str, Picks]
    Step = tuple[int, int]
    """Two classes of answers to a question."""

__all__ = ["NotProved", "Proofs"]

BUDGET = 1_500_000
"""How many branches of diagrams may be looked at for one rubric. That takes one to two seconds, and up to 130 MB."""


class Proofs:
    """Answers questions about all complete sheets of a rubric.

    Everything is worked out when it is asked for, and kept. All of it shares one budget: what is asked may spend a
    part of what is left, and raises `NotProved` where that is not enough. What is cheaper can be asked afterwards.
    """

    def __init__(self, rubric: Rubric, budget: int = BUDGET) -> None:
        """Keep the rubric."""
        self._rubric = rubric
        self._diagrams = Diagrams(budget)
        self._drawing = Drawing(rubric, self._diagrams)
        self._search = Search(self._diagrams)
        self._count = Count(self._diagrams, self._drawing)
        self._rules: dict[int, tuple[AnyRule, int | None]] = {}
        self._options: dict[tuple[str, int | str], bool] = {}

    def sheets(self) -> int:
        """The number of complete sheets."""
        with self._diagrams.query():
            return self._count.sheets(TRUE)

    def shares(self) -> list[float]:
        """For each stage the share of all complete sheets that end there, from 0 to 1.

        It may spend more than others: nothing else says so much, and it is asked once.
        """
        gates = [self._drawn(gate) for gate in self._rubric.gates]
        with self._diagrams.query(part=2):
            passed = accumulate(gates, self._diagrams.both, initial=TRUE)
            reached = [self._count.sheets(each) for each in passed]
        return [(here - above) / reached[0] for here, above in zip(reached, [*reached[1:], 0], strict=True)]

    def stage_sheet(self, number: int) -> Sheet | None:
        """A sheet that ends in the stage of this number, from 1; None where there is none."""
        gates = [self._drawn(gate) for gate in self._rubric.gates[:number]]
        with self._diagrams.query():
            above = [self._diagrams.opposite(gate) for gate in gates[number - 1 :]]
            values = self._search.values([*gates[: number - 1], *above])
        return self._sheet(values)

    def finding_sheet(self, finding: str) -> Sheet | None:
        """A sheet on which the finding of this id holds; None where there is none."""
        return self.rule_sheet(next(each for each in self._findings() if each.id == finding), holds=True)

    def rule_sheet(self, rule: AnyRule, *, holds: bool) -> Sheet | None:
        """A sheet on which a gate or a finding holds, or one on which it does not; None where there is none."""
        drawn = self._drawn(rule)
        with self._diagrams.query():
            values = self._search.values([drawn if holds else self._diagrams.opposite(drawn)])
        return self._sheet(values)

    def condition_sheet(self, condition: Condition, *, holds: bool) -> Sheet | None:
        """A sheet on which a condition of the rubric, or some rows of one, is true, or false; None if there is none."""
        with self._diagrams.query():
            drawn = self._drawing.condition(condition)
            values = self._search.values([drawn if holds else self._diagrams.opposite(drawn)])
        return self._sheet(values)

    def sheet_with_both(self, one: AnyRule, other: AnyRule) -> Sheet | None:
        """A sheet on which both rules hold; None where there is none."""
        drawn = [self._drawn(one), self._drawn(other)]
        with self._diagrams.query():
            values = self._search.values(drawn)
        return self._sheet(values)

    def share(self, rule: AnyRule) -> float:
        """The share of all complete sheets on which a gate or a finding holds, from 0 to 1."""
        drawn = self._drawn(rule)
        with self._diagrams.query():
            return self._count.sheets(drawn) / self._count.sheets(TRUE)

    def overlap(self, one: AnyRule, other: AnyRule) -> float:
        """Of the sheets on which one of two rules holds, the share of those with both; 0 where neither ever does.

        It is never more than the lower `share` of the two by the higher, which is found far sooner.
        """
        drawn = self._drawn(one), self._drawn(other)
        with self._diagrams.query():
            both = self._count.sheets(self._diagrams.both(*drawn))
            either = sum(map(self._count.sheets, drawn)) - both
        return both / either if either else 0.0

    def same(self, one: Condition, other: Condition) -> bool:
        """Whether two conditions are true on exactly the same sheets."""
        with self._diagrams.query():
            return self._drawing.condition(one) == self._drawing.condition(other)

    def question_matters(self, question: str) -> bool:
        """Whether two answers to a question lead to different conclusions: to another stage, or another finding.

        That is: whether there are two sheets that differ in this answer, agree on every other question that is asked
        in both, and differ in a conclusion. If two answers do, the first answer does so with one of them.
        """
        of = self._rubric.questions[question]
        with self._diagrams.query():
            others = range(1, len(self._drawing.domain(of).answers))
        return self._differ(of, {(0, other) for other in others})

    def option_matters(self, question: str, option: str) -> bool:
        """Whether one step by an option leads to different conclusions, as `logic.different_answers` makes steps.

        In a pick-one question any two answers are one step apart. So each option matters as soon as the question
        does: where two answers lead apart, a third can't lead to the same as both of them.
        """
        of = self._rubric.questions[question]
        if of.pick == "one":
            return self.question_matters(question)
        with self._diagrams.query():
            domain = self._drawing.domain(of)
            self._diagrams.spend(domain.kinds)
        alike = (question, domain.alike(option))
        if alike not in self._options:
            self._options[alike] = self._differ(of, domain.steps(option))
        return self._options[alike]

    def closed_by(self, question: str, gate: Gate) -> Picks | None:
        """An answer to a question that closes a gate by keeping others from being asked; None where there is none.

        With it the gate is false on every sheet, and it would not be if the questions whose being asked depends on
        this one were asked all the same. Of several the one with the fewest picks, and then the first in the rubric's
        order. None for the opening question.
        """
        of = self._rubric.questions[question]
        drawn = self._drawn(gate)
        with self._diagrams.query():
            return None if of.opening else next(self._closing(of, gate, drawn), None)

    def _closing(self, question: Question, gate: Gate, drawn: int) -> Iterator[Picks]:
        level, restrict = self._drawing.levels[question.id], self._diagrams.restrict
        depending = self._drawing.depending_on(question)
        if not depending:
            return
        asked = self._drawing.asked(question)
        opened = self._diagrams.both(asked, drawn)
        for number, picks in enumerate(self._drawing.domain(question).answers):
            if restrict(opened, level, number) == FALSE:
                anyway = self._diagrams.both(asked, self._drawing.rule(gate, depending))
                if restrict(anyway, level, number) != FALSE:
                    yield picks

    def _drawn(self, rule: AnyRule) -> int:
        """Draw a rule, in a query of its own. What proves too large is so for good: the budget does not grow."""
        if id(rule) not in self._rules:
            self._rules[id(rule)] = rule, None  # as long as it is kept, no other has its identity
            with self._diagrams.query():
                self._rules[id(rule)] = rule, self._drawing.rule(rule)
        _, drawn = self._rules[id(rule)]
        if drawn is None:
            raise NotProved
        return drawn

    def _differ(self, question: Question, steps: Collection[Step]) -> bool:
        """Whether some conclusion differs between the two classes of one of these steps, all other answers the same.

        The answers to questions that are asked after only one of the two make no difference after the other.
        Raises `NotProved` only where no other conclusion shows it.
        """
        not_proved = None
        for conclusion in self._conclusions(question, steps):
            try:
                if conclusion():
                    return True
            except NotProved as spent:
                not_proved = spent
        if not_proved:
            raise not_proved
        return False

    def _conclusions(self, question: Question, steps: Collection[Step]) -> Iterator[Callable[[], bool]]:
        """What can show that a question matters: each finding and each gate that depends on it."""
        level = self._drawing.levels[question.id]
        for finding in self._findings():
            if question.id in self._drawing.reads(finding):
                yield partial(self._changes_finding, finding, level, steps)
        for number, gate in enumerate(self._rubric.gates):
            if question.id in self._drawing.reads(gate):
                yield partial(self._changes_stage, number, level, steps)

    def _changes_finding(self, finding: Finding, level: int, steps: Collection[Step]) -> bool:
        drawn = self._drawn(finding)
        with self._diagrams.query():
            return any(self._telling(drawn, level, steps))

    def _changes_stage(self, number: int, level: int, steps: Collection[Step]) -> bool:
        """Whether a step passes a gate, and all below, on one side only.

        Where two sheets end in different stages, that is so of the lowest gate in which they differ.
        """
        *below, gate = [self._drawn(each) for each in self._rubric.gates[: number + 1]]
        with self._diagrams.query():
            return any(
                self._passes_only(here, there, level, below, gate)
                for step in self._telling(gate, level, steps)
                for here, there in permutations(step)
            )

    def _passes_only(self, here: int, there: int, level: int, below: list[int], gate: int) -> bool:
        restrict = self._diagrams.restrict
        failed = self._diagrams.opposite(restrict(gate, level, there))
        only_here = self._diagrams.both(restrict(gate, level, here), failed)
        return self._search.values([*(restrict(each, level, here) for each in below), only_here]) is not None

    def _telling(self, rule: int, level: int, steps: Collection[Step]) -> Iterator[Step]:
        """The steps that can make a difference to a rule."""
        nodes = self._diagrams.by_level(rule).get(level, ())
        self._diagrams.spend(len(steps) * len(nodes) // STEPS)
        return ((one, other) for one, other in steps if any(node[one] != node[other] for node in nodes))

    def _findings(self) -> Iterator[Finding]:
        return (finding for _, finding in self._rubric.each_finding())

    @cached_property
    def _asked(self) -> dict[str, int]:
        """The diagrams of when each question is asked."""
        with self._diagrams.query():
            return {question.id: self._drawing.asked(question) for question in self._rubric.questions.values()}

    def _sheet(self, values: Mapping[int, int] | None) -> Sheet | None:
        """A complete sheet with these classes of answers by level; None where there are none.

        Every other question that is asked is answered by its first option.
        """
        if values is None:
            return None
        asked = self._asked
        with self._diagrams.query():
            self._diagrams.spend(len(asked) // STEPS)
            applies = {each: self._diagrams.holds(each, values) for each in set(asked.values())}
        return {
            question.id: self._answer(question, values.get(self._drawing.levels[question.id]))
            for question in self._rubric.questions.values()
            if applies[asked[question.id]]
        }

    def _answer(self, question: Question, number: int | None) -> Picks:
        """The answer that stands for a class, the first option where none is given."""
        return (question.options[0].id,) if number is None else self._drawing.domain(question).answers[number]
