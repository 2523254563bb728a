"""Comments in a rubric's files that allow a problem: `# check: allow L304 because …`.

One behind something speaks for its own line, one that stands alone for the next line that holds more than a comment.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from sixstages.catalogue import CATALOGUE
from sixstages.errors import problem, suggestion
from sixstages.speech import Phrase

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from sixstages.errors import Place, Problem
    from sixstages.nodes import Document

    Key = tuple[str, str, int]

MEND = "It has to be mended."
ANY_CODE = "CODE"

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#[ \t]*check[ \t]*:[ \t]*allow\b(?P<what>.*)$", re.MULTILINE | re.IGNORECASE)
_FORM = re.compile(r"[ \t]+(?P<code>\w+)[ \t]+because[ \t]+\S", re.IGNORECASE)
_CODE = re.compile(r"\b[A-Z][0-9]{3}\b", re.IGNORECASE)
_HOLDS_MORE = re.compile(r"^[ \t]*[^ \t#\r\n]", re.MULTILINE)
_ALLOWABLE = tuple(code for code in CATALOGUE if code[0] in "LTG")
"""What may be allowed: a problem of any other class leaves nothing that could be used."""


class Suppression(NamedTuple):
    """A comment that allows the problem `code` where it begins on one line of a file.

    Where the comment is not written as it has to be, `code` is at most the first of those that it names.
    """

    code: str
    line: int
    place: Place
    well_formed: bool


class Suppressions:
    """What the comments of a rubric's files allow, and which of them were needed."""

    def __init__(self, comments: Iterable[Suppression]) -> None:
        """Sort out the comments that allow something."""
        self.wrong: list[Problem] = []
        """What is wrong with those that allow nothing."""
        self._allowing: dict[Key, list[Suppression]] = {}
        self._used: set[Key] = set()
        for each in comments:
            if not each.well_formed:
                self.wrong.append(problem("S121", each.place, code=each.code or ANY_CODE))
            elif each.code not in _ALLOWABLE:
                self.wrong.append(problem("S122", each.place, code=each.code, hint=_hint(each.code)))
            else:
                self._allowing.setdefault((each.code, each.place.file, each.line), []).append(each)

    def remaining(self, problems: Iterable[Problem]) -> Iterator[Problem]:
        """Yield the problems that nothing allows."""
        for found in problems:
            key = (found.code, found.place.file, found.place.line) if found.place else None
            if key in self._allowing:
                self._used.add(key)
            else:
                yield found

    def not_needed(self, finished: Collection[str]) -> Iterator[Problem]:
        """Yield what is wrong with comments that allow nothing that is there, of codes that were looked for to the end.

        Of several that allow the same, the first is enough.
        """
        for key, comments in self._allowing.items():
            if key[0] in finished:
                for each in comments[1 if key in self._used else 0 :]:
                    yield problem("S123", each.place, code=each.code)


def read_suppressions(document: Document) -> Iterator[Suppression]:
    """Find the comments in a document that allow something, or are meant to."""
    source = document.source
    for match in _COMMENT.finditer(source.text):
        if not document.in_a_text(match.start()):
            place = source.place(*match.span())
            before = place.excerpt[: place.column - 1]
            below = None if before.strip() else _HOLDS_MORE.search(source.text, match.end())
            line = source.place(below.end(), below.end()).line if below else place.line
            form = _FORM.match(match["what"])
            named = form["code"] if form else _first_code(match["what"])
            yield Suppression(named.upper(), line, place, bool(form))


def _first_code(words: str) -> str:
    found = _CODE.search(words)
    return found[0] if found else ""


def _hint(code: str) -> Phrase:
    return Phrase(MEND) if code in CATALOGUE else suggestion(code, _ALLOWABLE)
