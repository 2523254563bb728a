"""How many questions an interview takes: `python -m benchmarks.questions_asked [--sheets N]`.

Over all cases and over random sheets: the full interview, the quick one, and one that asks in the file's order and
stops as soon as the stage can't change any more. Exits 1 where a quick interview ends anywhere but where the full one
does, or where its median is over the target.
"""

from __future__ import annotations

import argparse
import sys
from random import Random
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.sheets import SEED, case_sheets, random_sheet
from sixstages import load_rubric
from sixstages.logic import Reading, highest_stage, lowest_stage, rule_holds
from sixstages.quick import Guide

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sixstages import Rubric
    from sixstages.logic import Picks

MOST_IN_THE_MIDDLE = 10
"""The target: half of the quick interviews ask at most so many questions."""


class Counts(NamedTuple):
    """How many questions each interview over some sheets asked."""

    full: list[int]
    quick: list[int]
    in_order: list[int]


def quick_questions(guide: Guide, sheet: Mapping[str, Picks]) -> list[str]:
    """Return what a quick interview asks somebody who answers by this sheet, and "don't know" to all else."""
    seen: dict[str, Picks] = {}
    asked: list[str] = []
    while question := guide.next_question(seen, set(asked) - seen.keys()):
        asked.append(question.id)
        if question.id in sheet:
            seen[question.id] = sheet[question.id]
    return asked


def in_order(rubric: Rubric, sheet: Mapping[str, Picks]) -> int:
    """Count the questions asked in the file's order until the low and the high end meet, or all are asked."""
    seen: dict[str, Picks] = {}
    for number, (question, picks) in enumerate(sheet.items(), 1):
        seen[question] = picks
        low, high = ends(rubric, seen)
        if low == high:
            return number
    return len(sheet)


def ends(rubric: Rubric, sheet: Mapping[str, Picks]) -> tuple[int, int]:
    """Return the low and the high end that these answers leave."""
    reading = Reading(rubric, sheet)
    holds = [rule_holds(gate, reading.signs(gate.signs)) for gate in rubric.gates]
    return lowest_stage(holds), highest_stage(holds)


def count(rubric: Rubric, sheets: Iterable[Mapping[str, Picks]]) -> Counts:
    """Hold the three interviews over each sheet. Raises ValueError where the quick one ends elsewhere."""
    guide, counts = Guide(rubric), Counts([], [], [])
    for sheet in sheets:
        asked = quick_questions(guide, sheet)
        if ends(rubric, {each: sheet[each] for each in asked if each in sheet}) != ends(rubric, sheet):
            message = f"the quick interview ends elsewhere for {dict(sheet)}"
            raise ValueError(message)
        counts.full.append(len(sheet))
        counts.quick.append(len(asked))
        counts.in_order.append(in_order(rubric, sheet))
    return counts


def report(heading: str, counts: Counts) -> str:
    """Lay out the median, the 90th percentile and the maximum of each interview."""
    lines = [f"{heading:<32}{'median':>8}{'9 of 10':>9}{'most':>6}"]
    rows = {"full": counts.full, "quick": counts.quick, "in the file's order": counts.in_order}
    lines += [f"  {name:<30}{median(each):>8g}{_of_ten(each):>9}{max(each):>6}" for name, each in rows.items()]
    return "\n".join(lines)


def _of_ten(numbers: Sequence[int]) -> int:
    return sorted(numbers)[int(0.9 * (len(numbers) - 1))]


def main() -> int:
    """Measure, print the tables and return the exit code."""
    parser = argparse.ArgumentParser(description="How many questions an interview takes.")
    parser.add_argument("--sheets", type=int, default=10_000, help="how many random sheets")
    wanted = parser.parse_args().sheets
    rubric, chance = load_rubric(), Random(SEED)  # noqa: S311 - chance, not secrecy
    cases = count(rubric, [each.answers for each in case_sheets(rubric)])
    random = count(rubric, (random_sheet(rubric, chance).answers for _ in range(wanted)))
    print(report(f"{len(cases.full)} cases", cases))
    print(report(f"{wanted:,} random sheets", random))
    over = [each for each in (cases, random) if median(each.quick) > MOST_IN_THE_MIDDLE]
    print(f"Target: at most {MOST_IN_THE_MIDDLE} in the middle for quick. Each quick one ended where the full one did.")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main())
