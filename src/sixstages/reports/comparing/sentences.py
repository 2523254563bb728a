"""What a comparison says in plain sentences, the same in every format that people read."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from sixstages.reports import wording
from sixstages.speech import N_, NN_, speech
from sixstages.text import FREE_CELL, FULL_CELL, OPEN_CELL, one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sixstages.assessment import VerdictWord
    from sixstages.comparison import Comparison, EarlierStep, Movement, SittingReading, StageSign
    from sixstages.rubric import Rubric
    from sixstages.speech import Speech

UP = N_("You have come from stage {first} to stage {last}.")
SAME = N_("You stand at stage {last}, as you did at the first sitting.")
DOWN = N_(
    "You stand at stage {last}; at the first sitting it was stage {first}. "
    "That can happen, and what to pick up again is listed below."
)
STAGES_UNCLEAR = N_(
    "Some answers are missing, so it can't be said for certain how the stage has moved from the first sitting "
    "to the last."
)
NEW_SIGNS = NN_("{number} new sign has come since then.", "{number} new signs have come since then.")

OVER_TIME = N_("Your stage over time")
NO_DATE = N_("no date")
SIGN_AT = N_("{says} (stage {number})")
AT_STAGE = N_("stage {number} of {stages}, {name}")
STAGES_POSSIBLE = N_("stages {low} to {high} of {stages} are possible, most likely {number}, {name}")
NOT_ANSWERED = N_("no definite answer yet")
VERDICTS: Mapping[VerdictWord, str] = {
    "firm": N_("firm"),
    "borderline": N_("close to another stage"),
    "uneven": N_("a step was skipped"),
    "incomplete": N_("some answers are missing"),
}

MOVED = N_("What has changed from {earlier} to {later}")
GAINED = N_("Signs that have come:")
LOST = N_("Signs that no longer show:")
WENT = N_("Found before, and no longer:")
CAME = N_("Found now, and not before:")
NOTHING_MOVED = N_("No sign and no finding has changed.")
NOTHING_CLEAR_MOVED = N_("Of what can be compared, nothing has changed.")
SIGNS_UNCLEAR = NN_(
    "{number} sign can't be compared, because an answer is missing in one of the two sittings.",
    "{number} signs can't be compared, because answers are missing in one of the two sittings.",
)
FINDINGS_UNCLEAR = NN_(
    "Whether {number} finding came or went can't be said, because an answer is missing in one of the two sittings.",
    "Whether {number} findings came or went can't be said, because answers are missing in one of the two sittings.",
)

STEPS = N_("The next steps you were given on {date}, and how they stand now")
STEPS_UNDATED = N_("The next steps you were given at the sitting before, and how they stand now")
DONE = N_("Done:")
NO_LONGER_NEEDED = N_("No longer needed:")
NOT_KNOWN = N_("Not known, because an answer is missing:")
STILL_NEEDED = N_("Still worth doing:")

NOTES = N_("About the answers files")
TODAYS_RUBRIC = N_("All sittings are judged by the rubric as it is today, version {version}.")
WITHOUT_DATE = N_("{file} has no date; it stands at the end, in the order in which the files were given.")
WITHOUT_NAME = N_("{file} names no business; it is taken for the same one.")
WARNED = "{file}: {message} {remedy}"
OTHER_VERSION = "A602"


class Listed(NamedTuple):
    """A list under a line that says what it lists, each item behind the same mark."""

    title: str
    mark: str
    texts: list[str]


def title(comparison: Comparison, rubric: Rubric) -> str:
    """Name the business, or the rubric where no file names one."""
    return comparison.name.strip() or rubric.identity.title


def course(comparison: Comparison) -> str:
    """Say how the stage has moved, and how many signs have come."""
    say, gained = speech(comparison.language), len(comparison.overall.gained)
    first, last = comparison.sittings[0].stage, comparison.sittings[-1].stage
    clear = first.low == first.high and last.low == last.high
    sentence = _direction(first.number, last.number) if clear else STAGES_UNCLEAR
    said = say(sentence, first=first.number, last=last.number)
    return f"{said} {say.count(NEW_SIGNS, gained, number=gained)}" if gained else said


def _direction(first: int, last: int) -> str:
    return SAME if first == last else UP if first < last else DOWN


def labels(comparison: Comparison) -> list[str]:
    """Name each sitting by its date; where that is missing or says too little, by its file too."""
    say = speech(comparison.language)
    dates = Counter(each.date for each in comparison.sittings)
    return [
        f"{say.date(each.date) if each.date else say(NO_DATE)}"
        f"{'' if _is_told(each, dates) else f' ({one_line(each.file)})'}"
        for each in comparison.sittings
    ]


def _is_told(sitting: SittingReading, dates: Counter[str | None]) -> bool:
    return sitting.date is not None and dates[sitting.date] == 1


def drawing(sitting: SittingReading, rubric: Rubric) -> str:
    """Draw the ladder of a sitting, a cell a stage: reached for certain, possible, not reached."""
    certain = 0 if nothing_answered(sitting, rubric) else sitting.stage.low
    possible = 0 if nothing_answered(sitting, rubric) else sitting.stage.high - certain
    free = len(rubric.stages) - certain - possible
    return f"[{FULL_CELL * certain}{OPEN_CELL * possible}{FREE_CELL * free}]"


def nothing_answered(sitting: SittingReading, rubric: Rubric) -> bool:
    """Whether a sitting has no definite answer at all; only then is every question open."""
    return len(sitting.open) == len(rubric.questions)


def place(say: Speech, sitting: SittingReading, rubric: Rubric) -> str:
    """Say where a sitting stands on the ladder, and how sure that is."""
    if nothing_answered(sitting, rubric):
        return say(NOT_ANSWERED)
    stage = sitting.stage
    sentence = AT_STAGE if stage.low == stage.high else STAGES_POSSIBLE
    facts = {"low": stage.low, "high": stage.high, "number": stage.number, "name": stage.name}
    words = say(sentence, stages=len(rubric.stages), **facts)
    return say(wording.CLAUSE_SEPARATOR).join((words, say(VERDICTS[sitting.verdict])))


def movements(comparison: Comparison) -> list[Movement]:
    """Give what there is to tell of: the whole way first, then the ways between neighbours where there are several."""
    return [comparison.overall, *(comparison.changes if len(comparison.changes) > 1 else ())]


def moved_title(comparison: Comparison, movement: Movement) -> str:
    """Name the two sittings between which something moved."""
    names = labels(comparison)
    return speech(comparison.language)(MOVED, earlier=names[movement.from_], later=names[movement.to])


def moved(say: Speech, movement: Movement, rubric: Rubric) -> list[Listed]:
    """List what came and went, leaving out what is empty."""
    lists = (
        Listed(say(GAINED), "+", _signs(say, movement.gained, rubric)),
        Listed(say(LOST), "-", _signs(say, movement.lost, rubric)),
        Listed(say(WENT), "*", [each.name for each in movement.findings_went]),
        Listed(say(CAME), "*", [each.name for each in movement.findings_came]),
    )
    return [each for each in lists if each.texts]


def _signs(say: Speech, signs: tuple[StageSign, ...], rubric: Rubric) -> list[str]:
    numbers = {stage.id: number for number, stage in enumerate(rubric.stages, 1)}
    return [say(SIGN_AT, says=each.says, number=numbers[each.stage]) for each in signs]


def not_told(say: Speech, movement: Movement) -> list[str]:
    """Say what is not in the lists: that nothing changed, and how much can't be compared."""
    unclear = len(movement.unclear), len(movement.findings_unclear)
    said = []
    if not (movement.gained or movement.lost or movement.findings_came or movement.findings_went):
        said.append(say(NOTHING_CLEAR_MOVED if any(unclear) else NOTHING_MOVED))
    sentences = zip((SIGNS_UNCLEAR, FINDINGS_UNCLEAR), unclear, strict=True)
    return [*said, *(say.count(sentence, number, number=number) for sentence, number in sentences if number)]


