"""The page of a cohort in a real browser: narrow and wide, light and dark, in each language and on paper."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from sixstages.cohort.figures import ReadingFacts
from sixstages.reports.cohorts import as_html
from sixstages.speech import LANGUAGES
from tests.cohort.scored import counted, shelf_of_cases
from tests.library import library
from tests.reports.hostile import TEXTS
from tests.reports.sheets import CASES, assessed

if TYPE_CHECKING:
    from tests.browser.conftest import OpenPage, Scheme

COUNTRIES = ("Brasil", "भारत", "Kenya", "Україна", None)
A4 = (595, 842)  # points

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_width = pytest.mark.parametrize("width", [320, 640, 768, 1280])
each_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])


@cache
def report(language: str) -> str:
    """Write the picture of all cases of the shipped rubric in a language, in groups by country."""
    sheets = [assessed(case, language) for case in CASES]
    rubric = sheets[0][1]
    countries = [COUNTRIES[place % len(COUNTRIES)] for place in range(len(sheets))]
    facts = ReadingFacts("survey.csv", "plain", 1, 2, ("accounts",), ("Timestamp", "Email Address"))
    found = counted(rubric, [([answers for *_, answers in sheets], countries)], facts=facts)
    return as_html.report(found, rubric, 80)


@each_scheme
@each_width
@each_language
def test_the_picture_can_be_read(open_page: OpenPage, language: str, width: int, scheme: Scheme) -> None:
    """Nothing sticks out sideways, nothing is fetched, and axe-core finds nothing against it."""
    opened = open_page(report(language), width=width, scheme=scheme)
    assert opened.violations() == []
    assert opened.overflow() <= 0
    assert opened.requests == []
    assert opened.messages == []


@each_width
def test_a_share_keeps_its_row_and_its_column(open_page: OpenPage, width: int) -> None:
    """Cells stand below the heads of their columns; a name stands beside its cells, or above all of them."""
    table = open_page(report("en"), width=width).page.locator(".shares").first
    heads = [head.bounding_box() for head in table.locator("thead th").all()]
    for row in table.locator("tbody tr").all():
        cells, name = [cell.bounding_box() for cell in row.locator("td").all()], row.locator("th").bounding_box()
        assert name
        for cell, head in zip(cells, heads, strict=True):
            assert cell
            assert head
            assert abs(cell["x"] - head["x"]) < 1
            assert name["x"] + name["width"] <= cell["x"] + 1 or name["y"] + name["height"] <= cell["y"] + 1


@pytest.mark.parametrize("width", [320, 1280])
def test_what_is_open_has_stripes(open_page: OpenPage, width: int) -> None:
    """It can be told from what is settled without any colour, and is as long as it should be."""
    page = open_page(as_html.report(shelf_of_cases(), library(), 80), width=width).page
    for bar in page.locator(".chart .share").all():
        whole, full = (each.bounding_box() for each in (bar, bar.locator(".full")))
        assert whole
        assert full
        part = float(str(bar.locator(".full").get_attribute("width")).removesuffix("%")) / 100
        assert abs(full["width"] - part * whole["width"]) < 1
        assert abs(bar.locator(".open").evaluate("each => each.x1.baseVal.value") - full["width"]) < 1
        assert bar.locator(".open").evaluate("each => getComputedStyle(each).strokeDasharray") != "none"


@pytest.mark.parametrize("text", [*TEXTS, "Endless" * 100, "अनंत" * 100])
def test_hostile_texts_do_nothing(open_page: OpenPage, text: str) -> None:
    """In names, headers and groups: nothing runs, nothing is fetched, nothing sticks out, however long a word is."""
    usual = shelf_of_cases()
    groups = tuple(each._replace(label=text) for each in usual.groups)
    hostile = replace(usual, reading=ReadingFacts(text, text, unused=(text,)), by=text, groups=groups)
    opened = open_page(as_html.report(hostile, library(), 80), width=320)
    assert opened.messages == []
    assert opened.requests == []
    assert opened.overflow() <= 0


@each_language
def test_the_picture_is_printed_on_a4(open_page: OpenPage, language: str) -> None:
    """A few sheets, none of them empty."""
    printed = open_page(report(language)).page.pdf(prefer_css_page_size=True, print_background=True)
    sheets = PdfReader(io.BytesIO(printed)).pages
    assert len(sheets) in range(3, 7)
    assert {(round(sheet.mediabox.width), round(sheet.mediabox.height)) for sheet in sheets} == {A4}
    assert all(sheet.extract_text().strip() for sheet in sheets)
