"""The report for a terminal: first a summary for one screen, then the details."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from rich.text import Text

from sixstages.reports import wording
from sixstages.reports.details import details
from sixstages.reports.layout import BLANK, Line, as_text, heading, numbered, paragraph
from sixstages.speech import N_, speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sixstages.assessment import Assessment
    from sixstages.rubric import Rubric
    from sixstages.speech import Speech

ONE_QUESTION = wording.Quoting(questions=1)
IN_BRIEF = wording.Quoting(questions=1, cells=30)
ROOM = 23  # lines of a screen of 24, where a prompt follows
STEPS_AT_FIRST = 3

MARKED = N_("{name} <- {mark}")
WHAT_FIRST = N_("What to do first")
NOTHING_TO_DO = N_("You stand at the highest stage. Keep what you have.")

# Up to the first full stop that a space follows; the danda ends a sentence in Hindi and Bengali.
_FIRST_SENTENCE = re.compile(r".+?[.!?।](?=\s)", re.DOTALL)


def one(assessment: Assessment, rubric: Rubric, columns: int, /) -> Text:
    """Report one assessment: the summary, then the details."""
    return as_text([*summary(assessment, rubric, columns), *details(assessment, rubric, columns)])


def several(assessed: Iterable[tuple[Assessment, Rubric]], columns: int, /) -> Iterator[Text]:
    """Report assessments one after the other."""
    between = ""
    for assessment, rubric in assessed:
        yield Text(between).append_text(one(assessment, rubric, columns))
        between = "\n\n"


def summary(assessment: Assessment, rubric: Rubric, columns: int, *, quick: bool = False) -> list[Line]:
    """Give the ladder, the reason, the verdict and three things to do: one screen of 80 by 24.

    Where not all of it fits, steps are told in their first sentence, then less of the evidence is quoted.
    `quick`: questions were left out because they can't change the stage, so nothing is said of how firm it is.
    """
    say = speech(assessment.language)
    head = [*paragraph(wording.title(assessment, rubric), columns, style="bold"), BLANK]
    head += [*_ladder(assessment, rubric, columns), BLANK]
    if wording.nothing_answered(assessment, rubric):
        return [*head, *paragraph(say(wording.NO_ANSWERS), columns)]
    head += paragraph(wording.reason(assessment, rubric), columns)
    steps = [step.do for step in assessment.next_steps[:STEPS_AT_FIRST]]
    in_short = list(map(_first_sentence, steps))
    for quoting, told in (
        (wording.IN_FULL, steps),
        (wording.IN_FULL, in_short),
        (ONE_QUESTION, in_short),
        (IN_BRIEF, in_short),
    ):
        verdict = wording.verdict(assessment, rubric, quoting, quick=quick)
        lines = [*head, *paragraph(verdict, columns), *_steps(say, told, columns)]
        if len(lines) <= ROOM:
            break
    return lines


def _ladder(assessment: Assessment, rubric: Rubric, columns: int) -> Iterator[Line]:
    say = speech(assessment.language)
    for number, stage in enumerate(rubric.stages, 1):
        mark = "" if wording.nothing_answered(assessment, rubric) else wording.place_on_ladder(assessment, number)
        here = bool(mark) and number == assessment.stage.number
        words = say(MARKED, name=stage.name, mark=mark) if mark else stage.name
        lead = f" {'>' if here else ' '}{say.number(number):>3}  "
        yield from paragraph(words, columns, lead=lead, style="bold" if here else "")


def _steps(say: Speech, steps: Sequence[str], columns: int) -> list[Line]:
    if not steps:
        return [BLANK, *paragraph(say(NOTHING_TO_DO), columns)]
    return [*heading(say(WHAT_FIRST), columns), *numbered(say, steps, columns)]


def _first_sentence(text: str) -> str:
    found = _FIRST_SENTENCE.match(text)
    return found[0] if found else text
