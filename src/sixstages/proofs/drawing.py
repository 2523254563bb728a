"""From a rubric to diagrams: conditions, rules and stages as functions of the answers.

The variables are the questions, their values the classes of their answers; a question stands below those that its
`ask_if` reads. Every question is taken as answered, also where it is not asked: a test counts only together with the
`ask_if` of its question, so an answer to a question that is not asked makes no difference. Each complete sheet is then
one or more choices of values, and what holds for all choices holds for all complete sheets. Only where sheets are
counted does a question that is not asked need a value of its own.
"""

from __future__ import annotations

from functools import cached_property, reduce
from typing import TYPE_CHECKING

from sixstages.diagrams import FALSE, TRUE
from sixstages.logic import passes, questions_read, with_ask_ifs
from sixstages.proofs.domains import domain_of
from sixstages.proofs.ordering import in_good_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from sixstages.diagrams import Diagrams
    from sixstages.proofs.domains import Domain
    from sixstages.rubric import Condition, Finding, Gate, Question, Rubric, Test

    AnyRule = Gate | Finding

NONE_OF_THEM: frozenset[str] = frozenset()


class Drawing:
    """Draws what a rubric says, each part of it once.

    `anyway` names questions that are taken as asked, whatever their `ask_if` says.
    """

    def __init__(self, rubric: Rubric, diagrams: Diagrams) -> None:
        """Keep both; everything is drawn when it is asked for."""
        self._rubric, self._diagrams = rubric, diagrams
        self.questions = in_good_order(rubric)
        self.levels = {question.id: level for level, question in enumerate(self.questions)}
        self._tests = _tests(rubric)
        self._domains: dict[str, Domain] = {}
        self._reads: dict[int, set[str]] = {}
        self._depending: dict[str, frozenset[str]] = {}
        self._kept: dict[int, object] = {}

    def domain(self, question: Question) -> Domain:
        """The classes of answers to a question, which are the values of its variable."""
        if question.id not in self._domains:
            tests = self._tests.get(question.id, ())
            self._domains[question.id] = domain_of(question, tests, self._diagrams.spend)
        return self._domains[question.id]

    @cached_property
    def sizes(self) -> list[tuple[int, ...]]:
        """By level how many answers each class of a question holds; not to be asked is one more for it."""
        return [(*self.domain(each).sizes, 1) if each.ask_if else self.domain(each).sizes for each in self.questions]

    def asked(self, question: Question, anyway: frozenset[str] = NONE_OF_THEM) -> int:
        """Draw when a question is asked."""
        return self.condition(question.ask_if, anyway) if question.ask_if and question.id not in anyway else TRUE

    def condition(self, condition: Condition, anyway: frozenset[str] = NONE_OF_THEM) -> int:
        """Draw when a condition is true."""
        return self._once(condition, anyway, lambda: self._rows(condition, lambda test: self._test(test, anyway)))

    def rule(self, rule: AnyRule, anyway: frozenset[str] = NONE_OF_THEM) -> int:
        """Draw when a rule is true."""
        return self._once(rule, anyway, lambda: self._rule(rule, anyway))

    def sheets(self) -> int:
        """Draw the complete sheets: where a question has the value for not being asked just where it is not asked."""
        return self._diagrams.named("sheets", self._sheets)

    def reads(self, rule: AnyRule) -> set[str]:
        """The questions that a rule depends on, itself or through their `ask_if`s."""
        self._kept[id(rule)] = rule
        if id(rule) not in self._reads:
            read = {question for sign in rule.signs for question in questions_read(sign.when)}
            self._reads[id(rule)] = with_ask_ifs(self._rubric, read)
        return self._reads[id(rule)]

    def depending_on(self, question: Question) -> frozenset[str]:
        """The questions whose being asked depends on the answer to this one."""
        if question.id not in self._depending:
            self._diagrams.spend(len(self._reads_of_ask_ifs) // 4)
            found = {question.id}
            for each, read in self._reads_of_ask_ifs.items():
                if not found.isdisjoint(read):
                    found.add(each)
            self._depending[question.id] = frozenset(found - {question.id})
        return self._depending[question.id]

    @cached_property
    def _reads_of_ask_ifs(self) -> dict[str, list[str]]:
        """What the `ask_if` of each question that has one reads, in the rubric's order."""
        return {each.id: questions_read(each.ask_if) for each in self._rubric.questions.values() if each.ask_if}

    def _once(self, thing: Condition | AnyRule | Test, anyway: frozenset[str], draw: Callable[[], int]) -> int:
        """Draw a part of the rubric, known by its identity: comparing it would take longer than drawing it."""
        self._kept[id(thing)] = thing  # as long as it is kept, no other has its identity
        return self._diagrams.named((id(thing), anyway), draw)

    def _rule(self, rule: AnyRule, anyway: frozenset[str]) -> int:
        in_order = sorted(rule.signs, key=lambda sign: self._lowest(sign.when), reverse=True)
        signs = {sign.id: self.condition(sign.when, anyway) for sign in in_order}
        parts = (reduce(self._diagrams.either, (signs[sign] for sign in part.of), FALSE) for part in rule.each_of)
        return reduce(self._diagrams.both, parts, self._at_least(rule.needs, signs.values()))

    def _lowest(self, condition: Condition) -> int:
        """The deepest level that a condition names; to count from there upwards leaves less to be drawn anew."""
        return max(self.levels[question] for question in questions_read(condition))

    def _at_least(self, number: int, signs: Iterable[int]) -> int:
        """Draw when so many of these hold: one after the other, for each number of them up to this one."""
        counted = [TRUE, *[FALSE] * number]
        for sign in signs:
            self._diagrams.spend(number)
            for held in range(number, 0, -1):
                one_more = self._diagrams.both(sign, counted[held - 1])
                counted[held] = self._diagrams.either(counted[held], one_more)
        return counted[number]

    def _rows(self, condition: Condition, draw: Callable[[Test], int]) -> int:
        rows = (reduce(self._diagrams.both, map(draw, row), TRUE) for row in condition)
        return reduce(self._diagrams.either, rows, FALSE)

    def _test(self, test: Test, anyway: frozenset[str]) -> int:
        question = self._rubric.questions[test.question]
        passed = self._once(test, NONE_OF_THEM, lambda: self._node(question, self._passed(test, question)))
        return self._diagrams.both(self.asked(question, anyway), passed)

    def _passed(self, test: Test, question: Question) -> tuple[int, ...]:
        return tuple(int(passes(test, picks, question)) for picks in self.domain(question).answers)

    def _node(self, question: Question, branches: tuple[int, ...]) -> int:
        return self._diagrams.node(self.levels[question.id], branches)

    def _sheets(self) -> int:
        """Put the questions together from the last one up: what was drawn before then is left as it is."""
        return reduce(self._diagrams.both, (self._fits(each) for each in reversed(self.questions) if each.ask_if), TRUE)

    def _fits(self, question: Question) -> int:
        """Draw that a question has the value for not being asked just where it is not asked."""
        size = len(self.domain(question).sizes)
        there = self._node(question, (*[TRUE] * size, FALSE))
        away = self._node(question, (*[FALSE] * size, TRUE))
        return self._diagrams.choose(self._rows(question.ask_if or (), self._test_where_asked), there, away)

    def _test_where_asked(self, test: Test) -> int:
        question = self._rubric.questions[test.question]
        passed = self._passed(test, question)
        return self._node(question, (*passed, FALSE) if question.ask_if else passed)


def _tests(rubric: Rubric) -> dict[str, list[Test]]:
    """Every test of the rubric by its question, equal ones once."""
    tests: dict[str, dict[tuple[str, tuple[str, ...], int | None], Test]] = {}
    for condition in _conditions(rubric):
        for row in condition:
            for test in row:
                tests.setdefault(test.question, {})[test.operator, test.options, test.number] = test
    return {question: list(each.values()) for question, each in tests.items()}


def _conditions(rubric: Rubric) -> Iterator[Condition]:
    yield from (sign.when for gate in rubric.gates for sign in gate.signs)
    yield from (sign.when for _, finding in rubric.each_finding() for sign in finding.signs)
    yield from (question.ask_if for question in rubric.questions.values() if question.ask_if)
