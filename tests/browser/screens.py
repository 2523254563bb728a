"""The screens and the paper that every page is looked at on."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from sixstages.speech import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playwright.sync_api import ViewportSize
    from pypdf import PageObject

    from tests.browser.opened import Opened

A4 = (595, 842)  # points
PAPER: ViewportSize = {"width": 680, "height": 1001}
"""The room on A4 inside our margins, in CSS pixels."""

each_language = pytest.mark.parametrize("language", LANGUAGES)
each_width = pytest.mark.parametrize("width", [320, 768, 1280])
each_scheme = pytest.mark.parametrize("scheme", ["light", "dark"])


def printed(opened: Opened) -> Sequence[PageObject]:
    """Print a page as its style says; give the sheets."""
    file = opened.page.pdf(prefer_css_page_size=True, print_background=True)
    return PdfReader(io.BytesIO(file)).pages
