"""What an assessment says in plain sentences, the same in every format that people read.

The program's own sentences stand first, together; words about the subject come from the rubric.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sixstages.speech import N_, speech
from sixstages.text import shorten

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sixstages.assessment import Assessment, Change, GateReading, VerdictWord
    from sixstages.rubric import Effort, Rubric, Stage
    from sixstages.speech import Speech

NAMED_AND_DATED = N_("{name}, {date}")
STAGE = N_("stage {number}")
QUOTED = N_('"{text}"')
SEPARATOR = N_(", ")
PICK_SEPARATOR = " + "
CLAUSE_SEPARATOR = N_("; ")

HERE = N_("you are here")
LIKELY = N_("you are here, as far as your answers tell")
POSSIBLE = N_("possible")

NO_ANSWERS = N_(
    "There is no definite answer on this sheet yet, so no stage can be named. A few answers are enough to begin."
)

STAGE_FOUND = N_("Your answers say stage {stage}: {gates}.")
STAGE_FOUND_TOO = N_("You put yourself at stage {own}, and your answers say the same: {gates}.")
OTHER_STAGE_FOUND = N_("You put yourself at stage {own}; your answers say {stage}: {gates}.")
STAGES_OPEN = N_("Your answers leave stages {low} to {high} open: {gates}.")
STAGES_OPEN_TO_YOU = N_("You put yourself at stage {own}; your answers leave stages {low} to {high} open: {gates}.")
GATE_HOLDS = N_("stage {stage} shows {met} of its {signs} signs")
GATE_MISSES = N_("stage {stage} shows {met} of its {signs} signs and needs {needs}")
GATE_MISSES_PART = N_("stage {stage} shows {met} of its {signs} signs and needs {needs}, {parts} among them")
LAST = N_("{others} and {last}")

SETTLED = N_("The stage is settled: none of the questions left out could change it.")
FIRM = N_("This is firm: no single other answer would change it, the first question aside.")
BORDERLINE = N_('This is close: with "{answer}" as your answer to "{ask}" it would be stage {stage}.')
BORDERLINE_MORE = N_(
    'This is close: with "{answer}" as your answer to "{ask}" it would be stage {stage}. '
    "Other answers near the line are listed below."
)
UNEVEN = N_(
    "A step was skipped: the signs of {there} show already, those of {missing} not yet. "
    "Look again at your answers to {asks}."
)
INCOMPLETE = N_("This is not settled yet. Answers to these would settle it: {asks}.")
ASKS_AND_MORE = N_("{asks} and others, listed below")

DO: Mapping[Effort, str] = {
    "small": N_("Small step: {do}"),
    "medium": N_("Medium step: {do}"),
    "large": N_("Big step: {do}"),
}
WHAT_HELPS = N_("What helps:")
REMEDY = "{do} {why}"

NEAREST = N_("All signs taken together look most like stage {number} ({name}).")


class Quoting(NamedTuple):
    """How much of the evidence is quoted: up to so many questions, and so many cells of each text."""

    questions: int = 2
    cells: int = 1_000


IN_FULL = Quoting()


def title(assessment: Assessment, rubric: Rubric) -> str:
    """Name the sheet: the business and the date where they are known."""
    name = assessment.name or rubric.identity.title
    say = speech(assessment.language)
    return say(NAMED_AND_DATED, name=name, date=say.date(assessment.date)) if assessment.date else name


def nothing_answered(assessment: Assessment, rubric: Rubric) -> bool:
    """Whether there is no definite answer at all; only then is every question open."""
    return len(assessment.open) == len(rubric.questions)


def place_on_ladder(assessment: Assessment, number: int) -> str:
    """Say what the answers make of stage `number`: here, possible, or nothing."""
    stage, say = assessment.stage, speech(assessment.language)
    if number == stage.number:
        return say(HERE if stage.low == stage.high else LIKELY)
    return say(POSSIBLE) if stage.low <= number <= stage.high else ""


def reason(assessment: Assessment, rubric: Rubric) -> str:
    """Set the stage beside the owner's own view of it, with what decides between it and the next."""
    stage = assessment.stage
    own = next((number for number, each in enumerate(rubric.stages, 1) if each.id == assessment.self_view), None)
    if stage.low < stage.high:
        sentence = STAGES_OPEN if own is None else STAGES_OPEN_TO_YOU
    elif own is None:
        sentence = STAGE_FOUND
    else:
        sentence = STAGE_FOUND_TOO if own == stage.number else OTHER_STAGE_FOUND
    gates = _deciding_gates(assessment, rubric)
    say = speech(assessment.language)
    return say(sentence, own=own, stage=stage.number, low=stage.low, high=stage.high, gates=gates)


def _deciding_gates(assessment: Assessment, rubric: Rubric) -> str:
    """Say what the last gate that holds shows, and the first that is not known to."""
    gates, low, say = assessment.gates, assessment.stage.low, speech(assessment.language)
    clauses = []
    if low > 1:
        clauses.append(_gate(say, GATE_HOLDS, gates[low - 2], low))
    if low <= len(gates):
        parts = listed(say, missing_parts(gates[low - 1], rubric.stages[low]))
        clauses.append(_gate(say, GATE_MISSES_PART if parts else GATE_MISSES, gates[low - 1], low + 1, parts))
    return say(CLAUSE_SEPARATOR).join(clauses)


