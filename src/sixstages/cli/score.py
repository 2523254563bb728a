"""`sixstages score`: from answers files to reports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sixstages.cli.options import Output, RubricFolder, chosen, columns_for, write
from sixstages.cli.session import Session
from sixstages.errors import ProblemsFound
from sixstages.files import MAX_BYTES
from sixstages.reports import FORMATS, load_format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.answers import Answers
    from sixstages.assessment import Assessment
    from sixstages.rubric import Rubric

STANDARD_INPUT = Path("-")
NOT_SETTLED = 1
UNREADABLE = 2


def score(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Answers files; - is standard input.")],
    *,
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="What the report is written as.")
    ] = "text",
    output: Output = None,
    folder: RubricFolder = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where answers leave the stage open.")] = False,
) -> int:
    """Score answers files: which stage, why, and what to do first."""
    from sixstages.loading import RUBRIC_FILES, load_rubric

    session: Session = context.obj
    form = load_format(chosen(wanted, FORMATS))
    rubric = load_rubric(folder)
    _keep_safe([*files, *(folder / name for name in RUBRIC_FILES if folder)], output)
    results = list(_each_assessed(files, rubric, session))
    assessed = [each for each in results if each]
    if assessed:
        columns = columns_for(session, output)
        several = len(files) > 1
        report = form.several(assessed, rubric, columns) if several else form.one(assessed[0], rubric, columns)
        write(session, report, output)
    if len(assessed) < len(files):
        return UNREADABLE
    return NOT_SETTLED if strict and any(each.verdict == "incomplete" for each in assessed) else 0


def _each_assessed(files: list[Path], rubric: Rubric, session: Session) -> Iterator[Assessment | None]:
    """Yield an assessment for each file, None where it is unreadable: that is told, the others are done."""
    from sixstages.assessment import assess

    for file in files:
        try:
            yield assess(rubric, _read(file, rubric, session))
        except ProblemsFound as found:
            session.terminal.problems(found.problems)
            yield None


def _read(file: Path, rubric: Rubric, session: Session) -> Answers:
    from sixstages.answers import parse_answers, read_answers

    if file == STANDARD_INPUT:
        return parse_answers(session.terminal.read_bytes(MAX_BYTES + 1), "standard input", rubric)
    return read_answers(file, rubric)


def _keep_safe(files: list[Path], output: Path | None) -> None:
    if output and output.resolve() in {file.resolve() for file in files}:
        message = "this is one of the files to be read; a report in its place would destroy it."
        raise typer.BadParameter(message, param_hint="--output")
