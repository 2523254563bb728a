"""The part of the text report below the first screen: gate by gate, finding by finding, how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports import wording
from sixstages.reports.layout import BLANK, Line, drawn_beside, heading, items, paragraph
from sixstages.speech import N_, speech
from sixstages.text import FREE_CELL, FULL_CELL, OPEN_CELL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sixstages.assessment import Assessment, FindingReading, GateReading
    from sixstages.rubric import Group, Rubric
    from sixstages.speech import Speech

FINDINGS_IN_FULL = 2

WHERE_YOU_ARE = N_("Where you are now")
LOOKS_LIKE = N_("It often looks like this:")

GATE = N_("Stage {number}, {name}")
REACHED = N_("{met} of {signs} signs show, {needs} are needed: this step is done.")
NOT_REACHED = N_("{met} of {signs} signs show so far, {needs} are needed.")
OPEN = N_("{met} of {signs} signs show so far, {needs} are needed; some answers are open.")
ALSO_NEEDED = N_("Among them there has to be: {parts}.")
THERE = N_("What is there:")
MISSING = N_("What is still missing:")
NOT_KNOWN = N_("Not known yet:")

FINDING = N_("{name} ({met} of {signs} signs)")
FINDINGS_BESIDES = N_("Also found: {names}.")
NOTHING_FOUND = N_("Looked at, and nothing found")
FINDINGS_OPEN = N_("Too few answers to tell")

HOW_SURE = N_("How sure this is")
SETTLES = N_("Answers to these would settle the stage:")
LOOK_AGAIN = N_("These answers are worth another look, because a step before was skipped:")
CHANGES = N_("Each of these answers alone would change the stage:")
CHANGE = N_('{ask} With "{answer}": stage {stage}.')
NOTES = N_("About the answers file")


def details(assessment: Assessment, rubric: Rubric, columns: int, *, quick: bool = False) -> list[Line]:
    """Give everything below the first screen; without any answer only what there is to say about the file.

    `quick`: as in `summary`; which answers would change the stage is left out, too.
    """
    sections = [_notes(assessment, columns)]
    if not wording.nothing_answered(assessment, rubric):
        parts = (_stage, _gates, _findings) if quick else (_stage, _gates, _findings, _how_sure)
        sections = [*(part(assessment, rubric, columns) for part in parts), *sections]
    return [line for section in sections for line in section]


def _stage(assessment: Assessment, rubric: Rubric, columns: int) -> Iterator[Line]:
    stage, say = rubric.stages[assessment.stage.number - 1], speech(assessment.language)
    yield from heading(say(WHERE_YOU_ARE), columns)
    yield from paragraph(stage.summary, columns)
    yield from _listed(say(LOOKS_LIKE), [mark.text for mark in stage.looks_like], columns)


def _gates(assessment: Assessment, rubric: Rubric, columns: int) -> Iterator[Line]:
    say = speech(assessment.language)
    for number, gate in enumerate(assessment.gates, 2):
        yield from heading(say(GATE, number=number, name=rubric.stages[number - 1].name), columns)
        sentence = REACHED if gate.holds else OPEN if gate.holds is None else NOT_REACHED
        words = say(sentence, met=gate.met, signs=len(gate.signs), needs=gate.needs)
        yield from drawn_beside(_bar(gate), words, columns)
        parts = wording.missing_parts(gate, rubric.stages[number - 1])
        if parts:
            yield from paragraph(say(ALSO_NEEDED, parts=say(wording.SEPARATOR).join(parts)), columns)
        # What to do for a far stage can wait: nobody takes ten steps at once.
        yield from _signs(say, gate, columns, with_advice=number <= assessment.stage.high + 1)


def _bar(gate: GateReading) -> str:
    """Draw a cell a sign: it shows, may show, does not; a line stands behind as many as are needed."""
    unknown = sum(sign.holds is None for sign in gate.signs)
    free = len(gate.signs) - gate.met - unknown
    cells = FULL_CELL * gate.met + OPEN_CELL * unknown + FREE_CELL * free
    return f"[{cells[: gate.needs]}|{cells[gate.needs :]}]"


def _signs(say: Speech, gate: GateReading, columns: int, *, with_advice: bool) -> Iterator[Line]:
    there = [sign.says for sign in gate.signs if sign.holds]
    yield from _listed(say(THERE), there, columns, lead="  + ")
    missing = [sign for sign in gate.signs if sign.holds is False]
    if missing:
        yield from paragraph(say(MISSING), columns)
    for sign in missing:
        yield from paragraph(sign.says, columns, lead="  - ")
        if with_advice:
            yield from paragraph(say(wording.DO[sign.effort], do=sign.do), columns, lead="    ")
    unknown = [sign.says for sign in gate.signs if sign.holds is None]
    yield from _listed(say(NOT_KNOWN), unknown, columns, lead="  ? ")


def _listed(title: str, texts: Sequence[str], columns: int, *, lead: str = "  - ") -> Iterator[Line]:
    """Set a line above a list; nothing where the list is empty."""
    if texts:
        yield from paragraph(title, columns)
        yield from items(texts, columns, lead=lead)


def _findings(assessment: Assessment, rubric: Rubric, columns: int) -> Iterator[Line]:
    say = speech(assessment.language)
    for group in rubric.findings:
        found = most_severe_first(assessment, group)
        if found:
            yield from heading(group.title, columns)
        for finding in found[:FINDINGS_IN_FULL]:
            yield from _finding(say, finding, columns)
        if found[FINDINGS_IN_FULL:]:
            names = say(wording.CLAUSE_SEPARATOR).join(each.name for each in found[FINDINGS_IN_FULL:])
            yield from [BLANK, *paragraph(say(FINDINGS_BESIDES, names=names), columns)]
    yield from _groups_without_findings(assessment, rubric, columns)


def most_severe_first(assessment: Assessment, group: Group) -> list[FindingReading]:
    """List what was found in a group, the most severe first."""
    found = [each for each in assessment.findings if each.group == group.group and each.holds]
    return sorted(found, key=lambda each: -(each.severity or 0))


def _finding(say: Speech, finding: FindingReading, columns: int) -> Iterator[Line]:
    held = [sign.says for sign in finding.signs if sign.holds]
    yield BLANK
    applying = sum(sign.applies for sign in finding.signs)
    name = say(FINDING, name=finding.name, met=len(held), signs=applying)
    yield from paragraph(name, columns, style="bold")
    yield from paragraph(finding.explains, columns, lead="  ")
    yield from items(held, columns, lead="  * ")
    helps = [wording.REMEDY.format(do=each.do, why=each.why) for each in finding.remedies]
    yield from _listed(say(wording.WHAT_HELPS), helps, columns)


def _groups_without_findings(assessment: Assessment, rubric: Rubric, columns: int) -> Iterator[Line]:
    say = speech(assessment.language)
    empty: list[str] = []
    unsettled: list[str] = []
    for group in rubric.findings:
        truths = [each.holds for each in assessment.findings if each.group == group.group and each.applies]
        if truths and True not in truths:
            (unsettled if None in truths else empty).append(group.title)
    yield from _section(say(NOTHING_FOUND), empty, columns)
    yield from _section(say(FINDINGS_OPEN), unsettled, columns)


def _section(title: str, texts: Sequence[str], columns: int) -> Iterator[Line]:
    """Set a heading above a list; nothing where the list is empty."""
    if texts:
        yield from heading(title, columns)
        yield from items(texts, columns)


def _how_sure(assessment: Assessment, rubric: Rubric, columns: int) -> Iterator[Line]:
    say = speech(assessment.language)
    settles = [rubric.questions[each].ask for each in assessment.settles]
    again = [rubric.questions[each].ask for each in wording.look_again(assessment)]
    changes = [say(CHANGE, **wording.change_facts(each, rubric)) for each in wording.telling_changes(assessment)]
    nearest = wording.nearest(assessment, rubric)
    if settles or again or changes or nearest:
        yield from heading(say(HOW_SURE), columns)
    yield from _listed(say(SETTLES), settles, columns)
    yield from _listed(say(LOOK_AGAIN), again, columns)
    yield from _listed(say(CHANGES), changes, columns)
    if nearest:
        yield from paragraph(nearest, columns)


def _notes(assessment: Assessment, columns: int) -> Iterator[Line]:
    say = speech(assessment.language)
    notes = [f"{say(each.message)} {say(each.remedy)}" for each in assessment.warnings]
    yield from _section(say(NOTES), notes, columns)
