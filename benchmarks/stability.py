"""How much one careless answer can do: `python -m benchmarks.stability [--sheets N]`.

Over all cases: the share of single different answers that change the stage, the worst move and the questions behind
it. Beside it, over the cases and over random sheets: how often each verdict word and each stage comes up.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING, get_args

from benchmarks.sheets import SEED, case_sheets, random_sheet
from sixstages import assess, load_rubric
from sixstages.assessment import VerdictWord, neighbours
from sixstages.logic import Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sixstages import Answers, Rubric

MOST_SHARE = 0.05
"""The target: at most this share of single different answers changes the stage."""
MOST_STAGES = 1
"""The target: where no step was skipped, one different answer moves a sheet by at most this many stages."""


@dataclass(frozen=True, kw_only=True)
class Stability:
    """What single different answers do to some sheets; the opening question's are not counted.

    `tried` and `moved` count, by question, all different answers and those that give another low end.
    `worst_move` is in stages, over the sheets that are not uneven.
    `verdicts` and `stages` count the sheets by verdict word and by stage id.
    """

    sheets: int
    tried: Counter[str]
    moved: Counter[str]
    worst_move: int
    verdicts: Counter[str]
    stages: Counter[str]

    @property
    def share(self) -> float:
        """The share of all different answers that change the stage, from 0 to 1."""
        return _share(self.moved.total(), self.tried.total())


def measure(rubric: Rubric, sheets: Iterable[Answers]) -> Stability:
    """Assess every sheet and count what its single different answers do."""
    tried: Counter[str] = Counter()
    found = []
    for sheet in sheets:
        found.append(assess(rubric, sheet))
        used = Reading(rubric, sheet.answers).used()
        tried.update(question.id for question, _ in neighbours(rubric, used))
    moves = [(each.verdict, abs(change.stage - each.stage.low)) for each in found for change in each.changes]
    return Stability(
        sheets=len(found),
        tried=tried,
        moved=Counter(change.question for each in found for change in each.changes),
        worst_move=max((move for verdict, move in moves if verdict != "uneven"), default=0),
        verdicts=Counter(each.verdict for each in found),
        stages=Counter(each.stage.id for each in found),
    )


def report(rubric: Rubric, cases: Stability, chance: Stability) -> str:
    """Lay out the figures of the cases, and beside them those of random sheets, as text."""
    heads = (f"{cases.sheets:,} cases", f"{chance.sheets:,} random sheets")
    tried, moved, worst = cases.tried.total(), cases.moved.total(), cases.worst_move
    lines = [
        f"One different answer, over {heads[0]}",
        f"  {'tried':<24}{tried:>8,}",
        f"  {'change the stage':<24}{_counted(moved, tried)}   at most {MOST_SHARE:.1%} wanted",
        f"  {'worst move, in stages':<24}{worst:>8}           at most {MOST_STAGES} wanted, uneven sheets apart",
        "",
        "Questions that move the stage most, of the different answers tried",
        *_movers(cases),
        "",
        f"{'':<24}{heads[0]:>20}{heads[1]:>26}",
        *_beside(get_args(VerdictWord), cases.verdicts, chance.verdicts),
        "",
        *_beside([stage.id for stage in rubric.stages], cases.stages, chance.stages),
    ]
    return "\n".join(lines) + "\n"


def _movers(found: Stability) -> Iterator[str]:
    for question, moved in found.moved.most_common(10):
        yield f"  {question:<24}{_counted(moved, found.tried[question])}"


def _beside(names: Sequence[str], cases: Counter[str], chance: Counter[str]) -> Iterator[str]:
    for name in names:
        first, second = (_counted(counter[name], counter.total()) for counter in (cases, chance))
        yield f"  {name:<22}{first:>20}{second:>26}"


def _counted(part: int, whole: int) -> str:
    return f"{part:>8,}  {_share(part, whole):>6.1%}"


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def main() -> None:
    """Measure the shipped rubric and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.stability", description=__doc__.splitlines()[0])
    parser.add_argument("--sheets", type=int, default=10_000, help="how many random sheets (10000)")
    count = parser.parse_args().sheets
    rubric = load_rubric()
    random = Random(SEED)  # noqa: S311 - chance, not secrecy
    chance = measure(rubric, (random_sheet(rubric, random) for _ in range(count)))
    sys.stdout.write(report(rubric, measure(rubric, case_sheets(rubric)), chance))


if __name__ == "__main__":
    main()
