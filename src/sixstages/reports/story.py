"""What the report on a page tells, in its order; HTML and Markdown only lay it out.

Everything is said already, in the language of the assessment. What it says comes from `wording` and `details`, so
that a page and the terminal use the same sentences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sixstages.logic import Reading
from sixstages.reports import details, wording
from sixstages.reports.as_text import NOTHING_TO_DO, STEPS_AT_FIRST, WHAT_FIRST
from sixstages.reports.rubric_pages import SOURCE, SOURCES
from sixstages.speech import N_, Speech, speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sixstages.answers import Answers
    from sixstages.assessment import Assessment, FindingReading, GateReading, GateSignReading
    from sixstages.rubric import Group, Question, Rubric

FOUND = N_("Found")
NOT_FOUND = N_("Looked at: too few signs")
ANSWERS_GIVEN = N_("Your answers")
NOT_KNOWN = N_("I don't know")
NO_ENTRY = N_("no answer yet")


class Listed(NamedTuple):
    """A line with a list under it; where the list is empty neither is shown."""

    title: str
    texts: Sequence[str]


class Bar(NamedTuple):
    """How many signs show, are missing and are not known yet; how many are needed, where the report says so."""

    met: int
    missing: int
    unknown: int
    needs: int | None = None


class Rung(NamedTuple):
    """One stage on the ladder; `mark` says what the answers make of it: here, possible, or nothing."""

    number: int
    name: str
    mark: str
    here: bool


class Lack(NamedTuple):
    """A sign that is missing, and what to do to gain it; for a far stage that can wait."""

    says: str
    do: str


class Given(NamedTuple):
    """A question as it was put, and the answer to it."""

    ask: str
    answer: str


class GateStory(NamedTuple):
    """A stage's gate: its name, what is to say about it, and its signs."""

    stage: str
    title: str
    sentences: Sequence[str]
    bar: Bar
    there: Listed
    missing_title: str
    missing: Sequence[Lack]
    unknown: Listed


class FindingStory(NamedTuple):
    """A finding: what it is, the signs that show it, and what helps."""

    id: str
    title: str
    explains: str
    signs: Sequence[str]
    helps: Listed
    bar: Bar


class Scale(NamedTuple):
    """A finding on the picture of its group."""

    title: str
    bar: Bar


class GroupStory(NamedTuple):
    """A group of findings: a picture of all that apply, the most severe in full, the others after them."""

    title: str
    picture: Sequence[tuple[str, Sequence[Scale]]]
    first: Sequence[FindingStory]
    besides: str
    others: Sequence[FindingStory]


class StageStory(NamedTuple):
    """What the stage is like."""

    title: str
    summary: str
    looks_like: Listed


class Sureness(NamedTuple):
    """What the stage hangs on; the sentence `nearest` is empty where the second opinion is the same."""

    title: str
    lists: Sequence[Listed]
    nearest: str


class Story(NamedTuple):
    """A whole report. Without any definite answer only the ladder, a sentence and the notes are told."""

    language: str
    rubric: str
    edition: str
    title: str
    rungs: Sequence[Rung]
    is_answered: bool
    lead: Sequence[str]
    steps: Listed
    nothing_to_do: str
    stage: StageStory
    gates: Sequence[GateStory]
    groups: Sequence[GroupStory]
    sureness: Sureness
    notes: Listed
    answers_title: str
    answers: Sequence[tuple[str, Sequence[Given]]]
    sources: Listed


def tell(assessment: Assessment, rubric: Rubric, answers: Answers) -> Story:
    """Tell what follows from these answers; all three in one language and of one sheet."""
    say, is_answered = speech(assessment.language), not wording.nothing_answered(assessment, rubric)
    lead = [wording.reason(assessment, rubric), wording.verdict(assessment, rubric)]
    steps = [step.do for step in assessment.next_steps[:STEPS_AT_FIRST]]
    notes = [f"{say(each.message)} {say(each.remedy)}" for each in assessment.warnings]
    sources = [say(SOURCE, title=each.title, author=each.author) for each in rubric.sources.values()]
    return Story(
        language=assessment.language,
        rubric=rubric.identity.title,
        edition=f"{assessment.rubric.id} {assessment.rubric.version} {assessment.rubric.digest[:12]}".strip(),
        title=wording.title(assessment, rubric),
        rungs=[*_rungs(assessment, rubric, is_answered=is_answered)],
        is_answered=is_answered,
        lead=lead if is_answered else [say(wording.NO_ANSWERS)],
        steps=Listed(say(WHAT_FIRST), steps),
        nothing_to_do=say(NOTHING_TO_DO),
        stage=_stage(say, assessment, rubric),
        gates=[*_gates(say, assessment, rubric)],
        groups=[*_groups(say, assessment, rubric)],
        sureness=_sureness(say, assessment, rubric),
        notes=Listed(say(details.NOTES), notes),
        answers_title=say(ANSWERS_GIVEN),
        answers=[*_answers(say, rubric, answers)],
        sources=Listed(say(SOURCES), sources),
    )


def _rungs(assessment: Assessment, rubric: Rubric, *, is_answered: bool) -> Iterator[Rung]:
    for number, stage in enumerate(rubric.stages, 1):
        mark = wording.place_on_ladder(assessment, number) if is_answered else ""
        yield Rung(number, stage.name, mark, here=bool(mark) and number == assessment.stage.number)


def _stage(say: Speech, assessment: Assessment, rubric: Rubric) -> StageStory:
    stage = rubric.stages[assessment.stage.number - 1]
    looks_like = Listed(say(details.LOOKS_LIKE), [mark.text for mark in stage.looks_like])
    return StageStory(title=say(details.WHERE_YOU_ARE), summary=stage.summary, looks_like=looks_like)


