"""How wide each sentence is on a real terminal's screen, in every language."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sixstages.loading import read_rubric
from sixstages.speech import LANGUAGES
from sixstages.text import width, wrap
from sixstages.translations import read_translation, texts_of
from tests import ROOT
from tests.languages.test_catalogues import forms, messages
from tests.terminal.test_tmux import TMUX, Pane
from tools.messages import TRANSLATED

if TYPE_CHECKING:
    from collections.abc import Iterable

COLUMNS = 80
PATIENCE = 60  # seconds; it takes about two
CELLS = Path(__file__).parent / "cells.py"

pytestmark = pytest.mark.skipif(TMUX is None, reason="tmux is not installed here")


def sentences(language: str) -> list[str]:
    """Every text of the shipped rubric and every sentence of the program in a language."""
    if language not in TRANSLATED:
        loaded = read_rubric(ROOT)
        assert loaded.stages
        assert loaded.questions
        return list(texts_of(loaded.stages, loaded.questions).values())
    texts = read_translation(ROOT / "translations" / f"{language}.yaml").texts()
    return [*texts.values(), *(form for each in messages(language) for form in forms(each.string))]


def measured(folder: Path, lines: Iterable[str]) -> list[int]:
    """Let a terminal draw these lines; return how many cells each took."""
    given, cells = folder / "lines", folder / "cells"
    given.write_text("\n".join(lines), encoding="utf-8")
    pane = Pane(folder / "tmux")
    command = f"'{sys.executable}' '{CELLS}' '{given}' '{cells}'"
    pane.tmux("new-session", "-d", "-x", str(COLUMNS), "-y", "24", command)
    deadline = time.monotonic() + PATIENCE
    while not cells.exists():
        assert time.monotonic() < deadline
        time.sleep(0.05)
    return [int(number) for number in cells.read_text(encoding="utf-8").split()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_takes_the_cells_that_are_reckoned_with(language: str, tmp_path: Path) -> None:
    """Every wrapped line of every sentence is as wide as `width` says, and none is wider than its room."""
    lines = [line for text in sentences(language) for line in wrap(text, COLUMNS - 2)]
    assert all(width(line) <= COLUMNS - 2 for line in lines)
    drawn = measured(tmp_path, lines)
    assert [(line, cells, width(line)) for line, cells in zip(lines, drawn, strict=True) if cells != width(line)] == []
