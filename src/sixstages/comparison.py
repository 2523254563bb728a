"""From the sittings of one business, judged by the same rubric, to what moved between them.

Pure: nothing is read, written or remembered.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar
from unicodedata import normalize

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sixstages.answers import Answers
    from sixstages.assessment import Assessment, RubricMark, StagePlace, VerdictWord
    from sixstages.errors import Problem
    from sixstages.logic import Truth
    from sixstages.nodes import Document

_Named = TypeVar("_Named", "StageSign", "FindingName")

_NEVER = datetime.min.replace(tzinfo=UTC)


class Judged(NamedTuple):
    """One sitting: the file it is kept in, its answers, and what they were judged to be."""

    file: str
    answers: Answers
    assessment: Assessment


class SittingReading(NamedTuple):
    """Where the answers of one sitting stand.

    `name` is that of the business as the file has it, `open` lists the questions asked and without a definite
    answer, `warnings` what there is to know about the file.
    """

    file: str
    name: str
    date: str | None
    stage: StagePlace
    verdict: VerdictWord
    open: tuple[str, ...]
    warnings: tuple[Problem, ...]


class StageSign(NamedTuple):
    """A sign of a gate, and the stage that it is a gate of."""

    id: str
    says: str
    stage: str


class FindingName(NamedTuple):
    """What a finding is called."""

    id: str
    name: str
    group: str


class Movement(NamedTuple):
    """What moved from one sitting to a later one; `from_` (in JSON `from`) and `to` count the sittings from 0 on.

    A sign is `gained` where it did not hold and now does, `lost` the other way round; findings came and went likewise.
    What is unknown in one of the two sittings neither came nor went: it is `unclear`.
    """

    from_: int
    to: int
    gained: tuple[StageSign, ...]
    lost: tuple[StageSign, ...]
    unclear: tuple[StageSign, ...]
    findings_came: tuple[FindingName, ...]
    findings_went: tuple[FindingName, ...]
    findings_unclear: tuple[FindingName, ...]


class EarlierStep(NamedTuple):
    """A next step of the sitting before the last; `for_` (in JSON `for`) is `stage:ID` or `finding:ID`.

    `sign` is the gate sign that it was to gain, None where it is for a finding, and `done` whether that sign holds
    by now. `needed`: whether what the step is for is still missing (a sign) or still found (a finding), None while
    that is unknown.
    """

    do: str
    why: str
    for_: str
    sign: str | None
    done: bool
    needed: bool | None


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Sittings in the order of their dates, and what moved.

    `changes` has an entry for each two neighbours, `overall` is from the first to the last. `name` is the one in
    the latest file that has one. The JSON output has the same keys.
    """

    format: Literal[1] = 1
    rubric: RubricMark
    name: str
    language: str
    sittings: tuple[SittingReading, ...]
    changes: tuple[Movement, ...]
    overall: Movement
    steps: tuple[EarlierStep, ...]


def compare(sittings: Iterable[Judged]) -> Comparison:
    """Say what moved between sittings, of which there must be two at least.

    All must have been assessed with the same rubric in the same language.
    """
    ordered = sorted(sittings, key=lambda each: sitting_order(each.answers))
    assessments = [each.assessment for each in ordered]
    last = len(ordered) - 1
    return Comparison(
        rubric=assessments[last].rubric,
        name=next((each.name for each in reversed(assessments) if each.name.strip()), ""),
        language=assessments[last].language,
        sittings=tuple(map(_sitting, ordered)),
        changes=tuple(_movement(assessments, *each) for each in pairwise(range(len(ordered)))),
        overall=_movement(assessments, 0, last),
        steps=tuple(_steps(assessments[last - 1], assessments[last])),
    )


def sitting_order(answers: Answers) -> tuple[bool, str, datetime]:
    """Give what sittings are sorted by: the date, then the last change; those without a date come last, as given."""
    if answers.date is None:
        return True, "", _NEVER
    return False, answers.date, _moment(answers.updated)


