"""`sixstages interview`: the questions, one by one, and then the report."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sixstages.cli.options import RubricFolder
from sixstages.cli.session import Session

NOTHING_TO_READ = (
    "There is no terminal here to ask questions in, and no answers come from a pipe. "
    "Open a terminal and run the same command there; or fill in a file, "
    "as `sixstages show questions --format yaml` writes one, and run `sixstages score` on it."
)
NOTHING_TO_READ_FROM = 2


def interview(
    context: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="Where the answers are kept; goes on where it ends.", show_default=False),
    ] = None,
    *,
    folder: RubricFolder = None,
) -> int:
    """Ask the questions, save each answer, and end with the report."""
    session: Session = context.obj
    if not session.terminal.has_input:
        session.terminal.complain(NOTHING_TO_READ)
        return NOTHING_TO_READ_FROM

    from sixstages.cli.conversation import begin

    return begin(session, file, folder).hold()
