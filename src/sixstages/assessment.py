"""From a rubric and one sheet of answers to an assessment: stage, verdict, evidence, findings, next steps.

Pure: nothing is read, written or remembered.
"""

# No `from __future__ import annotations`: the fields of named tuples would be compiled out of their text.

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import lcm
from typing import Literal, NamedTuple

from sixstages.answers import Answers
from sixstages.errors import Problem, problem
from sixstages.logic import (
    Picks,
    Reading,
    Truth,
    different_answers,
    highest_stage,
    lowest_stage,
    questions_read,
    rule_holds,
    with_ask_ifs,
)
from sixstages.rubric import Effort, Finding, Gate, GateSign, Question, Rubric, Sign

VerdictWord = Literal["incomplete", "uneven", "borderline", "firm"]

# The parts are named tuples: every start makes their classes, and dataclasses would take four times as long.


class RubricMark(NamedTuple):
    """Which rubric gave the verdict."""

    id: str
    version: int
    digest: str


class StagePlace(NamedTuple):
    """The stage, the interval `low` to `high` that the answers leave open, and the second opinion."""

    number: int
    id: str
    name: str
    low: int
    high: int
    nearest: int


class Skipped(NamedTuple):
    """A step that was left out: the stage whose gate is missing, and those above it whose gate holds."""

    missing: str
    holds: tuple[str, ...]


class Change(NamedTuple):
    """A single other answer that gives another low end; `to` is the whole new answer."""

    question: str
    to: str | tuple[str, ...]
    stage: int


class SignReading(NamedTuple):
    """A sign as these answers show it; `holds` is None while unknown."""

    id: str
    says: str
    applies: bool
    holds: bool | None
    questions: tuple[str, ...]


class GateSignReading(NamedTuple):
    """A gate's sign, with what to do to gain it."""

    id: str
    says: str
    applies: bool
    holds: bool | None
    questions: tuple[str, ...]
    do: str
    effort: Effort


class GateReading(NamedTuple):
    """A gate as these answers show it; `met` counts the signs that hold."""

    stage: str
    holds: bool | None
    needs: int
    met: int
    signs: tuple[GateSignReading, ...]


class RemedyText(NamedTuple):
    """Something to do about a finding, and why it helps."""

    id: str
    do: str
    why: str


class FindingReading(NamedTuple):
    """A finding as these answers show it; `holds` and `severity` are None where it does not apply."""

    group: str
    id: str
    name: str
    explains: str
    applies: bool
    holds: bool | None
    severity: float | None
    signs: tuple[SignReading, ...]
    remedies: tuple[RemedyText, ...]


class NextStep(NamedTuple):
    """One thing to do; `for_` (in JSON `for`) is `stage:ID` or `finding:ID`."""

    do: str
    why: str
    for_: str


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """Everything that follows from one sheet of answers; the JSON output has the same keys."""

    format: Literal[1] = 1
    rubric: RubricMark
    name: str
    date: str | None
    language: str
    stage: StagePlace
    verdict: VerdictWord
    self_view: str | None
    skipped: Skipped | None
    changes: tuple[Change, ...]
    settles: tuple[str, ...]
    open: tuple[str, ...]
    gates: tuple[GateReading, ...]
    findings: tuple[FindingReading, ...]
    next_steps: tuple[NextStep, ...]
    warnings: tuple[Problem, ...]


def assess(rubric: Rubric, answers: Answers) -> Assessment:
    """Say at which stage these answers stand, why, how firm that is and what to do first.

    `answers` must have been read against the same rubric. Answers to questions that do not apply are not used;
    each is named in `warnings`.
    """
    reading = Reading(rubric, answers.answers)
    used = reading.used()
    gates = tuple(_read_gate(reading, stage.id, stage.gate) for stage in rubric.stages if stage.gate)
    findings = tuple(_read_finding(reading, group, finding) for group, finding in rubric.each_finding())
    stage = _place(rubric, gates)
    changes = _changes(rubric, used, gates, stage.low)
    skipped = _skipped(gates, stage)
    return Assessment(
        rubric=RubricMark(id=rubric.identity.id, version=rubric.identity.version, digest=rubric.digest),
        name=answers.name,
        date=answers.date,
        language=rubric.identity.language,
        stage=stage,
        verdict=_verdict(stage, skipped, changes),
        self_view=answers.self_view,
        skipped=skipped,
        changes=changes,
        settles=_settles(rubric, reading, gates, stage),
        open=tuple(reading.open()),
        gates=gates,
        findings=findings,
        next_steps=(*_towards_next_gate(rubric, gates, stage.low), *_first_remedies(findings)),
        warnings=(*answers.warnings, *_unused(rubric, answers, used)),
    )


