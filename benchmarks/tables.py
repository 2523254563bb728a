"""Tables of many answers to measure with, in CSV; the same ones every time."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import polars as pl

from benchmarks.sheets import SEED, random_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sixstages import Rubric

DIFFERENT = 20_000
"""So many different sheets a table is drawn from."""
LEFT_BLANK = 0.05
"""The share of answers that are left out."""

_AT_ONCE = 200_000


def write_table(path: Path, rows: int, rubric: Rubric) -> None:
    """Write a table with a column of names and one of ids for each question; needs little memory."""
    sheets = _sheets(rubric)
    with path.open("wb") as file:
        for start in range(0, rows, _AT_ONCE):
            number = min(_AT_ONCE, rows - start)
            drawn = sheets.sample(number, with_replacement=True, seed=SEED + start)
            names = pl.Series("name", [f"Shop {each}" for each in range(start + 1, start + number + 1)])
            drawn.insert_column(0, names).write_csv(file, include_header=start == 0)


def _sheets(rubric: Rubric) -> pl.DataFrame:
    random = Random(SEED)  # noqa: S311 - chance, not secrecy
    cells = [list(_cells(rubric, random)) for _ in range(DIFFERENT)]
    return pl.DataFrame(cells, schema=dict.fromkeys(rubric.questions, pl.String), orient="row")


def _cells(rubric: Rubric, random: Random) -> Iterator[str | None]:
    answers = random_sheet(rubric, random).answers
    for question in rubric.questions:
        yield ";".join(answers[question]) if question in answers and random.random() >= LEFT_BLANK else None
