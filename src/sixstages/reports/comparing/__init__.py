"""What is made of a comparison of sittings: each format returns it, the caller writes it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from rich.text import Text

    from sixstages.comparison import Comparison
    from sixstages.rubric import Rubric


class Format(Protocol):
    """What the module of a format offers. A machine reads what is given back as a str; a `Text` is for people."""

    def report(self, comparison: Comparison, rubric: Rubric, columns: int, /) -> str | Text:
        """Report a comparison by the rubric in its language; `columns` is the width for what is laid out in lines."""


FORMATS = {
    "text": "sixstages.reports.comparing.as_text",
    "json": "sixstages.reports.comparing.as_json",
    "html": "sixstages.reports.comparing.as_html",
    "markdown": "sixstages.reports.comparing.as_markdown",
}
"""The module of each format, by the name it has on the command line; imported when it is wanted."""


def load_format(name: str) -> Format:
    """Import the module of the format `name`."""
    return cast("Format", import_module(FORMATS[name]))
