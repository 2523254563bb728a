"""What the report on a cohort tells, in its order, said in its language; the formats only lay it out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from sixstages.reports import details, wording
from sixstages.reports.cohorts import sentences
from sixstages.reports.cohorts.numbers import grouped, share
from sixstages.reports.comparing.sentences import VERDICTS
from sixstages.speech import speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sixstages.assessment import VerdictWord
    from sixstages.cohort.figures import Cohort, FindingCount, GroupPicture, Picture
    from sixstages.rubric import Rubric
    from sixstages.speech import Speech

    _Shares = Iterable[tuple[int, int]]

QUESTIONS_SHOWN = 10
OPEN = "?"

Look = Literal["full", "open", "free"]
_Legend = tuple[tuple[Look, str], ...]


class Bar(NamedTuple):
    """A bar: how much of the whole is full and how much is open; the rest is free."""

    full: int
    open: int
    whole: int


class Drawn(NamedTuple):
    """A row of a chart: the words, with all of its numbers, and its bar."""

    words: str
    bar: Bar


class Chart(NamedTuple):
    """Bars under a title; the legend says what is meant by each look that a bar may have."""

    title: str
    rows: Sequence[Drawn]
    legend: _Legend = ()


class Cell(NamedTuple):
    """A share in a table: in per cent, in numbers, and how dark it is, from 0 to 4."""

    share: str
    counts: str
    shade: int


class TableRow(NamedTuple):
    """A row of a table: its name, a cell for each column, and what else there is to say."""

    name: str
    cells: Sequence[Cell]
    note: str = ""


class Table(NamedTuple):
    """Shares in rows and columns; `heads` are short, and `columns` say the same in full."""

    title: str
    heads: Sequence[str]
    columns: Sequence[str]
    rows: Sequence[TableRow]


class Tables(NamedTuple):
    """Tables of one kind, with what there is to know about them."""

    title: str
    about: Sequence[str]
    tables: Sequence[Table]


class Listed(NamedTuple):
    """Sentences under a title: a paragraph above, a list, and a paragraph below."""

    title: str
    above: str
    items: Sequence[str]
    below: str = ""


class Story(NamedTuple):
    """A whole report; without any answer there is nothing between the lead and what is said of the table.

    Each of its tables has so many `columns`.
    """

    language: str
    columns: int
    title: str
    rubric: str
    edition: str
    lead: Sequence[str]
    charts: Sequence[Chart]
    tables: Sequence[Tables]
    questions: Listed | None
    reading: Listed


def tell(cohort: Cohort, rubric: Rubric) -> Story:
    """Tell what was counted; the rubric is in the language of the cohort."""
    say, picture, mark = speech(cohort.language), cohort.overall, cohort.rubric
    is_answered = picture.rows > picture.unanswered
    return Story(
        language=cohort.language,
        columns=len(rubric.stages) + 1,
        title=cohort.reading.table,
        rubric=rubric.identity.title,
        edition=f"{mark.id} {mark.version} {mark.digest[:12]}".strip(),
        lead=[*sentences.lead(say, picture, rubric)],
        charts=[_stages(say, picture), _gates(say, picture, rubric), _verdicts(say, picture)] if is_answered else [],
        tables=[*_tables(say, cohort, rubric)] if is_answered else [],
        questions=_questions(say, picture) if is_answered else None,
        reading=Listed(say(sentences.TABLE), "", sentences.about_table(say, cohort)),
    )


def _stages(say: Speech, picture: Picture) -> Chart:
    whole, rows = picture.rows - picture.unanswered, []
    for stage in picture.stages:
        here = stage.settled + stage.incomplete
        sentence = sentences.AT_STAGE_OPEN if stage.incomplete else sentences.AT_STAGE
        facts = {"rows": grouped(say, here), "share": share(say, here, whole), "open": grouped(say, stage.incomplete)}
        words = say(sentence, number=stage.number, name=stage.name, **facts)
        rows.append(Drawn(words, Bar(stage.settled, stage.incomplete, whole)))
    legend: _Legend = (("full", say(sentences.SETTLED)), ("open", say(sentences.NOT_SETTLED)))
    return Chart(say(sentences.STAGES), rows, legend)


def _gates(say: Speech, picture: Picture, rubric: Rubric) -> Chart:
    rows = []
    for number, gate in enumerate(picture.gates, 2):
        passed = gate.reached - gate.stopped - gate.open
        counts = {"reached": gate.reached, "passed": passed, "stopped": gate.stopped, "open": gate.open}
        written = {name: grouped(say, count) for name, count in counts.items()}
        words = say(sentences.AT_GATE, number=number, name=rubric.stages[number - 1].name, **written)
        rows.append(Drawn(words, Bar(passed, gate.open, gate.reached)))
    legend: _Legend = (
        ("full", say(sentences.PASSED)),
        ("open", say(sentences.NOT_KNOWN)),
        ("free", say(sentences.STOPPED)),
    )
    return Chart(say(sentences.GATES), rows, legend)


def _verdicts(say: Speech, picture: Picture) -> Chart:
    whole, counts = sum(picture.verdicts), picture.verdicts._asdict()
    words: Sequence[VerdictWord] = ("firm", "borderline", "uneven", "incomplete")
    rows = [
        Drawn(
            sentences.in_numbers(say, say(VERDICTS[word]), counts[word], whole),
            Bar(0, counts[word], whole) if word == "incomplete" else Bar(counts[word], 0, whole),
        )
        for word in words
    ]
    return Chart(say(details.HOW_SURE), rows)


def _tables(say: Speech, cohort: Cohort, rubric: Rubric) -> Iterator[Tables]:
    findings = [*_findings(say, cohort.overall, rubric)]
    if findings:
        yield Tables(say(sentences.FINDINGS), [say(sentences.ABOUT_FINDINGS)], findings)
    if cohort.groups:
        yield _groups(say, cohort, rubric)


def _findings(say: Speech, picture: Picture, rubric: Rubric) -> Iterator[Table]:
    heads = [say(sentences.EVERYBODY), *(say.number(stage.number) for stage in picture.stages)]
    columns = [say(sentences.EVERYBODY), *_stage_names(say, picture)]
    for group in rubric.findings:
        rows = [_finding(say, each) for each in picture.findings if each.group == group.group]
        if rows:
            yield Table(group.title, heads, columns, rows)


def _stage_names(say: Speech, picture: Picture) -> list[str]:
    return [say(sentences.STAGE, number=stage.number, name=stage.name) for stage in picture.stages]


def _finding(say: Speech, finding: FindingCount) -> TableRow:
    shares = [(finding.holds, finding.judged), *((each.holds, each.judged) for each in finding.by_stage)]
    return TableRow(finding.name, _cells(say, shares))


def _groups(say: Speech, cohort: Cohort, rubric: Rubric) -> Tables:
    heads = [*(say.number(stage.number) for stage in cohort.overall.stages), OPEN]
    columns = [*_stage_names(say, cohort.overall), say(sentences.UNSETTLED)]
    rows = [_group(say, each, rubric) for each in cohort.groups]
    title = say(sentences.GROUPS, column=cohort.by)
    about = [say(sentences.ABOUT_GROUPS)]
    if any(group.folded for group in cohort.groups):
        about.append(say(sentences.FOLDING, number=cohort.min_group))
    return Tables(title, about, [Table("", heads, columns, rows)])


def _group(say: Speech, group: GroupPicture, rubric: Rubric) -> TableRow:
    picture = group.picture
    whole = picture.rows - picture.unanswered
    counts = [*(stage.settled for stage in picture.stages), picture.verdicts.incomplete]
    cells = _cells(say, ((count, whole) for count in counts))
    return TableRow(sentences.group_name(say, group), cells, sentences.about_group(say, picture, rubric))


def _cells(say: Speech, shares: _Shares) -> list[Cell]:
    return [
        Cell(share(say, part, whole), sentences.part_of(say, part, whole), _shade(part, whole))
        for part, whole in shares
    ]


def _shade(part: int, whole: int) -> int:
    """Give a quarter its shade: 0 for nothing, 4 for more than three quarters."""
    return -(-4 * part // whole) if whole else 0


def _questions(say: Speech, picture: Picture) -> Listed:
    title = say(sentences.OPEN_QUESTIONS)
    found = [each for each in picture.questions if each.open]
    if not found:
        return Listed(title, say(sentences.NO_QUESTIONS), [])
    items = [
        sentences.in_numbers(say, say(wording.QUOTED, text=each.ask), each.open, each.asked)
        for each in found[:QUESTIONS_SHOWN]
    ]
    more = len(found) - len(items)
    below = sentences.counted(say, sentences.MORE_QUESTIONS, more) if more else ""
    return Listed(title, say(sentences.ABOUT_QUESTIONS), items, below)
