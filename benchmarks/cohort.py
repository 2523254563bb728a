"""What `sixstages cohort` costs over a million rows: `python -m benchmarks.cohort [--quick] [--spark]`.

A table of the shipped rubric, made by chance but the same every time, with the full verdict of each row written as
CSV. It is compared with what Polars needs to read that table and to write a file with the same columns: in one
process, warm, taking turns, the median of seven. Whole processes say how much memory it takes at the peak, at a
million rows and at ten, and how the time grows; `--quick` leaves out the ten million. Beside it, without a limit: a
loop over `assess`, and the stage alone as one writes it by hand with pandas. `--spark` adds Spark on this machine.

Wall-clock time; it needs 6 GB of disk. Exits 1 where something is over its limit.
"""

from __future__ import annotations

import argparse
import csv
import io
import sys
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

import polars as pl

from benchmarks import by_hand, on_spark
from benchmarks.measure import PROGRAM, python, used_by
from benchmarks.tables import write_table
from sixstages import Answers, assess, load_rubric
from sixstages.cli import main as sixstages
from sixstages.cli.session import Session
from sixstages.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sixstages import Rubric

ROWS = 1_000_000
MORE = 10
"""The larger table has so many times the rows."""
ONE_BY_ONE = 10_000
RUNS, RUNS_OF_PROCESSES = 7, 3

MOST_TIMES_POLARS = 2.0
MOST_TIMES_AS_LONG = 11.0
MOST_BYTES = 10**9
MOST_SECONDS_OF_SPARK = 10.0

READ_AND_WRITE = """
import polars as pl
pl.read_csv({table!r}, infer_schema=False)
pl.read_ipc({ready!r}).write_csv({written!r})
"""
"""The other side as a process of its own; what it writes is at hand without being read first."""
MAKE_READY = "import polars as pl; pl.read_csv({rows!r}).write_ipc({ready!r})"


class Figure(NamedTuple):
    """A line of the table: what was measured, and the most it may be, where there is a limit."""

    name: str
    value: float
    unit: str
    limit: float | None = None

    @property
    def is_over(self) -> bool:
        """Whether it is more than it may be."""
        return self.limit is not None and self.value > self.limit

    def __str__(self) -> str:
        """Lay the line out."""
        places = 0 if self.unit == "MB" else 2
        limit = "" if self.limit is None else f"    at most {self.limit:g}"
        return f"  {self.name:<46}{self.value:>8.{places}f} {self.unit:<3}{limit}".rstrip()


class Files(NamedTuple):
    """Where everything stands that is read and written."""

    table: Path
    larger: Path
    rows: Path
    ready: Path
    written: Path


def score(table: Path, rows: Path) -> None:
    """Score a table in this process. Raises RuntimeError where it can't be."""
    told = io.StringIO()
    terminal = Terminal(None, io.StringIO(), told, {})
    if sixstages(["cohort", str(table), "--output", str(rows)], Session(terminal=terminal, now=_now)):
        raise RuntimeError(told.getvalue())


def _now() -> datetime:
    return datetime.now(UTC)


def in_one_process(files: Files) -> Iterator[Figure]:
    """Compare with Polars, warm."""
    score(files.table, files.rows)
    rows = pl.read_csv(files.rows)

    def read_and_write() -> None:
        pl.read_csv(files.table, infer_schema=False)
        rows.write_csv(files.written)

    polars, cohort = taking_turns(read_and_write, lambda: score(files.table, files.rows))
    yield Figure("Polars reads and writes", polars, "s")
    yield Figure("cohort", cohort, "s")
    yield Figure("times Polars", cohort / polars, "", MOST_TIMES_POLARS)


def taking_turns(*measured: Callable[[], object]) -> list[float]:
    """Return the median seconds of each; a first turn is not counted."""
    turns = [[seconds(each) for each in measured] for _ in range(RUNS + 1)]
    return [median(each) for each in zip(*turns[1:], strict=True)]


def seconds(measured: Callable[[], object]) -> float:
    """Return how long something takes."""
    start = perf_counter()
    measured()
    return perf_counter() - start


