"""`sixstages interview`: the questions, one by one, and then the report."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sixstages.cli.options import Language, RubricFolder
from sixstages.cli.session import Session
from sixstages.speech import N_, speech

if TYPE_CHECKING:
    from sixstages.cli.languages import Languages
    from sixstages.cli.sheets import Begun

NOTHING_TO_READ = N_(
    "There is no terminal here to ask questions in, and no answers come from a pipe. "
    "Open a terminal and run the same command there; or fill in a file, "
    "as `sixstages show questions --format yaml` writes one, and run `sixstages score` on it."
)
NOT_ANSWERED = N_("Not answered yet: {questions}.")
ALL_ANSWERED = N_("Every question is answered already; `sixstages score` shows the report.")
AGAIN_WITHOUT_FILE = "name the file of the sitting before, whose answers Enter is to repeat."
NOTHING_TO_READ_FROM = 2


def interview(  # noqa: PLR0913 - each option of the command is one
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(
            metavar="[FILE]",
            help="Where the answers are kept; goes on where it ends.",
            show_default=False,
            readable=False,
        ),
    ] = None,
    *,
    again: Annotated[
        bool, typer.Option("--again", help="A new sitting in a new file beside FILE; Enter repeats its answers.")
    ] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Ask only what can still change the stage.")] = False,
    coach: Annotated[bool, typer.Option("--coach", help="Tell after each answer which stages are left open.")] = False,
    language: Language = None,
    folder: RubricFolder = None,
) -> int:
    """Ask the questions, save each answer, and end with the report."""
    from sixstages.cli.conversation import Conversation
    from sixstages.cli.languages import Languages
    from sixstages.quick import Guide

    session: Session = context.obj
    with ExitStack() as locks:
        languages = Languages(folder, language, session)
        begun = _begin(session, languages, file, locks, again=again)
        if quick:
            chooser = Guide(begun.sitting.rubric).next_question
            begun = begun._replace(sitting=replace(begun.sitting, chooser=chooser))
        if not session.terminal.has_input:
            return _refuse(session, begun)
        return Conversation(begun, languages, folder, locks, coach=coach).hold()


def _begin(session: Session, languages: Languages, file: Path | None, locks: ExitStack, *, again: bool) -> Begun:
    """Begin or go on, in the language that the option, the file or the environment says."""
    from sixstages.cli.sheets import begin, begin_again

    today, original = session.now().date().isoformat(), languages.original
    if again and file is None:
        raise typer.BadParameter(AGAIN_WITHOUT_FILE, param_hint="--again")
    begun = begin_again(original, file, today, locks) if again and file else begin(original, file, today, locks)
    rubric = languages.rubric(begun.sitting.sheet.language)
    sheet = replace(begun.sitting.sheet, language=rubric.identity.language)
    return begun._replace(sitting=replace(begun.sitting, rubric=rubric, sheet=sheet))


def _refuse(session: Session, begun: Begun) -> int:
    """Say that nobody can answer here, and which answers are missing, so that a file can be filled in."""
    missing = begun.sitting.missing()
    say = speech(begun.sitting.rubric.identity.language)
    sentence = say(NOT_ANSWERED, questions=", ".join(missing)) if missing else say(ALL_ANSWERED)
    session.terminal.complain(f"{say(NOTHING_TO_READ)}\n{sentence}")
    return NOTHING_TO_READ_FROM
