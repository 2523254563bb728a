"""What is made of an assessment: each format returns it, the caller writes it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.text import Text

    from sixstages.answers import Answers
    from sixstages.assessment import Assessment
    from sixstages.rubric import Rubric


class Format(Protocol):
    """What the module of a format offers; `columns` is the width for those that are laid out in lines.

    A machine reads what is given back as a str; a `Text` is for people.
    """

    def one(self, assessment: Assessment, rubric: Rubric, columns: int, /) -> str | Text:
        """Report one assessment."""

    def several(self, assessed: Iterable[tuple[Assessment, Rubric]], columns: int, /) -> Iterator[str | Text]:
        """Report any number of assessments in the order given, each with the rubric in its language.

        The report comes in pieces of whole lines, so that however many there are, few are held at a time.
        """


class Page(Protocol):
    """What the module of a format offers whose reports are a file each; `SUFFIX` is how its name ends."""

    SUFFIX: str

    def page(self, assessment: Assessment, rubric: Rubric, answers: Answers, /) -> str:
        """Report one assessment; the answers are those it was made from, the rubric is in its language."""


FORMATS = {
    "text": "sixstages.reports.as_text",
    "json": "sixstages.reports.as_json",
}
"""The module of each format that is read as it comes, by the name it has on the command line."""

PAGES = {
    "html": "sixstages.reports.as_html",
    "markdown": "sixstages.reports.as_markdown",
    "badge": "sixstages.reports.as_badge",
}
"""The module of each format that makes a file of each assessment."""


def load_format(name: str) -> Format:
    """Import the module of the format `name`; only now, because starting is most of a command's time."""
    return cast("Format", import_module(FORMATS[name]))


def load_page(name: str) -> Page:
    """Import the module of the format `name`, one of `PAGES`."""
    return cast("Page", import_module(PAGES[name]))
