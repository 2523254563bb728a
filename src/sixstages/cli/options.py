"""Options that several commands share, and where a result goes."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sixstages.cli.session import Session
from sixstages.errors import Place, ProblemsFound, problem
from sixstages.files import reason, replace_file_by
from sixstages.speech import LANGUAGES
from sixstages.terminal import USUAL_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.text import Text

RubricFolder = Annotated[
    Path | None,
    typer.Option("--rubric", metavar="DIR", help="A folder with your own rubric.", show_default=False, readable=False),
]
"""As every path of a command it is `readable=False`: our own readers tell what can't be read, with code and advice."""

Output = Annotated[
    Path | None,
    typer.Option(
        "--output", metavar="PATH", help="Write to this file, not to the screen.", show_default=False, readable=False
    ),
]

Language = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="|".join(LANGUAGES), help="The language of questions and reports.", show_default=False
    ),
]

OWN_FILE = "{path} is one of the files to be read; a report in its place would destroy it."
SAME_FILE = "{path} is to hold two reports; give each a file of its own."


def chosen(name: str, known: Iterable[str]) -> str:
    """Return the name of a format if it is one of the known ones; raises BadParameter."""
    if name not in known:
        message = f'"{name}" is not one of the formats: {", ".join(known)}.'
        raise typer.BadParameter(message, param_hint="--format")
    return name


def keep_safe(read: Iterable[Path], written: Iterable[Path | None], rubric: Path | None = None) -> None:
    """Refuse to write over what is read, a rubric's own files included, or twice to one file; raises BadParameter."""
    paths = [each for each in written if each]
    if not paths:
        return
    targets = [(path, _real(path, "Y022")) for path in paths]
    own = () if rubric is None else _files_of(rubric)
    taken = dict.fromkeys((_real(path, "Y001") for path in (*read, *own)), OWN_FILE)
    for path, real in targets:
        if real in taken:
            raise typer.BadParameter(taken[real].format(path=path))
        taken[real] = SAME_FILE


def _real(path: Path, code: str) -> str:
    """Return where a path leads; raises `ProblemsFound` where nobody can tell, as in a folder that was deleted."""
    try:
        return os.path.realpath(path)
    except OSError as error:
        raise ProblemsFound([problem(code, Place(str(path)), why=reason(error))]) from error


def _files_of(rubric: Path) -> Iterator[Path]:
    from sixstages.cli.init import FOLDERS
    from sixstages.loading import RUBRIC_FILES

    yield from (rubric / name for name in RUBRIC_FILES)
    for name in FOLDERS:
        yield from rubric.glob(f"{name}/*")


def columns_for(session: Session, output: Path | None) -> int:
    """Return the width of a text: the screen's, or 80 columns in a file."""
    return USUAL_COLUMNS if output else session.terminal.columns


def write(session: Session, result: str | Text, output: Path | None) -> None:
    """Put a result into a file, whole or not at all, or on the screen; raises `ProblemsFound`."""
    write_pieces(session, [result], output)


def write_pieces(session: Session, pieces: Iterable[str | Text], output: Path | None) -> None:
    """Put a result as `write` does that comes piece by piece, each of whole lines."""
    if output:
        replace_file_by(output, (each if isinstance(each, str) else each.plain for each in pieces))
        return
    for each in pieces:
        if isinstance(each, str):
            session.terminal.document(each)
        else:
            session.terminal.show(each)
