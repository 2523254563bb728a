"""One interview on the screen: what is said, what is asked, and that each answer is saved."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING

from sixstages.assessment import assess
from sixstages.cli import ending, finished, opening
from sixstages.cli.asking import Left, show_question, take_entry
from sixstages.cli.entries import (
    KEYS,
    SELF_VIEW_COMMANDS,
    Command,
    Picked,
    command_in,
    commands_for,
    is_number,
)
from sixstages.cli.keeping import Keeping
from sixstages.cli.sheets import begin_again
from sixstages.cli.talk import Talk
from sixstages.errors import ProblemsFound
from sixstages.interview import SKIPPED, section_of, self_view_question
from sixstages.quick import Guide
from sixstages.reports.layout import BLANK, numbered, paragraph
from sixstages.speech import LANGUAGES, N_, speech
from sixstages.terminal import InputEnded
from sixstages.text import one_line, visible

if TYPE_CHECKING:
    from contextlib import ExitStack
    from pathlib import Path

    from sixstages.cli.languages import Languages
    from sixstages.cli.sheets import Begun
    from sixstages.interview import Sitting
    from sixstages.rubric import Question

DONE = 0
INPUT_ENDED = 1
LEFT = 130

ASK_NAME = N_("The name of the business (Enter leaves it out):")
NAME_UNFIT = N_("This name holds a key that can't be saved, such as an arrow key. Please type it again.")
QUESTION = N_("{section}: question {number} of about {about}")
NEXT_QUESTION = N_("{section}: question {number}")
ANSWER = N_("Your answer:")
SELF_VIEW_ANSWER = N_("Your answer (Enter skips this one):")
NOTHING_BEFORE = N_("This is the first question; there is none to go back to.")
ONE_LANGUAGE = N_("These questions come in one language so far.")
WHICH_LANGUAGE = N_("Which language? Type its number; Enter leaves it as it is.")
LANGUAGE_UNREADABLE = N_("This language can't be shown, because there is a fault in its file. The one before stays.")
NO_SUCH_LANGUAGE = N_('"{typed}" is not one of them. Type a number from 1 to {last}.')
STAGE_SO_FAR = N_("So far your answers say stage {low}.")
STAGES_SO_FAR = N_("So far your answers leave stages {low} to {high} open.")
SAVED = N_("Your answers are saved in {file}. To go on where you stopped:")
TRY_AGAIN = N_("Your last answer is not saved yet. Press Enter to try again; q stops without it.")
CHANGED_BY_OTHERS = N_(
    "{file} was changed by another program meanwhile, and stays as it is. All your answers are in {new} from now on."
)
NOTHING_SAVED = N_("Nothing had been asked yet, so there is nothing to save.")


class Conversation:
    """An interview under way."""

    def __init__(
        self,
        begun: Begun,
        languages: Languages,
        folder: Path | None,
        locks: ExitStack,
        *,
        coach: bool = False,
    ) -> None:
        """Keep what it needs; `folder` is the rubric's; with `coach` the stage so far is told after each answer."""
        self._session, self._languages = languages.session, languages
        self._begun, self._folder, self._coach = begun, folder, coach
        self._talk = Talk(self._session, folder, speech(begun.sitting.rubric.identity.language))
        self._sitting, self._keeping = begun.sitting, Keeping(begun, locks)
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
        self._session.terminal.problems(self._begun.warnings, self._talk.speech)
        if self._sitting.upcoming():
            opening.tell(self._talk, self._sitting, self._begun.earlier, self._session.now())
            if not self._sitting.begun():
                self._introduce()
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
            if choice is Command.LANGUAGE:
                self._change_language()
                continue
            self._sitting = self._sitting.revisiting([choice.id])
            self._ask_all()
            self._offer_another_look()
        return DONE

    def _begin_again(self) -> int:
        begun = begin_again(
            self._sitting.rubric,
            self._keeping.path(self._sitting),
            self._session.now().date().isoformat(),
            self._locks,
        )
        sitting = replace(begun.sitting, sheet=replace(begun.sitting.sheet, language=self._sitting.sheet.language))
        begun = begun._replace(sitting=sitting)
        return Conversation(begun, self._languages, self._folder, self._locks, coach=self._coach).hold()

    def _introduce(self) -> None:
        """Ask for the name and the owner's own view, before the questions can colour it."""
        if not self._sitting.sheet.name:
            name = self._name()
            self._keep(replace(self._sitting, sheet=replace(self._sitting.sheet, name=name)))
        if not self._sitting.sheet.self_view:
            own = self._self_view()  # asked first: the language may change meanwhile
            self._keep(replace(self._sitting, sheet=replace(self._sitting.sheet, self_view=own)))

    def _name(self) -> str:
        while True:
            name = " ".join(self._talk.ask(self._talk.speech(ASK_NAME)).split())
            if name in KEYS[Command.LEAVE].keys:
                raise Left
            if name in KEYS[Command.LANGUAGE].keys:
                self._change_language()
            elif name in KEYS[Command.WHY].keys:
                self._talk.tell(opening.legend(self._talk.speech))
            elif visible(name) == name:
                return name
            else:
                self._talk.tell(self._talk.speech(NAME_UNFIT))

    def _self_view(self) -> str | None:
        before = self._sitting.before.self_view
        on_enter = Picked((before,) if before else SKIPPED)
        while True:
            question = self_view_question(self._sitting.rubric)
            prompt = self._talk.speech(ANSWER if before else SELF_VIEW_ANSWER)
            self._talk.tell("")
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
            prompt = self._talk.speech(ANSWER)
            entry = take_entry(self._talk, question, commands_for(question), prompt=prompt, on_enter=on_enter)
            if isinstance(entry, Picked):
                self._keep(self._sitting.answered(question, entry.options, at=self._time()))
                self._tell_stage_so_far()
            elif entry is Command.BACK:
                self._go_back()
            else:
                self._change_language()

    def _put(self, question: Question) -> None:
        section = section_of(self._sitting.rubric, question).title
        say = self._talk.speech
        number, about = self._sitting.progress(question)
        if self._quick:
            counted = say(NEXT_QUESTION, section=section, number=len(self._sitting.history) + 1)
        else:
            counted = say(QUESTION, section=section, number=number, about=about)
        self._talk.show([BLANK, *paragraph(counted, self._talk.columns, style="dim")])
        show_question(self._talk, question, self._sitting.entry(question))

    def _go_back(self) -> None:
        before = self._sitting.back()
        if before:
            self._sitting = before
        else:
            self._talk.tell(self._talk.speech(NOTHING_BEFORE))

    def _change_language(self) -> None:
        """Ask which language to go on in; answers are ids, so none is lost."""
        codes, say = self._sitting.rubric.languages, self._talk.speech
        if len(codes) == 1:
            self._talk.tell(say(ONE_LANGUAGE))
            return
        names = numbered(say, (LANGUAGES.get(code, code) for code in codes), self._talk.columns)
        self._talk.show([BLANK, *names])
        while typed := self._talk.ask(say(WHICH_LANGUAGE)):
            if command_in(say, typed) is Command.LEAVE:
                raise Left
            if is_number(typed, 1, len(codes)) or typed in codes:
                self._speak(typed if typed in codes else codes[int(typed) - 1])
                break
            self._talk.tell(say(NO_SUCH_LANGUAGE, typed=typed, last=len(codes)))

    def _speak(self, language: str) -> None:
        """Go on in a language, and remember it; where its file has a fault, stay with the one before."""
        try:
            rubric = self._languages.changed_to(language)
        except ProblemsFound as found:
            self._session.terminal.problems(found.problems, self._talk.speech)
            self._talk.tell(self._talk.speech(LANGUAGE_UNREADABLE))
            return
        sheet = replace(self._sitting.sheet, language=language)
        chooser = Guide(rubric).next_question if self._quick else None
        self._sitting = replace(self._sitting, rubric=rubric, sheet=sheet, chooser=chooser)
        self._talk.speech = speech(language)
        if self._keeping.file:
            self._keep(self._sitting)

    def _tell_stage_so_far(self) -> None:
        if self._coach:
            stage = assess(self._sitting.rubric, self._sitting.sheet).stage
            sentence = STAGE_SO_FAR if stage.low == stage.high else STAGES_SO_FAR
            self._talk.tell(self._talk.speech(sentence, low=stage.low, high=stage.high))

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
        ending.tell_where(self._talk, sitting, self._keeping.path(sitting), self._session.now().date())
        return read_on

    def _say_how_to_go_on(self) -> None:
        file = self._keeping.file
        if file and os.path.lexists(file):
            options = ["--quick"] if self._quick else []
            saved = self._talk.speech(SAVED, file=one_line(str(file)))
            self._talk.tell_command(saved, "interview", *options, str(file))
        elif not self._keeping.has_begun:
            self._talk.tell("", self._talk.speech(NOTHING_SAVED))

    def _keep(self, sitting: Sitting) -> None:
        """Save the sheet, and only then count the answer as given."""
        while True:
            try:
                left = self._keeping.save(sitting)
                break
            except ProblemsFound as found:
                if not self._talk.interactive:
                    raise
                self._session.terminal.problems(found.problems, self._talk.speech)
                self._wait_for_room()
        if left:
            names = {"file": one_line(str(left)), "new": one_line(str(self._keeping.file))}
            self._talk.tell(self._talk.speech(CHANGED_BY_OTHERS, **names))
        self._sitting = sitting

    def _wait_for_room(self) -> None:
        """Ask whether to try once more to save what could not be saved; raises `Left` where not."""
        say = self._talk.speech
        if command_in(say, self._talk.ask(say(TRY_AGAIN))) is Command.LEAVE:
            raise Left

    def _time(self) -> str:
        return self._session.now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