def whole_processes(files: Files) -> Iterator[Figure]:
    """Measure processes from their beginning to their end."""
    command = (PROGRAM, "cohort", str(files.table), "--output", str(files.rows))
    used_by(command)
    used_by(python(MAKE_READY.format(rows=str(files.rows), ready=str(files.ready))))
    paths = {name: str(path) for name, path in files._asdict().items()}
    other = python(READ_AND_WRITE.format(**paths))
    turns = [(used_by(other), used_by(command)) for _ in range(RUNS_OF_PROCESSES)]
    polars, cohort = (median(each.wall for each in side) for side in zip(*turns, strict=True))
    yield Figure("Polars reads and writes", polars, "s")
    yield Figure("cohort", cohort, "s")
    yield Figure("times Polars", cohort / polars, "")
    yield _memory(max(each.peak for _, each in turns))
    if files.larger.exists():
        larger = used_by((PROGRAM, "cohort", str(files.larger), "--output", str(files.rows)))
        yield Figure(f"cohort over {MORE * ROWS:,} rows", larger.wall, "s")
        yield Figure(f"times {ROWS:,} rows", larger.wall / cohort, "", MOST_TIMES_AS_LONG)
        yield _memory(larger.peak)


def _memory(peak: int) -> Figure:
    return Figure("memory at the peak", peak / 10**6, "MB", MOST_BYTES / 10**6)


def beside(files: Files, rubric: Rubric) -> Iterator[Figure]:
    """Measure other ways to a verdict, or to a part of it. Raises ValueError where the part is not the same."""
    scale = ROWS / ONE_BY_ONE
    one_by_one = scale * seconds(lambda: assess_one_by_one(files.table, rubric))
    yield Figure(f"a loop over assess ({ONE_BY_ONE:,} rows, times {scale:g})", one_by_one, "s")
    (pandas,) = taking_turns(lambda: by_hand.stages(files.table))
    yield Figure("pandas by hand, the stage alone", pandas, "s")
    if by_hand.stages(files.table).to_list() != pl.read_csv(files.rows)["low"].to_list():
        message = "the stages written by hand are others"
        raise ValueError(message)


def assess_one_by_one(table: Path, rubric: Rubric) -> None:
    """Assess the first rows of a table."""
    with table.open(encoding="utf-8", newline="") as file:
        for row in islice(csv.DictReader(file), ONE_BY_ONE):
            picks = {each: tuple(row[each].split(";")) for each in rubric.questions if row[each]}
            assess(rubric, Answers(answers=picks))


def spark(files: Files, rubric: Rubric) -> Iterator[Figure]:
    """Measure Spark, warm."""
    with on_spark.scoring(files.table, rubric) as score_all:
        (warm,) = taking_turns(score_all)
    yield Figure("every column of every row", warm, "s", MOST_SECONDS_OF_SPARK)


def measure(folder: Path, asked: argparse.Namespace) -> Iterator[Figure]:
    """Make the tables, measure everything that is asked for, and print it part by part."""
    names = ("table.csv", "larger.csv", "rows.csv", "ready.arrow", "written.csv")
    files, rubric = Files(*(folder / name for name in names)), load_rubric()
    write_table(files.table, ROWS, rubric)
    if not asked.quick:
        write_table(files.larger, MORE * ROWS, rubric)
    # The processes first, while this one is small.
    parts: dict[str, Callable[[], Iterator[Figure]]] = {
        f"whole processes, median of {RUNS_OF_PROCESSES}": lambda: whole_processes(files),
        f"in one process, warm, median of {RUNS}": lambda: in_one_process(files),
        "beside it": lambda: beside(files, rubric),
    }
    if asked.spark:
        parts[f"Spark on this machine, warm, median of {RUNS}"] = lambda: spark(files, rubric)
    print(f"{ROWS:,} rows, {files.table.stat().st_size / 10**6:.0f} MB")
    for title, part in parts.items():
        print(title)
        for figure in part():
            print(figure, flush=True)
            yield figure


def main() -> int:
    """Measure, print the table and return the exit code."""
    parser = argparse.ArgumentParser(description="What cohort costs over a million rows.")
    parser.add_argument("--quick", action="store_true", help="leave out the ten million")
    parser.add_argument("--spark", action="store_true", help="measure Spark, too; it needs Java")
    asked = parser.parse_args()
    with TemporaryDirectory() as folder:
        over = [figure for figure in measure(Path(folder), asked) if figure.is_over]
    for figure in over:
        print(f"over the limit: {figure.name}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
