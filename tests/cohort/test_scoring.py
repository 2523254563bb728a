"""Many rows at once: `score_frame` says of each row of every kind of frame what `assess` says of it."""

from __future__ import annotations

from functools import cache
from random import Random
from typing import TYPE_CHECKING

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.sheets import SEED, case_sheets, random_sheet
from sixstages.assessment import assess
from sixstages.cohort.scoring import Scorer, score_columns, score_frame
from sixstages.loading import load_rubric
from sixstages.logic import Reading
from tests.cohort.frames import MADE, rows_of
from tests.cohort.tables_of_ids import sheet_of
from tests.engine import examples
from tests.engine.strategies import CHANCE, rubrics_with_sheets

if TYPE_CHECKING:
    from sixstages.rubric import Question, Rubric
    from tests.cohort.tables_of_ids import Cells
    from tests.engine.reference import Sheet

SHIPPED = load_rubric()
EXAMPLES = settings().max_examples // 2 // len(MADE)
"""For each kind of frame: DuckDB takes a quarter of a second for every one."""


def expected(rubric: Rubric, cells: Cells) -> tuple[object, ...]:
    """Say what the columns of a row must hold, from the assessment of its answers."""
    sheet = sheet_of(rubric, cells)
    found = assess(rubric, sheet)
    stage = found.stage
    missing = [sign.id for gate in found.gates[stage.low - 1 : stage.low] for sign in gate.signs if not sign.holds]
    unused = [warning for warning in found.warnings if warning.code == "A690"]
    return (
        *(stage.number, stage.low, stage.high, stage.nearest, found.verdict, ";".join(missing) or None),
        len(sheet.answers) - len(unused),
        *(finding.holds for finding in found.findings),
        *(finding.severity for finding in found.findings),
        *(question in found.open for question in rubric.questions),
    )


@st.composite
def tables(draw: st.DrawFn) -> tuple[Rubric, list[Cells]]:
    """Draw a rubric and a table: sheets with gaps, answers that do not apply, cells that nobody understands."""
    rubric, sheets = draw(rubrics_with_sheets(gaps=True))
    random = draw(CHANCE)
    rubric = with_other(rubric, random)
    return rubric, [row_of(rubric, sheet, random) for sheet in sheets]


def with_other(rubric: Rubric, random: Random) -> Rubric:
    """Let free text stand for an option of some questions."""
    section = rubric.sections[0]
    questions = tuple(_with_other(each) if random.random() < 1 / 3 else each for each in section.questions)
    return rubric.model_copy(update={"sections": (section.model_copy(update={"questions": questions}),)})


def _with_other(question: Question) -> Question:
    first, *others = question.options
    return question.model_copy(update={"options": (first.model_copy(update={"other": True}), *others)})


def row_of(rubric: Rubric, sheet: Sheet, random: Random) -> Cells:
    """Write a sheet as a row, with strays and with what can go wrong in a cell."""
    cells: Cells = {}
    for question in rubric.questions.values():
        ids = list(question.rank)
        picks = list(sheet.get(question.id, ())) or random.sample(ids, random.randint(0, len(ids)))
        cell = ";".join(random.sample(picks, len(picks)))
        strange = [
            "dont-know",
            "",
            "Something else",
            f"{cell};{ids[0]}",
            f"{cell};else",
            f";{cell}",
            f"{cell};dont-know",
        ]
        cells[question.id] = random.choice(strange) if random.random() < 1 / 5 else (cell or None)
    return cells


@pytest.mark.parametrize("kind", MADE)
@settings(max_examples=EXAMPLES)
@given(case=tables())
def test_every_row_is_judged_as_if_it_stood_alone(case: tuple[Rubric, list[Cells]], kind: str) -> None:
    """On every kind of frame, each row of any table gets what `assess` says of it: all columns are equal."""
    rubric, rows = case
    frame = MADE[kind]({question: [row[question] for row in rows] for question in rubric.questions})
    assert rows_of(score_frame(frame, rubric)) == [expected(rubric, row) for row in rows]


