"""Pictures for pages, as inline SVG: the ladder, bars of signs, and the way from sitting to sitting.

They hold no text but numbers and are hidden from screen readers: what they show stands beside them in words. How
they look is up to the style of the page, which knows light and dark.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sixstages.assessment import StagePlace
    from sixstages.reports.story import Bar, Rung
    from sixstages.speech import Speech

    _Known = tuple[int, StagePlace]

STEP = 40  # the width of a step; these and all others in the units of the picture
RISE = 14
BASE = 22  # the height of the lowest step
PIN = 26  # room above the highest step

CELL = 18
GAP = 3
HEIGHT = 14
OVERHANG = 3  # how far the mark of what is needed stands out of its bar

ROW = 2  # the height of a stage's row behind the line; it and the two below say only how lengths compare
BETWEEN = 6  # from one sitting to the next
EDGE = 1  # room beside the first and the last

_SVG = '<svg class="{name}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true">'
_STRETCHED = '<svg class="course" viewBox="0 0 {width} {height}" preserveAspectRatio="none" aria-hidden="true">'


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


def course(places: Sequence[StagePlace | None], stages: int) -> str:
    """Draw the stage as a line from sitting to sitting, over a row for each stage; None, no answer, leaves a gap.

    Where a stage is not certain the dot is hollow, the line dashed, and a band as high as what is possible. A page
    stretches the picture to its own rows.
    """
    width, height = BETWEEN * (len(places) - 1) + 2 * EDGE, ROW * stages
    rows = "".join(f'<path class="row" d="M0 {_row(stages, number)}h{width}"/>' for number in range(1, stages + 1))
    known = [(EDGE + BETWEEN * at, place) for at, place in enumerate(places) if place]
    ways = [(one, other) for one, other in pairwise(known) if other[0] - one[0] == BETWEEN]
    bands = "".join(_band(stages, one, other) for one, other in ways)
    lines = "".join(_way(stages, one, other) for one, other in ways)
    dots = "".join(_dot(stages, at, place) for at, place in known)
    return _STRETCHED.format(width=width, height=height) + rows + bands + lines + dots + "</svg>"


def _row(stages: int, number: int) -> int:
    """Return how far down a stage stands: in the middle of its row."""
    return ROW * (stages - number) + ROW // 2


def _band(stages: int, one: _Known, other: _Known) -> str:
    if _is_certain(one[1]) and _is_certain(other[1]):
        return ""
    corners = ((one[0], one[1].high), (other[0], other[1].high), (other[0], other[1].low), (one[0], one[1].low))
    outline = "L".join(f"{at} {_row(stages, number)}" for at, number in corners)
    return f'<path class="band" d="M{outline}z"/>'


def _way(stages: int, one: _Known, other: _Known) -> str:
    look = "way" if _is_certain(one[1]) and _is_certain(other[1]) else "way unsure"
    start, end = (f"{at} {_row(stages, place.number)}" for at, place in (one, other))
    return f'<path class="{look}" d="M{start}L{end}"/>'


def _dot(stages: int, at: int, place: StagePlace) -> str:
    """Draw a line of next to no length, whose round ends stay round however the picture is stretched."""
    spot = f'd="M{at} {_row(stages, place.number)}h.01"'
    if _is_certain(place):
        return f'<path class="dot" {spot}/>'
    span = f'<path class="span" d="M{at} {_row(stages, place.high)}V{_row(stages, place.low)}"/>'
    return f'{span}<path class="dot" {spot}/><path class="hollow" {spot}/>'


def _is_certain(place: StagePlace) -> bool:
    return place.low == place.high
