"""Who answers in every export: the owners of the cases, one who left half-way, and one who only opened the form."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sixstages import Answers, assess, load_rubric, read_answers
from sixstages.rubric import DONT_KNOW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sixstages import Assessment, Rubric
    from sixstages.logic import Picks

ROOT = Path(__file__).parents[2]
CASES = 40
"""How many of the cases there are in each export, by name."""

LEFT_HALF_WAY = "atelie-jacaranda"
"""Whose first answers are those of the owner who left half-way; a free text is among them."""
HALF_WAY = 12
FIRST_DAY = datetime(2026, 11, 2, 8, 4, 30)  # noqa: DTZ001 - the tools write the time of a place, without its name
BETWEEN_TWO = timedelta(hours=5, minutes=17)
TAKES = timedelta(minutes=9)


class Owner(NamedTuple):
    """One who answers; `picks` are option ids in the rubric's order, or "don't know"."""

    number: int
    id: str
    name: str
    picks: Mapping[str, Picks]
    finished: bool = True

    @property
    def email(self) -> str:
        """An address that nobody can have."""
        return f"{self.id}@example.org"

    @property
    def started(self) -> datetime:
        """When the form was opened."""
        return FIRST_DAY + self.number * BETWEEN_TWO

    @property
    def ended(self) -> datetime:
        """When the form was sent, or left."""
        return self.started + TAKES


def owners() -> list[Owner]:
    """Return the owners in the order of the rows."""
    rubric = load_rubric(ROOT)
    found = [_owner(number, path, rubric) for number, path in enumerate(_cases(), 1)]
    earlier = next(owner for owner in found if owner.id == LEFT_HALF_WAY)
    first = {each: earlier.picks[each] for each in list(rubric.questions)[:HALF_WAY] if each in earlier.picks}
    left = Owner(len(found) + 1, "left-half-way", "Ravintola Kuusi", first, finished=False)
    return [*found, left, Owner(len(found) + 2, "only-opened", "Taller Quispe", {}, finished=False)]


def assessed(owner: Owner, rubric: Rubric) -> Assessment:
    """Return what an owner's answers say, one by one."""
    definite = {question: picks for question, picks in owner.picks.items() if picks != (DONT_KNOW,)}
    return assess(rubric, Answers(answers=definite, dont_know=frozenset(owner.picks.keys() - definite.keys())))


def _cases() -> Iterator[Path]:
    yield from sorted(ROOT.joinpath("cases").glob("*.yaml"))[:CASES]


def _owner(number: int, path: Path, rubric: Rubric) -> Owner:
    answers = read_answers(path, rubric)
    unknown = dict.fromkeys(answers.dont_know, (DONT_KNOW,))
    return Owner(number, path.stem, answers.name, {**answers.answers, **unknown})