@pytest.mark.parametrize("kind", MADE)
@settings(max_examples=EXAMPLES)
@given(case=tables())
def test_which_questions_are_asked_is_told_on_request(case: tuple[Rubric, list[Cells]], kind: str) -> None:
    """On every kind of frame: a question is asked unless what else is answered rules it out."""
    rubric, rows = case
    frame = MADE[kind]({question: [row[question] for row in rows] for question in rubric.questions})
    readings = [Reading(rubric, sheet_of(rubric, row).answers) for row in rows]
    asked = score_frame(frame, rubric, columns=[f"asked:{question}" for question in rubric.questions])
    assert rows_of(asked) == [
        tuple(reading.asked(question) is not False for question in rubric.questions) for reading in readings
    ]


@pytest.mark.parametrize("kind", MADE)
def test_each_kind_of_frame_comes_back(kind: str) -> None:
    """What is given as one kind of frame comes back as the same kind, with the columns that were asked for."""
    frame = MADE[kind]({"shop": ["Kiosk Amina"], "accounts": ["nowhere"]})
    scored = score_frame(frame, SHIPPED, keep=["shop"], columns=["low", "verdict"])
    assert type(scored) is type(frame)
    assert rows_of(scored) == [("Kiosk Amina", 1, "firm")]


@cache
def shipped_rows() -> tuple[list[Cells], list[tuple[object, ...]]]:
    """Write cases and random sheets as rows, and say what each row must get."""
    random = Random(SEED)  # noqa: S311 - rows to score, not secrets
    sheets = [*case_sheets(SHIPPED), *(random_sheet(SHIPPED, random) for _ in range(150))]
    rows: list[Cells] = [
        {question: ";".join(sheet.answers.get(question, ())) or None for question in SHIPPED.questions}
        for sheet in sheets
    ]
    return rows, [expected(SHIPPED, row) for row in rows]


@pytest.mark.parametrize("kind", MADE)
def test_the_shipped_rubric_gives_every_row_what_score_gives_it(kind: str) -> None:
    """Cases and random sheets, as one table of the shipped rubric."""
    rows, due = shipped_rows()
    frame = MADE[kind]({question: [row[question] for row in rows] for question in SHIPPED.questions})
    assert rows_of(score_frame(frame, SHIPPED)) == due


@pytest.mark.parametrize("kind", MADE)
def test_a_gate_of_many_signs_names_all_that_are_missing(kind: str) -> None:
    """However many signs a gate has, the missing ones are named, in the file's order."""
    questions = [examples.question("q0", "none* some", pick="many", opening=True)]
    questions += [examples.question(f"q{number}", "seldom often") for number in range(1, 21)]
    conditions = [{each["id"]: "often"} for each in questions[1:]]
    big = examples.rubric(questions, [examples.gate(20, *conditions)])
    frame = MADE[kind]({f"q{number}": ["often" if number % 9 else "seldom", "often"] for number in range(1, 21)})
    assert rows_of(score_frame(frame, big, columns=["low", "missing"])) == [(1, "sign8;sign17"), (2, None)]


def test_a_frame_is_scored_block_by_block_as_at_once() -> None:
    """What a scorer remembers of one frame does not change what it says of the next."""
    scorer = Scorer(SHIPPED)
    rows = pl.DataFrame(
        {"accounts": ["nowhere", "facebook", "dont-know", "facebook;nowhere"]}, schema={"accounts": pl.String}
    )
    at_once = scorer.score(rows, columns=["low", "answered"])
    one_by_one = [scorer.score(rows.slice(at, 1), columns=["low", "answered"]) for at in range(rows.height)]
    assert pl.concat(one_by_one).equals(at_once)
    assert at_once["answered"].to_list() == [1, 1, 0, 0]


