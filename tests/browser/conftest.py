"""A real browser, Debian's Chromium, for tests that look at pages; skipped where there is none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Literal, Protocol

import pytest

from tests.browser.opened import Opened
from tools.chromium import NONE, found, started

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext

Scheme = Literal["light", "dark"]


class OpenPage(Protocol):
    """Opens what was written as a page, on a screen so many pixels wide."""

    def __call__(self, written: str, *, width: int = 1280, scheme: Scheme = "light", suffix: str = ".html") -> Opened:
        """Open it."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the browser once for all tests."""
    program = found()
    if program is None:
        pytest.skip(NONE)
    if "BROWSER" not in os.environ:
        pytest.skip("it takes more than two minutes; BROWSER=1 runs it")
    with started(program) as running:
        yield running


@pytest.fixture
def open_page(browser: Browser, tmp_path: Path) -> Iterator[OpenPage]:
    """Give what opens a page; all are closed after the test."""
    contexts: list[BrowserContext] = []

    def opening(written: str, *, width: int = 1280, scheme: Scheme = "light", suffix: str = ".html") -> Opened:
        file = tmp_path / f"page{suffix}"
        file.write_text(written, encoding="utf-8")
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme))
        return Opened(contexts[-1].new_page(), file)

    yield opening
    for context in contexts:
        context.close()
