"""Fingerprints: a name for each problem that stays the same while lines above it come and go.

A name is made of the code, the file, the marked text, and the ids around it: those in the message, those on the line,
and those of the items in which the line stands. The lines of the file are read anew for that; where the file is gone
or has changed, the other three have to do.
"""

from __future__ import annotations

import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sixstages.errors import ProblemsFound
from sixstages.files import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sixstages.errors import Place, Problem

_DIGITS = 32
_QUOTED = re.compile("'([^']*)'")
_ID = re.compile(r"\b(?:id|group): *([a-z0-9-]+)")


def fingerprints(problems: Sequence[Problem]) -> Iterator[str]:
    """Name each problem; those that can't be told apart are numbered."""
    lines = {file: _lines(file) for file in {each.place.file for each in problems if each.place}}
    seen: Counter[str] = Counter()
    for found in problems:
        about = "\0".join(_about(found, lines))
        digest = sha256(about.encode(errors="backslashreplace")).hexdigest()[:_DIGITS]
        seen[digest] += 1
        yield f"{digest}:{seen[digest]}"


def _lines(file: str) -> list[str]:
    try:
        return read_bytes(Path(file)).decode(errors="replace").split("\n")
    except ProblemsFound:
        return []


def _about(found: Problem, lines: Mapping[str, Sequence[str]]) -> Iterator[str]:
    yield found.code
    if found.place:
        yield found.place.file
        yield _marked(found.place)
        yield from _ids_around(found.place, lines[found.place.file])
    yield from _QUOTED.findall(found.message)


def _marked(place: Place) -> str:
    end = place.end_column - 1 if place.end_line == place.line else None
    return place.excerpt[place.column - 1 : end]


def _ids_around(place: Place, lines: Sequence[str]) -> Iterator[str]:
    """Yield the ids on the line, and those of the lines above that it hangs from: each begins further to the left."""
    yield from _ID.findall(place.excerpt)
    inside = _indent(place.excerpt)
    for line in reversed(lines[: place.line - 1]):
        if line.strip() and not line.lstrip().startswith("#") and _indent(line) < inside:
            inside = _indent(line)
            yield from _ID.findall(line)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
