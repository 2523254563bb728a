"""The check as workflow commands of GitHub Actions, which become annotations of a pull request.

GitHub shows ten errors and ten warnings of a step; errors come first. The last line is for who reads the log.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports.checking.counting import tally
from sixstages.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.checked import Checked
    from sixstages.errors import Place, Problem

_IN_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_DATA | str.maketrans({":": "%3A", ",": "%2C"})


def report(checked: Checked, /) -> str:
    """Give a workflow command for each problem, a line each."""
    errors_first = sorted(checked.problems, key=lambda each: each.severity != "error")
    return "".join(f"{line}\n" for line in (*map(_command, errors_first), tally(checked.problems)))


def _command(found: Problem) -> str:
    properties = [*(_properties(found.place) if found.place else ()), ("title", f"sixstages {found.code}")]
    named = ",".join(f"{name}={_escaped(value, _IN_PROPERTIES)}" for name, value in properties)
    also = [f"also: {each.file}:{each.line}:{each.column}" for each in found.also]
    words = "\n".join([found.message, found.remedy, *also])
    return f"::{found.severity} {named}::{_escaped(words, _IN_DATA)}"


def _properties(place: Place) -> Iterator[tuple[str, str]]:
    yield "file", place.file
    yield "line", str(place.line)
    yield "endLine", str(place.end_line)
    if place.line == place.end_line:  # the runner drops columns that stand on different lines
        yield "col", str(place.column)
        yield "endColumn", str(place.end_column)


def _escaped(words: str, escapes: dict[int, str]) -> str:
    return visible(words.translate(escapes))
