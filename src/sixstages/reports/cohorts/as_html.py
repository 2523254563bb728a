"""The cohort as one HTML file that needs nothing else: what the text report says, with bars and shaded tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports.as_html import filled_in
from sixstages.reports.cohorts import pictures
from sixstages.reports.cohorts.story import Bar, Look, tell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sixstages.cohort.figures import Cohort
    from sixstages.rubric import Rubric

SAMPLES: Mapping[Look, Bar] = {"full": Bar(1, 0, 1), "open": Bar(0, 1, 1), "free": Bar(0, 0, 1)}
"""A bar that shows one look, for the legend."""


def report(cohort: Cohort, rubric: Rubric, _columns: int, /) -> str:
    """Report a cohort."""
    return filled_in("cohort.html", story=tell(cohort, rubric), bar=pictures.bar, samples=SAMPLES)
