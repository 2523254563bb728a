"""Many rows of the shipped rubric at once: each is judged as if it stood alone."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING

import pytest

from benchmarks.sheets import random_sheet
from sixstages.cohort.scoring import score_frame
from tests.cohort.frames import MADE, rows_of
from tests.cohort.test_scoring import SHIPPED, expected, row_of

if TYPE_CHECKING:
    from sixstages.rubric import Rubric
    from tests.cohort.tables_of_ids import Cells


def strange_rows(rubric: Rubric, number: int) -> list[Cells]:
    """Write random sheets as rows, with gaps and with cells that nobody understands."""
    random = Random(8)  # noqa: S311 - rows to score, not secrets
    sheets = [random_sheet(rubric, random).answers for _ in range(number)]
    return [row_of(rubric, sheet, random) for sheet in sheets]


@cache
def shipped_rows() -> tuple[list[Cells], list[tuple[object, ...]]]:
    """Give such rows of the shipped rubric, and what each of them must get."""
    rows = strange_rows(SHIPPED, 300)
    return rows, [expected(SHIPPED, row) for row in rows]


@pytest.mark.parametrize("kind", MADE)
def test_random_sheets_are_judged_as_if_each_stood_alone(kind: str) -> None:
    """On every kind of frame, sheets with gaps and strange cells get what `assess` says of them: all columns."""
    rows, due = shipped_rows()
    frame = MADE[kind]({question: [row[question] for row in rows] for question in SHIPPED.questions})
    assert rows_of(score_frame(frame, SHIPPED)) == due
