"""What is made of a cohort: each format returns it, the caller writes it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from rich.text import Text

    from sixstages.cohort.figures import Cohort
    from sixstages.rubric import Rubric


class Format(Protocol):
    """What the module of a format offers. A machine reads what is given back as a str; a `Text` is for people."""

    def report(self, cohort: Cohort, rubric: Rubric, columns: int, /) -> str | Text:
        """Report a cohort by the rubric in its language; `columns` is the width for what is laid out in lines."""


FORMATS = {
    "text": "sixstages.reports.cohorts.as_text",
    "json": "sixstages.reports.cohorts.as_json",
    "html": "sixstages.reports.cohorts.as_html",
    "markdown": "sixstages.reports.cohorts.as_markdown",
}
"""The module of each format, by the name it has on the command line; imported when it is wanted."""


def load_format(name: str) -> Format:
    """Import the module of the format `name`."""
    return cast("Format", import_module(FORMATS[name]))
