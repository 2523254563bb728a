"""The rules of the check for reading: the page of one, and the list of all."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from rich.text import Text

from sixstages.catalogue import CATALOGUE
from sixstages.checks.pages import CLASSES, page_of, read_pages
from sixstages.reports.layout import BLANK, Line, as_text
from sixstages.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

ROW = "  {code}  {severity:<7}  {title}"


def explained(code: str) -> Text:
    """Give the page of a rule, as it was written; `code` is one of the catalogue."""
    return Text(visible(page_of(code, read_pages()).text))


def listing() -> Text:
    """List all codes with their severities and titles, a line each, under the headings of their classes."""
    return as_text(list(_listed())[1:])


def _listed() -> Iterator[Line]:
    pages = read_pages()
    for letter, codes in groupby(CATALOGUE, key=lambda code: code[0]):
        yield BLANK
        yield Line(CLASSES[letter], "bold")
        for code in codes:
            severity = CATALOGUE[code].severity
            yield Line(visible(ROW.format(code=code, severity=severity, title=page_of(code, pages).title)))
