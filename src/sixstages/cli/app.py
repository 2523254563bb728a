"""The commands and what they have in common."""

# No `from __future__ import annotations`: Typer would evaluate every annotation out of its text, and that twice.

from collections.abc import Sequence
from importlib import import_module
from typing import Annotated

import typer

from sixstages import __version__
from sixstages.cli.session import Session

COMMANDS = ("interview", "score", "compare", "cohort", "check", "show", "init", "schema")
"""Each is the function of that name in the module of that name."""


def app_for(argv: Sequence[str]) -> typer.Typer:
    """Build the program as far as these arguments need it: a command that stands first needs no other one."""
    app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False)
    app.callback(invoke_without_command=True)(sixstages)
    for name in argv[:1] if argv and argv[0] in COMMANDS else COMMANDS:
        app.command()(getattr(import_module(f"sixstages.cli.{name}"), name))
    return app


def _tell_version(context: typer.Context, wanted: bool) -> None:  # noqa: FBT001 - as Typer calls it
    if wanted:
        context.find_root().obj.terminal.document(f"sixstages {__version__}\n")
        raise typer.Exit


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
        from sixstages.cli.interview import interview

        return interview(context)
    session.terminal.document(context.get_help() + "\n")
    return 0
