"""`sixstages init`: a copy of the default rubric to make your own."""

from __future__ import annotations

import os
import shlex
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sixstages.cli.session import Session
from sixstages.errors import Place, ProblemsFound, problem
from sixstages.files import read_bytes, reason, replace_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Where the copy goes; made if it is not there.", readable=False)
    ],
) -> int:
    """Copy the default rubric into a folder, to make your own of it."""
    from rich.text import Text

    from sixstages.loading import RUBRIC_FILES
    from sixstages.text import one_line

    session: Session = context.obj
    copies = dict(_copies(folder, RUBRIC_FILES))
    _refuse_what_is_there(folder, (*RUBRIC_FILES, *FOLDERS, SCHEMAS), copies)
    for path, text in copies.items():
        _put(path, text)
    command = shlex.join([*session.called_as, "interview", "--rubric", str(folder)])
    done = DONE.format(folder=one_line(str(folder)), command=one_line(command))
    session.terminal.show(Text(done))
    return 0


def _copies(folder: Path, names: Iterable[str]) -> Iterator[tuple[Path, str]]:
    """Yield where each file goes, and its text."""
    from sixstages import schemas
    from sixstages.loading import default_folder

    for source in _parts(default_folder(), names):
        yield folder / source.relative_to(default_folder()), source.read_text(encoding="utf-8")
    for name in DESCRIBED:
        yield folder / SCHEMAS / f"{name}.json", schemas.written(name)


def _refuse_what_is_there(folder: Path, names: Iterable[str], copies: Mapping[Path, str]) -> None:
    """Refuse a folder that holds a part of a rubric, unless it is of a copy that was ended halfway."""
    for name in names:
        if any(not _is_copy(path, copies) for path in _found(folder / name)):
            raise typer.BadParameter(THERE_ALREADY.format(folder=folder, name=name), param_hint="DIR")


def _found(path: Path) -> Iterator[Path]:
    """Yield what stands in a folder, apart from hidden files, or the path itself where something else is there."""
    if path.is_dir():
        yield from (each for each in path.iterdir() if not each.name.startswith("."))
    elif os.path.lexists(path):
        yield path


def _is_copy(path: Path, copies: Mapping[Path, str]) -> bool:
    try:
        return path in copies and read_bytes(path) == copies[path].encode()
    except ProblemsFound:
        return False


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
