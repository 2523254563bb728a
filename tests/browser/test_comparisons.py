"""The page of `compare` in a real browser: in each language, on narrow and wide screens, light and dark, on paper."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from sixstages.reports.comparing import as_html
from tests.browser.screens import A4, PAPER, each_language, each_scheme, each_width, printed
from tests.comparison.sittings import a_year
from tests.comparison.test_as_html import GAP, UNKNOWN, hostile
from tests.library import library
from tests.reports.hostile import TEXTS

if TYPE_CHECKING:
    from sixstages.comparison import Comparison
    from tests.browser.conftest import OpenPage, Scheme

PAGES = range(3, 7)
"""How many sheets of A4 the four sittings of a year may take; the languages differ in length."""


@cache
def report(language: str) -> str:
    """Write the comparison of the sittings of a year in a language."""
    return as_html.report(*a_year(language), 80)


@each_scheme
@each_width
@each_language
def test_the_comparison_can_be_read(open_page: OpenPage, language: str, width: int, scheme: Scheme) -> None:
    """Nothing sticks out sideways, nothing is fetched, and axe-core finds nothing against it."""
    opened = open_page(report(language), width=width, scheme=scheme)
    assert opened.violations() == []
    assert opened.overflow() <= 0
    assert opened.requests == []
    assert opened.messages == []


@each_scheme
@each_width
@pytest.mark.parametrize("comparison", [GAP, UNKNOWN], ids=["gap", "unknown"])
def test_gaps_can_be_read(open_page: OpenPage, comparison: Comparison, width: int, scheme: Scheme) -> None:
    """The same where a sheet has no answer, and where it is not known what became of a step."""
    opened = open_page(as_html.report(comparison, library(), 80), width=width, scheme=scheme)
    assert opened.violations() == []
    assert opened.overflow() <= 0


@pytest.mark.parametrize("text", [*TEXTS, "Endless" * 100, "अनंत" * 100])
def test_hostile_texts_do_nothing(open_page: OpenPage, text: str) -> None:
    """Nothing runs, nothing is fetched, nothing sticks out, however long a word is."""
    opened = open_page(as_html.report(*hostile(text), 80), width=320)
    assert opened.messages == []
    assert opened.requests == []
    assert opened.overflow() <= 0


@each_width
@each_language
def test_the_line_runs_through_the_rows_of_its_stages(open_page: OpenPage, language: str, width: int) -> None:
    """However high the rows are, each name stands at the height of the line that is drawn for its stage."""
    page = open_page(report(language), width=width).page
    middle = "all => all.map(each => { const box = each.getBoundingClientRect(); return box.y + box.height / 2 })"
    names = page.locator(".stages li").evaluate_all(middle)
    drawn = page.locator(".row").evaluate_all(middle)
    assert len(names) == 6
    assert all(abs(name - line) < 1 for name, line in zip(names, reversed(drawn), strict=True))


def test_many_sittings_find_room_on_a_narrow_screen(open_page: OpenPage) -> None:
    """Three years of them, a month apart, are drawn and listed at 320 pixels, no dot beyond the edge of the screen."""
    comparison, rubric = a_year("en")
    sittings = tuple(
        comparison.sittings[number % 4]._replace(date=f"20{26 + number // 12}-{number % 12 + 1:02}-01")
        for number in range(36)
    )
    opened = open_page(as_html.report(replace(comparison, sittings=sittings), rubric, 80), width=320)
    edges = opened.page.locator(".dot").evaluate_all("all => all.map(each => each.getBoundingClientRect().right)")
    assert len(edges) == 36
    assert max(edges) <= 320
    assert opened.overflow() <= 0


@each_language
def test_the_comparison_is_printed_on_a4(open_page: OpenPage, language: str) -> None:
    """As many sheets as it should take, none of them empty."""
    sheets = printed(open_page(report(language)))
    assert len(sheets) in PAGES
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {A4}
    assert all(sheet.extract_text().strip() for sheet in sheets)


@each_language
def test_neither_the_picture_nor_a_row_is_cut_by_the_edge_of_a_sheet(open_page: OpenPage, language: str) -> None:
    """What belongs together is kept together, and fits on a sheet."""
    page = open_page(report(language)).page
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    boxes = page.locator(".over-time, tr, main > section > ul > li").all()
    assert boxes
    for box in boxes:
        assert box.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
        assert box.evaluate("each => each.getBoundingClientRect().height") < PAPER["height"]