def mismatches(documents: Sequence[Document], rubric: str) -> Iterator[Problem]:
    """Yield what keeps answers files from being compared: that they are for several rubrics, or businesses.

    `rubric` is the id of the one that a file is for which names none. Names are the same where they differ only in
    capital letters, in spaces around them, or in how letters are composed. A file without a name may be of anybody.
    """
    rubrics = [(document, document.text("rubric") or rubric) for document in documents]
    for document, written in rubrics:
        first, other = rubrics[0]
        if written != other:
            also = (first.place("rubric"),)
            yield problem("U903", document.place("rubric"), also=also, rubric=written, other=other)
    names = [(document, name) for document in documents if (name := (document.text("name") or "").strip())]
    for document, written in names:
        first, other = names[0]
        if _alike(written) != _alike(other):
            yield problem("U902", document.place("name"), also=(first.place("name"),), name=written, other=other)


def _alike(name: str) -> str:
    return normalize("NFC", normalize("NFC", name.strip()).casefold())


def _moment(written: str | None) -> datetime:
    """Return a time, which is in UTC where it names no zone; a sheet without one comes first of its day."""
    if written is None:
        return _NEVER
    moment = datetime.fromisoformat(written)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _sitting(judged: Judged) -> SittingReading:
    assessment = judged.assessment
    return SittingReading(
        file=judged.file,
        name=assessment.name,
        date=assessment.date,
        stage=assessment.stage,
        verdict=assessment.verdict,
        open=assessment.open,
        warnings=assessment.warnings,
    )


def _movement(assessments: Sequence[Assessment], earlier: int, later: int) -> Movement:
    before, after = assessments[earlier], assessments[later]
    signs = _signs(before), _signs(after)
    findings = _findings(before), _findings(after)
    return Movement(
        from_=earlier,
        to=later,
        gained=_turned(*signs, now=True),
        lost=_turned(*signs, now=False),
        unclear=_unclear(*signs),
        findings_came=_turned(*findings, now=True),
        findings_went=_turned(*findings, now=False),
        findings_unclear=_unclear(*findings),
    )


def _signs(assessment: Assessment) -> dict[StageSign, Truth]:
    return {
        StageSign(id=sign.id, says=sign.says, stage=gate.stage): sign.holds
        for gate in assessment.gates
        for sign in gate.signs
    }


def _findings(assessment: Assessment) -> dict[FindingName, Truth]:
    """Give each finding; one that does not apply is not there."""
    return {
        FindingName(id=each.id, name=each.name, group=each.group): each.holds if each.applies else False
        for each in assessment.findings
    }


def _turned(before: Mapping[_Named, Truth], after: Mapping[_Named, Truth], *, now: bool) -> tuple[_Named, ...]:
    return tuple(each for each in before if before[each] is (not now) and after[each] is now)


def _unclear(before: Mapping[_Named, Truth], after: Mapping[_Named, Truth]) -> tuple[_Named, ...]:
    return tuple(each for each in before if None in {before[each], after[each]})


def _steps(before: Assessment, after: Assessment) -> Iterator[EarlierStep]:
    """Set each next step of one sitting beside what the next one shows."""
    signs = {(f"stage:{gate.stage}", sign.do, sign.says): sign.id for gate in before.gates for sign in gate.signs}
    missing = {sign.id: None if truth is None else not truth for sign, truth in _signs(after).items()}
    found = {f"finding:{finding.id}": truth for finding, truth in _findings(after).items()}
    for step in before.next_steps:
        sign = signs.get((step.for_, step.do, step.why))
        yield EarlierStep(
            do=step.do,
            why=step.why,
            for_=step.for_,
            sign=sign,
            done=sign is not None and missing[sign] is False,
            needed=found[step.for_] if sign is None else missing[sign],
        )