def _gates(say: Speech, assessment: Assessment, rubric: Rubric) -> Iterator[GateStory]:
    for number, gate in enumerate(assessment.gates, 2):
        missing = [sign for sign in gate.signs if sign.holds is False]
        # As in the text report: what to do for a far stage can wait.
        is_near = number <= assessment.stage.high + 1
        stage = rubric.stages[number - 1]
        parts = wording.missing_parts(gate, stage)
        also_needed = [say(details.ALSO_NEEDED, parts=say(wording.SEPARATOR).join(parts))] if parts else []
        yield GateStory(
            stage=gate.stage,
            title=say(details.GATE, number=number, name=stage.name),
            sentences=[_counted(say, gate), *also_needed],
            bar=_bar([sign.holds for sign in gate.signs], gate.needs),
            there=_listed(say(details.THERE), gate.signs, holds=True),
            missing_title=say(details.MISSING),
            missing=[Lack(each.says, say(wording.DO[each.effort], do=each.do) if is_near else "") for each in missing],
            unknown=_listed(say(details.NOT_KNOWN), gate.signs, holds=None),
        )


def _counted(say: Speech, gate: GateReading) -> str:
    sentence = details.REACHED if gate.holds else details.OPEN if gate.holds is None else details.NOT_REACHED
    return say(sentence, met=gate.met, signs=len(gate.signs), needs=gate.needs)


def _listed(title: str, signs: Iterable[GateSignReading], *, holds: bool | None) -> Listed:
    return Listed(title, [sign.says for sign in signs if sign.holds is holds])


def _bar(truths: Sequence[bool | None], needs: int | None = None) -> Bar:
    return Bar(truths.count(True), truths.count(False), truths.count(None), needs)


def _groups(say: Speech, assessment: Assessment, rubric: Rubric) -> Iterator[GroupStory]:
    for group in rubric.findings:
        found = details.most_severe_first(assessment, group)
        stories = [_finding(say, each) for each in found]
        first, others = stories[: details.FINDINGS_IN_FULL], stories[details.FINDINGS_IN_FULL :]
        names = say(wording.CLAUSE_SEPARATOR).join(each.name for each in found[details.FINDINGS_IN_FULL :])
        picture = [*_picture(say, assessment, group)]
        if picture:
            yield GroupStory(
                title=group.title,
                picture=picture,
                first=first,
                besides=say(details.FINDINGS_BESIDES, names=names),
                others=others,
            )


def _picture(say: Speech, assessment: Assessment, group: Group) -> Iterator[tuple[str, Sequence[Scale]]]:
    """Yield what was found, what is open and what was not found, each under its title; empty ones are left out."""
    applying = [each for each in assessment.findings if each.group == group.group and each.applies]
    applying.sort(key=lambda each: -(each.severity or 0))
    titles = {True: FOUND, None: details.FINDINGS_OPEN, False: NOT_FOUND}
    for holds, title in titles.items():
        scales = [Scale(_named(say, each), _finding_bar(each)) for each in applying if each.holds is holds]
        if scales:
            yield say(title), scales


def _finding(say: Speech, finding: FindingReading) -> FindingStory:
    helps = [wording.REMEDY.format(do=each.do, why=each.why) for each in finding.remedies]
    return FindingStory(
        id=finding.id,
        title=_named(say, finding),
        explains=finding.explains,
        signs=[sign.says for sign in finding.signs if sign.holds],
        helps=Listed(say(wording.WHAT_HELPS), helps),
        bar=_finding_bar(finding),
    )


def _named(say: Speech, finding: FindingReading) -> str:
    bar = _finding_bar(finding)
    return say(details.FINDING, name=finding.name, met=bar.met, signs=bar.met + bar.missing + bar.unknown)


def _finding_bar(finding: FindingReading) -> Bar:
    return _bar([sign.holds for sign in finding.signs if sign.applies])


def _sureness(say: Speech, assessment: Assessment, rubric: Rubric) -> Sureness:
    changes = wording.telling_changes(assessment)
    lists = (
        Listed(say(details.SETTLES), _asks(rubric, assessment.settles)),
        Listed(say(details.LOOK_AGAIN), _asks(rubric, wording.look_again(assessment))),
        Listed(say(details.CHANGES), [say(details.CHANGE, **wording.change_facts(each, rubric)) for each in changes]),
    )
    return Sureness(
        title=say(details.HOW_SURE),
        lists=[each for each in lists if each.texts],
        nearest=wording.nearest(assessment, rubric),
    )


def _asks(rubric: Rubric, questions: Iterable[str]) -> list[str]:
    return [rubric.questions[each].ask for each in questions]


def _answers(say: Speech, rubric: Rubric, answers: Answers) -> Iterator[tuple[str, Sequence[Given]]]:
    """Yield each section with its questions that apply, and what was answered."""
    reading = Reading(rubric, answers.answers)
    for section in rubric.sections:
        asked = [each for each in section.questions if reading.asked(each.id) is not False]
        if asked:
            yield section.title, [Given(each.ask, _in_words(say, each, answers)) for each in asked]


def _in_words(say: Speech, question: Question, answers: Answers) -> str:
    if question.id in answers.dont_know:
        return say(NOT_KNOWN)
    picks = answers.answers.get(question.id, ())
    return say(wording.SEPARATOR).join(each.text for each in question.options if each.id in picks) or say(NO_ENTRY)
