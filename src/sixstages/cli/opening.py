"""The beginning of an interview: what awaits the owner, said before anything is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.cli.dates import how_long_ago, last_day
from sixstages.cli.entries import Command, in_short
from sixstages.interview import minutes
from sixstages.speech import N_, NN_
from sixstages.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sixstages.cli.talk import Talk
    from sixstages.interview import Sitting
    from sixstages.rubric import Question
    from sixstages.speech import Speech

HOW_SHORT = N_(
    "Only questions that can still change the stage are asked, often about ten. "
    "The others tell what holds you back; you can answer them later."
)
HOW_LONG = NN_(
    "There is {questions} question; it takes a minute.",
    "There are {questions} questions at the most; they take about {minutes} minutes.",
)
GOES_ON = N_("We go on where you stopped: question {number} of about {about}.")
NEW_BESIDE = N_(
    "This is a new sitting beside {file}, which stays as it is. Enter alone repeats what you answered then."
)
CLOCK_BEHIND = N_(
    "The clock of this machine says {today}, but your earlier answers are from {before}. "
    "If the clock is wrong, stop with q and set it right: sittings are put in order by their dates."
)
STAYS_HERE = N_("Nothing you type leaves this machine.")
STOP_ANY_TIME = N_("You can stop at any time: every answer is saved as soon as you give it.")
LEGEND = N_("Type the number of your answer and press Enter. Besides numbers: {keys}.")


def tell(talk: Talk, sitting: Sitting, earlier: Path | None, now: datetime) -> None:
    """Say what this is, how long it takes and which keys there are; `earlier` is the file of the sitting before."""
    say = talk.speech
    talk.tell(sitting.rubric.identity.title, style="bold")
    talk.tell("", _what_awaits(say, sitting, earlier, now), *_clock_behind(say, sitting, now))
    talk.tell(say(STAYS_HERE), say(STOP_ANY_TIME), "", legend(say), "")


def legend(say: Speech) -> str:
    """List the keys, on one line."""
    return say(LEGEND, keys=in_short(say, (each for each in Command if each is not Command.AGAIN)))


def _what_awaits(say: Speech, sitting: Sitting, earlier: Path | None, now: datetime) -> str:
    upcoming = sitting.upcoming()
    if sitting.begun() and upcoming:
        return _where_it_goes_on(say, sitting, upcoming, now)
    number = len(sitting.rubric.questions)
    how_long = say.count(HOW_LONG, number, questions=number, minutes=minutes(sitting.rubric))
    how_long = say(HOW_SHORT) if sitting.chooser else how_long
    return f"{say(NEW_BESIDE, file=one_line(str(earlier)))} {how_long}" if earlier else how_long


def _where_it_goes_on(say: Speech, sitting: Sitting, upcoming: Question, now: datetime) -> str:
    updated = sitting.sheet.updated
    ago = how_long_ago(say, updated, now) if updated else ""
    return f"{say(GOES_ON, **sitting.progress(upcoming)._asdict())} {ago}".rstrip()


def _clock_behind(say: Speech, sitting: Sitting, now: datetime) -> Iterator[str]:
    """Say where the clock shows a day before that of answers that are there: it, or they, are wrong."""
    before = last_day(sitting.before, now)
    if before and before > now.date():
        yield say(CLOCK_BEHIND, today=say.date(now.date().isoformat()), before=say.date(before.isoformat()))
