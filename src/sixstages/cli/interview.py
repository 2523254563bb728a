"""`sixstages interview`: the questions, one by one, and then the report."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sixstages.cli.options import RubricFolder
from sixstages.cli.session import Session

if TYPE_CHECKING:
    from sixstages.cli.sheets import Begun
    from sixstages.interview import Sitting

NOTHING_TO_READ = (
    "There is no terminal here to ask questions in, and no answers come from a pipe. "
    "Open a terminal and run the same command there; or fill in a file, "
    "as `sixstages show questions --format yaml` writes one, and run `sixstages score` on it."
)
NOT_ANSWERED = "Not answered yet: {questions}."
ALL_ANSWERED = "Every question is answered already; `sixstages score` shows the report."
AGAIN_WITHOUT_FILE = "name the file of the sitting before, whose answers Enter is to repeat."
NOTHING_TO_READ_FROM = 2


def interview(  # noqa: PLR0913 - each option of the command is one
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="Where the answers are kept; goes on where it ends.", show_default=False),
    ] = None,
    *,
    again: Annotated[
        bool, typer.Option("--again", help="A new sitting in a new file beside FILE; Enter repeats its answers.")
    ] = False,
    quick: Annotated[bool, typer.Option("--quick", help="Ask only what can still change the stage.")] = False,
    coach: Annotated[bool, typer.Option("--coach", help="Tell after each answer which stages are left open.")] = False,
    folder: RubricFolder = None,
) -> int:
    """Ask the questions, save each answer, and end with the report."""
    from sixstages.cli.conversation import Conversation

    session: Session = context.obj
    with ExitStack() as locks:
        begun = _begin(session, file, folder, locks, again=again)
        if quick:
            begun = begun._replace(sitting=_by_the_shortest_way(begun.sitting))
        if not session.terminal.has_input:
            return _refuse(session, begun)
        return Conversation(session, begun, folder, locks, coach=coach).hold()


def _begin(session: Session, file: Path | None, folder: Path | None, locks: ExitStack, *, again: bool) -> Begun:
    from sixstages.cli.sheets import begin, begin_again
    from sixstages.loading import load_rubric

    today = session.now().date().isoformat()
    if not again:
        return begin(load_rubric(folder), file, today, locks)
    if file is None:
        raise typer.BadParameter(AGAIN_WITHOUT_FILE, param_hint="--again")
    return begin_again(load_rubric(folder), file, today, locks)


def _by_the_shortest_way(sitting: Sitting) -> Sitting:
    from sixstages.quick import Guide

    return replace(sitting, chooser=Guide(sitting.rubric).next_question)


def _refuse(session: Session, begun: Begun) -> int:
    """Say that nobody can answer here, and which answers are missing, so that a file can be filled in."""
    missing = begun.sitting.missing()
    sentence = NOT_ANSWERED.format(questions=", ".join(missing)) if missing else ALL_ANSWERED
    session.terminal.complain(f"{NOTHING_TO_READ}\n{sentence}")
    return NOTHING_TO_READ_FROM
