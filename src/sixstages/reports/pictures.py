"""Pictures for pages, as inline SVG: the ladder, and bars of signs.

They hold no text but numbers and are hidden from screen readers: what they show stands beside them in words. How
they look is up to the style of the page, which knows light and dark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sixstages.reports.story import Bar, Rung
    from sixstages.speech import Speech

STEP = 40  # the width of a step; these and all others in the units of the picture
RISE = 14
BASE = 22  # the height of the lowest step
PIN = 26  # room above the highest step

CELL = 18
GAP = 3
HEIGHT = 14
OVERHANG = 3  # how far the mark of what is needed stands out of its bar

_SVG = '<svg class="{name}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">'


def ladder(say: Speech, rungs: Sequence[Rung]) -> str:
    """Draw the stages as stairs: a pin stands on the one that the answers say, possible ones are dashed."""
    width, height = STEP * len(rungs), PIN + BASE + RISE * (len(rungs) - 1)
    steps = "".join(_step(say, rung, height) for rung in rungs)
    return _SVG.format(name="stairs", width=width, height=height) + steps + "</svg>"


def _step(say: Speech, rung: Rung, height: int) -> str:
    left, tall = STEP * (rung.number - 1), BASE + RISE * (rung.number - 1)
    look = "here" if rung.here else "possible" if rung.mark else "step"
    middle, top = left + STEP // 2, height - tall
    shape = f'<rect class="{look}" x="{left + 2}" y="{top + 1}" width="{STEP - 4}" height="{tall - 2}" rx="3"/>'
    number = f'<text class="on-{look}" x="{middle}" y="{height - 8}">{say.number(rung.number)}</text>'
    return shape + number + (_pin(middle, top) if rung.here else "")


def _pin(middle: int, top: int) -> str:
    point = f"M{middle} {top - 3}l-6 -10a7 7 0 1 1 12 0z"
    return f'<path class="pin" d="{point}"/>'


def bar(counted: Bar) -> str:
    """Draw a cell for each sign: full ones are there, empty ones missing, crossed ones not known.

    A line stands behind as many cells as are needed.
    """
    looks = ["met"] * counted.met + ["unknown"] * counted.unknown + ["missing"] * counted.missing
    width, height = (CELL + GAP) * len(looks) + GAP, HEIGHT + 2 * OVERHANG
    cells = "".join(_cell(place, look) for place, look in enumerate(looks))
    needed = _needed(counted.needs) if counted.needs else ""
    return _SVG.format(name="bar", width=width, height=height) + cells + needed + "</svg>"


def _cell(place: int, look: str) -> str:
    left = GAP + (CELL + GAP) * place
    shape = f'<rect class="{look}" x="{left}" y="{OVERHANG}" width="{CELL}" height="{HEIGHT}" rx="2"/>'
    if look != "unknown":
        return shape
    return f'{shape}<path class="crossed" d="M{left + 4} {OVERHANG + HEIGHT - 3}l{CELL - 8} -{HEIGHT - 6}"/>'


def _needed(needs: int) -> str:
    at = (CELL + GAP) * needs + GAP / 2
    return f'<path class="needed" d="M{at} 0v{HEIGHT + 2 * OVERHANG}"/>'
