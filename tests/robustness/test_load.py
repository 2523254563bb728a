"""Very many answers files, and a very large rubric."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.library import FOLDER, case
from tests.robustness.huge import write_answers, write_rubric
from tests.robustness.running import PROGRAM, run, text_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.robustness.running import Done

FILES = int(os.environ.get("MANY_FILES", "1000"))
"""How many files are scored in one call; more than the usual run does are one variable away."""

MEGABYTE = 1_000_000


def scored(number: int, folder: Path) -> Done:
    """Score so many files at once."""
    files = [f"sheets/{each}.yaml" for each in range(number)]
    command = [str(PROGRAM), "score", *files, "--rubric", str(FOLDER), "--format", "json", "--output", f"{number}.json"]
    done = run(command, folder)
    assert done.code == 0
    assert (folder / f"{number}.json").read_text(encoding="utf-8").count('"format": 1') == number
    return done


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    """Ten times as many files take no more memory than their names do, and a few megabytes."""
    sheets = tmp_path / "here" / "sheets"
    sheets.mkdir(parents=True)
    for number in range(FILES):
        (sheets / f"{number}.yaml").symlink_to(case("heap"))
    few, many = (scored(number, tmp_path / "here").bytes for number in (FILES // 10, FILES))
    assert many - few < 5 * MEGABYTE + FILES * 1_000


@pytest.fixture
def huge(tmp_path: Path) -> Path:
    """Give a folder with a rubric of a thousand questions, and answers to it."""
    folder = tmp_path / "here"
    folder.mkdir()
    write_rubric(folder / "rubric")
    write_answers(folder / "sheet.yaml")
    return folder


def test_a_thousand_questions_are_scored(huge: Path) -> None:
    """It takes no longer than the shipped rubric, more or less."""
    done = run([PROGRAM, "score", "sheet.yaml", "--rubric", "rubric"], huge)
    assert (done.code, done.err) == (0, b"")
    assert b">  6  Stage 5" in done.out
    assert done.seconds < 5
    assert done.bytes < 200 * MEGABYTE


def test_a_thousand_questions_are_checked(huge: Path) -> None:
    """What would take too long to prove is told as not proved; what can be proved is."""
    done = run([PROGRAM, "check", "rubric", "--witness", "witnesses"], huge)
    assert done.code == 0
    assert "L399: Not proved: L315 would take too long here." in text_of(done)
    assert "Answers files written to witnesses: 26." in text_of(done)
    assert done.seconds < 60
    assert done.bytes < 300 * MEGABYTE
