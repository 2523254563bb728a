"""`sixstages init`: a copy of the default rubric to make your own."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sixstages.cli.session import Session
from sixstages.errors import Place, ProblemsFound, problem
from sixstages.files import reason, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FOLDERS = ("cases", "translations")
SCHEMAS = "schemas"
"""The folder of the JSON Schemas, to which the first lines of a rubric's files lead an editor."""

DESCRIBED = ("stages", "questions", "translations", "answers")

THERE_ALREADY = "{folder} holds {name} already, and nothing is overwritten. Name another folder."
DONE = """\
A copy of the rubric is in {folder}. Change its texts as you like; then ask your own questions:
  {command}
"""


def init(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the copy goes; made if it is not there.")],
) -> int:
    """Copy the default rubric into a folder, to make your own of it."""
    from rich.text import Text

    from sixstages import schemas
    from sixstages.loading import RUBRIC_FILES, default_folder
    from sixstages.text import visible

    session: Session = context.obj
    _refuse_what_is_there(folder, (*RUBRIC_FILES, *FOLDERS, SCHEMAS))
    for source in _parts(default_folder(), RUBRIC_FILES):
        _put(folder / source.relative_to(default_folder()), source.read_text(encoding="utf-8"))
    for name in DESCRIBED:
        _put(folder / SCHEMAS / f"{name}.json", schemas.written(name))
    command = shlex.join([*session.called_as, "interview", "--rubric", str(folder)])
    done = DONE.format(folder=folder, command=command)
    session.terminal.show(Text(visible(done)))
    return 0


def _refuse_what_is_there(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        if os.path.lexists(folder / name):
            raise typer.BadParameter(THERE_ALREADY.format(folder=folder, name=name), param_hint="DIR")


def _parts(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    yield from (folder / name for name in names)
    for name in FOLDERS:
        yield from sorted((folder / name).glob("*.yaml"))


def _put(target: Path, text: str) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProblemsFound([problem("Y022", Place(str(target)), why=reason(error))]) from error
    replace_file(target, text)
