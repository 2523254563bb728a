"""The badge: the stage in a line, as an SVG that can stand anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from sixstages import Answers, assess
from sixstages.reports import as_badge
from sixstages.speech import LANGUAGES
from sixstages.text import shorten
from tests.library import assessed as library_assessed
from tests.library import library, sheet
from tests.reports.hostile import AS_WRITTEN, STEERING, TEXTS, sheet_of
from tests.reports.sheets import CASES, assessed

if TYPE_CHECKING:
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 4_000

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
some_cases = pytest.mark.parametrize("case", CASES[::6], ids=lambda case: case.stem)


def read(written: str) -> ET.Element:
    """Read an SVG."""
    return ET.fromstring(written)  # noqa: S314 - drawn by ourselves


def words(root: ET.Element) -> list[str]:
    """List the texts that are drawn."""
    return [each.text or "" for each in root.iter(f"{SVG}text")]


def of(name: str) -> ET.Element:
    """Draw the badge of a case of the library's rubric."""
    return read(as_badge.page(library_assessed(name), library(), sheet(name)))


@pytest.mark.parametrize("language", LANGUAGES)
@some_cases
def test_a_case_has_a_small_badge(case: Path, language: str) -> None:
    """Well-formed, small, titled in its language, with nothing to fetch from elsewhere."""
    found, rubric, answers = assessed(case, language)
    written = as_badge.page(found, rubric, answers)
    root = read(written)
    assert len(written.encode()) < MOST_BYTES
    assert words(root)[0] == rubric.identity.title
    assert root.get("aria-label") == root.findtext(f"{SVG}title")
    assert "href" not in written
    assert "url(" not in written


def test_it_says_the_stage() -> None:
    """The rubric's title and "stage 1 of 4"; whose and when in the title."""
    root = of("heap")
    assert words(root) == [library().identity.title, "stage 1 of 4"]
    assert root.findtext(f"{SVG}title") == "Kijiji Reading Room, 2 March 2026: stage 1 of 4"


def test_an_open_stage_is_an_interval() -> None:
    """Where the answers leave several stages open, no single one is claimed."""
    assert words(of("open"))[1] == "stages 2 to 4 of 4"


def test_without_an_answer_no_stage_is_named() -> None:
    """An empty sheet says so."""
    answers = Answers(name="Kijiji")
    root = read(as_badge.page(assess(library(), answers), library(), answers))
    assert words(root)[1] == "no answer yet"


@each_case
def test_both_texts_have_room(case: Path) -> None:
    """Each text stands in its own half, none over the edge, whatever fonts there are: its length is set."""
    root = read(as_badge.page(*assessed(case)))
    edges = []
    for text in root.iter(f"{SVG}text"):
        middle, length = float(text.get("x", "")), float(text.get("textLength", ""))
        edges += [middle - length / 2, middle + length / 2]
    assert edges == sorted(edges)
    assert edges[0] > 0
    assert edges[-1] < float(root.get("width", ""))


def test_a_very_long_title_is_shortened() -> None:
    """A badge stays a badge."""
    root = read(as_badge.page(*sheet_of("A very long title " * 30)))
    assert words(root)[0].endswith("…")
    assert float(root.get("width", "")) < 1_000


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_arrive_as_text(text: str) -> None:
    """Whatever stands in a name or a title, the picture has the same elements, and the text is there to read."""
    root, usual = (read(as_badge.page(*sheet_of(each))) for each in (text, "usual"))
    assert [each.tag for each in root.iter()] == [each.tag for each in usual.iter()]
    assert words(root)[0] == shorten(text, as_badge.LONGEST)
    assert (root.findtext(f"{SVG}title") or "").startswith(f"{text}, ")


@pytest.mark.parametrize(("text", "shown"), [(STEERING, AS_WRITTEN), ("a\ufffe\uffffb\n", "a\ufffd\ufffdb\\n")])
def test_what_xml_does_not_allow_is_written_otherwise(text: str, shown: str) -> None:
    """Control characters are written out, what is no character at all is replaced."""
    assert words(read(as_badge.page(*sheet_of(text))))[0] == shown
