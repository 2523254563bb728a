"""Chromium, driven by Playwright: for pictures of pages, and for the tests that look at them."""

from __future__ import annotations

import os
from contextlib import contextmanager
from shutil import which
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
NONE = "no Chromium here to look at pages with: apt-get install chromium, or name one in CHROMIUM"


def found() -> str | None:
    """Return the program, None where there is none."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(which, NAMES)), None)


@contextmanager
def started(program: str) -> Iterator[Browser]:
    """Start the browser, and close it in the end."""
    # Its sandbox needs rights that a container does not give; all that it opens is what we wrote ourselves.
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()
