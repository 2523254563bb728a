"""`sixstages compare`: the sittings of one business side by side."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sixstages.cli.options import Language, Output, RubricFolder, chosen, columns_for, keep_safe, write
from sixstages.cli.session import Session
from sixstages.errors import ProblemsFound
from sixstages.reports.comparing import FORMATS, load_format

if TYPE_CHECKING:
    from sixstages.answers import Answers
    from sixstages.cli.languages import Languages
    from sixstages.comparison import Comparison
    from sixstages.errors import Problem
    from sixstages.nodes import Document
    from sixstages.rubric import Rubric

FEWEST = 2
TOO_FEW = "one sitting can't be compared; name two answers files of one business, or more."
TWICE = "{file} is given twice; name each sitting once."

OTHER_RUBRIC = "A601"
SEVERAL_RUBRICS = "U903"


def compare(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Answers files of one business, two or more.", readable=False)
    ],
    *,
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="What the comparison is written as.")
    ] = "text",
    output: Output = None,
    language: Language = None,
    folder: RubricFolder = None,
) -> int:
    """Compare the sittings of one business: the stage over time, what came and what went."""
    from sixstages.cli.languages import Languages

    session: Session = context.obj
    form = load_format(chosen(wanted, FORMATS))
    _check_call(files)
    keep_safe(files, [output], folder)
    languages = Languages(folder, language, session)
    comparison, rubric = _compared(_read(files, languages.original), languages)
    write(session, form.report(comparison, rubric, columns_for(session, output)), output)
    return 0


def _check_call(files: list[Path]) -> None:
    """Refuse too few files, and a file given twice; raises BadParameter."""
    if len(files) < FEWEST:
        raise typer.BadParameter(TOO_FEW, param_hint="FILE")
    real = [os.path.realpath(file) for file in files]
    for file, path in zip(files, real, strict=True):
        if real.count(path) > 1:
            raise typer.BadParameter(TWICE.format(file=file), param_hint="FILE")


def _read(files: list[Path], rubric: Rubric) -> list[tuple[str, Answers]]:
    """Return the answers in each file; raises `ProblemsFound` with what is wrong in any, and between them."""
    from sixstages.answers import understand
    from sixstages.comparison import mismatches
    from sixstages.documents import read

    documents: list[Document] = []
    sheets: list[tuple[str, Answers]] = []
    problems: list[Problem] = []
    for file in files:
        try:
            documents.append(read(file))
            sheets.append((str(file), understand(documents[-1], rubric)))
        except ProblemsFound as found:
            problems += found.problems
    between = list(mismatches(documents, rubric.identity.id))
    if any(each.code == SEVERAL_RUBRICS for each in between):
        # To name the folder of another rubric would not help: no folder fits all of the files.
        problems = [each for each in problems if each.code != OTHER_RUBRIC]
    if problems or between:
        raise ProblemsFound([*problems, *between])
    return sheets


def _compared(sheets: list[tuple[str, Answers]], languages: Languages) -> tuple[Comparison, Rubric]:
    """Judge all sittings in one language: the option's, else the latest sitting's, else the environment's."""
    from sixstages.assessment import assess
    from sixstages.comparison import Judged, compare, sitting_order

    ordered = sorted(sheets, key=lambda each: sitting_order(each[1]))
    _, latest = ordered[-1]
    rubric = languages.rubric(latest.language)
    return compare(Judged(file, answers, assess(rubric, answers)) for file, answers in ordered), rubric
