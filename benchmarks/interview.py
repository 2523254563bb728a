"""How long it takes from an answer to the next question, saving included, against a bare fsync of the same bytes.

    python -m benchmarks.interview

Whole interviews about the shipped rubric with random answers, held in this process at a terminal that only takes the
time; the answers are kept in this project's folder, on a real disk. After each answer the bytes that were just saved
are written once more, flushed and renamed, without the interview: the disk's share of the time. Wall-clock time, at
least 500 answers. Exits 1 where one answer in a hundred takes longer than 20 ms.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from statistics import quantiles
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.measure import ROOT
from benchmarks.sheets import SEED, random_sheet
from sixstages import load_rubric
from sixstages.cli import main as sixstages
from sixstages.cli.session import Session
from sixstages.terminal import Terminal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages import Rubric

ANSWERS = 500
TARGET = 20  # milliseconds, at the 99th percentile
NAME_AND_OWN_VIEW = ("Asha Textiles", "3")


@dataclass
class Times:
    """Seconds from each answer to the next question, and for a bare write of what was saved in between."""

    interview: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)


class Screen(io.StringIO):
    """A terminal's screen."""

    def isatty(self) -> bool:
        """Say that it is a terminal."""
        return True


class Keyboard(Screen):
    """Somebody who answers at once, and takes the time until the next question."""

    def __init__(self, lines: list[str], file: Path, times: Times) -> None:
        """Keep what will be typed; `file` is where the interview saves it."""
        super().__init__("".join(f"{line}\n" for line in lines))
        self._file, self._times = file, times
        self._before_answers = len(NAME_AND_OWN_VIEW)
        self._typed_at = 0.0

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # StringIO's is a str
        """Give the next line, or what Ctrl-D gives."""
        seconds = perf_counter() - self._typed_at
        line = super().readline(-1 if size is None else size)
        if line and self._before_answers < 0:
            self._times.interview.append(seconds)
            self._times.bare.append(bare_write(self._file.with_suffix(".bare"), self._file.read_bytes()))
        self._before_answers -= 1
        self._typed_at = perf_counter()
        return line


def bare_write(path: Path, content: bytes) -> float:
    """Write, flush to the disk and rename; return the seconds that takes."""
    start = perf_counter()
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)
    return perf_counter() - start


def typed(rubric: Rubric, chance: Random) -> Iterator[str]:
    """Yield the lines that answer each question by chance."""
    yield from NAME_AND_OWN_VIEW
    for question, picks in random_sheet(rubric, chance).answers.items():
        options = [option.id for option in rubric.questions[question].options]
        yield ",".join(str(options.index(pick) + 1) for pick in picks)


def hold(lines: list[str], file: Path, times: Times) -> None:
    """Hold one interview; what the last answer leads to is the report and no question, so it is not measured."""
    terminal = Terminal(Keyboard(lines, file, times), Screen(), sys.stderr, {"TERM": "xterm-256color"})
    sixstages(["interview", str(file)], Session(terminal=terminal, now=lambda: datetime.now(UTC)))


def measure(folder: Path) -> Times:
    """Hold interviews until there are enough answers."""
    rubric, chance, times = load_rubric(), Random(SEED), Times()  # noqa: S311 - chance, not secrecy
    number = 0
    while len(times.bare) < ANSWERS:
        gc.collect()
        hold(list(typed(rubric, chance)), folder / f"{number}.yaml", times)
        number += 1
    return times


def main() -> int:
    """Measure, print the table and return the exit code."""
    gc.disable()  # as the program does
    with TemporaryDirectory(prefix=".benchmark-", dir=ROOT) as folder:
        times = measure(Path(folder))
    rows = {"interview, saving included": times.interview, "bare write, fsync and rename": times.bare}
    print(f"{f'{len(times.bare)} answers, in ms':<30}{'p50':>8}{'p99':>8}")
    figures = [quantiles(row, n=100) for row in rows.values()]
    for name, each in zip(rows, figures, strict=True):
        print(f"{name:<30}{each[49] * 1000:>8.2f}{each[98] * 1000:>8.2f}")
    interview, bare = figures
    print(f"{'ratio':<30}{interview[49] / bare[49]:>8.1f}{interview[98] / bare[98]:>8.1f}")
    print(f"{'target':<30}{TARGET:>16}")
    return 1 if interview[98] * 1000 > TARGET else 0


if __name__ == "__main__":
    sys.exit(main())
