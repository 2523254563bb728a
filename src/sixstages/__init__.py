"""Which of the stages of a rubric a set of answers stands at, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sixstages.answers import Answers, read_answers
    from sixstages.assessment import Assessment, assess
    from sixstages.errors import Problem, ProblemsFound
    from sixstages.loading import load_rubric
    from sixstages.rubric import Rubric

__all__ = ["Answers", "Assessment", "Problem", "ProblemsFound", "Rubric", "assess", "load_rubric", "read_answers"]

__version__ = "0.1.0"

_HOMES = {
    "Answers": "answers",
    "Assessment": "assessment",
    "Problem": "errors",
    "ProblemsFound": "errors",
    "Rubric": "rubric",
    "assess": "assessment",
    "load_rubric": "loading",
    "read_answers": "answers",
}

if not TYPE_CHECKING:  # a type checker would take it for a promise of every name

    def __getattr__(name: str) -> object:
        """Import a public name when it is first used: the command line is quick because it starts with none."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module  # noqa: PLC0415 - as late as what it is for

        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
