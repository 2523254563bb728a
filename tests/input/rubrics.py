"""Rubrics for tests: the library's, with a word changed here and there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.library import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

STAGES, QUESTIONS = "stages.yaml", "questions.yaml"


def changed(folder: Path, name: str, old: str, new: str) -> Path:
    """Copy the library's rubric to a folder, the first `old` in one of its files replaced."""
    for file in (STAGES, QUESTIONS):
        text = FOLDER.joinpath(file).read_text(encoding="utf-8")
        assert file != name or old in text
        folder.joinpath(file).write_text(text.replace(old, new, 1) if file == name else text, encoding="utf-8")
    return folder
