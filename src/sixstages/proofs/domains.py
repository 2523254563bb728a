"""The answers to a question, in classes of those that every test of the rubric takes for the same."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from math import comb, prod
from typing import TYPE_CHECKING, NamedTuple

from sixstages.logic import passes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from sixstages.logic import Picks
    from sixstages.rubric import Question, Test

    Counts = tuple[int, ...]
    """A set of picks: how many there are of each group of options."""


_WORK = 10
_WORK_OF_TEST = 2
_COMPARED = 32
"""What it costs to look at an answer, to put one test to it, and how many options it compares at a cost of one more.

All in branches of a diagram, see `diagrams`.
"""


@dataclass(frozen=True)
class Domain:
    """The classes of answers to a question.

    `answers` holds one answer of each class, the one with the fewest picks and then the first in the rubric's order,
    by which the classes are ordered too; so the first is that of the first option alone. `sizes` holds how many
    answers are in each class.
    """

    answers: tuple[Picks, ...]
    sizes: tuple[int, ...]
    _groups: Mapping[str, int]
    _classes: Mapping[Counts | str, int]

    @property
    def kinds(self) -> int:
        """How many answers were looked at, of which each stands for those that differ in nothing that counts."""
        return len(self._classes)

    def alike(self, option: str) -> int | str:
        """What an option shares with those that every test takes for the same; `alone` ones have it for themselves."""
        return self._groups.get(option, option)

    def steps(self, option: str) -> set[tuple[int, int]]:
        """The classes of every two answers to a pick-many question that are one step apart by this option.

        A step is one pick more or less, as `logic.different_answers` makes them; without any pick one comes to each
        `alone` option, and from there to any single pick or another `alone` option.
        """
        alone = [number for key, number in self._classes.items() if isinstance(key, str) and key != option]
        if option in self._classes:
            single = [number for key, number in self._classes.items() if not isinstance(key, str) and sum(key) == 1]
            return {(self._classes[option], number) for number in (*alone, *single)}
        group = self._groups[option]
        pairs = set()
        for counts, number in self._classes.items():
            if not isinstance(counts, str) and counts[group]:
                fewer = (*counts[:group], counts[group] - 1, *counts[group + 1 :])
                pairs |= {(number, other) for other in ([self._classes[fewer]] if any(fewer) else alone)}
        return pairs


class _Group(NamedTuple):
    """Options that every test takes for the same; `named` is whether there is a test that names them."""

    options: list[str]
    named: bool

    @property
    def numbers(self) -> range:
        """How many of them may be picked; of options that no test names it only counts whether there is one."""
        return range(len(self.options) + 1 if self.named else 2)

    def ways(self) -> list[int]:
        """In how many ways each of these numbers can be picked."""
        size = len(self.options)
        return [comb(size, number) for number in self.numbers] if self.named else [1, 2**size - 1]


class _Entry(NamedTuple):
    """Answers that differ in nothing that counts: what they are known by, one of them, and how many they are."""

    key: Counts | str
    picks: Picks
    ways: int


def domain_of(question: Question, tests: Sequence[Test], spend: Callable[[int], None]) -> Domain:
    """Sort the answers to a question by what these tests say of them; `spend` is told the work beforehand."""
    many = question.pick == "many"
    alone = [option.id for option in question.options if option.alone or not many]
    groups = _groups([option.id for option in question.options if many and not option.alone], tests)
    compared = len(question.options) * sum(len(test.options) for test in tests)
    work = _WORK + _WORK_OF_TEST * len(tests) + compared // _COMPARED
    spend(work * (len(alone) + prod(len(group.numbers) for group in groups)))
    entries = sorted(_entries(alone, groups, question), key=lambda entry: _order(entry.picks, question))
    classes: dict[tuple[bool, ...], list[_Entry]] = {}
    for entry in entries:
        classes.setdefault(tuple(passes(test, entry.picks, question) for test in tests), []).append(entry)
    return Domain(
        answers=tuple(alike[0].picks for alike in classes.values()),
        sizes=tuple(sum(entry.ways for entry in alike) for alike in classes.values()),
        _groups={option: number for number, group in enumerate(groups) for option in group.options},
        _classes={entry.key: number for number, alike in enumerate(classes.values()) for entry in alike},
    )


def _groups(options: Sequence[str], tests: Sequence[Test]) -> list[_Group]:
    """Put together the options that the same tests name."""
    naming: dict[str, list[int]] = {}
    for number, test in enumerate(tests):
        for option in test.options:
            naming.setdefault(option, []).append(number)
    groups: dict[tuple[int, ...], list[str]] = {}
    for option in options:
        groups.setdefault(tuple(naming.get(option, ())), []).append(option)
    return [_Group(alike, named=bool(by)) for by, alike in groups.items()]


def _entries(alone: Sequence[str], groups: Sequence[_Group], question: Question) -> Iterator[_Entry]:
    yield from (_Entry(option, (option,), 1) for option in alone)
    all_ways = [group.ways() for group in groups]
    for counts in product(*(group.numbers for group in groups)):
        if any(counts):
            picked = [option for group, number in zip(groups, counts, strict=True) for option in group.options[:number]]
            ways = prod(ways[number] for ways, number in zip(all_ways, counts, strict=True))
            yield _Entry(counts, tuple(sorted(picked, key=question.rank.__getitem__)), ways)


def _order(picks: Picks, question: Question) -> tuple[int, list[int]]:
    return len(picks), [question.rank[option] for option in picks]
