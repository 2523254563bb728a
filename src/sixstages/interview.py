"""Which question comes next, how far along a sitting is, and what an entry makes of its sheet.

Pure: the screens, the keys and the saving are the command's business.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from sixstages.answers import Answers
from sixstages.logic import Reading
from sixstages.rubric import DONT_KNOW, Option, Question

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sixstages.logic import Picks
    from sixstages.rubric import Rubric, Section

Chooser = Callable[[Mapping[str, tuple[str, ...]], Collection[str]], Question | None]
"""Picks the next question, given the definite answers and the questions to pass over; None where none is left."""

NOT_KNOWN: Picks = (DONT_KNOW,)
"""The entry "don't know"."""
SKIPPED: Picks = ()
"""No entry: the question is asked again in another run."""

_SECONDS_A_QUESTION = 15
_LONGEST_NAME = 40  # letters; four bytes each at the most, and a file system takes 255


class Progress(NamedTuple):
    """Question `number` of `about` that many; fewer or more once earlier answers settle what applies."""

    number: int
    about: int


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """One interview under way.

    `before` is a sheet whose entries can be repeated, of this sitting or of one before. `history` holds the
    questions gone through, oldest first; `ahead` those to be put next although they may have an entry;
    `skipped` those that are not put again in this run. Without a `chooser` questions come in the rubric's order.
    """

    rubric: Rubric
    sheet: Answers
    before: Answers = field(default_factory=Answers)
    history: tuple[str, ...] = ()
    ahead: tuple[str, ...] = ()
    skipped: frozenset[str] = frozenset()
    chooser: Chooser | None = None

    def upcoming(self) -> Question | None:
        """Return the question to put now, or None at the end."""
        applying = {question.id: question for question in self.applying()}
        again = next((applying[each] for each in self.ahead if each in applying), None)
        choose = self.chooser or self._first_open
        return again or choose(self.sheet.answers, self.sheet.dont_know | self.skipped)

    def applying(self) -> list[Question]:
        """List the questions that are not ruled out."""
        reading = Reading(self.rubric, self.sheet.answers)
        return [question for question in self.rubric.questions.values() if reading.asked(question.id) is not False]

    def missing(self) -> list[str]:
        """List the questions that apply and have no entry."""
        return [question.id for question in self.applying() if not entry_on(self.sheet, question.id)]

    def begun(self) -> bool:
        """Whether any question has an entry, "don't know" included."""
        return bool(self.sheet.answers or self.sheet.dont_know)

    def progress(self, question: Question) -> Progress:
        """Count where a question stands among those that are not ruled out."""
        applying = [each.id for each in self.applying()]
        return Progress(number=applying.index(question.id) + 1, about=len(applying))

    def entry(self, question: Question) -> Picks:
        """Return what can be repeated: the entry on the sheet, else the one before; `SKIPPED` where there is none."""
        return entry_on(self.sheet, question.id) or entry_on(self.before, question.id)

    def answered(self, question: Question, picks: Picks, *, at: str) -> Sitting:
        """Go on with these options picked, with `NOT_KNOWN` or `SKIPPED`; `at` is the time for `updated`."""
        skipped = self.skipped - {question.id} if picks else self.skipped | {question.id}
        return replace(
            self,
            sheet=with_entry(self.rubric, self.sheet, question.id, picks, at=at),
            history=(*(each for each in self.history if each != question.id), question.id),
            ahead=tuple(each for each in self.ahead if each != question.id),
            skipped=skipped,
        )

    def back(self) -> Sitting | None:
        """Go back to the question gone through last that still applies; None where there is none."""
        applying = {question.id for question in self.applying()}
        last = next((at for at in reversed(range(len(self.history))) if self.history[at] in applying), None)
        if last is None:
            return None
        return replace(self, history=self.history[:last], ahead=(self.history[last], *self.ahead))

    def revisiting(self, questions: Iterable[str]) -> Sitting:
        """Put these questions next, whatever entries they have."""
        again = tuple(questions)
        return replace(self, history=tuple(each for each in self.history if each not in again), ahead=again)

    def _first_open(self, answers: Mapping[str, Picks], passed_over: Collection[str]) -> Question | None:
        waiting = (each for each in self.applying() if each.id not in answers and each.id not in passed_over)
        return next(waiting, None)


def take_up(rubric: Rubric, sheet: Answers, *, before: Answers | None = None) -> Sitting:
    """Go on with a sheet: an answer of which only a part still fits the rubric has to be given again.

    One can go back to whatever has an entry. `before` is the sheet of the sitting before, if there was one.
    """
    answers, aside = ({each: of[each] for each in of if each not in sheet.unfit} for of in (sheet.answers, sheet.aside))
    taken_up = settled(rubric, replace(sheet, answers=answers, aside=aside))
    history = tuple(each for each in rubric.questions if entry_on(taken_up, each))
    return Sitting(rubric=rubric, sheet=taken_up, before=before or sheet, history=history)


def entry_on(sheet: Answers, question: str) -> Picks:
    """Return a question's entry: options, `NOT_KNOWN`, or `SKIPPED` where there is none."""
    return NOT_KNOWN if question in sheet.dont_know else sheet.answers.get(question, SKIPPED)


def with_entry(rubric: Rubric, sheet: Answers, question: str, picks: Picks, *, at: str) -> Answers:
    """Put an entry on a sheet, or take it off for `SKIPPED`; `at` is when, and a skip is no answer."""
    answers = {each: chosen for each, chosen in sheet.answers.items() if each != question}
    dont_know = sheet.dont_know - {question}
    if picks == NOT_KNOWN:
        dont_know |= {question}
    elif picks:
        answers[question] = picks
    updated = at if picks else sheet.updated
    return settled(rubric, replace(sheet, answers=answers, dont_know=dont_know, updated=updated))


def settled(rubric: Rubric, sheet: Answers) -> Answers:
    """Put aside the answers to questions that are ruled out, and bring back those that apply again.

    A "don't know" stays where it is: it says nothing while its question is ruled out.
    """
    aside = {each: picks for each, picks in sheet.aside.items() if each not in sheet.dont_know}
    known = {**aside, **sheet.answers}
    # What is ruled out speaks for nothing, so the answers aside need not be told from the others here.
    reading = Reading(rubric, known)
    ruled_out = {each for each in known if reading.asked(each) is False}
    return replace(
        sheet,
        answers={each: known[each] for each in rubric.questions if each in known and each not in ruled_out},
        aside={each: known[each] for each in rubric.questions if each in ruled_out},
    )


def proposed_name(name: str, date: str) -> str:
    """Make the first part of a file name from the business's name and the date; letters of any script stay."""
    letters = "".join(each if unicodedata.category(each)[0] in "LMN" else " " for each in name.lower())
    return "-".join([*letters[:_LONGEST_NAME].split(), date]) if letters.strip() else f"answers-{date}"


def section_of(rubric: Rubric, question: Question) -> Section:
    """Find the section in which a question stands."""
    return next(section for section in rubric.sections if question in section.questions)


def minutes(rubric: Rubric) -> int:
    """How long answering every question takes, in minutes; two at the least."""
    return max(2, round(len(rubric.questions) * _SECONDS_A_QUESTION / 60))


def self_view_question(rubric: Rubric) -> Question:
    """Put the self-view as a question whose options are the stages."""
    view = rubric.self_view
    # Of parts that are validated: pydantic's own way would build validators, and look for plugins first.
    options = tuple(Option.model_construct(id=each.id, text=each.name, means=each.summary) for each in rubric.stages)
    return Question.model_construct(id="self-view", ask=view.ask, why=view.why, options=options)
