"""The check as JSON: for scripts. `sixstages schema check` describes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sixstages.reports.checking.counting import count
from sixstages.reports.checking.machine import written

if TYPE_CHECKING:
    from sixstages.checks.checked import Checked
    from sixstages.errors import Place, Problem


def report(checked: Checked, /) -> str:
    """Give what was found as a JSON object."""
    known = checked.rubric is not None
    return written(
        {
            "format": 1,
            "folder": checked.folder,
            "rubric": {"id": checked.rubric, "version": checked.version} if known else None,
            "problems": [_problem(each) for each in checked.problems],
            "errors": count(checked.problems, "error"),
            "warnings": count(checked.problems, "warning"),
            "stages": [asdict(each) for each in checked.shares],
        }
    )


def _problem(found: Problem) -> dict[str, object]:
    return {
        "code": found.code,
        "severity": found.severity,
        "message": found.message,
        "remedy": found.remedy,
        "place": _place(found.place) if found.place else None,
        "also": [_place(each) for each in found.also],
    }


def _place(place: Place) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
