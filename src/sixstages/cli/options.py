"""Options that several commands share, and where a result goes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sixstages.cli.session import Session
from sixstages.files import replace_file
from sixstages.speech import LANGUAGES
from sixstages.terminal import USUAL_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.text import Text

RubricFolder = Annotated[
    Path | None, typer.Option("--rubric", metavar="DIR", help="A folder with your own rubric.", show_default=False)
]
Output = Annotated[
    Path | None,
    typer.Option("--output", metavar="PATH", help="Write to this file, not to the screen.", show_default=False),
]

Language = Annotated[
    str | None,
    typer.Option(
        "--lang", metavar="|".join(LANGUAGES), help="The language of questions and reports.", show_default=False
    ),
]


def chosen(name: str, known: Iterable[str]) -> str:
    """Return the name of a format if it is one of the known ones; raises BadParameter."""
    if name not in known:
        message = f'"{name}" is not one of the formats: {", ".join(known)}.'
        raise typer.BadParameter(message, param_hint="--format")
    return name


def columns_for(session: Session, output: Path | None) -> int:
    """Return the width of a text: the screen's, or 80 columns in a file."""
    return USUAL_COLUMNS if output else session.terminal.columns


def write(session: Session, result: str | Text, output: Path | None) -> None:
    """Put a result into a file, whole or not at all, or on the screen; raises `ProblemsFound`."""
    if output:
        replace_file(output, result if isinstance(result, str) else result.plain)
    elif isinstance(result, str):
        session.terminal.document(result)
    else:
        session.terminal.show(result)
