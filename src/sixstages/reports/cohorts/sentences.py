"""The sentences about a cohort, the same in every format that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.cohort.dialects import title_of
from sixstages.reports import wording
from sixstages.reports.cohorts.numbers import grouped, share
from sixstages.speech import N_, NN_

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sixstages.cohort.figures import Cohort, GateCount, GroupPicture, Picture, ReadingFacts
    from sixstages.rubric import Rubric
    from sixstages.speech import Plural, Speech

ROWS_READ = NN_("{number} row was read.", "{number} rows were read.")
UNANSWERED = NN_(
    "{number} of them has no answer that could be read; it is counted here, and in nothing below.",
    "{number} of them have no answer that could be read; they are counted here, and in nothing below.",
)
NO_ANSWERS = N_("None of them has an answer, so there is nothing to draw a picture of.")
HARDEST = N_(
    "The step that stops most is the one to stage {number}, {name}: {stopped} of the {reached} rows that have come "
    "so far ({share})."
)
NONE_STOPPED = N_("As far as the answers tell, no step stops anybody.")

STAGES = N_("Where they stand")
AT_STAGE = "{number}, {name}: {rows} ({share})"
AT_STAGE_OPEN = N_("{number}, {name}: {rows} ({share}), {open} of them not settled")
SETTLED = N_("settled")
UNSETTLED = N_("not settled")
NOT_SETTLED = N_("not settled: answers are missing, and this stage is the best guess")

GATES = N_("Step by step")
AT_GATE = N_("To stage {number}, {name}: {reached} come so far; past it {passed}, stopped {stopped}, not known {open}")
PASSED = N_("past it")
STOPPED = N_("stopped")
NOT_KNOWN = N_("not known, because answers are missing")

COUNTED = "{name}: {counts} ({share})"
PART = N_("{part} of {whole}")

FINDINGS = N_("What was found, stage by stage")
ABOUT_FINDINGS = N_(
    "How many show it, of those whose answers tell: first of all rows, then of the rows that are settled at a stage."
)
EVERYBODY = N_("all")
STAGE = N_("stage {number}, {name}")

OPEN_QUESTIONS = N_("Most often not known")
ABOUT_QUESTIONS = N_('Left open or answered with "I don\'t know", of the rows in which the question is asked:')
MORE_QUESTIONS = NN_("{number} more question is open in some rows.", "{number} more questions are open in some rows.")
NO_QUESTIONS = N_("Every question that was asked has a definite answer.")

GROUPS = N_("In groups: {column}")
ABOUT_GROUPS = N_(
    "How many of a group stand at each stage for certain and, at the question mark, how many are not settled."
)
FOLDING = N_(
    "Groups of fewer than {number} answered rows are told as one, so that nobody's answers can be read from them."
)
NO_LABEL = N_("no entry")
FOLDED = NN_("{number} smaller group", "{number} smaller groups")
NAMED = "{name} ({rows})"
GROUP_STOPPED = N_("Stopped most at the step to stage {number}: {counts}.")
GROUP_FOUND = N_("Found most often: {name}, {counts}.")

TABLE = N_("How the table was read")
DIALECT = N_("It was taken for an export of this kind: {kind}.")
UNDERSTOOD = NN_("{number} column was used.", "{number} columns were used.")
UNUSED = N_("Columns that were not used: {names}.")
UNUSED_MORE = NN_(
    "Columns that were not used: {names}, and {number} more.", "Columns that were not used: {names}, and {number} more."
)
BROKEN = NN_(
    "{number} row could not be read and is counted as one without answers: it has more cells than the table has "
    "columns (often a quotation mark is missing), or is a file that can't be used.",
    "{number} rows could not be read and are counted as rows without answers: they have more cells than the table has "
    "columns (often a quotation mark is missing), or are files that can't be used.",
)
MISREAD = NN_(
    "{number} row holds a value that was not understood. That answer counts as not known.",
    "{number} rows hold values that were not understood. Those answers count as not known.",
)

PLAIN = "plain"
HEADERS_SHOWN = 20


def lead(say: Speech, picture: Picture, rubric: Rubric) -> Iterator[str]:
    """Say how many rows there are, and which step stops most."""
    read = [counted(say, ROWS_READ, picture.rows)]
    answered = picture.rows - picture.unanswered
    if picture.unanswered and answered:
        read.append(counted(say, UNANSWERED, picture.unanswered))
    yield " ".join(read)
    if not answered:
        yield say(NO_ANSWERS)
    else:
        yield _hardest(say, picture, rubric)


def _hardest(say: Speech, picture: Picture, rubric: Rubric) -> str:
    gate = hardest_gate(picture)
    if gate is None:
        return say(NONE_STOPPED)
    number = stage_number(rubric, gate.stage)
    facts = {"stopped": grouped(say, gate.stopped), "reached": grouped(say, gate.reached)}
    part = share(say, gate.stopped, gate.reached)
    return say(HARDEST, number=number, name=rubric.stages[number - 1].name, share=part, **facts)


def hardest_gate(picture: Picture) -> GateCount | None:
    """Give the gate that stops most, if one does."""
    return next((each for each in picture.gates if each.stage == picture.hardest), None)


def stage_number(rubric: Rubric, stage: str) -> int:
    """Give the number of a stage, from 1 on."""
    return next(number for number, each in enumerate(rubric.stages, 1) if each.id == stage)


def counted(say: Speech, sentence: Plural, number: int, **facts: object) -> str:
    """Say a sentence about a number, which may be large."""
    return say.count(sentence, number, number=grouped(say, number), **facts)


def part_of(say: Speech, part: int, whole: int) -> str:
    """Say a number of another."""
    return say(PART, part=grouped(say, part), whole=grouped(say, whole))


def in_numbers(say: Speech, name: str, part: int, whole: int) -> str:
    """Say of what is named how many of how many it is, and which share."""
    return COUNTED.format(name=name, counts=part_of(say, part, whole), share=share(say, part, whole))


def group_name(say: Speech, group: GroupPicture) -> str:
    """Name a group, with the number of its answered rows."""
    rows = grouped(say, group.picture.rows - group.picture.unanswered)
    label = counted(say, FOLDED, group.folded) if group.folded else group.label or say(NO_LABEL)
    return NAMED.format(name=label, rows=rows)


def about_group(say: Speech, picture: Picture, rubric: Rubric) -> str:
    """Say what stops most of a group, and what is found most often in it."""
    said, gate = [], hardest_gate(picture)
    if gate:
        counts = part_of(say, gate.stopped, gate.reached)
        said.append(say(GROUP_STOPPED, number=stage_number(rubric, gate.stage), counts=counts))
    found = max(picture.findings, key=lambda each: each.holds, default=None)
    if found and found.holds:
        said.append(say(GROUP_FOUND, name=found.name, counts=part_of(say, found.holds, found.judged)))
    return " ".join(said)


def about_table(say: Speech, cohort: Cohort) -> list[str]:
    """Say what was made of columns and rows."""
    return [*_columns(say, cohort.reading), *_rows(say, cohort.reading)]


def _columns(say: Speech, facts: ReadingFacts) -> Iterator[str]:
    if facts.dialect != PLAIN:
        yield say(DIALECT, kind=title_of(facts.dialect))
    yield counted(say, UNDERSTOOD, len(facts.used))
    if facts.unused:
        yield _unused(say, facts.unused)


def _unused(say: Speech, headers: Sequence[str]) -> str:
    names = say(wording.SEPARATOR).join(say(wording.QUOTED, text=each) for each in headers[:HEADERS_SHOWN])
    more = len(headers) - HEADERS_SHOWN
    return counted(say, UNUSED_MORE, more, names=names) if more > 0 else say(UNUSED, names=names)


def _rows(say: Speech, facts: ReadingFacts) -> Iterator[str]:
    for sentence, number in ((BROKEN, facts.broken), (MISREAD, facts.misread)):
        if number:
            yield counted(say, sentence, number)
