"""The engine as its tests call it: plain answers in, an assessment out."""

from __future__ import annotations

from sixstages.answers import Answers
from sixstages.assessment import Assessment, assess
from sixstages.rubric import Rubric
from tests.engine.reference import Sheet

Case = tuple[Rubric, list[Sheet]]
"""A rubric, and some sheets for it."""


def judged(rubric: Rubric, sheet: Sheet, dont_know: frozenset[str] = frozenset()) -> Assessment:
    """Assess plain answers."""
    return assess(rubric, Answers(answers=sheet, dont_know=dont_know))
