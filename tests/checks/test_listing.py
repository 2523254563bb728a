"""Of each rule's problems a hundred are listed for each file, once those that are allowed are taken out."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from sixstages.checks import check_rubric
from tests.input.rubrics import STAGES, changed

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.errors import Problem

MANY = 105
UNKNOWN = ", ".join(f"nothing-{number}: [abcdef, x]" for number in range(MANY))
OF_TRANSLATIONS = ("T401", "T403", "Y020", "S123")
ALLOWED = "# check: allow T401 because the rest comes next week"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A rubric with translations of texts that it has not."""
    tmp_path.joinpath("translations").mkdir()
    return changed(tmp_path, STAGES, "", "")


def translations_of_nothing(folder: Path, language: str, comment: str = "") -> list[Problem]:
    """Write a file of them, all on one line, and check the rubric."""
    text = f"language: {language}\n{ALLOWED}\ntexts: {{{UNKNOWN}}}{comment}\n"
    folder.joinpath("translations", f"{language}.yaml").write_text(text, encoding="utf-8")
    return [each for each in check_rubric(folder).problems if each.code in OF_TRANSLATIONS]


def test_every_file_is_named(folder: Path) -> None:
    """A hundred problems in one language do not hide another."""
    translations_of_nothing(folder, "pt")
    found = translations_of_nothing(folder, "uk")
    numbers = Counter((each.place and each.place.file[-7:], each.code) for each in found)
    assert numbers == {(name, code): n for name in ("pt.yaml", "uk.yaml") for code, n in (("T403", 100), ("Y020", 1))}


def test_what_is_allowed_does_not_count(folder: Path) -> None:
    """Nothing is left of more than a hundred problems that are allowed."""
    assert translations_of_nothing(folder, "pt", "  # check: allow T403 because they are for version 3") == []
