"""What is to be proved, found out the long way: by looking at every complete sheet of a small rubric."""

from __future__ import annotations

from functools import cached_property
from itertools import combinations
from operator import methodcaller
from typing import TYPE_CHECKING

from sixstages.rubric import Rubric
from tests.engine.reference import World, complete_sheets, every_answer, next_to

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sixstages.rubric import Condition, Finding, Gate, Question
    from tests.engine.reference import Sheet

    Picks = tuple[str, ...]


class Everything:
    """Every complete sheet of a rubric, and what each of them says."""

    def __init__(self, rubric: Rubric) -> None:
        """List the sheets."""
        self.rubric = rubric
        self.worlds = [World(rubric, sheet) for sheet in complete_sheets(rubric, {})]
        self._known: dict[int, list[bool]] = {}

    @cached_property
    def rules(self) -> list[Gate | Finding]:
        """Every gate and every finding."""
        return rules_of(self.rubric)

    @cached_property
    def conditions(self) -> list[Condition]:
        """Every condition that the rubric writes down, and each row of one as a condition of its own."""
        whole = conditions_of(self.rubric)
        return [*whole, *((row,) for condition in whole for row in condition)]

    def with_rules(self, *rules: Gate | Finding) -> list[Sheet]:
        """Collect the sheets on which all of these rules hold."""
        marks = zip(*(self._marks(rule, methodcaller("met", rule)) for rule in rules), strict=True)
        return [world.sheet for world, each in zip(self.worlds, marks, strict=True) if all(each)]

    def without_rule(self, rule: Gate | Finding) -> list[Sheet]:
        """Collect the sheets on which a rule does not hold."""
        return [world.sheet for world in self.worlds if not world.met(rule)]

    def by_truth(self, condition: Condition) -> tuple[list[Sheet], list[Sheet]]:
        """Collect the sheets on which a condition is true, and those on which it is false."""
        marks = list(zip(self.worlds, self.truths(condition), strict=True))
        return [world.sheet for world, true in marks if true], [world.sheet for world, true in marks if not true]

    def truths(self, condition: Condition) -> list[bool]:
        """Say of each sheet whether a condition is true on it."""
        return self._marks(condition, methodcaller("holds", condition))

    def _marks(self, thing: object, holds: Callable[[World], bool]) -> list[bool]:
        if id(thing) not in self._known:
            self._known[id(thing)] = [holds(world) for world in self.worlds]
        return self._known[id(thing)]

    @cached_property
    def telling(self) -> set[tuple[str, Picks, Picks]]:
        """The answers to a question that lead to different conclusions, all questions asked in both cases the same."""
        concluded = [(world.sheet, self._conclusions(world)) for world in self.worlds]
        return {
            (question, one[question], other[question])
            for (one, at_one), (other, at_other) in combinations(concluded, 2)
            if at_one != at_other
            for question in _only_difference(one, other)
        }

    def question_matters(self, question: str) -> bool:
        """Say whether two answers to it lead to different conclusions."""
        return any(each == question for each, _, _ in self.telling)

    def option_matters(self, question: str, option: str) -> bool:
        """Say whether picking this option, or no longer picking it, as one step leads to different conclusions."""
        return any(
            each == question
            and option in set(one) ^ set(other)
            and next_to(self.rubric.questions[question], one, other)
            for each, one, other in self.telling
        )

    def closed_by(self, question: Question, gate: Gate) -> Picks | None:
        """Find the answer that closes a gate by ruling others out: that with fewest picks, then the first."""
        if question.opening:
            return None
        waiting = _waiting_for(self.rubric, question.id)
        opened = Everything(_always_asked(self.rubric, waiting)) if waiting else self
        answers = sorted(
            every_answer(question), key=lambda picks: (len(picks), [question.rank[each] for each in picks])
        )
        passing, open_to = self.passing(question.id, gate), opened.passing(question.id, gate)
        return next((answer for answer in answers if answer in open_to and answer not in passing), None)

    def passing(self, question: str, gate: Gate) -> set[Picks | None]:
        """Collect the answers to a question with which a gate can hold."""
        return {sheet.get(question) for sheet in self.with_rules(gate)}

    def _conclusions(self, world: World) -> tuple[int, list[bool]]:
        return world.stage(), [world.met(finding) for _, finding in self.rubric.each_finding()]


def rules_of(rubric: Rubric) -> list[Gate | Finding]:
    """Every gate and every finding of a rubric."""
    return [*rubric.gates, *(finding for _, finding in rubric.each_finding())]


def conditions_of(rubric: Rubric) -> list[Condition]:
    """Every condition that a rubric writes down: of signs, and of skip logic."""
    signs = [sign.when for rule in rules_of(rubric) for sign in rule.signs]
    return signs + [question.ask_if for question in rubric.questions.values() if question.ask_if]


def _only_difference(one: Sheet, other: Sheet) -> Iterator[str]:
    """Yield the question answered differently, if that is a single one of those asked in both."""
    different = [question for question in one if question in other and one[question] != other[question]]
    if len(different) == 1:
        yield from different


def _waiting_for(rubric: Rubric, question: str) -> set[str]:
    """Collect the questions whose skip logic reads a question, and those whose skip logic reads these, and so on."""
    waiting: set[str] = set()
    for each in rubric.questions.values():
        read = {test.question for row in each.ask_if or () for test in row}
        if read & {question, *waiting}:
            waiting.add(each.id)
    return waiting


def _always_asked(rubric: Rubric, questions: set[str]) -> Rubric:
    """Take the skip logic away from these questions."""
    written = rubric.model_dump()
    for section in written["sections"]:
        for question in section["questions"]:
            if question["id"] in questions:
                question["ask_if"] = None
    return Rubric.model_validate(written)
