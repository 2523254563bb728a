"""The scorer on Spark, on this machine alone."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import polars as pl

from sixstages.cohort.scoring import score_frame

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sixstages import Rubric

SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
}


@contextmanager
def scoring(table: Path, rubric: Rubric) -> Iterator[Callable[[], None]]:
    """Start Spark, and give what scores a table with it: every column of every row, written to nowhere."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra of its own, and only needed where it is asked for

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    parquet = str(table.with_suffix(".parquet"))
    pl.scan_csv(table, infer_schema=False).sink_parquet(parquet)
    builder = SparkSession.builder.master("local[*]")
    for name, value in SETTINGS.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")

    def score_all() -> None:
        scored = score_frame(session.read.parquet(parquet), rubric, keep=["name"])
        scored.write.format("noop").mode("overwrite").save()

    try:
        yield score_all
    finally:
        session.stop()
