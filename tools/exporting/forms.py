"""The questionnaire as somebody put it into a survey tool, and the table that the tool makes of the answers."""

from __future__ import annotations

import csv
import io
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from sixstages.cli.entries import KEYS, Command
from sixstages.loading import Editions
from sixstages.rubric import DONT_KNOW
from sixstages.speech import speech
from tools.exporting.owners import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from typing import Literal

    from sixstages.rubric import Question
    from tools.exporting.owners import Owner

    Cell = Callable[[Owner], str]

FREE_TEXTS = {
    "en": ("Pinterest", 'a marketplace for crafts, and the "Old Town" page', "Bluesky; and a booking site"),
    "hi": ("Pinterest", 'हस्तशिल्प का एक ऑनलाइन बाज़ार, और "पुराना शहर" का पेज', "Bluesky; और एक बुकिंग साइट"),
    "pt": ("Pinterest", 'uma feira de artesanato on-line, e a página "Centro Velho"', "Bluesky; e um site de reservas"),
    "bn": ("Pinterest", 'হস্তশিল্পের একটা অনলাইন বাজার, আর "পুরান ঢাকা" পেজ', "Bluesky; আর একটা বুকিং সাইট"),
    "sw": ("Pinterest", 'soko la kazi za mikono, na ukurasa wa "Mji Mkongwe"', "Bluesky; na tovuti ya kuweka nafasi"),
    "uk": ("=Pinterest", 'ярмарок виробів, і сторінка "Старе місто"', "Bluesky; і сайт бронювання"),
}
"""What owners wrote beside "other": with commas, quotation marks and the separators of tools."""


class Form:
    """The questionnaire in one language."""

    def __init__(self, language: str) -> None:
        """Take the texts of the rubric in the language, and the program's own words for "I don't know"."""
        self.language = language
        self.rubric = Editions(ROOT).edition(language).rubric
        self.questions = list(self.rubric.questions.values())
        words = speech(language)(KEYS[Command.DONT_KNOW].does)
        self._dont_know = words[:1].upper() + words[1:]

    def options(self, question: Question) -> list[str]:
        """Return the ids of what can be ticked; "I don't know" is an option like the others."""
        return [*question.rank, *([] if question.opening else [DONT_KNOW])]

    def label(self, question: Question, option: str) -> str:
        """Return the text of an option."""
        return self._dont_know if option == DONT_KNOW else question.options[question.rank[option]].text

    def labels(self, question: Question, owner: Owner) -> list[str]:
        """Return the texts of what an owner ticked."""
        return [self.label(question, option) for option in picked(question, owner)]

    def labels_and_free_text(self, question: Question, owner: Owner) -> list[str]:
        """Return the texts of what an owner ticked, and what was written beside "other" in the place of its text."""
        written = self.free_text(question, owner)
        ticked = [option for option in picked(question, owner) if option != other_of(question)]
        return [*(self.label(question, option) for option in ticked), *([written] if written else [])]

    def free_text(self, question: Question, owner: Owner) -> str:
        """Return what an owner wrote beside "other", nothing where that is not ticked."""
        texts = FREE_TEXTS[self.language]
        return texts[owner.number % len(texts)] if other_of(question) in picked(question, owner) else ""


def picked(question: Question, owner: Owner) -> tuple[str, ...]:
    """Return the ids of what an owner ticked."""
    return owner.picks.get(question.id, ())


def other_of(question: Question) -> str:
    """Return the id of the option that takes free text, nothing where the question has none."""
    return next((option.id for option in question.options if option.other), "")


class Column(NamedTuple):
    """A column of an export: what stands in its header rows, and what in the row of an owner."""

    headers: tuple[str, ...]
    cell: Cell


class Style(NamedTuple):
    """How a tool writes CSV."""

    separator: str = ","
    quoting: Literal[0, 1] = csv.QUOTE_MINIMAL
    line_end: Literal["\n", "\r\n"] = "\n"
    encoding: str = "utf-8"


def column(header: str, cell: Cell) -> Column:
    """Return a column with one header row."""
    return Column((header,), cell)


def fixed(header: str, value: str = "") -> Column:
    """Return a column that is the same in every row."""
    return column(header, lambda _: value)


def columns_of(form: Form, header: Callable[[Question], str], cell: Callable[[Question, Owner], str]) -> list[Column]:
    """Return a column for each question."""
    return [column(header(question), partial(cell, question)) for question in form.questions]


def as_csv(columns: Sequence[Column], owners: Iterable[Owner], style: Style) -> bytes:
    """Write a table; what its encoding lacks becomes a question mark, as spreadsheets have it."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=style.separator, quoting=style.quoting, lineterminator=style.line_end)
    writer.writerows(zip(*(each.headers for each in columns), strict=True))
    writer.writerows([each.cell(owner) for each in columns] for owner in owners)
    return written.getvalue().encode(style.encoding, errors="replace")
