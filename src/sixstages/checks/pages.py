"""The pages of the rules: for each code what it means, an example that has the problem and one that has not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sixstages.catalogue import CATALOGUE
from sixstages.loading import default_folder

if TYPE_CHECKING:
    from collections.abc import Mapping

CLASSES = {
    "Y": "Files and YAML",
    "S": "Shape",
    "X": "References",
    "L": "Logic",
    "T": "Translations",
    "G": "Cases",
    "A": "Answers",
    "C": "Tables",
    "U": "Use of the program",
}
"""What the problems of a class have in common, by the letter their codes begin with."""

_HEADING = re.compile(r"# (?P<code>[A-Z][0-9]{3}): (?P<title>.+)\n\n")


class Page(NamedTuple):
    """The page of one rule, in Markdown; `title` is what its heading says behind the code."""

    code: str
    title: str
    text: str

    @property
    def summary(self) -> str:
        """The first paragraph below the heading, as one line."""
        return " ".join(self.text.split("\n\n")[1].split())


def read_pages() -> dict[str, Page]:
    """Read every page, by its code: those in the package, or those of a checkout."""
    folder = default_folder()
    paths = [path for place in ("rules", "docs/rules") for path in sorted(folder.joinpath(place).glob("*.md"))]
    texts = (path.read_text(encoding="utf-8") for path in paths)
    headed = ((_HEADING.match(text), text) for text in texts)
    return {heading["code"]: Page(heading["code"], heading["title"], text) for heading, text in headed if heading}


def page_of(code: str, pages: Mapping[str, Page]) -> Page:
    """Return the page of a code of the catalogue; for one without, what the catalogue says, its blanks not filled."""
    message, remedy, _ = CATALOGUE[code]
    return pages.get(code) or Page(code, message, f"# {code}: {message}\n\n{remedy}\n")
