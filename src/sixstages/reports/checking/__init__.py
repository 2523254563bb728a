"""What is made of a check of a rubric: each format returns it, the caller writes it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from rich.text import Text

    from sixstages.checks.checked import Checked


class Format(Protocol):
    """What the module of a format offers. A machine reads what is given back as a str; a `Text` is for people."""

    def report(self, checked: Checked, /) -> str | Text:
        """Report what a check has found."""


FORMATS = {
    "text": "sixstages.reports.checking.as_text",
    "json": "sixstages.reports.checking.as_json",
    "github": "sixstages.reports.checking.as_github",
    "sarif": "sixstages.reports.checking.as_sarif",
    "junit": "sixstages.reports.checking.as_junit",
}
"""The module of each format, by the name it has on the command line; imported when it is wanted."""


def load_format(name: str) -> Format:
    """Import the module of the format `name`."""
    return cast("Format", import_module(FORMATS[name]))
