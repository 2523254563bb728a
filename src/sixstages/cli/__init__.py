"""The command line: parse, call, write, exit code."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from sixstages.cli.app import app
from sixstages.cli.session import Session
from sixstages.errors import ProblemsFound
from sixstages.terminal import OutputClosed, Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

UNUSABLE = 2
INTERRUPTED = 130

WRONG_CALL = "{reason} To see what is possible: sixstages --help"
APOLOGY = (
    "Sorry, this should not have happened ({name}): please report what the same command prints "
    "with --debug right after the word sixstages."
)


def main(argv: Sequence[str] | None = None, session: Session | None = None) -> int:
    """Run one command and return the exit code; the one place where errors are caught."""
    session = session or _session_of_process()
    try:
        return _run(argv, session)
    except OutputClosed:
        return 0
    except KeyboardInterrupt:
        return INTERRUPTED


def _session_of_process() -> Session:
    """Take the process's own terminal and clock, and spare it what a short life has no use for."""
    gc.disable()  # a short process needs no garbage collector, at its end least: it took a fifth of the time
    atexit.register(gc.freeze)
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"  # looking for them takes longer than reading the rubric
    return Session(
        terminal=Terminal.of_process(), now=lambda: datetime.now().astimezone(), called_as=how_to_call(sys.argv[0])
    )


def how_to_call(program: str) -> tuple[str, ...]:
    """Give the words that call the program again, from the path it was called by: a clone's is not on the PATH."""
    if Path(program).name == "__main__.py":
        return (sys.executable, "-m", "sixstages")
    name = Path(program).name
    found = shutil.which(name)
    return (name,) if found and Path(found).resolve() == Path(program).resolve() else (program,)


def _run(argv: Sequence[str] | None, session: Session) -> int:
    try:
        # Typer's own handling would end the process; here it only parses and calls.
        return typer.main.get_command(app).main(argv, prog_name="sixstages", standalone_mode=False, obj=session) or 0
    except typer.TyperException as error:
        session.terminal.complain(WRONG_CALL.format(reason=error.format_message()))
    except ProblemsFound as found:
        session.terminal.problems(found.problems)
    except OutputClosed:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, its traceback is not for the owner of a shop
        session.terminal.complain(_traceback() if session.debug else APOLOGY.format(name=type(error).__name__))
    return UNUSABLE


def _traceback() -> str:
    from traceback import format_exc

    return format_exc()