def listed(say: Speech, words: Sequence[str]) -> str:
    """Put words into a row, as in "one, two and three"."""
    *others, last = words or [""]
    return say(LAST, others=say(SEPARATOR).join(others), last=last) if others else last


def _gate(say: Speech, sentence: str, gate: GateReading, number: int, parts: str = "") -> str:
    return say(sentence, stage=number, met=gate.met, signs=len(gate.signs), needs=gate.needs, parts=parts)


def missing_parts(gate: GateReading, stage: Stage) -> list[str]:
    """Name the parts of a stage's gate of which no sign is known to hold."""
    held = {sign.id for sign in gate.signs if sign.holds}
    return [part.says for part in (stage.gate.each_of if stage.gate else ()) if held.isdisjoint(part.of)]


def verdict(assessment: Assessment, rubric: Rubric, quoting: Quoting = IN_FULL, *, quick: bool = False) -> str:
    """Say how sure the stage is, with the first pieces of evidence.

    After a `quick` interview nothing more is said than that it is settled: answers not asked for could still make it
    firm, close or uneven.
    """
    if quick and assessment.verdict != "incomplete":
        return speech(assessment.language)(SETTLED)
    return _VERDICTS[assessment.verdict](assessment, rubric, quoting)


def _firm(assessment: Assessment, _rubric: Rubric, _quoting: Quoting) -> str:
    return speech(assessment.language)(FIRM)


def _borderline(assessment: Assessment, rubric: Rubric, quoting: Quoting) -> str:
    first, *others = telling_changes(assessment)
    sentence = BORDERLINE_MORE if others else BORDERLINE
    return speech(assessment.language)(sentence, **change_facts(first, rubric, quoting))


def _uneven(assessment: Assessment, rubric: Rubric, quoting: Quoting) -> str:
    say, skipped = speech(assessment.language), assessment.skipped
    numbers = {stage.id: say(STAGE, number=number) for number, stage in enumerate(rubric.stages, 1)}
    there = listed(say, [numbers[each] for each in skipped.holds]) if skipped else ""
    missing = numbers[skipped.missing] if skipped else ""
    return say(UNEVEN, there=there, missing=missing, asks=_first_asks(look_again(assessment), rubric, quoting))


def _incomplete(assessment: Assessment, rubric: Rubric, quoting: Quoting) -> str:
    return speech(assessment.language)(INCOMPLETE, asks=_first_asks(assessment.settles, rubric, quoting))


_VERDICTS: Mapping[VerdictWord, Callable[[Assessment, Rubric, Quoting], str]] = {
    "firm": _firm,
    "borderline": _borderline,
    "uneven": _uneven,
    "incomplete": _incomplete,
}


def _first_asks(questions: Sequence[str], rubric: Rubric, quoting: Quoting) -> str:
    say = speech(rubric.identity.language)
    texts = (shorten(rubric.questions[each].ask, quoting.cells) for each in questions[: quoting.questions])
    asks = say(SEPARATOR).join(say(QUOTED, text=text) for text in texts)
    return say(ASKS_AND_MORE, asks=asks) if len(questions) > quoting.questions else asks


def look_again(assessment: Assessment) -> list[str]:
    """List the questions that the missing signs of a skipped step read."""
    skipped = assessment.skipped
    missing = [sign for gate in assessment.gates if skipped and gate.stage == skipped.missing for sign in gate.signs]
    return list(dict.fromkeys(question for sign in missing if not sign.holds for question in sign.questions))


def telling_changes(assessment: Assessment) -> list[Change]:
    """Keep one change for each question and stage it leads to; those that lead up come first.

    While the stage is open there is none to tell of: changes are counted from the low end.
    """
    if assessment.verdict == "incomplete":
        return []
    first: dict[tuple[str, int], Change] = {}
    for change in assessment.changes:
        first.setdefault((change.question, change.stage), change)
    return sorted(first.values(), key=lambda change: change.stage < assessment.stage.low)


def change_facts(change: Change, rubric: Rubric, quoting: Quoting = IN_FULL) -> dict[str, object]:
    """Give the words that a sentence about a change is filled with: `ask`, `answer`, `stage`."""
    question = rubric.questions[change.question]
    to = (change.to,) if isinstance(change.to, str) else change.to
    answer = PICK_SEPARATOR.join(option.text for option in question.options if option.id in to)
    return {
        "ask": shorten(question.ask, quoting.cells),
        "answer": shorten(answer, quoting.cells),
        "stage": change.stage,
    }


def nearest(assessment: Assessment, rubric: Rubric) -> str:
    """Give the second opinion where it differs, else nothing."""
    number = assessment.stage.nearest
    if number == assessment.stage.number:
        return ""
    return speech(assessment.language)(NEAREST, number=number, name=rubric.stages[number - 1].name)
