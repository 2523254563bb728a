"""How long a command takes from nothing, against what merely importing its libraries takes.

    python -m benchmarks.cold_start

Whole processes, taking turns in one run; user and system CPU, the median of 15. Exits 1 where a command needs more
than its limit times what it is compared with, the imports or the same command without the option: a ratio holds on a
slow machine too. Beside it stands what typer, yaml and a pydantic model of one field cost, started as the program
starts.
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
    """A command of the program, and how many times another one, by its name, it may take."""

    arguments: tuple[str, ...]
    limit: float
    compared: str = "reference"


SCORE = ("score", CASE, "--format", "json")
ROWS = {
    "score --format json": Row(SCORE, 1.1),
    "score --format json --lang hi": Row((*SCORE, "--lang", "hi"), 1.15, "score --format json"),
    "score --format html": Row((*SCORE[:-1], "html"), 1.6, "score --format json"),
    "--version": Row(("--version",), 0.9),
}


def main() -> int:
    """Measure, print the table and return the exit code."""
    commands = {"reference": python(REFERENCE), "floor": python(FLOOR)}
    commands |= {name: (PROGRAM, *row.arguments) for name, row in ROWS.items()}
    seconds = median_cpu(commands, runs=RUNS)
    ratios = {name: seconds[name] / seconds[row.compared] for name, row in ROWS.items()}
    ratios |= {name: seconds[name] / seconds["reference"] for name in ("reference", "floor")}
    over = [name for name, row in ROWS.items() if ratios[name] > row.limit]

    print(f"{f'CPU time, median of {RUNS}':<42}{'ms':>6}{'ratio':>8}{'limit':>8}  compared with")
    names = {"reference": "importing the libraries", "floor": "typer, yaml, a model of one field"}
    for name, words in (names | {each: f"sixstages {each}" for each in ROWS}).items():
        limit = f"{ROWS[name].limit:>8.2f}  {ROWS[name].compared}" if name in ROWS else ""
        print(f"{words:<42}{seconds[name] * 1000:>6.0f}{ratios[name]:>8.2f}{limit}")
    if over:
        print(f"over the limit: {', '.join(over)}")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
