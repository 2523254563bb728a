"""Problems in short, as the example files write them: `Y012 4:1 also 2:1`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sixstages.errors import ProblemsFound

if TYPE_CHECKING:
    from collections.abc import Callable

    from sixstages.errors import Place, Problem

BAD = Path(__file__).parent / "bad"
EXPECTED = "#! "


def examples(folder: str) -> list[Path]:
    """Give the files in a folder of bad examples."""
    return sorted(BAD.joinpath(folder).glob("*.yaml"))


def expected(path: Path) -> list[str]:
    """Read what a bad example must get, from the comments at its beginning."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix(EXPECTED) for line in lines if line.startswith(EXPECTED)]


def told(action: Callable[[], object]) -> list[str]:
    """Do something, and give the problems it raises in short."""
    return [in_short(each) for each in problems_of(action)]


def problems_of(action: Callable[[], object]) -> tuple[Problem, ...]:
    """Do something, and give the problems it raises."""
    try:
        action()
    except ProblemsFound as found:
        return found.problems
    return ()


def in_short(found: Problem) -> str:
    """Write a problem's code and places."""
    also = "".join(f" also {_position(place)}" for place in found.also)
    return f"{found.code} {_position(found.place)}{also}"


def underlined(place: Place | None) -> str:
    """Give the text of a place that stands on one line."""
    assert place
    assert place.line == place.end_line
    return place.excerpt[place.column - 1 : place.end_column - 1]


def _position(place: Place | None) -> str:
    return f"{place.line}:{place.column}" if place else "nowhere"