@pytest.mark.parametrize("keep", [["shop"], []])
def test_a_pandas_frame_keeps_its_index(keep: list[str]) -> None:
    """What is found stands at the index of the row it was found for."""
    frame = pd.DataFrame({"shop": ["Duka la Neema", "Кав'ярня Лелека"], "accounts": ["nowhere", None]}, index=[7, 3])
    scored = score_frame(frame, SHIPPED, keep=keep, columns=["answered"])
    assert scored.index.to_list() == [7, 3]
    assert scored["answered"].to_list() == [1, 0]


def test_pyarrow_can_go_on_with_what_comes_back() -> None:
    """Its functions do not know every kind of text."""
    scored = score_frame(pa.table({"accounts": ["nowhere", None]}), SHIPPED)
    assert scored.sort_by("verdict")["verdict"].to_pylist() == ["firm", "incomplete"]


@pytest.mark.parametrize("kind", MADE)
def test_a_name_that_is_a_pattern_passes_nothing_else_on(kind: str) -> None:
    """An e-mail address is not passed on because a header stands for all that begin with an e."""
    frame = MADE[kind]({"accounts": ["nowhere"], "email": ["neema@example.org"], "^e.*$": ["x"], "*": ["y"]})
    if kind in {"polars, lazy", "duckdb"}:
        with pytest.raises(ValueError, match="patterns"):
            score_frame(frame, SHIPPED, keep=["^e.*$", "*"], columns=["low"])
    else:
        assert rows_of(score_frame(frame, SHIPPED, keep=["^e.*$", "*"], columns=["low"])) == [("x", "y", 1)]


@pytest.mark.parametrize("kind", MADE)
def test_a_frame_without_a_question_is_refused(kind: str) -> None:
    """Somebody has named the columns otherwise: to call every row unknown would hide it."""
    with pytest.raises(ValueError, match="no column is called"):
        score_frame(MADE[kind]({"Accounts": ["nowhere"]}), SHIPPED)


@pytest.mark.parametrize(
    "frame",
    [
        pl.DataFrame({"accounts": [["facebook", "tiktok"]]}),
        pl.LazyFrame({"accounts": [True]}),
        pd.DataFrame({"accounts": [1.5]}),
        pa.table({"accounts": [["facebook", "instagram"]]}),
    ],
)
def test_cells_that_are_no_texts_are_refused(frame: object) -> None:
    """They would be taken for an answer in people's own words."""
    with pytest.raises(ValueError, match="column accounts holds no texts"):
        score_frame(frame, SHIPPED)  # type: ignore[type-var]


def test_blank_cells_need_no_kind() -> None:
    """Where a column is blank from top to bottom, pandas takes it for one of numbers."""
    frame = pd.DataFrame({"accounts": [None, float("nan")], "posts-total": ["none", None]})
    assert rows_of(score_frame(frame, SHIPPED, columns=["answered"])) == [(1,), (0,)]


def test_a_name_said_twice_is_one_column() -> None:
    """Of columns to keep and of columns wanted alike, on frames of every kind."""
    for make in MADE.values():
        frame = make({"shop": ["Kiosk Amina"], "accounts": ["nowhere"]})
        scored = score_frame(frame, SHIPPED, keep=["shop", "shop"], columns=["low", "low"])
        assert rows_of(scored) == [("Kiosk Amina", 1)]


def test_a_column_that_is_not_known_is_refused() -> None:
    """A result that is misspelt is not left out silently."""
    with pytest.raises(ValueError, match="no such columns: stadium"):
        score_frame(pl.DataFrame({"accounts": ["nowhere"]}), SHIPPED, columns=["stadium"])


def test_a_kept_column_may_not_be_called_as_a_result() -> None:
    """Two columns of one name could not be told apart."""
    with pytest.raises(ValueError, match="have the names of results: stage"):
        score_frame(pl.DataFrame({"accounts": ["nowhere"], "stage": ["old"]}), SHIPPED, keep=["stage"])


def test_every_column_has_a_name_of_its_own() -> None:
    """No finding and no question can be called like a result."""
    assert len(set(score_columns(SHIPPED))) == len(score_columns(SHIPPED))
