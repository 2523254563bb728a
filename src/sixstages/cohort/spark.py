"""Rows that Spark holds: its workers give them batch by batch as Arrow tables, which are scored like rows in memory.

As expressions that Spark runs itself, the rules of a rubric of some size take it several times as long, and most of
that before the first row is read.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

import polars as pl

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    import pyarrow as pa

    Frame = Any
    """A `pyspark.sql.DataFrame`: no name of PySpark's is needed, so that types can be checked without it."""

_KINDS: Mapping[pl.DataType, str] = {
    pl.Int8(): "byte",
    pl.Int16(): "short",
    pl.Float64(): "double",
    pl.Boolean(): "boolean",
    pl.String(): "string",
}
"""What PySpark calls the kinds of columns that are found."""


class _Scores(Protocol):
    """A `Scorer`; each worker gets one of its own."""

    def score(self, frame: Any, *, keep: Sequence[str] = (), columns: Sequence[str] | None = None) -> Any:  # noqa: ANN401 - a frame of any kind
        """Score every row of a frame."""


def score_on_workers(
    scorer: _Scores, frame: Frame, questions: Sequence[str], keep: Sequence[str], columns: Sequence[str]
) -> Frame:
    """Return what is to be scored once its rows are asked for; the workers need this package and PyArrow."""
    schema = type(frame.schema)([frame.schema[name] for name in keep])
    none = pl.DataFrame(schema=dict.fromkeys(questions, pl.String))
    for name, kind in scorer.score(none, columns=columns).schema.items():
        schema.add(name, _KINDS[kind])
    needed = frame.select(*(_quoted(name) for name in dict.fromkeys([*keep, *questions])))
    return needed.mapInArrow(partial(_scored, scorer, keep, columns), schema)


def _scored(
    scorer: _Scores, keep: Sequence[str], columns: Sequence[str], batches: Iterator[pa.RecordBatch]
) -> Iterator[pa.RecordBatch]:
    """Score batches, on a worker."""
    import pyarrow as pa  # noqa: PLC0415 - the workers have it; nobody else needs it

    for batch in batches:
        scored = scorer.score(pa.table(batch), keep=keep, columns=columns)
        plain = [pa.string() if kind == pa.large_string() else kind for kind in scored.schema.types]
        yield from scored.cast(pa.schema(list(zip(scored.schema.names, plain, strict=True)))).to_batches()


def _quoted(name: str) -> str:
    """Write the name of a column so that a dot in it is a letter."""
    return "`" + name.replace("`", "``") + "`"
