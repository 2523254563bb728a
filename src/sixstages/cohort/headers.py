"""What a header is taken for: a question, one of its options, its free text, a column of the tool's own, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal, NamedTuple

from sixstages.cohort.dialects import OTHER
from sixstages.cohort.wording import fold, without_markup

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sixstages.cohort.dialects import Dialect
    from sixstages.cohort.wording import Wording

Role = Literal["answer", "option", "other", "known", "unknown"]

MOST_PARTS = 20
"""A header is not looked at behind more slashes or brackets than these."""

_QUESTION, _OPTION = "{question}", "{option}"


class Taken(NamedTuple):
    """What a header is taken for; an option's column without an option is for one that the question does not have."""

    role: Role
    question: str = ""
    option: str = ""


UNKNOWN = Taken("unknown")


class HeaderReader:
    """Understands the headers of one dialect."""

    def __init__(self, dialect: Dialect, wording: Wording) -> None:
        """Take the dialect, and the words of the rubric."""
        self._dialect, self._wording = dialect, wording
        self._own_headers = frozenset(map(fold, (*dialect.marks, *dialect.own))) | wording.self_views
        self._own_forms = [re.compile(form) for form in dialect.own_forms]
        self._whole = frozenset(map(fold, dialect.whole))
        self._other = frozenset(map(fold, OTHER))

    def take(self, header: str) -> Taken:
        """Say what a header is taken for."""
        plain = without_markup(header).strip()
        question = self._wording.question(plain)
        if question:
            return Taken("answer", question)
        ways = (self._spread, self._behind_a_group, self._free_text, self._own)
        return next(filter(None, (way(plain) for way in ways)), UNKNOWN)

    def names_an_option(self, header: str) -> bool:
        """Whether a header names a question and one of its options, in a way by which this dialect is known."""
        part = self._part_of_a_question(without_markup(header).strip(), self._dialect.option_marks)
        return part is not None and bool(part.option)

    def _spread(self, header: str) -> Taken | None:
        return self._part_of_a_question(header, self._dialect.option_columns)

    def _part_of_a_question(self, header: str, forms: Sequence[str]) -> Taken | None:
        """Find a question, and what of it the column is for."""
        for form in forms:
            for left, right in _parts(form, header):
                question = self._question(left)
                if question:
                    return self._part(question, right)
        return None

    def _part(self, question: str, words: str) -> Taken:
        """Say what stands beside a question; an option that it does not have stays without a name."""
        option, row = self._wording.option(question, words), self._wording.question(words)
        if option:
            return Taken("option", question, option)
        if row or fold(words) in self._whole:
            return Taken("answer", row or question)
        return Taken("other" if fold(words) in self._other else "option", question)

    def _question(self, words: str) -> str | None:
        """Find the question that words name, perhaps behind the names of groups."""
        found = self._wording.question(words)
        if found or not self._dialect.group:
            return found
        behind = (right for _, right in _parts(f"{_QUESTION}{self._dialect.group}{_OPTION}", words))
        return next(filter(None, map(self._wording.question, behind)), None)

    def _behind_a_group(self, header: str) -> Taken | None:
        """Find a question behind the names of groups, or in the brackets of a grid."""
        grid = (right for _, right in _parts(f"{_QUESTION}[{_OPTION}]", header))
        question = self._question(header) or next(filter(None, map(self._wording.question, grid)), None)
        return Taken("answer", question) if question else None

    def _free_text(self, header: str) -> Taken | None:
        for form in self._dialect.other_columns:
            end = form.removeprefix(_QUESTION)
            question = self._question(header.removesuffix(end)) if header.endswith(end) else None
            if question:
                return Taken("other", question)
        return None

    def _own(self, header: str) -> Taken | None:
        text = fold(header)
        own = text in self._own_headers or any(form.fullmatch(text) for form in self._own_forms)
        return Taken("known") if own else None


def _parts(form: str, header: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to see a header as a question and an option, written in this form."""
    between, _, end = form.removeprefix(_QUESTION).partition(_OPTION)
    if not header.endswith(end):
        return
    inner = header.removesuffix(end)
    start = inner.find(between)
    for _ in range(MOST_PARTS):
        if start < 0:
            return
        yield inner[:start], inner[start + len(between) :]
        start = inner.find(between, start + 1)