def neighbours(rubric: Rubric, used: Mapping[str, Picks]) -> Iterable[tuple[Question, Picks]]:
    """Every single different answer to a question that is answered, the opening question's left out."""
    for question, picks in used.items():
        if question != rubric.opening:
            for other in different_answers(rubric.questions[question], picks):
                yield rubric.questions[question], other


def severity(true: int, applying: int) -> float:
    """True signs over applying ones, to two decimals, half up; in whole numbers, so that no half is lost."""
    return (200 * true + applying) // (2 * applying) / 100


def _read_sign(reading: Reading, sign: Sign) -> SignReading:
    return SignReading(
        id=sign.id,
        says=sign.says,
        applies=reading.applies(sign.when),
        holds=reading.holds(sign.when),
        questions=tuple(questions_read(sign.when)),
    )


def _read_gate_sign(reading: Reading, sign: GateSign) -> GateSignReading:
    return GateSignReading(*_read_sign(reading, sign), do=sign.do, effort=sign.effort)


def _read_gate(reading: Reading, stage: str, gate: Gate) -> GateReading:
    signs = tuple(_read_gate_sign(reading, sign) for sign in gate.signs)
    truths = _truths(signs)
    return GateReading(
        stage=stage,
        holds=rule_holds(gate, truths),
        needs=gate.needs,
        met=_count(signs, holds=True),
        signs=signs,
    )


def _read_finding(reading: Reading, group: str, finding: Finding) -> FindingReading:
    signs = tuple(_read_sign(reading, sign) for sign in finding.signs)
    at_best: dict[str, Truth] = {sign.id: sign.applies for sign in signs}
    applies = rule_holds(finding, at_best) is True
    return FindingReading(
        group=group,
        id=finding.id,
        name=finding.name,
        explains=finding.explains.text,
        applies=applies,
        holds=rule_holds(finding, _truths(signs)) if applies else None,
        severity=severity(_count(signs, holds=True), sum(each.applies for each in signs)) if applies else None,
        signs=signs,
        remedies=tuple(RemedyText(id=each.id, do=each.do, why=each.why) for each in finding.remedies),
    )


def _truths(signs: Iterable[SignReading | GateSignReading]) -> dict[str, Truth]:
    return {sign.id: sign.holds for sign in signs}


def _count(signs: Iterable[SignReading | GateSignReading], *, holds: Truth) -> int:
    return sum(sign.holds is holds for sign in signs)


def _place(rubric: Rubric, gates: Sequence[GateReading]) -> StagePlace:
    low = lowest_stage(gate.holds for gate in gates)
    high = highest_stage(gate.holds for gate in gates)
    nearest = _nearest(gates)
    number = min(max(nearest, low), high)
    stage = rubric.stages[number - 1]
    return StagePlace(number=number, id=stage.id, name=stage.name, low=low, high=high, nearest=nearest)


def _nearest(gates: Sequence[GateReading]) -> int:
    """The stage whose profile the signs fit best, the lower of two that fit alike.

    Shares of signs are counted in halves of one over the least common multiple of the gates' sign counts.
    """
    unit = lcm(*(len(gate.signs) for gate in gates))
    shares = [
        (
            unit // len(gate.signs) * (2 * _count(gate.signs, holds=False) + _count(gate.signs, holds=None)),
            unit // len(gate.signs) * (2 * gate.met + _count(gate.signs, holds=None)),
        )
        for gate in gates
    ]

    def distance(stage: int) -> int:
        missing_below = sum(missing for missing, _ in shares[: stage - 1])
        present_above = sum(present for _, present in shares[stage - 1 :])
        return missing_below + present_above

    return min(range(1, len(gates) + 2), key=distance)


