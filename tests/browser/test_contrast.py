"""What can be seen by those who see little: the contrasts that axe-core leaves to others, because they are drawn."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from sixstages.reports.comparing import as_html
from tests.browser.opened import contrast
from tests.browser.screens import each_scheme
from tests.browser.test_reports import open_stage, report
from tests.comparison.sittings import a_year
from tests.comparison.test_as_html import UNKNOWN
from tests.library import library

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.browser.conftest import OpenPage, Scheme

WORDS = 4.5
SHAPES = 3
"""The least contrasts that level AA of WCAG 2.2 asks for: of words, and of shapes that say something."""

PAGES: dict[str, Callable[[], str]] = {
    "report": lambda: report("en"),
    "report in Bengali": lambda: report("bn"),
    "report of an open stage": open_stage,
    "comparison": lambda: as_html.report(*a_year("hi"), 80),
    "comparison with unknown steps": lambda: as_html.report(UNKNOWN, library(), 80),
}
each_page = pytest.mark.parametrize("write", PAGES.values(), ids=PAGES)


@each_scheme
@each_page
def test_axe_decides_all_but_the_numbers_in_pictures(
    open_page: OpenPage, write: Callable[[], str], scheme: Scheme
) -> None:
    """It knows neither their colour nor what they stand on; the next test does."""
    opened = open_page(write(), scheme=scheme)
    opened.unfold()
    assert [each for each in opened.undecided() if not each.startswith('color-contrast: <text class="on-')] == []


@each_scheme
@pytest.mark.parametrize("name", ["report", "report of an open stage"])
def test_numbers_in_pictures_can_be_told_from_their_steps(open_page: OpenPage, name: str, scheme: Scheme) -> None:
    """Each stands on the step that is drawn before it."""
    opened = open_page(PAGES[name](), scheme=scheme)
    numbers, steps = opened.colours("svg text", "fill"), opened.colours("svg rect:has(+ text)", "fill")
    assert numbers
    assert all(contrast(*pair) >= WORDS for pair in zip(numbers, steps, strict=True))


@each_scheme
@each_page
def test_what_is_drawn_can_be_told_from_the_ground(
    open_page: OpenPage, write: Callable[[], str], scheme: Scheme
) -> None:
    """Lines and outlines of all that says something, on the ground of the page and on the softer one of its boxes."""
    opened = open_page(write(), scheme=scheme)
    grounds = {*opened.colours("html", "backgroundColor"), *opened.colours(".band", "fill")}
    shapes = {*opened.colours("svg :is(rect, path):not(.row, .hollow)", "stroke")}
    assert shapes
    assert all(contrast(*pair) >= SHAPES for pair in product(shapes, grounds))
