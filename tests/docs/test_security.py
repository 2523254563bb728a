"""What SECURITY.md promises is held by tests that are there."""

from __future__ import annotations

import re

import pytest

from tests import ROOT

PAGE = ROOT.joinpath("SECURITY.md").read_text(encoding="utf-8")
HELD_BY = sorted(set(re.findall(r"`((?:tests|docs|\.ci)/[\w./-]+)`", PAGE)))
PROMISES = [line for line in PAGE.splitlines() if line.startswith("| ")][2:]


@pytest.mark.parametrize("path", HELD_BY)
def test_what_holds_a_promise_is_there(path: str) -> None:
    """Each path that the page names leads to something."""
    assert ROOT.joinpath(path).exists()


def test_every_promise_is_held_by_something() -> None:
    """Beside each stands a path."""
    assert PROMISES
    assert [line for line in PROMISES if not any(f"`{path}`" in line.split("|")[2] for path in HELD_BY)] == []
