"""The comparison as CommonMark, for mails and documents: what the text report says, in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports.as_markdown import escaped
from sixstages.reports.comparing import sentences
from sixstages.speech import speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sixstages.comparison import Comparison, Movement
    from sixstages.rubric import Rubric


def report(comparison: Comparison, rubric: Rubric, _columns: int, /) -> str:
    """Report a comparison."""
    return "\n\n".join(_blocks(comparison, rubric)) + "\n"


def _blocks(comparison: Comparison, rubric: Rubric) -> Iterator[str]:
    """Yield headings, paragraphs and lists, which blank lines part."""
    say = speech(comparison.language)
    steps, notes = sentences.steps(comparison, rubric), sentences.notes(comparison)
    whole, *ways = sentences.movements(comparison)
    yield f"# {escaped(sentences.title(comparison, rubric))}"
    yield escaped(sentences.course(comparison))
    yield _heading(say(sentences.OVER_TIME))
    yield _over_time(comparison, rubric)
    yield from _movement(comparison, whole, rubric)
    if steps:
        yield _heading(sentences.steps_title(comparison))
    yield from _lists(steps)
    for way in ways:
        yield from _movement(comparison, way, rubric)
    if notes:
        yield _heading(say(sentences.NOTES))
        yield _items(notes)


def _over_time(comparison: Comparison, rubric: Rubric) -> str:
    say, labels = speech(comparison.language), sentences.labels(comparison)
    rows = []
    for sitting, label in zip(comparison.sittings, labels, strict=True):
        drawn, words = sentences.drawing(sitting, rubric), sentences.place(say, sitting, rubric)
        rows.append(f"- **{escaped(label)}** `{drawn}` {escaped(words)}")
    return "\n".join(rows)


def _movement(comparison: Comparison, movement: Movement, rubric: Rubric) -> Iterator[str]:
    say = speech(comparison.language)
    yield _heading(sentences.moved_title(comparison, movement))
    yield from _lists(sentences.moved(say, movement, rubric))
    yield from map(escaped, sentences.not_told(say, movement))


def _lists(lists: Iterable[sentences.Listed]) -> Iterator[str]:
    for each in lists:
        yield escaped(each.title)
        yield _items(each.texts)


def _items(texts: Iterable[str]) -> str:
    return "\n".join(f"- {escaped(text)}" for text in texts)


def _heading(words: str) -> str:
    return f"## {escaped(words)}"