def steps_title(comparison: Comparison) -> str:
    """Say when the next steps were given."""
    say, before = speech(comparison.language), comparison.sittings[-2]
    return say(STEPS, date=say.date(before.date)) if before.date else say(STEPS_UNDATED)


def steps(comparison: Comparison, rubric: Rubric) -> list[Listed]:
    """List the earlier steps by what has become of them; a sheet without any answer was given none."""
    if nothing_answered(comparison.sittings[-2], rubric):
        return []
    say = speech(comparison.language)
    stands = [(_stands(each), each.do) for each in comparison.steps]
    lists = [
        Listed(say(title), mark, [do for stand, do in stands if stand == title])
        for title, mark in ((DONE, "[x]"), (NO_LONGER_NEEDED, "[x]"), (NOT_KNOWN, "[?]"), (STILL_NEEDED, "[ ]"))
    ]
    return [each for each in lists if each.texts]


def _stands(step: EarlierStep) -> str:
    if step.done:
        return DONE
    if step.needed is None:
        return NOT_KNOWN
    return STILL_NEEDED if step.needed else NO_LONGER_NEEDED


def notes(comparison: Comparison) -> list[str]:
    """Say what there is to know about the files, each thing once a file."""
    say = speech(comparison.language)
    warnings = [(each.file, warning) for each in comparison.sittings for warning in each.warnings]
    version = [say(TODAYS_RUBRIC, version=comparison.rubric.version)]
    return [
        *(version if any(warning.code == OTHER_VERSION for _, warning in warnings) else ()),
        *(WARNED.format(file=file, message=say(each.message), remedy=say(each.remedy)) for file, each in warnings),
        *_unnamed(say, comparison),
    ]


def _unnamed(say: Speech, comparison: Comparison) -> Iterator[str]:
    for each in comparison.sittings:
        if each.date is None:
            yield say(WITHOUT_DATE, file=each.file)
        if comparison.name and not each.name.strip():
            yield say(WITHOUT_NAME, file=each.file)
