"""The comparison for a terminal: the way in a sentence and in a drawing, what moved, and what became of the steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports.comparing import sentences
from sixstages.reports.layout import BLANK, as_text, heading, items, paragraph
from sixstages.speech import speech
from sixstages.text import width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.text import Text

    from sixstages.comparison import Comparison, Movement
    from sixstages.reports.layout import Line
    from sixstages.rubric import Rubric

ROOM_FOR_WORDS = 30  # cells; where fewer are left beside the drawing, the words stand below it


def report(comparison: Comparison, rubric: Rubric, columns: int, /) -> Text:
    """Report a comparison."""
    return as_text(_lines(comparison, rubric, columns))


def _lines(comparison: Comparison, rubric: Rubric, columns: int) -> Iterator[Line]:
    yield from paragraph(sentences.title(comparison, rubric), columns, style="bold")
    yield BLANK
    yield from paragraph(sentences.course(comparison), columns)
    yield from _over_time(comparison, rubric, columns)
    whole, *ways = sentences.movements(comparison)
    yield from _movement(comparison, whole, rubric, columns)
    yield from _steps(comparison, rubric, columns)
    for way in ways:
        yield from _movement(comparison, way, rubric, columns)
    yield from _notes(comparison, columns)


def _over_time(comparison: Comparison, rubric: Rubric, columns: int) -> Iterator[Line]:
    say, labels = speech(comparison.language), sentences.labels(comparison)
    yield from heading(say(sentences.OVER_TIME), columns)
    widest = max(map(width, labels))
    for sitting, label in zip(comparison.sittings, labels, strict=True):
        drawn, words = sentences.drawing(sitting, rubric), sentences.place(say, sitting, rubric)
        lead = f"  {label}{' ' * (widest - width(label))}  {drawn}  "
        if columns - width(lead) >= ROOM_FOR_WORDS:
            yield from paragraph(words, columns, lead=lead)
        else:
            yield from paragraph(f"{label} {drawn}", columns, lead="  ")
            yield from paragraph(words, columns, lead="    ")


def _movement(comparison: Comparison, movement: Movement, rubric: Rubric, columns: int) -> Iterator[Line]:
    say = speech(comparison.language)
    yield from heading(sentences.moved_title(comparison, movement), columns)
    yield from _lists(sentences.moved(say, movement, rubric), columns)
    for words in sentences.not_told(say, movement):
        yield from paragraph(words, columns)


def _steps(comparison: Comparison, rubric: Rubric, columns: int) -> Iterator[Line]:
    steps = sentences.steps(comparison, rubric)
    if steps:
        yield from heading(sentences.steps_title(comparison), columns)
    yield from _lists(steps, columns)


def _lists(lists: Iterable[sentences.Listed], columns: int) -> Iterator[Line]:
    for each in lists:
        yield from paragraph(each.title, columns)
        yield from items(each.texts, columns, lead=f"  {each.mark} ")


def _notes(comparison: Comparison, columns: int) -> Iterator[Line]:
    notes = sentences.notes(comparison)
    if notes:
        yield from heading(speech(comparison.language)(sentences.NOTES), columns)
        yield from items(notes, columns)
