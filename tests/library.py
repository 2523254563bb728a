"""The rubric in `data/library`, about another subject than the shipped one, and answers to it."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sixstages import assess, load_rubric, read_answers

if TYPE_CHECKING:
    from sixstages import Answers, Assessment, Rubric

FOLDER = Path(__file__).parent / "data" / "library"
CASES = sorted(path.stem for path in (FOLDER / "cases").glob("*.yaml"))


@cache
def library() -> Rubric:
    """Load the rubric."""
    return load_rubric(FOLDER)


def case(name: str) -> Path:
    """Give the path of an answers file."""
    return FOLDER / "cases" / f"{name}.yaml"


def sheet(name: str) -> Answers:
    """Read an answers file."""
    return read_answers(case(name), library())


def assessed(name: str) -> Assessment:
    """Assess an answers file."""
    return assess(library(), sheet(name))
