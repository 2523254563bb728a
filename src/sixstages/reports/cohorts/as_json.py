"""The cohort as JSON: for scripts, the same keys, ids and numbers in every language.

In `groups` a `label` is the cell that the rows share; where `folded` is not 0, so many small groups are told as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports.as_json import keyed
from sixstages.reports.checking.machine import written

if TYPE_CHECKING:
    from sixstages.cohort.figures import Cohort
    from sixstages.rubric import Rubric


def report(cohort: Cohort, _rubric: Rubric, _columns: int, /) -> str:
    """Give a cohort as a JSON object."""
    return written(keyed(vars(cohort)))
