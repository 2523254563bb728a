"""The end of an interview: a second look at what the stage hangs on, the report, and where everything lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.cli.dates import months_on
from sixstages.cli.entries import in_words, is_number
from sixstages.interview import entry_on
from sixstages.reports import wording
from sixstages.reports.as_text import summary
from sixstages.reports.details import details
from sixstages.reports.layout import BLANK, items, paragraph
from sixstages.speech import N_, NN_
from sixstages.terminal import InputEnded
from sixstages.text import one_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from sixstages.assessment import Assessment
    from sixstages.cli.talk import Talk
    from sixstages.interview import Sitting
    from sixstages.rubric import Rubric

STEP_SKIPPED = N_("Before the report: a step seems to be skipped. Are these answers as you meant them?")
ONE_ANSWER = N_("Before the report: one answer alone decides your stage. Is it as you meant it?")
GIVEN = N_("{ask} {answer}")
LOOK_AGAIN = N_("Type 1 to look again, or press Enter for the report:")

READ_ON = N_("Press Enter to read on: what is there, what is missing, and what helps.")
KEPT = N_("Your answers are kept in {file}. To see this report again:")
LEFT_OUT = NN_("You left out one question. To answer it:", "You left out {number} questions. To answer them:")
COME_BACK = N_("A good day to come back is {date}. To begin then, with the answers of today at hand:")

MONTHS_UNTIL_NEXT = 3


def worth_another_look(assessment: Assessment, sitting: Sitting) -> list[str]:
    """List the questions whose answers show a skipped step, or the only one that the stage hangs on."""
    changing = {change.question for change in assessment.changes}
    if assessment.verdict == "uneven":
        wanted = set(wording.look_again(assessment))
    elif assessment.verdict == "borderline" and len(changing) == 1:
        wanted = changing
    else:
        return []
    return [each.id for each in sitting.applying() if each.id in wanted and entry_on(sitting.sheet, each.id)]


def wants_another_look(talk: Talk, assessment: Assessment, sitting: Sitting, questions: Sequence[str]) -> bool:
    """Show these answers and ask whether to go over them; raises `InputEnded` and KeyboardInterrupt."""
    asked = [sitting.rubric.questions[each] for each in questions]
    say = talk.speech
    given = [say(GIVEN, ask=each.ask, answer=in_words(say, each, sitting.entry(each))) for each in asked]
    sentence = STEP_SKIPPED if assessment.verdict == "uneven" else ONE_ANSWER
    talk.show([BLANK, *paragraph(say(sentence), talk.columns), *items(given, talk.columns)])
    return is_number(talk.ask(say(LOOK_AGAIN)), 1, 1)


def report(talk: Talk, assessment: Assessment, rubric: Rubric, *, quick: bool) -> bool:
    """Show the report, the first screen by itself where somebody reads it; say whether they read on."""
    talk.show([BLANK, *summary(assessment, rubric, talk.columns, quick=quick)])
    try:
        if talk.interactive:
            talk.ask(talk.speech(READ_ON))
        talk.show(details(assessment, rubric, talk.columns, quick=quick))
    except (InputEnded, KeyboardInterrupt):
        talk.tell("")
        return False
    return True


def tell_where(talk: Talk, sitting: Sitting, file: Path, today: date) -> None:
    """Say where the answers lie, and with which commands to go on, now and in three months."""
    say = talk.speech
    talk.tell_command(say(KEPT, file=one_line(str(file))), "score", str(file))
    missing = sitting.missing()
    if missing:
        talk.tell_command(say.count(LEFT_OUT, len(missing), number=len(missing)), "interview", str(file))
    day = months_on(today, MONTHS_UNTIL_NEXT).isoformat()
    talk.tell_command(say(COME_BACK, date=say.date(day)), "interview", "--again", str(file))
