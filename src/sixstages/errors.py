"""Problems as values: a code, a place, what is wrong and what to do about it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Literal, NamedTuple

from sixstages.speech import ENGLISH, N_, Phrase
from sixstages.text import one_line, shorten, visible, width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sixstages.speech import Speech

Severity = Literal["error", "warning"]

MAX_PROBLEMS = 100
"""As many problems of one kind of check are listed; who made more by one slip need not read them all."""

SEVERITIES: Mapping[Severity, str] = {"error": N_("error"), "warning": N_("warning")}
ALSO = N_("also: {place}")
NEAREST = N_("Did you mean '{word}'?")
NONE_KNOWN = N_("None is known here.")
KNOWN = N_("Known here: {words}.")
MORE_KNOWN = N_("Known here: {words}, and {number} more.")

_MAX_FACT = 300
_LISTED = 12
_EXCERPT_COLUMNS = 76
_COLUMNS_BEFORE = 30
_COLUMNS_MARKED = 45
_NEARBY = 200


class Place(NamedTuple):
    """A span of a file: lines and columns count from 1, columns in code points, the end is exclusive.

    `excerpt` is the whole first line as it stands in the file, or empty where that is longer than 10,000.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    excerpt: str = ""


class Problem(NamedTuple):
    """One thing that is wrong, where, and its remedy; `also` names further places that belong to it."""

    code: str
    severity: Severity
    message: str
    remedy: str
    place: Place | None = None
    also: tuple[Place, ...] = ()


class ProblemsFound(Exception):  # noqa: N818 - named for what it carries; a list of problems is not one error
    """Raised where a file can't be used; carries every problem found, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, sorted by place and code."""
        self.problems = tuple(sorted(problems, key=in_reading_order))
        super().__init__(self.problems)

    def __str__(self) -> str:
        """Every problem in words."""
        return "\n".join(map(describe, self.problems))


def problem(
    code: str,
    place: Place | None = None,
    /,
    *,
    also: tuple[Place, ...] = (),
    severity: Severity | None = None,
    **facts: object,
) -> Problem:
    """Build the problem `code` of the catalogue, its words filled with `facts`, which may come from a file."""
    from sixstages.catalogue import CATALOGUE  # noqa: PLC0415 - most runs find no problem, and need none of its words

    entry = CATALOGUE[code]
    safe = {name: _as_fact(fact) for name, fact in facts.items()}
    return Problem(
        code=code,
        severity=severity or entry.severity,
        message=Phrase(entry.message, **safe),
        remedy=Phrase(entry.remedy, **safe),
        place=place,
        also=also,
    )


def first_of(problems: Iterable[Problem]) -> list[Problem]:
    """Take the first `MAX_PROBLEMS`; where there are more, one further problem says so."""
    remaining = iter(problems)
    found = list(islice(remaining, MAX_PROBLEMS))
    if next(remaining, None):
        found.append(problem("Y020", found[-1].place, number=MAX_PROBLEMS))
    return found


def suggestion(wrong: str, known: Iterable[str]) -> Phrase:
    """Return the sentence that names the known words nearest to a wrong one, or the known ones."""
    from difflib import get_close_matches  # noqa: PLC0415 - takes longer to import than most commands, and is rarely used

    words = list(known)
    near = get_close_matches(wrong[:_NEARBY], words, n=1)
    if near:
        return Phrase(NEAREST, word=near[0])
    if not words:
        return Phrase(NONE_KNOWN)
    listed = ", ".join(words[:_LISTED])
    if len(words) <= _LISTED:
        return Phrase(KNOWN, words=listed)
    return Phrase(MORE_KNOWN, words=listed, number=len(words) - _LISTED)


def in_reading_order(found: Problem) -> tuple[str, int, int, str]:
    """Sort key: file, line, column, code; problems without a place come first."""
    at = found.place
    return (at.file, at.line, at.column, found.code) if at else ("", 0, 0, found.code)


def describe(found: Problem, say: Speech = ENGLISH) -> str:
    """Return a problem as text of several lines, without control characters.

    The first line is `file:line:column: severity code: message`; below it stand the line of the file with the
    place underlined, the remedy, and the further places.
    """
    at = found.place
    where = f"{_position(at)}: " if at else ""
    lines = [
        f"{where}{say(SEVERITIES[found.severity])} {found.code}: {say(found.message)}",
        *(_underlined(at) if at and at.excerpt else ()),
        f"  {say(found.remedy)}",
        *(f"  {say(ALSO, place=_position(each))}" for each in found.also),
    ]
    return "\n".join(map(one_line, lines))


def _as_fact(fact: object) -> object:
    """Make what may come from a file fit for the screen, and not too long; a number is written when it is said."""
    if isinstance(fact, int):
        return fact
    if isinstance(fact, Phrase):
        return Phrase(fact.words, **{name: _as_fact(each) for name, each in fact.facts.items()})
    words = one_line(str(fact))
    return words if len(words) <= _MAX_FACT else f"{words[: _MAX_FACT - 1]}…"


def _position(place: Place) -> str:
    return f"{place.file}:{place.line}:{place.column}"


def _underlined(place: Place) -> tuple[str, str]:
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(place.excerpt)
    marked = shorten(_shown(place.excerpt[start:end]), _COLUMNS_MARKED)
    after = _shown(place.excerpt[end : end + _NEARBY])
    before = _shown(place.excerpt[max(0, start - _NEARBY) : start]).lstrip()
    before_room = max(_COLUMNS_BEFORE, _EXCERPT_COLUMNS - width(marked) - width(after))
    before = shorten(before[::-1], before_room)[::-1]
    after = shorten(after, _EXCERPT_COLUMNS - width(before) - width(marked))
    return f"    {before}{marked}{after}".rstrip(), f"    {' ' * width(before)}{'^' * max(1, width(marked))}"


def _shown(text: str) -> str:
    return visible(text).replace("\t", " ")
