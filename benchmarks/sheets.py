"""Answer sheets to measure with: the cases of the rubric, and random ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sixstages import Answers, read_answers
from sixstages.logic import Reading

if TYPE_CHECKING:
    from random import Random

    from sixstages import Rubric
    from sixstages.rubric import Question

CASES = Path(__file__).resolve().parent.parent / "cases"
SEED = 6
"""The seed of every run over random sheets, so that its figures can be compared with the last one's."""


def case_sheets(rubric: Rubric) -> list[Answers]:
    """Read every case, in the order of their file names. Raises ProblemsFound."""
    return [read_answers(case, rubric) for case in sorted(CASES.glob("*.yaml"))]


def random_sheet(rubric: Rubric, random: Random) -> Answers:
    """Answer each question that is asked by chance, in the file's order, never with "don't know".

    A pick-one answer is uniform over the options. A pick-many one is an `alone` option with probability 1/4, else
    a coin decides on each pick, again while none is picked.
    """
    picked: dict[str, tuple[str, ...]] = {}
    for question in rubric.questions.values():
        if Reading(rubric, picked).asked(question.id) is not False:
            picked[question.id] = _random_answer(question, random)
    return Answers(answers=picked)


def _random_answer(question: Question, random: Random) -> tuple[str, ...]:
    if question.pick == "one":
        return (random.choice(question.options).id,)
    if random.random() < 1 / 4:
        return (random.choice([option for option in question.options if option.alone]).id,)
    picks: tuple[str, ...] = ()
    while not picks:
        picks = tuple(option.id for option in question.options if not option.alone and random.random() < 1 / 2)
    return picks
