"""The comparison as one HTML file that needs nothing else: what the text report says, with a picture of the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sixstages.reports import pictures
from sixstages.reports.as_html import filled_in
from sixstages.reports.comparing import sentences
from sixstages.speech import speech

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sixstages.comparison import Comparison, Movement
    from sixstages.rubric import Rubric

TO_TICK = "[ ]"
LOOKS: Mapping[str, str] = {
    "+": "signs come",
    "-": "signs missed",
    "*": "plain",
    "[x]": "signs boxed done",
    "[?]": "signs boxed open",
    TO_TICK: "ticks",
}
"""How a list looks whose items stand behind a mark in the text report; its title says the same in words."""


class _List(NamedTuple):
    """A list under its title; `to_tick`: each item has a box of its own."""

    title: str
    look: str
    to_tick: bool
    texts: Sequence[str]


class _Moved(NamedTuple):
    """What moved between two sittings, which are counted from 0 on."""

    earlier: int
    later: int
    title: str
    lists: Sequence[_List]
    sentences: Sequence[str]


class _Story(NamedTuple):
    """A whole comparison, said in its language."""

    language: str
    title: str
    rubric: str
    edition: str
    course: str
    over_time: str
    stages: Sequence[tuple[str, str]]
    picture: str
    sittings: Sequence[tuple[str, str]]
    whole: _Moved
    steps_title: str
    steps: Sequence[_List]
    ways: Sequence[_Moved]
    notes_title: str
    notes: Sequence[str]


def report(comparison: Comparison, rubric: Rubric, _columns: int, /) -> str:
    """Report a comparison."""
    return filled_in("comparison.html", story=_tell(comparison, rubric))


def _tell(comparison: Comparison, rubric: Rubric) -> _Story:
    say, mark = speech(comparison.language), comparison.rubric
    whole, *ways = (_moved(comparison, each, rubric) for each in sentences.movements(comparison))
    places = [sentences.place(say, each, rubric) for each in comparison.sittings]
    return _Story(
        language=comparison.language,
        title=sentences.title(comparison, rubric),
        rubric=rubric.identity.title,
        edition=f"{mark.id} {mark.version} {mark.digest[:12]}".strip(),
        course=sentences.course(comparison),
        over_time=say(sentences.OVER_TIME),
        stages=[(say.number(number), stage.name) for number, stage in enumerate(rubric.stages, 1)],
        picture=_picture(comparison, rubric),
        sittings=[*zip(sentences.labels(comparison), places, strict=True)],
        whole=whole,
        steps_title=sentences.steps_title(comparison),
        steps=[*_lists(sentences.steps(comparison, rubric))],
        ways=ways,
        notes_title=say(sentences.NOTES),
        notes=sentences.notes(comparison),
    )


def _picture(comparison: Comparison, rubric: Rubric) -> str:
    places = [None if sentences.nothing_answered(each, rubric) else each.stage for each in comparison.sittings]
    return pictures.course(places, len(rubric.stages))


def _moved(comparison: Comparison, movement: Movement, rubric: Rubric) -> _Moved:
    say = speech(comparison.language)
    return _Moved(
        earlier=movement.from_,
        later=movement.to,
        title=sentences.moved_title(comparison, movement),
        lists=[*_lists(sentences.moved(say, movement, rubric))],
        sentences=sentences.not_told(say, movement),
    )


def _lists(lists: Sequence[sentences.Listed]) -> Iterator[_List]:
    for each in lists:
        yield _List(each.title, LOOKS[each.mark], each.mark == TO_TICK, each.texts)
