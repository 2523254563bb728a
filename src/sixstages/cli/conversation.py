"""One interview on the screen: what is said, what is asked, and that each answer is saved."""

from __future__ import annotations

import os
import shlex
from dataclasses import replace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from sixstages.answers import Answers, read_answers, write_answers
from sixstages.assessment import assess
from sixstages.interview import (
    SELF_VIEW_COMMANDS,
    Command,
    Picked,
    Sitting,
    Wrong,
    commands_for,
    minutes,
    proposed_name,
    read_entry,
    section_of,
    self_view_question,
)
from sixstages.loading import load_rubric
from sixstages.reports.as_text import summary
from sixstages.reports.details import details
from sixstages.reports.layout import BLANK, Line, as_text, heading, items, numbered, paragraph
from sixstages.terminal import InputEnded
from sixstages.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sixstages.cli.session import Session
    from sixstages.rubric import Question

DONE = 0
INPUT_ENDED = 1
LEFT = 130

HOW_LONG = "There are {questions} questions at the most; they take about {minutes} minutes."
STAYS_HERE = "Nothing you type leaves this machine."
STOP_ANY_TIME = "You can stop at any time: every answer is saved as soon as you give it."
LEGEND = (
    "Type the number of your answer and press Enter. Besides numbers: d = I don't know, ? = why we ask, q = stop here."
)
GOES_ON = "We go on where you stopped: question {number} of about {about}."
ASK_NAME = "The name of the business (Enter leaves it out):"
NAME_UNFIT = "This name holds a key that can't be saved, such as an arrow key. Please type it again."
QUESTION = "Question {number} of about {about}"
SEVERAL = "Several can be true: type their numbers, such as 1,3."
ANSWER = "Your answer:"
SELF_VIEW_ANSWER = "Your answer (Enter skips this one):"
READ_ON = "Press Enter to read on: what is there, what is missing, and what helps."
KEPT = "Your answers are kept in {file}. To see this report again:"
SAVED = "Your answers are saved in {file}. To go on where you stopped:"
NOTHING_SAVED = "Nothing had been asked yet, so there is nothing to save."


class Left(Exception):  # noqa: N818 - an event of the conversation, not an error
    """Raised where the owner leaves early."""


def begin(session: Session, file: Path | None, folder: Path | None) -> Conversation:
    """Make ready for an interview: a new sheet, or the one in `file` if it is there; raises `ProblemsFound`."""
    rubric = load_rubric(folder)
    there = file is not None and os.path.lexists(file)
    sheet = read_answers(file, rubric) if file and there else Answers(language=rubric.identity.language)
    dated = sheet if sheet.date else replace(sheet, date=session.now().date().isoformat())
    return Conversation(session, Sitting(rubric=rubric, sheet=dated), file, folder)


