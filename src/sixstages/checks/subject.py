"""What the rules of a check look at: the rubric with the places of its parts, its cases, and what is proved of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from sixstages.answers import understand
from sixstages.assessment import assess
from sixstages.documents import read
from sixstages.errors import ProblemsFound
from sixstages.proofs import Proofs

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.answers import Answers
    from sixstages.assessment import Assessment
    from sixstages.errors import Problem
    from sixstages.nodes import Document
    from sixstages.rubric import Rubric
    from sixstages.rubric_files import Questions, Stages

CASES = "cases"
"""The folder, within a rubric's, of answers files with the verdict that they must get."""


class Case(NamedTuple):
    """An answers file in `cases/`, and what it gets."""

    document: Document
    answers: Answers
    assessment: Assessment


class Subject:
    """A rubric that could be loaded, its files and its cases."""

    def __init__(
        self, folder: Path, rubric: Rubric, stages: Stages, questions: Questions, cases: tuple[Case, ...]
    ) -> None:
        """Keep what was read; what is to be proved is proved when it is asked for."""
        self.folder, self.rubric, self.stages, self.questions, self.cases = folder, rubric, stages, questions, cases

    @cached_property
    def proofs(self) -> Proofs:
        """What follows from the rubric, whatever is answered."""
        return Proofs(self.rubric)


def golden_cases(folder: Path, rubric: Rubric) -> tuple[tuple[Case, ...], list[Problem]]:
    """Read and assess the cases of a rubric; one that can't be used is left out, and its problems are given."""
    cases: list[Case] = []
    problems: list[Problem] = []
    for path in sorted(folder.joinpath(CASES).glob("*.yaml")):
        try:
            document = read(path)
            answers = understand(document, rubric)
        except ProblemsFound as found:
            problems += found.problems
        else:
            cases.append(Case(document, answers, assess(rubric, answers)))
            problems += cases[-1].assessment.warnings
    return tuple(cases), problems
