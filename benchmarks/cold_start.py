"""How long a command takes from nothing, against what merely importing its libraries takes.

    python -m benchmarks.cold_start

Whole processes, taking turns in one run; user and system CPU, the median of 15. Exits 1 where a command needs more
than its limit times the reference: the figure is a ratio, so that it holds on a slow machine too. Beside it stands
what typer, yaml and a pydantic model of one field cost, started as the program starts: no rubric is read for less.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

from benchmarks.measure import PROGRAM, ROOT, median_cpu, python

REFERENCE = "import typer, rich.console, yaml, pydantic; pydantic.BaseModel"
CASE = str(ROOT / "cases" / "asha-textiles.yaml")
FLOOR = """
import gc, os
gc.disable()
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
import typer, yaml, pydantic
class Model(pydantic.BaseModel):
    field: str
gc.freeze()
"""
RUNS = 15


class Row(NamedTuple):
    """A command of the program, and how many times the reference it may take."""

    arguments: tuple[str, ...]
    limit: float


ROWS = {
    "score --format json": Row(("score", CASE, "--format", "json"), 1.1),
    "--version": Row(("--version",), 0.9),
}


def main() -> int:
    """Measure, print the table and return the exit code."""
    commands = {"reference": python(REFERENCE), "floor": python(FLOOR)}
    commands |= {name: (PROGRAM, *row.arguments) for name, row in ROWS.items()}
    seconds = median_cpu(commands, runs=RUNS)
    ratios = {name: each / seconds["reference"] for name, each in seconds.items()}
    over = [name for name, row in ROWS.items() if ratios[name] > row.limit]

    print(f"{f'CPU time, median of {RUNS}':<34}{'ms':>6}{'ratio':>8}{'limit':>8}")
    names = {"reference": "importing the libraries", "floor": "typer, yaml, a model of one field"}
    for name, words in (names | {each: f"sixstages {each}" for each in ROWS}).items():
        limit = f"{ROWS[name].limit:>8.2f}" if name in ROWS else ""
        print(f"{words:<34}{seconds[name] * 1000:>6.0f}{ratios[name]:>8.2f}{limit}")
    if over:
        print(f"over the limit: {', '.join(over)}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
