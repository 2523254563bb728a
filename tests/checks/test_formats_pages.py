"""The pages of the rules, as the formats use them."""

from __future__ import annotations

import pytest

from sixstages.catalogue import CATALOGUE
from sixstages.checks.pages import CLASSES, page_of, read_pages


def test_a_page_has_a_code_a_title_and_a_text() -> None:
    """What its heading says, and all of its Markdown."""
    page = read_pages()["Y012"]
    assert (page.code, page.title) == ("Y012", "A key that is given twice")
    assert page.text.startswith(f"# Y012: {page.title}\n\n")
    assert page.summary.startswith("The same key stands twice in one mapping.")
    assert "\n" not in page.summary


def test_only_pages_of_codes_are_pages() -> None:
    """The README beside them is none, and every page is of a problem that the program can name."""
    assert read_pages().keys() <= CATALOGUE.keys()


@pytest.mark.parametrize("code", CATALOGUE)
def test_every_code_has_something_to_read(code: str) -> None:
    """A code without a page is explained by its own words."""
    page = page_of(code, {})
    assert (page.code, page.title) == (code, CATALOGUE[code].message)
    assert page.summary == " ".join(CATALOGUE[code].remedy.split())


def test_every_code_belongs_to_a_class() -> None:
    """The first letter of each code stands for a class that has a name."""
    assert {code[0] for code in CATALOGUE} <= CLASSES.keys()
