"""The kinds of data frame that the scorer takes, each made from columns and read back as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Columns = Mapping[str, Sequence[str | None]]
    Row = tuple[object, ...]


def _duck(columns: Columns) -> Any:  # noqa: ANN401 - DuckDB has no types of its own
    return duckdb.from_arrow(_arrow(columns))


def _arrow(columns: Columns) -> pa.Table:
    return pa.table({name: pa.array(cells, pa.string()) for name, cells in columns.items()})


MADE: Mapping[str, Callable[[Columns], Any]] = {
    "polars": lambda columns: pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String)),
    "polars, lazy": lambda columns: pl.LazyFrame(columns, schema=dict.fromkeys(columns, pl.String)),
    "pandas": pd.DataFrame,
    "pyarrow": _arrow,
    "duckdb": _duck,
}
"""How a frame of each kind is made."""


def rows_of(frame: Any) -> list[Row]:  # noqa: ANN401 - a frame of any kind
    """Read a frame, whatever its kind, into plain rows where null is None."""
    if isinstance(frame, pl.LazyFrame):
        return rows_of(frame.collect())
    if isinstance(frame, pl.DataFrame):
        return frame.rows()
    if isinstance(frame, duckdb.DuckDBPyRelation):
        return frame.fetchall()
    table = pa.Table.from_pandas(frame, preserve_index=False) if isinstance(frame, pd.DataFrame) else frame
    return [tuple(row.values()) for row in table.to_pylist()]
