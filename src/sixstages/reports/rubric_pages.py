"""The rubric for reading: what each stage needs, and its stages, findings and questions in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports import wording
from sixstages.reports.layout import BLANK, as_text, heading, items, paragraph
from sixstages.speech import N_, speech

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from rich.text import Text

    from sixstages.reports.layout import Line
    from sixstages.rubric import Finding, Gate, Option, Question, Rubric, Rule
    from sixstages.speech import Speech

NUMBERED = N_("{number}. {name}")
FIRST_STAGE = N_("Needs nothing: everybody begins here.")
NEEDS = N_("Needs {needs} of these {signs}:")
NEEDS_PARTS = N_("Needs {needs} of these {signs}, and among them {parts}:")
SOURCES = N_("Drawn from")
SOURCE = N_("{title}, by {author}")

FOUND_BY = N_("Found where {needs} of these {signs} show:")
FOUND_BY_PARTS = N_("Found where {needs} of these {signs} show, and among them {parts}:")

SEVERAL = N_("Several can be true.")
ONLY_SOMETIMES = N_("Asked only where earlier answers call for it.")
OPTION = N_("{text} ({means})")


def overview(rubric: Rubric, columns: int) -> Text:
    """Lay out what each stage needs, on one page."""
    return as_text(_under_title(rubric, columns, _stages(rubric, columns, in_full=False)))


def stages(rubric: Rubric, columns: int) -> Text:
    """Lay out the stages in full: what they look like, what they need and how to gain it."""
    lines = [*_stages(rubric, columns, in_full=True), *_sources(rubric, columns)]
    return as_text(_under_title(rubric, columns, lines))


def findings(rubric: Rubric, columns: int) -> Text:
    """Lay out what can be found besides the stage, how it is found and what helps."""
    return as_text(_under_title(rubric, columns, _findings(rubric, columns)))


def questions(rubric: Rubric, columns: int) -> Text:
    """Lay out every question, why it is asked and what can be answered."""
    return as_text(_under_title(rubric, columns, _questions(rubric, columns)))


PAGES: Mapping[str | None, Callable[[Rubric, int], Text]] = {
    None: overview,
    "stages": stages,
    "findings": findings,
    "questions": questions,
}
"""The page for each part of a rubric; None stands for the overview."""


def _under_title(rubric: Rubric, columns: int, lines: Iterable[Line]) -> list[Line]:
    return [*paragraph(rubric.identity.title, columns, style="bold"), *lines]


def _stages(rubric: Rubric, columns: int, *, in_full: bool) -> Iterator[Line]:
    say = speech(rubric.identity.language)
    for number, stage in enumerate(rubric.stages, 1):
        yield from heading(say(NUMBERED, number=number, name=stage.name), columns)
        yield from paragraph(stage.summary, columns)
        if in_full:
            yield from items((mark.text for mark in stage.looks_like), columns, lead="  * ")
        if stage.gate:
            yield from _gate(say, stage.gate, columns, in_full=in_full)
        else:
            yield from paragraph(say(FIRST_STAGE), columns)


def _gate(say: Speech, gate: Gate, columns: int, *, in_full: bool) -> Iterator[Line]:
    yield from paragraph(_rule(say, gate, len(gate.signs), NEEDS, NEEDS_PARTS), columns)
    for sign in gate.signs:
        yield from paragraph(sign.says, columns, lead="  - ")
        if in_full:
            yield from paragraph(say(wording.DO[sign.effort], do=sign.do), columns, lead="    ")


def _rule(say: Speech, rule: Rule, signs: int, plain: str, with_parts: str) -> str:
    parts = wording.listed(say, [part.says for part in rule.each_of])
    return say(with_parts if parts else plain, needs=rule.needs, signs=signs, parts=parts)


def _sources(rubric: Rubric, columns: int) -> Iterator[Line]:
    say = speech(rubric.identity.language)
    if rubric.sources:
        yield from heading(say(SOURCES), columns)
        named = (say(SOURCE, title=each.title, author=each.author) for each in rubric.sources.values())
        yield from items(named, columns)


def _findings(rubric: Rubric, columns: int) -> Iterator[Line]:
    for group in rubric.findings:
        yield from heading(group.title, columns)
        for finding in group.items:
            yield from _finding(speech(rubric.identity.language), finding, columns)


def _finding(say: Speech, finding: Finding, columns: int) -> Iterator[Line]:
    yield BLANK
    yield from paragraph(finding.name, columns, style="bold")
    yield from paragraph(finding.explains.text, columns)
    yield from paragraph(_rule(say, finding, len(finding.signs), FOUND_BY, FOUND_BY_PARTS), columns)
    yield from items((sign.says for sign in finding.signs), columns)
    yield from paragraph(say(wording.WHAT_HELPS), columns)
    yield from items((wording.REMEDY.format(do=each.do, why=each.why) for each in finding.remedies), columns)


def _questions(rubric: Rubric, columns: int) -> Iterator[Line]:
    numbers = {question: number for number, question in enumerate(rubric.questions, 1)}
    for section in rubric.sections:
        yield from heading(section.title, columns)
        for question in section.questions:
            yield from _question(speech(rubric.identity.language), numbers[question.id], question, columns)


def _question(say: Speech, number: int, question: Question, columns: int) -> Iterator[Line]:
    yield BLANK
    yield from paragraph(say(NUMBERED, number=number, name=question.ask), columns, style="bold")
    yield from paragraph(question.why, columns)
    if question.ask_if:
        yield from paragraph(say(ONLY_SOMETIMES), columns)
    if question.pick == "many":
        yield from paragraph(say(SEVERAL), columns)
    yield from items((_option(say, option) for option in question.options), columns)


def _option(say: Speech, option: Option) -> str:
    return say(OPTION, text=option.text, means=option.means) if option.means else option.text
