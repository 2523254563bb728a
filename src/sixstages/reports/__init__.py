"""What is made of an assessment: each format returns it, the caller writes it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.text import Text

    from sixstages.assessment import Assessment
    from sixstages.rubric import Rubric


class Format(Protocol):
    """What the module of a format offers; `columns` is the width for those that are laid out in lines.

    A machine reads what is given back as a str; a `Text` is for people.
    """

    def one(self, assessment: Assessment, rubric: Rubric, columns: int, /) -> str | Text:
        """Report one assessment."""

    def several(self, assessments: Sequence[Assessment], rubric: Rubric, columns: int, /) -> str | Text:
        """Report any number of assessments of one rubric, in the order given."""


FORMATS = {
    "text": "sixstages.reports.as_text",
    "json": "sixstages.reports.as_json",
}
"""The module of each format, by the name it has on the command line; imported when it is wanted."""


def load_format(name: str) -> Format:
    """Import the module of the format `name`."""
    return cast("Format", import_module(FORMATS[name]))
