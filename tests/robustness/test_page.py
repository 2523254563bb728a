"""The page of what is hostile is that of today's cases."""

from __future__ import annotations

from tools.robustness import PAGE, page


def test_the_page_is_made_of_the_cases() -> None:
    """If a case has changed since: python -m tools.robustness."""
    assert PAGE.read_text(encoding="utf-8") == page()
