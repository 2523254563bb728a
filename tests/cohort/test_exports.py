"""Exports of survey tools, read as they come: the same owners get the same verdicts, which are those of each alone."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import polars as pl
import pytest
from polars.testing import assert_frame_equal

from sixstages.cohort.blocks import ROW
from sixstages.cohort.columns import Understanding, understand
from sixstages.cohort.ids import Translator
from sixstages.cohort.mapping import read_mapping
from sixstages.cohort.scoring import score_frame
from sixstages.cohort.tables import open_table
from sixstages.cohort.wording import Wording
from sixstages.loading import Editions
from tests import ROOT
from tools.exporting.owners import owners
from tools.exports import FOLDER

if TYPE_CHECKING:
    from sixstages.cohort.ids import Met

EDITIONS = Editions(ROOT)
RUBRIC = EDITIONS.original
WORDING = Wording([EDITIONS.edition(language).rubric for language in RUBRIC.languages])
OWNERS = owners()

DIALECTS = {
    "formbricks.csv": "formbricks",
    "google-forms.csv": "google-forms",
    "google-sheet.csv": "google-forms",
    "kobo-names.csv": "kobo",
    "kobo.csv": "kobo",
    "limesurvey-texts.csv": "limesurvey",
    "limesurvey.csv": "limesurvey",
    "microsoft-forms.csv": "microsoft-forms",
    "redcap.csv": "redcap",
    "surveymonkey.csv": "surveymonkey",
}
MAPPINGS = {"limesurvey.csv": "limesurvey-mapping.yaml"}
"""What a file can't be understood without."""

OWN_QUESTIONS = {
    "1. What is your business called?",
    "What is your business called? / Open-Ended Response",
    "Qual é o nome da sua empresa?",
    "Nome2",
    "आपके कारोबार का नाम क्या है?",
    "Jina la biashara yako ni nini?",
    "Mtandao gani mwingine?",
    "Як називається ваш бізнес?",
    "business_name",
    "businessname",
    "email",
}
"""The headers of which nobody could know what they are: forms ask for more than the rubric does."""

each_export = pytest.mark.parametrize("name", DIALECTS)


class Outcome(NamedTuple):
    """What became of an export."""

    understood: Understanding
    ids: pl.DataFrame
    misread: tuple[Met, ...]
    broken: tuple[int, ...]


@cache
def read(name: str, mapped_by: str | None = None) -> Outcome:
    """Read an export as `cohort` does."""
    table = open_table(FOLDER / name, RUBRIC)
    mapping = read_mapping(FOLDER / mapped_by, WORDING) if mapped_by else None
    understood = understand(table.name, table.head, WORDING, mapping)
    translator = Translator(understood, WORDING)
    blocks = [block for block, _ in table.blocks(understood.header_rows)]
    ids = pl.concat(translator.ids(block.frame) for block in blocks)
    return Outcome(understood, ids, translator.misread, tuple(row for block in blocks for row in block.broken))


def what_is_open() -> pl.Expr:
    """Join the ids of the questions that are open, as an assessment lists them; null where none is."""
    named = [pl.when(f"open:{question}").then(pl.lit(question)) for question in RUBRIC.questions]
    joined = pl.concat_str(named, separator=";", ignore_nulls=True)
    return pl.when(joined != "").then(joined)


@each_export
def test_a_tool_is_recognised_and_every_column_understood(name: str) -> None:
    """The dialect is that of the tool, every question has its columns, and only what a form adds is unknown."""
    understood = read(name, MAPPINGS.get(name)).understood
    assert (understood.dialect, understood.problems) == (DIALECTS[name], ())
    assert {column.question for column in understood.columns} == {*RUBRIC.questions, ""}
    assert {column.header for column in understood.columns if column.role == "unknown"} <= OWN_QUESTIONS


@each_export
def test_every_cell_is_understood(name: str) -> None:
    """No value is left over, no row is broken, and rows are numbered as in a spreadsheet."""
    found = read(name, MAPPINGS.get(name))
    assert (found.misread, found.broken) == ((), ())
    first = found.understood.header_rows + 1
    assert found.ids[ROW].to_list() == [*range(first, first + len(OWNERS))]


@each_export
def test_a_row_holds_what_the_owner_answered(name: str) -> None:
    """The ids in a row are those of the case, whatever language and shape they came in."""
    rows = read(name, MAPPINGS.get(name)).ids.to_dicts()
    for owner, row in zip(OWNERS, rows, strict=True):
        answered = {question: ";".join(picks) for question, picks in owner.picks.items()}
        assert {question: row[question] for question in RUBRIC.questions if row[question]} == answered, owner.id


@each_export
def test_a_row_gets_the_verdict_of_its_owner_alone(name: str) -> None:
    """Stage, interval, second opinion, verdict, what is open, findings and severities are those of `assess`."""
    scored = score_frame(read(name, MAPPINGS.get(name)).ids, RUBRIC)
    expected = pl.read_csv(FOLDER / "verdicts.csv", schema_overrides=scored.schema)
    found = scored.with_columns(expected["owner"], what_is_open().alias("open")).select(expected.columns)
    assert_frame_equal(found, expected)


def test_codes_that_nothing_explains_are_told() -> None:
    """Without the mapping file every code of an answer is told, with its column, and no stage is made up from them."""
    found = read("limesurvey.csv")
    pick_one = [question.id for question in RUBRIC.questions.values() if question.pick == "one"]
    assert {each.column.question for each in found.misread} == {*pick_one}
    assert {each.value for each in found.misread} <= {f"A{number}" for number in range(1, 9)}
    assert found.ids.select(pl.col(pick_one).is_not_null().any()).row(0) == (False,) * len(pick_one)
    assert [*found.ids["accounts"]].count("") == 1
