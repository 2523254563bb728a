"""One interview on the screen: what is said, what is asked, and that each answer is saved."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from sixstages.answers import write_answers
from sixstages.assessment import assess
from sixstages.cli import ending, finished
from sixstages.cli.asking import Left, show_question, take_entry
from sixstages.cli.dates import how_long_ago
from sixstages.cli.entries import (
    KEYS,
    SELF_VIEW_COMMANDS,
    Command,
    Picked,
    commands_for,
    in_short,
)
from sixstages.cli.sheets import begin_again, claim_file
from sixstages.cli.talk import Talk
from sixstages.interview import SKIPPED, minutes, proposed_name, section_of, self_view_question
from sixstages.reports.layout import BLANK, paragraph
from sixstages.terminal import InputEnded
from sixstages.text import visible

if TYPE_CHECKING:
    from contextlib import ExitStack

    from sixstages.cli.session import Session
    from sixstages.cli.sheets import Begun
    from sixstages.interview import Sitting
    from sixstages.rubric import Question

DONE = 0
INPUT_ENDED = 1
LEFT = 130

HOW_SHORT = (
    "Only questions that can still change the stage are asked, often about ten. "
    "The others tell what holds you back; you can answer them later."
)
HOW_LONG = "There are {questions} questions at the most; they take about {minutes} minutes."
STAYS_HERE = "Nothing you type leaves this machine."
STOP_ANY_TIME = "You can stop at any time: every answer is saved as soon as you give it."
LEGEND = "Type the number of your answer and press Enter. Besides numbers: {keys}."
GOES_ON = "We go on where you stopped: question {number} of about {about}."
LAST_ANSWER = "Your last answer was given {when}."
NEW_BESIDE = "This is a new sitting beside {file}, which stays as it is. Enter alone repeats what you answered then."
ASK_NAME = "The name of the business (Enter leaves it out):"
NAME_UNFIT = "This name holds a key that can't be saved, such as an arrow key. Please type it again."
QUESTION = "{section}: question {number} of about {about}"
NEXT_QUESTION = "{section}: question {number}"
ANSWER = "Your answer:"
SELF_VIEW_ANSWER = "Your answer (Enter skips this one):"
NOTHING_BEFORE = "This is the first question; there is none to go back to."
ONE_LANGUAGE = "These questions come in one language so far ({language}), so there is no other to change to."
STAGE_SO_FAR = "So far your answers say stage {low}."
STAGES_SO_FAR = "So far your answers leave stages {low} to {high} open."
SAVED = "Your answers are saved in {file}. To go on where you stopped:"
NOTHING_SAVED = "Nothing had been asked yet, so there is nothing to save."


class Conversation:
    """An interview under way."""

    def __init__(
        self, session: Session, begun: Begun, folder: Path | None, locks: ExitStack, *, coach: bool = False
    ) -> None:
        """Keep what it needs; `folder` is the rubric's; with `coach` the stage so far is told after each answer."""
        self._session, self._begun, self._folder, self._coach = session, begun, folder, coach
        self._talk = Talk(session, folder)
        self._sitting, self._file = begun.sitting, begun.file
        self._locks = locks
        self._quick = begun.sitting.chooser is not None
        self._offered = False

    def hold(self) -> int:
        """Ask until the end or until the owner leaves; return the exit code."""
        try:
            return self._ask_and_report()
        except (Left, KeyboardInterrupt):
            code = LEFT
        except InputEnded:
            code = INPUT_ENDED
        self._say_how_to_go_on()
        return code

    def _ask_and_report(self) -> int:
        self._session.terminal.problems(self._begun.warnings)
        if self._sitting.upcoming():
            self._open()
            self._ask_all()
        elif not self._quick:
            return self._go_over_finished()
        self._offer_another_look()
        self._report()
        return DONE

    def _go_over_finished(self) -> int:
        """Report, then change one answer after the other, or begin a new sitting, as long as that is wanted."""
        while self._report() and self._talk.interactive:
            choice = finished.choose(self._talk, self._sitting)
            if choice is Command.AGAIN:
                return self._begin_again()
            if choice is None:
                break
            self._sitting = self._sitting.revisiting([choice.id])
            self._ask_all()
            self._offer_another_look()
        return DONE

    def _begin_again(self) -> int:
        begun = begin_again(
            self._sitting.rubric, self._path(self._sitting), self._session.now().date().isoformat(), self._locks
        )
        return Conversation(self._session, begun, self._folder, self._locks, coach=self._coach).hold()

    def _open(self) -> None:
        """Say what awaits the owner, and ask whose answers these are."""
        rubric = self._sitting.rubric
        legend = LEGEND.format(keys=in_short(each for each in Command if each is not Command.AGAIN))
        self._talk.say(rubric.identity.title, style="bold")
        self._talk.say("", self._what_awaits(), STAYS_HERE, STOP_ANY_TIME, "", legend, "")
        if not self._sitting.begun():
            self._introduce()

    def _what_awaits(self) -> str:
        rubric, upcoming = self._sitting.rubric, self._sitting.upcoming()
        if self._sitting.begun() and upcoming:
            goes_on = GOES_ON.format(**self._sitting.progress(upcoming)._asdict())
            updated = self._sitting.sheet.updated
            when = how_long_ago(updated, self._session.now()) if updated else ""
            return f"{goes_on} {LAST_ANSWER.format(when=when)}" if when else goes_on
        how_long = HOW_LONG.format(questions=len(rubric.questions), minutes=minutes(rubric))
        how_long = HOW_SHORT if self._quick else how_long
        earlier = self._begun.earlier
        return f"{NEW_BESIDE.format(file=earlier)} {how_long}" if earlier else how_long

    def _introduce(self) -> None:
        """Ask for the name and the owner's own view, before the questions can colour it."""
        if not self._sitting.sheet.name:
            self._keep(replace(self._sitting, sheet=replace(self._sitting.sheet, name=self._name())))
        if not self._sitting.sheet.self_view:
            self._keep(replace(self._sitting, sheet=replace(self._sitting.sheet, self_view=self._self_view())))

    def _name(self) -> str:
        while True:
            name = " ".join(self._talk.ask(ASK_NAME).split())
            if name == KEYS[Command.LEAVE].typed[0]:
                raise Left
            if visible(name) == name:
                return name
            self._talk.say(NAME_UNFIT)

    def _self_view(self) -> str | None:
        question = self_view_question(self._sitting.rubric)
        before = self._sitting.before.self_view
        on_enter = Picked((before,) if before else SKIPPED)
        prompt = ANSWER if before else SELF_VIEW_ANSWER
        while True:
            self._talk.say("")
            show_question(self._talk, question, on_enter.options)
            entry = take_entry(self._talk, question, SELF_VIEW_COMMANDS, prompt=prompt, on_enter=on_enter)
            if isinstance(entry, Picked):
                return entry.options[0] if entry.options else None
            self._change_language()

    def _ask_all(self) -> None:
        while question := self._sitting.upcoming():
            self._put(question)
            before = self._sitting.entry(question)
            on_enter = Picked(before) if before else None
            entry = take_entry(self._talk, question, commands_for(question), prompt=ANSWER, on_enter=on_enter)
            if isinstance(entry, Picked):
                self._keep(self._sitting.answered(question, entry.options, at=self._time()))
                self._tell_stage_so_far()
            elif entry is Command.BACK:
                self._go_back()
            else:
                self._change_language()

    def _put(self, question: Question) -> None:
        section = section_of(self._sitting.rubric, question).title
        number, about = self._sitting.progress(question)
        if self._quick:
            counted = NEXT_QUESTION.format(section=section, number=len(self._sitting.history) + 1)
        else:
            counted = QUESTION.format(section=section, number=number, about=about)
        self._talk.show([BLANK, *paragraph(counted, self._talk.columns, style="dim")])
        show_question(self._talk, question, self._sitting.entry(question))

    def _go_back(self) -> None:
        before = self._sitting.back()
        if before:
            self._sitting = before
        else:
            self._talk.say(NOTHING_BEFORE)

    def _change_language(self) -> None:
        self._talk.say(ONE_LANGUAGE.format(language=self._sitting.rubric.identity.language))

    def _tell_stage_so_far(self) -> None:
        if self._coach:
            stage = assess(self._sitting.rubric, self._sitting.sheet).stage
            sentence = STAGE_SO_FAR if stage.low == stage.high else STAGES_SO_FAR
            self._talk.say(sentence.format(low=stage.low, high=stage.high))

    def _offer_another_look(self) -> None:
        """Offer, once and to people only, to go over the answers that a shaky verdict rests on."""
        sitting, assessment = self._sitting, assess(self._sitting.rubric, self._sitting.sheet)
        questions = ending.worth_another_look(assessment, sitting)
        if not questions or self._offered or self._quick or not self._talk.interactive:
            return
        self._offered = True
        try:
            if ending.wants_another_look(self._talk, assessment, sitting, questions):
                self._sitting = sitting.revisiting(questions)
                self._ask_all()
        except InputEnded:
            # Where every answer is given the offer counts as declined; where new questions came up it does not.
            if self._sitting.revisiting([]).upcoming():
                raise

    def _report(self) -> bool:
        """Report and say where all lies; say whether the report was read to its end."""
        sitting = self._sitting
        left_out = self._quick and bool(sitting.missing())
        read_on = ending.report(self._talk, assess(sitting.rubric, sitting.sheet), sitting.rubric, quick=left_out)
        ending.tell_where(self._talk, sitting, self._path(sitting), self._session.now().date())
        return read_on

    def _say_how_to_go_on(self) -> None:
        if self._file and os.path.lexists(self._file):
            options = ["--quick"] if self._quick else []
            self._talk.say_command(SAVED.format(file=self._file), "interview", *options, str(self._file))
        else:
            self._talk.say("", NOTHING_SAVED)

    def _keep(self, sitting: Sitting) -> None:
        """Save the sheet, and only then count the answer as given."""
        self._file = self._path(sitting)
        write_answers(self._file, sitting.sheet, sitting.rubric)
        self._sitting = sitting

    def _path(self, sitting: Sitting) -> Path:
        """Return where a sitting is kept; a new one is called by the name of the business and the date."""
        return self._file or claim_file(
            self._locks, Path(), proposed_name(sitting.sheet.name, sitting.sheet.date or "")
        )

    def _time(self) -> str:
        return self._session.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
