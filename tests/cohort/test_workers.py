"""What Spark's workers do, without Spark: a frame that hands its rows over as Spark does."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, NamedTuple

import polars as pl
import pyarrow as pa

from sixstages import load_rubric
from sixstages.cohort.scoring import Scorer, score_columns
from sixstages.cohort.spark import score_on_workers
from tests.cohort.test_shipped_rubric import strange_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Scored = Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]

RUBRIC = load_rubric()
ROWS = pl.DataFrame(strange_rows(RUBRIC, 100), schema=dict.fromkeys(RUBRIC.questions, pl.String), orient="row")
MEMBERS = ROWS.select(member=pl.int_range(pl.len())).hstack(ROWS)
COLUMNS = score_columns(RUBRIC)


class Schema:
    """The names of columns and their kinds, as one of PySpark takes them."""

    def __init__(self, fields: Iterable[tuple[str, str]]) -> None:
        """Begin with some fields."""
        self.fields = dict(fields)

    def __getitem__(self, name: str) -> tuple[str, str]:
        """Give a field."""
        return name, self.fields[name]

    def add(self, name: str, kind: str) -> None:
        """Add a field."""
        self.fields[name] = kind


class Mapped(NamedTuple):
    """What a worker is sent, and what is to come back."""

    sent: bytes
    schema: Schema


class Frame:
    """A frame of two columns, as far as is needed."""

    schema = Schema([("member", "long"), ("accounts", "string")])
    selected: tuple[str, ...] = ()

    def select(self, *columns: str) -> Frame:
        """Leave out all other columns."""
        self.selected = columns
        return self

    def mapInArrow(self, scored: Scored, schema: Schema) -> Mapped:  # noqa: N802 - as PySpark calls it
        """Send a function to a worker."""
        return Mapped(pickle.dumps(scored), schema)


def test_a_worker_scores_batches_as_they_come() -> None:
    """Sent to another process, and fed batch by batch, it says of every row what is said of all at once."""
    columns = score_columns(RUBRIC)
    mapped = score_on_workers(Scorer(RUBRIC), Frame(), ["accounts"], ["member"], columns)
    batches = MEMBERS.to_arrow().to_batches(max_chunksize=30)
    came_back = pa.Table.from_batches(pickle.loads(mapped.sent)(batches))  # noqa: S301 - what was sent just now
    assert pl.DataFrame(came_back).equals(Scorer(RUBRIC).score(MEMBERS, keep=["member"], columns=columns))
    assert pa.string_view() not in came_back.schema.types  # Spark does not know it


def test_what_comes_back_is_told_before() -> None:
    """The columns to pass on keep their kinds; those that were asked for come behind them."""
    columns = ["verdict", "low", "finding:no-plan", "severity:no-plan", "answered"]
    mapped = score_on_workers(Scorer(RUBRIC), Frame(), ["accounts"], ["member"], columns)
    assert mapped.schema.fields == {
        "member": "long",
        "verdict": "string",
        "low": "byte",
        "finding:no-plan": "boolean",
        "severity:no-plan": "double",
        "answered": "short",
    }
