"""Frames of scored rows, made from assessments one by one, and the cohorts that are counted from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import polars as pl

from sixstages import Answers, assess
from sixstages.cohort.figures import Cohort, ReadingFacts
from sixstages.cohort.whole import Tally
from sixstages.logic import Reading
from tests.library import CASES, library, sheet

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sixstages import Rubric

    Values = dict[str, int | str | float | bool | None]

FACTS = ReadingFacts("survey.csv", "plain", used=("kept", "order"), unused=("Timestamp",))
LACKING = Answers(answers={"kept": ("shelves",), "order": ("by-subject",)})
"""A sheet that leaves several stages open."""


def frame(rubric: Rubric, rows: Sequence[Answers]) -> pl.DataFrame:
    """Score rows one by one, as the scorer of frames does it at once."""
    number, stage = pl.Int64(), pl.Int8()
    findings, questions = [finding.id for _, finding in rubric.each_finding()], [*rubric.questions]
    schema: dict[str, pl.DataType] = {
        "row": number,
        **dict.fromkeys(("stage", "low", "high", "nearest"), stage),
        "verdict": pl.String(),
        "missing": pl.String(),
        "answered": pl.Int16(),
        **{f"finding:{each}": pl.Boolean() for each in findings},
        **{f"severity:{each}": pl.Float64() for each in findings},
        **{f"open:{each}": pl.Boolean() for each in questions},
        **{f"asked:{each}": pl.Boolean() for each in questions},
    }
    values = [{"row": row, **_scored(rubric, answers)} for row, answers in enumerate(rows, 2)]
    return pl.DataFrame(values, schema=schema)


def _scored(rubric: Rubric, answers: Answers) -> Values:
    found, read = assess(rubric, answers), Reading(rubric, answers.answers)
    gates = found.gates[found.stage.low - 1 : found.stage.low]
    return {
        "stage": found.stage.number,
        "low": found.stage.low,
        "high": found.stage.high,
        "nearest": found.stage.nearest,
        "verdict": found.verdict,
        "missing": ";".join(sign.id for gate in gates for sign in gate.signs if not sign.holds),
        "answered": len(read.used()),
        **{f"finding:{each.id}": each.holds for each in found.findings},
        **{f"severity:{each.id}": each.severity for each in found.findings},
        **{f"open:{each}": each in found.open for each in rubric.questions},
        **{f"asked:{each}": read.asked(each) is not False for each in rubric.questions},
    }


def counted(
    rubric: Rubric,
    blocks: Iterable[tuple[Sequence[Answers], Sequence[str | None]]],
    *,
    facts: ReadingFacts = FACTS,
    min_group: int = 5,
) -> Cohort:
    """Count rows, in blocks of rows with the group of each."""
    tally = Tally(rubric)
    for rows, groups in blocks:
        tally.add(frame(rubric, rows), pl.Series("country", groups, pl.String))
    return tally.cohort(facts, "country", min_group)


def shelf_of_cases(times: int = 3) -> Cohort:
    """Count every case of the library several times, with sheets that lack answers, in groups by country."""
    rows = [*(sheet(name) for name in CASES), LACKING, Answers()] * times
    countries = ["Kenya", "Kenya", "Kenya", "India", "India", "Peru", None, " Kenya "]
    groups = [countries[place % len(countries)] for place in range(len(rows))]
    return counted(library(), [(rows, groups)], min_group=3)
