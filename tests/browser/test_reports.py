"""The reports in a real browser: in each language, on narrow and wide screens, light and dark, and on paper."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from sixstages.reports import as_badge, as_html
from tests import ROOT
from tests.browser.screens import A4, PAPER, each_language, each_scheme, each_width, printed
from tests.library import assessed as library_assessed
from tests.library import library, sheet
from tests.reports.hostile import TEXTS, sheet_of
from tests.reports.sheets import assessed

if TYPE_CHECKING:
    from tests.browser.conftest import OpenPage, Scheme

CASE = ROOT / "cases" / "asha-textiles.yaml"
PAGES = range(7, 13)
"""How many sheets of A4 the report of this case may take; the languages differ in length."""


@cache
def report(language: str) -> str:
    """Write the report of one case in a language."""
    return as_html.page(*assessed(CASE, language))


def open_stage() -> str:
    """Write a report where the stage is open."""
    return as_html.page(library_assessed("open"), library(), sheet("open"))


@each_scheme
@each_width
@each_language
def test_the_report_can_be_read(open_page: OpenPage, language: str, width: int, scheme: Scheme) -> None:
    """Nothing sticks out sideways, nothing is fetched, and axe-core finds nothing against it; all of it unfolded."""
    opened = open_page(report(language), width=width, scheme=scheme)
    opened.unfold()
    assert opened.violations() == []
    assert opened.overflow() <= 0
    assert opened.requests == []
    assert opened.messages == []


@each_scheme
@each_width
def test_an_open_stage_can_be_read(open_page: OpenPage, width: int, scheme: Scheme) -> None:
    """The same where several stages are marked as possible, and some signs are not known."""
    opened = open_page(open_stage(), width=width, scheme=scheme)
    assert opened.violations() == []
    assert opened.overflow() <= 0


@pytest.mark.parametrize("text", [*TEXTS, "Endless" * 100, "अनंत" * 100])
def test_hostile_texts_do_nothing(open_page: OpenPage, text: str) -> None:
    """Nothing runs, nothing is fetched, nothing sticks out, however long a word is."""
    opened = open_page(as_html.page(*sheet_of(text)), width=320)
    assert opened.messages == []
    assert opened.requests == []
    assert opened.overflow() <= 0


def test_a_breach_would_be_noticed(open_page: OpenPage) -> None:
    """A page that fetches, is too wide and has a picture without words fails each of these tests."""
    opened = open_page("<p style='width: 3000px'>wide</p><img src='https://example.invalid/x.png'>")
    assert opened.requests == ["https://example.invalid/x.png"]
    assert opened.overflow() > 0
    assert any(each.startswith("image-alt") for each in opened.violations())


def test_what_to_do_first_is_on_the_first_screen(open_page: OpenPage) -> None:
    """On a usual screen the three steps can be seen without scrolling."""
    box = open_page(report("en")).page.locator(".first").bounding_box()
    assert box
    assert box["y"] + box["height"] <= 800


def test_boxes_can_be_ticked(open_page: OpenPage) -> None:
    """Without any script, by their words as well as by the box."""
    page = open_page(report("en")).page
    page.locator(".ticks label").first.click()
    assert page.locator(".ticks input").first.is_checked()


@each_language
def test_the_report_is_printed_on_a4(open_page: OpenPage, language: str) -> None:
    """As many sheets as it should take, none of them empty."""
    sheets = printed(open_page(report(language)))
    assert len(sheets) in PAGES
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {A4}
    assert all(sheet.extract_text().strip() for sheet in sheets)


@each_language
def test_no_box_is_cut_by_the_edge_of_a_sheet(open_page: OpenPage, language: str) -> None:
    """What belongs together is kept together: no part of these boxes may be broken, and each fits on a sheet."""
    page = open_page(report(language)).page
    page.emulate_media(media="print")
    page.set_viewport_size(PAPER)
    boxes = page.locator(".first, .ladder, article").filter(visible=True).all()
    assert boxes
    for box in boxes:
        assert box.evaluate("each => getComputedStyle(each).breakInside") == "avoid"
        assert box.evaluate("each => each.getBoundingClientRect().height") < PAPER["height"]


@each_scheme
@each_language
def test_the_badge_is_a_picture_with_a_title(open_page: OpenPage, language: str, scheme: Scheme) -> None:
    """A browser draws it: it has the size that it says, and its words lie inside of it."""
    page = open_page(as_badge.page(*assessed(CASE, language)), scheme=scheme, suffix=".svg").page
    whole = page.evaluate("document.documentElement.getBoundingClientRect().width")
    assert whole == float(page.evaluate("document.documentElement.getAttribute('width')"))
    for text in page.locator("text").all():
        box = text.bounding_box()
        assert box
        assert 0 < box["x"] < box["x"] + box["width"] < whole
