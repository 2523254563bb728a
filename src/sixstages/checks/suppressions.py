"""Comments in a rubric's files that allow a problem: `# check: allow L304 because …`.

One behind something speaks for its own line, one that stands alone for the next line that holds more than a comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sixstages.catalogue import CATALOGUE
from sixstages.errors import problem, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sixstages.errors import Place, Problem
    from sixstages.nodes import Document

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))# *check: *allow\b *(?P<code>\S*)(?P<reason> +because +\S.*)?.*$", re.MULTILINE)
_HOLDS_MORE = re.compile(r"^[ \t]*[^ \t#\r\n]", re.MULTILINE)
_ALLOWABLE = tuple(code for code in CATALOGUE if code[0] in "LTG")
"""What may be allowed: a problem of any other class leaves nothing that could be used."""


class Suppression(NamedTuple):
    """A comment that allows the problem `code` where it begins on one line of a file."""

    code: str
    line: int
    place: Place
    has_reason: bool


def read_suppressions(document: Document) -> Iterator[Suppression]:
    """Find the comments in a document that allow something."""
    source = document.source
    for match in _COMMENT.finditer(source.text):
        if not document.in_a_text(match.start()):
            place = source.place(*match.span())
            before = place.excerpt[: place.column - 1]
            below = None if before.strip() else _HOLDS_MORE.search(source.text, match.end())
            line = source.place(below.end(), below.end()).line if below else place.line
            yield Suppression(match["code"], line, place, bool(match["reason"]))


def apply_suppressions(problems: Iterable[Problem], suppressions: Iterable[Suppression]) -> Iterator[Problem]:
    """Yield the problems that nothing allows, and what is wrong with what allows."""
    allowing: dict[tuple[str, str, int], Suppression] = {}
    for each in suppressions:
        if each.code not in _ALLOWABLE:
            yield problem("S122", each.place, code=each.code, hint=suggestion(each.code, _ALLOWABLE))
        elif not each.has_reason:
            yield problem("S121", each.place, code=each.code)
        else:
            allowing[each.code, each.place.file, each.line] = each
    used = set()
    for found in problems:
        key = (found.code, found.place.file, found.place.line) if found.place else ("", "", 0)
        if key in allowing:
            used.add(key)
        else:
            yield found
    for key in allowing.keys() - used:
        yield problem("S123", allowing[key].place, code=key[0])
