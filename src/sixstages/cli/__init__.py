"""The command line: parse, call, write, exit code."""

from __future__ import annotations

import gc
import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from sixstages.cli.signals import heed_signals
from sixstages.errors import ProblemsFound
from sixstages.speech import N_
from sixstages.terminal import OutputClosed, Terminal
from sixstages.text import one_line

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sixstages.cli.session import Session

UNUSABLE = 2
INTERRUPTED = 130

WRONG_CALL = "{reason} To see what is possible: sixstages --help"
APOLOGY = N_(
    "Sorry, this should not have happened ({name}): please report what the same command prints "
    "with --debug right after the word sixstages."
)


def run() -> NoReturn:
    """Run the command that this process was started for, and end the process with its exit code.

    Nothing is taken down: a command returns when all is written and unlocked, and to free each object of a short
    life took longer than to judge a sheet.
    """
    heed_signals()
    code = main()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # not there, or closed by who reads it
            stream.flush()
    os._exit(code)


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
    gc.disable()  # a short process needs no garbage collector: it took a fifth of the time
    from datetime import datetime  # here and in `_run`, so that the collector rests while libraries are imported

    from sixstages.cli.session import Session

    return Session(
        terminal=Terminal.of_process(),
        now=lambda: datetime.now().astimezone(),
        called_as=how_to_call(sys.argv[0]),
        language=language_of(os.environ),
    )


def language_of(environ: Mapping[str, str]) -> str | None:
    """Give the language of the locale, from `LC_ALL`, `LC_MESSAGES` or `LANG`: `hi` of `hi_IN.UTF-8`."""
    locale = next(filter(None, map(environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    return re.split("[_.@]", locale)[0] or None


def how_to_call(program: str) -> tuple[str, ...]:
    """Give the words that call the program again, from the path it was called by: a clone's is not on the PATH."""
    if Path(program).name == "__main__.py":
        return (sys.executable, "-m", "sixstages")
    name = Path(program).name
    found = shutil.which(name)
    return (name,) if found and Path(found).resolve() == Path(program).resolve() else (program,)


def _run(argv: Sequence[str] | None, session: Session) -> int:
    import typer

    from sixstages.cli.app import app_for

    argv = sys.argv[1:] if argv is None else argv
    try:
        # Typer's own handling would end the process; here it only parses and calls.
        command = typer.main.get_command(app_for(argv))
        return command.main(argv, prog_name="sixstages", standalone_mode=False, obj=session) or 0
    except typer.TyperException as error:
        session.terminal.complain(WRONG_CALL.format(reason=one_line(error.format_message())))
    except ProblemsFound as found:
        session.terminal.problems(found.problems, session.speech)
    except OutputClosed:
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, its traceback is not for the owner of a shop
        session.terminal.complain(_traceback() if session.debug else session.speech(APOLOGY, name=type(error).__name__))
    return UNUSABLE


def _traceback() -> str:
    from traceback import format_exc

    return format_exc()
