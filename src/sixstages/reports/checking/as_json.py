"""The check as JSON: for scripts. `sixstages schema check` describes it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sixstages.reports.as_json import keyed
from sixstages.reports.checking.counting import count
from sixstages.reports.checking.machine import written

if TYPE_CHECKING:
    from sixstages.checks.checked import Checked


def report(checked: Checked, /) -> str:
    """Give what was found as a JSON object."""
    known = checked.rubric is not None
    return written(
        {
            "format": 1,
            "folder": checked.folder,
            "rubric": {"id": checked.rubric, "version": checked.version} if known else None,
            "problems": keyed(checked.problems),
            "errors": count(checked.problems, "error"),
            "warnings": count(checked.problems, "warning"),
            "stages": [asdict(each) for each in checked.shares],
        }
    )
