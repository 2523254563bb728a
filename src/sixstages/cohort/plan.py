"""What has to be worked out for the rows of a rubric: its conditions as formulas.

Columns are called by what they hold: `low:X` and `high:X` are the truth of X where everything unknown counts as false
and as true. X is the id of a sign, or `gate:STAGE`, `finding:ID`, `asked:QUESTION`. `applies:X` says of a finding's
sign, and of the finding, whether it applies.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sixstages.cohort.flips import flips
from sixstages.cohort.formulas import Formula, Hits, Joined, World, either

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sixstages.rubric import Finding, Gate, Rubric


class Plan:
    """The formulas of a rubric by the names of their columns, and the columns that its tests get."""

    def __init__(self, rubric: Rubric) -> None:
        """Write every condition as formulas."""
        self.rubric = rubric
        self.gates = {f"gate:{stage.id}": stage.gate for stage in rubric.stages if stage.gate}
        self.findings = {f"finding:{finding.id}": finding for _, finding in rubric.each_finding()}
        self.rules: Mapping[str, Gate | Finding] = {**self.gates, **self.findings}
        self._low = World(rubric, lambda test: test, _asked_for_certain)
        self._high = World(rubric, lambda test: either((test, f"blank:{test.question}")), _asked_perhaps)
        self.asked = dict(self._asked())
        self.signs = dict(self._signs())
        self.flips = {name: list(flips(rubric, gate, _asked_for_certain)) for name, gate in self.gates.items()}
        self.tests = {test: f"test:{number}" for number, test in enumerate(dict.fromkeys(self._tests()))}

    def worlds(self, rule: str) -> tuple[str, ...]:
        """Name what is worked out of a rule and of its signs."""
        return ("low", "high", "applies") if rule in self.findings else ("low", "high")

    def asked_in_turn(self) -> list[list[str]]:
        """List the columns of whether questions are asked, those together that can be worked out at the same time."""
        depths: dict[str, int] = {}  # how many `ask_if`s stand behind each other before a question is asked
        turns: dict[int, list[str]] = {}
        for question in self.rubric.questions.values():
            condition = question.ask_if or ()
            depth = max((1 + depths[test.question] for row in condition for test in row), default=0)
            depths[question.id] = depth
            turns.setdefault(depth, []).extend((_asked_for_certain(question.id), _asked_perhaps(question.id)))
        return [turns[depth] for depth in sorted(turns) if depth]

    def _asked(self) -> Iterator[tuple[str, Formula]]:
        for question in self.rubric.questions.values():
            if question.ask_if:
                yield _asked_for_certain(question.id), self._low.holds(question.ask_if)
                yield _asked_perhaps(question.id), self._high.holds(question.ask_if)

    def _signs(self) -> Iterator[tuple[str, Formula]]:
        for name, rule in self.rules.items():
            for sign in rule.signs:
                yield f"low:{sign.id}", self._low.holds(sign.when)
                yield f"high:{sign.id}", self._high.holds(sign.when)
                if name in self.findings:
                    yield f"applies:{sign.id}", self._high.applies(sign.when)

    def _tests(self) -> Iterator[Hits]:
        flips = (flip for each in self.flips.values() for flip in each)
        in_flips = chain.from_iterable((flip.possible, *(formula for _, formula in flip.signs)) for flip in flips)
        waiting: list[Formula] = [*in_flips, *self.asked.values(), *self.signs.values()]
        seen: set[Formula] = set()
        while waiting:
            formula = waiting.pop()
            if isinstance(formula, Hits):
                yield formula
            elif isinstance(formula, Joined) and formula not in seen:
                seen.add(formula)
                waiting += formula.parts


def _asked_for_certain(question: str) -> str:
    return f"low:asked:{question}"


def _asked_perhaps(question: str) -> str:
    return f"high:asked:{question}"
