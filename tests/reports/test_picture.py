"""The picture in the README is that of a real report."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tools.picture import PICTURE, drawn

SVG = "{http://www.w3.org/2000/svg}"


def test_the_picture_is_what_the_program_says_today() -> None:
    """If the report or the case has changed since: python -m tools.picture."""
    assert PICTURE.read_text(encoding="utf-8") == drawn()


def test_the_picture_shows_the_report() -> None:
    """It is an SVG whose rows are the lines of the first screen, with nothing to fetch from elsewhere."""
    rows = [row.text or "" for row in ET.fromstring(drawn()).iter(f"{SVG}text")]  # noqa: S314 - drawn by ourselves
    assert rows[0] == "$ sixstages score cases/asha-textiles.yaml"
    assert any("<- you are here" in row for row in rows)
    assert "href" not in drawn()
