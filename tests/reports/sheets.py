"""Every case in the repository, assessed, in each language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from sixstages import Answers, Assessment, Rubric, assess, read_answers
from sixstages.loading import Editions
from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CASES = sorted((ROOT / "cases").glob("*.yaml"))
_EDITIONS = Editions(ROOT)

Sheet = tuple[Assessment, Rubric, Answers]


@cache
def assessed(case: Path, language: str = "en") -> Sheet:
    """Assess a case by the rubric in a language."""
    rubric = _EDITIONS.edition(language).rubric
    answers = read_answers(case, rubric)
    return assess(rubric, answers), rubric, answers
