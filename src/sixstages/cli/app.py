"""The commands and what they have in common."""

from __future__ import annotations

from typing import Annotated

import typer

from sixstages import __version__
from sixstages.cli import init, interview, score, show
from sixstages.cli.session import Session

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)


def _tell_version(context: typer.Context, wanted: bool) -> None:  # noqa: FBT001 - as Typer calls it
    if wanted:
        context.find_root().obj.terminal.document(f"sixstages {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def sixstages(
    context: typer.Context,
    *,
    debug: Annotated[bool, typer.Option("--debug", help="If something fails, show where.")] = False,
    version: Annotated[  # noqa: ARG001 - the callback has answered it
        bool, typer.Option("--version", help="Show the version.", is_eager=True, callback=_tell_version)
    ] = False,
) -> int | None:
    """Answer questions, read which stage a business is at, why, and what to do first.

    Without a command it asks the questions.
    """
    session: Session = context.obj
    session.debug = debug
    if context.invoked_subcommand:
        return None
    if session.terminal.interactive:
        return interview.interview(context)
    session.terminal.document(context.get_help() + "\n")
    return 0


app.command()(interview.interview)
app.command()(score.score)
app.command()(show.show)
app.command()(init.init)
