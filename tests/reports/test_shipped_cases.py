"""The report of every shipped case: its first screen, and that it fits every width."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

import pytest

from benchmarks.sheets import SEED, random_sheet
from sixstages import Assessment, Rubric, assess, load_rubric, read_answers
from sixstages.reports import as_text, wording
from sixstages.text import width

CASES = sorted((Path(__file__).parents[2] / "cases").glob("*.yaml"))

QUOTINGS = (wording.IN_FULL, as_text.ONE_QUESTION, as_text.IN_BRIEF)


@cache
def rubric() -> Rubric:
    """Load the rubric that comes with the program."""
    return load_rubric()


@cache
def assessed(case: Path) -> Assessment:
    """Assess a case."""
    return assess(rubric(), read_answers(case, rubric()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_the_first_screen_holds_what_matters(case: Path) -> None:
    """In 24 lines of 80 columns: whose, the ladder, where, why, how sure, and three things to do."""
    found = assessed(case)
    lines = as_text.one(found, rubric(), 80).plain.splitlines()[:24]
    screen = " ".join(" ".join(lines).split())
    assert found.name in screen
    assert all(f"{number} {stage.name}" in screen for number, stage in enumerate(rubric().stages, 1))
    assert f"> {found.stage.number} {found.stage.name} <- you are here" in screen
    assert wording.reason(found, rubric()) in screen
    assert any(wording.verdict(found, rubric(), each) in screen for each in QUOTINGS)
    assert len(as_text.summary(found, rubric(), 80)) <= as_text.ROOM
    assert all(f"{number}. {step.do[:30]}" in screen for number, step in enumerate(found.next_steps[:3], 1))


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_no_line_is_wider_than_the_screen(case: Path, columns: int) -> None:
    """Whatever the width, each line fits."""
    assert max(map(width, as_text.one(assessed(case), rubric(), columns).plain.splitlines())) <= columns


def test_the_first_screen_of_any_sheet_fits() -> None:
    """Whatever somebody answers, the summary leaves a line of 24 for the prompt below it."""
    chance = Random(SEED)  # noqa: S311 - chance, not secrecy
    for _ in range(300):
        sheet = replace(random_sheet(rubric(), chance), name="Asha Textiles", self_view="comfortable")
        assert len(as_text.summary(assess(rubric(), sheet), rubric(), 80)) <= as_text.ROOM