def _skipped(gates: Sequence[GateReading], stage: StagePlace) -> Skipped | None:
    if stage.low < stage.high:
        return None
    above = [gate.stage for gate in gates[stage.low :] if gate.holds]
    return Skipped(missing=gates[stage.low - 1].stage, holds=tuple(above)) if above else None


def _changes(rubric: Rubric, used: Mapping[str, Picks], gates: Sequence[GateReading], low: int) -> tuple[Change, ...]:
    readers = [_readers(rubric, gate) for gate in rubric.gates]
    decisive = {question for each in readers[:low] for question in each}
    found = []
    for question, other in neighbours(rubric, {each: used[each] for each in used if each in decisive}):
        reading = Reading(rubric, {**used, question.id: other})
        stage = lowest_stage(_gates_after(question.id, reading, rubric, gates, readers))
        if stage != low:
            found.append(Change(question=question.id, to=other[0] if question.pick == "one" else other, stage=stage))
    return tuple(found)


def _readers(rubric: Rubric, gate: Gate) -> dict[str, list[Sign]]:
    """Give the signs of a gate by each question that they read."""
    readers: dict[str, list[Sign]] = {}
    for sign in gate.signs:
        for question in with_ask_ifs(rubric, questions_read(sign.when)):
            readers.setdefault(question, []).append(sign)
    return readers


def _gates_after(
    question: str,
    reading: Reading,
    rubric: Rubric,
    gates: Sequence[GateReading],
    readers: Sequence[Mapping[str, Sequence[Sign]]],
) -> Iterator[Truth]:
    """Yield each gate's truth in the reading of a sheet where one answer is another; most signs do not read it."""
    for gate, before, signs in zip(rubric.gates, gates, readers, strict=True):
        anew = reading.signs(signs.get(question, ()))
        yield rule_holds(gate, _truths(before.signs) | anew) if anew else before.holds


def _verdict(stage: StagePlace, skipped: Skipped | None, changes: Sequence[Change]) -> VerdictWord:
    if stage.low < stage.high:
        return "incomplete"
    if skipped:
        return "uneven"
    return "borderline" if changes else "firm"


def _settles(rubric: Rubric, reading: Reading, gates: Sequence[GateReading], stage: StagePlace) -> tuple[str, ...]:
    between = (gate for gate in gates[stage.low - 1 : stage.high - 1] if gate.holds is None)
    unknown = (sign for gate in between for sign in gate.signs if sign.holds is None)
    read = with_ask_ifs(rubric, (question for sign in unknown for question in sign.questions))
    return tuple(question for question in reading.open() if question in read)


_EFFORTS: tuple[Effort, ...] = ("small", "medium", "large")


def _towards_next_gate(rubric: Rubric, gates: Sequence[GateReading], low: int) -> tuple[NextStep, ...]:
    """One sign for each part still without one, then as many as are still needed; the easiest first."""
    if low > len(gates):
        return ()
    gate = gates[low - 1]
    missing = sorted(
        (sign for sign in gate.signs if not sign.holds),
        key=lambda sign: (sign.holds is None, _EFFORTS.index(sign.effort)),
    )
    held = {sign.id for sign in gate.signs if sign.holds}
    without = [set(part.of) for part in rubric.gates[low - 1].each_of if held.isdisjoint(part.of)]
    firsts = [next(sign for sign in missing if sign.id in part) for part in without]
    for_parts = [sign for sign in missing if sign in firsts]
    others = [sign for sign in missing if sign not in firsts]
    chosen = for_parts + others[: max(0, gate.needs - gate.met - len(for_parts))]
    return tuple(NextStep(do=sign.do, why=sign.says, for_=f"stage:{gate.stage}") for sign in chosen)


def _first_remedies(findings: Iterable[FindingReading]) -> tuple[NextStep, ...]:
    held = sorted((each for each in findings if each.holds), key=lambda each: -(each.severity or 0))
    return tuple(NextStep(do=each.remedies[0].do, why=each.remedies[0].why, for_=f"finding:{each.id}") for each in held)


def _unused(rubric: Rubric, answers: Answers, used: Mapping[str, Picks]) -> list[Problem]:
    ignored = [
        problem("A690", answers.places.get(question), question=question)
        for question in rubric.questions
        if question in answers.answers and question not in used
    ]
    return ignored if used else [*ignored, problem("A691")]
