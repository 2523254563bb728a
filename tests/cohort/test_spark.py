"""The scorer on Spark, on this machine alone; skipped where it isn't asked for or can't run."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import polars as pl
import pytest
from hypothesis import given, settings

from sixstages import load_rubric
from sixstages.cohort.scoring import score_columns, score_frame
from tests import ROOT
from tests.cohort.test_scoring import expected, tables
from tests.cohort.test_shipped_rubric import strange_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from pyspark.sql import SparkSession

    from sixstages.rubric import Rubric
    from tests.cohort.tables_of_ids import Cells

NOT_ASKED_FOR = "it starts Spark and takes minutes; SPARK=1 runs it"
NO_JAVA = "Spark needs Java; on Debian: apt install default-jre-headless"
NO_PYSPARK = "Spark is an extra: pip install sixstages[spark]"

SETTINGS = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
}
EXAMPLE = re.search(
    r"^```python\n(.*?)^```$", ROOT.joinpath("docs/cohort.md").read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL
)

OVER_CONNECT = """
import os, sys

os.environ |= {"PYSPARK_PYTHON": sys.executable, "SPARK_LOCAL_IP": "127.0.0.1"}
from pyspark.sql import SparkSession
from sixstages import load_rubric
from sixstages.cohort.scoring import score_frame

session = SparkSession.builder.remote("local[1]").getOrCreate()
answers = session.sql("select 'nowhere' as accounts")
print([tuple(row) for row in score_frame(answers, load_rubric(), columns=["low", "verdict"]).collect()])
session.stop()
"""

pytestmark = [
    pytest.mark.skipif("SPARK" not in os.environ, reason=NOT_ASKED_FOR),
    pytest.mark.skipif(not (shutil.which("java") or os.environ.get("JAVA_HOME")), reason=NO_JAVA),
    pytest.mark.skipif(find_spec("pyspark") is None, reason=NO_PYSPARK),
    pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # PySpark 4.0 leaves sockets open, which is told when
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),  # they are collected
]


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """Start Spark once for all tests, in two threads, with no door to the network."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - an extra, which is not installed for other tests

    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        environment.setenv("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master("local[2]")
        for name, value in SETTINGS.items():
            builder = builder.config(name, value)
        session = builder.config("spark.sql.warehouse.dir", tmp_path_factory.mktemp("warehouse").as_uri()).getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        yield session
        session.stop()


def framed(spark: SparkSession, rubric: Rubric, rows: Sequence[Cells]) -> Any:  # noqa: ANN401 - mypy runs without Spark
    """Make a frame of Spark."""
    schema = ", ".join(f"`{question}` string" for question in rubric.questions)
    return spark.createDataFrame([tuple(row[question] for question in rubric.questions) for row in rows], schema)


def scored(spark: SparkSession, rubric: Rubric, rows: Sequence[Cells]) -> list[tuple[object, ...]]:
    """Score rows on Spark, and fetch what it says of them."""
    return [tuple(row) for row in score_frame(framed(spark, rubric, rows), rubric).collect()]


@settings(max_examples=20)
@given(case=tables())
def test_every_row_is_judged_as_if_it_stood_alone(spark: SparkSession, case: tuple[Rubric, list[Cells]]) -> None:
    """Of any rubric and any table, Spark says of each row what `assess` says of it."""
    rubric, rows = case
    assert scored(spark, rubric, rows) == [expected(rubric, row) for row in rows]


def test_every_row_of_the_shipped_rubric_is_judged_so(spark: SparkSession) -> None:
    """Random sheets, with gaps and strange cells, get in each column what `assess` says of them."""
    rubric = load_rubric()
    rows = strange_rows(rubric, 300)
    assert scored(spark, rubric, rows) == [expected(rubric, row) for row in rows]


def test_what_is_passed_on_keeps_its_kind(spark: SparkSession) -> None:
    """Dates, numbers and lists come back as they were given, null too."""
    given = spark.sql(
        "select * from values ('Duka la Neema', date'2026-03-01', 12.50BD, array('a', 'b'), 'nowhere'),"
        " (null, null, null, null, null) as t(shop, since, fee, tags, accounts)"
    )
    keep = ["shop", "since", "fee", "tags"]
    scored = score_frame(given, load_rubric(), keep=keep, columns=["answered"])
    assert scored.schema.fields[:4] == given.schema.fields[:4]
    assert [tuple(row) for row in scored.collect()] == [
        ("Duka la Neema", date(2026, 3, 1), Decimal("12.50"), ["a", "b"], 1),
        (None, None, None, None, 0),
    ]


@pytest.mark.skipif(
    find_spec("grpc") is None, reason="Spark Connect is an extra of PySpark: pip install pyspark[connect]"
)
def test_spark_connect_scores_too() -> None:
    """Over a session of Spark Connect, which is not the same kind of frame, the rows come back scored."""
    ran = subprocess.run([sys.executable, "-c", OVER_CONNECT], capture_output=True, text=True, check=False)
    assert ran.stdout.splitlines()[-1:] == ["[(1, 'firm')]"], ran.stderr


def test_the_example_of_the_page_runs(spark: SparkSession, tmp_path: Path) -> None:
    """The page's few lines score a file of ids, and pass on the column that they name."""
    assert EXAMPLE
    rubric = load_rubric()
    rows = strange_rows(rubric, 40)
    members = [f"Member {number}" for number in range(len(rows))]
    framed(spark, rubric, rows)  # the session is there, and the page's lines get it
    table = pl.DataFrame(rows, schema=dict.fromkeys(rubric.questions, pl.String), orient="row")
    table.insert_column(0, pl.Series("member", members)).write_parquet(tmp_path / "answers.parquet")
    exec(EXAMPLE[1].replace('"/data/', f'"{tmp_path}/'), {})  # noqa: S102 - our own page
    written = pl.read_parquet(tmp_path / "verdicts.parquet" / "*.parquet").sort(
        pl.col("member").str.slice(7).cast(pl.Int64)
    )
    assert written.columns == ["member", *(name for name in score_columns(rubric) if not name.startswith("asked:"))]
    assert written.rows() == [(member, *expected(rubric, row)) for member, row in zip(members, rows, strict=True)]