class Conversation:
    """An interview under way."""

    def __init__(self, session: Session, sitting: Sitting, file: Path | None, folder: Path | None) -> None:
        """Keep what it needs; `file` is None until the business's name says what to call it."""
        self._terminal, self._now, self._called_as = session.terminal, session.now, session.called_as
        self._sitting = sitting
        self._file = file
        self._folder = folder

    def hold(self) -> int:
        """Ask until the end or until the owner leaves; return the exit code."""
        try:
            self._ask_all()
        except (Left, KeyboardInterrupt):
            code = LEFT
        except InputEnded:
            code = INPUT_ENDED
        else:
            self._report()
            return DONE
        self._say_how_to_go_on()
        return code

    def _ask_all(self) -> None:
        if self._sitting.upcoming():
            self._open()
        section = ""
        while question := self._sitting.upcoming():
            title = section_of(self._sitting.rubric, question).title
            self._put(question, new_section=title if title != section else "")
            section = title
            entry = self._entry(question, commands_for(question), ANSWER)
            self._keep(self._sitting.answered(question, entry, at=self._time()))

    def _open(self) -> None:
        """Say what awaits the owner, and ask whose answers these are."""
        rubric = self._sitting.rubric
        how_long = HOW_LONG.format(questions=len(rubric.questions), minutes=minutes(rubric))
        if self._sitting.begun():
            number, about = self._sitting.progress()
            how_long = GOES_ON.format(number=number, about=about)
        self._say(rubric.identity.title, style="bold")
        self._say("", how_long, STAYS_HERE, STOP_ANY_TIME, "", LEGEND, "")
        if not self._sitting.begun():
            self._introduce()

    def _introduce(self) -> None:
        """Ask for the name and the owner's own view, before the questions can colour it."""
        sheet = self._sitting.sheet
        if not sheet.name:
            sheet = replace(sheet, name=self._name())
            self._keep(replace(self._sitting, sheet=sheet))
        if not sheet.self_view:
            question = self_view_question(self._sitting.rubric)
            self._show([BLANK, *_asked(question, self._terminal.columns)])
            entry = self._entry(question, SELF_VIEW_COMMANDS, SELF_VIEW_ANSWER)
            own = entry.options[0] if entry else None
            self._keep(replace(self._sitting, sheet=replace(sheet, self_view=own)))

    def _name(self) -> str:
        while True:
            name = " ".join(self._ask(ASK_NAME).split())
            if SELF_VIEW_COMMANDS.get(name) is Command.LEAVE:
                raise Left
            if visible(name) == name:
                return name
            self._say(NAME_UNFIT)

    def _put(self, question: Question, *, new_section: str) -> None:
        columns = self._terminal.columns
        number, about = self._sitting.progress()
        title = heading(new_section, columns) if new_section else []
        counted = paragraph(QUESTION.format(number=number, about=about), columns, style="dim")
        self._show([*title, BLANK, *counted, *_asked(question, columns)])

    def _entry(self, question: Question, commands: Mapping[str, Command], prompt: str) -> Picked | None:
        """Ask until the entry is one; None is "don't know", or skipped. Raises `Left`."""
        while True:
            entry = read_entry(self._ask(prompt), question, commands)
            if isinstance(entry, Picked):
                return entry
            if isinstance(entry, Wrong):
                self._say(entry.reason)
            elif entry is Command.WHY:
                self._explain(question)
            elif entry is Command.LEAVE:
                raise Left
            else:
                return None

    def _explain(self, question: Question) -> None:
        meanings = [f"{option.text}: {option.means}" for option in question.options if option.means]
        columns = self._terminal.columns
        self._show([*paragraph(question.why, columns), *items(meanings, columns)])

    def _keep(self, sitting: Sitting) -> None:
        """Save the sheet, and only then count the answer as given."""
        if self._file is None:
            self._file = _free_file(sitting.sheet)
        write_answers(self._file, sitting.sheet, sitting.rubric)
        self._sitting = sitting

    def _report(self) -> None:
        rubric, columns = self._sitting.rubric, self._terminal.columns
        assessment = assess(rubric, self._sitting.sheet)
        self._show([BLANK, *summary(assessment, rubric, columns)])
        try:
            if self._terminal.interactive:
                self._say("")
                self._ask(READ_ON)
            self._show(details(assessment, rubric, columns))
        except (InputEnded, KeyboardInterrupt):
            self._say("")
        self._say_with_command(KEPT, "score")

    def _say_how_to_go_on(self) -> None:
        if self._file and os.path.lexists(self._file):
            self._say_with_command(SAVED, "interview")
        else:
            self._say("", NOTHING_SAVED)

    def _say_with_command(self, sentence: str, command: str) -> None:
        """Say where the file lies, and a command on a line of its own, never broken: it is there to be copied."""
        file = str(self._file)
        rubric = ["--rubric", str(self._folder)] if self._folder else []
        words = visible(shlex.join([*self._called_as, command, file, *rubric]))
        sentence = sentence.format(file=file)
        self._show([BLANK, *paragraph(sentence, self._terminal.columns), Line(f"  {words}")])

    def _ask(self, prompt: str) -> str:
        rows = (line.words for line in paragraph(prompt, self._terminal.columns))
        return self._terminal.ask("\n".join(rows) + " ")

    def _time(self) -> str:
        return self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _say(self, *paragraphs: str, style: str = "") -> None:
        columns = self._terminal.columns
        self._show(line for words in paragraphs for line in paragraph(words, columns, style=style))

    def _show(self, lines: Iterable[Line]) -> None:
        self._terminal.show(as_text(lines))


def _asked(question: Question, columns: int) -> list[Line]:
    several = paragraph(SEVERAL, columns) if question.pick == "many" else []
    options = numbered((option.text for option in question.options), columns)
    return [*paragraph(question.ask, columns, style="bold"), *several, *options]


def _free_file(sheet: Answers) -> Path:
    """Find a name in this folder that no file has yet."""
    name = proposed_name(sheet.name, sheet.date or "")
    number = 1
    file = Path(f"{name}.yaml")
    while os.path.lexists(file):
        number += 1
        file = Path(f"{name}-{number}.yaml")
    return file
