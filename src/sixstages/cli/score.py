"""`sixstages score`: from answers files to reports."""

# No `from __future__ import annotations`: Typer would evaluate every annotation out of its text, and that twice.

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sixstages.cli.options import Language, Output, RubricFolder, chosen, columns_for, write
from sixstages.cli.session import Session
from sixstages.errors import ProblemsFound
from sixstages.files import MAX_BYTES
from sixstages.reports import FORMATS, PAGES, load_format, load_page

if TYPE_CHECKING:
    from sixstages.answers import Answers
    from sixstages.assessment import Assessment
    from sixstages.cli.languages import Languages
    from sixstages.rubric import Rubric

STANDARD_INPUT = Path("-")
NOT_SETTLED = 1
UNREADABLE = 2

NEEDS_FOLDER = "several reports of this format need a folder that is there already: each is a file of its own."
SAME_NAME = 'two of the reports would be "{name}" there: rename one of the answers files, or score it by itself.'


class Assessed(NamedTuple):
    """An assessment, with the rubric in its language and the answers it was made from."""

    assessment: "Assessment"
    rubric: "Rubric"
    answers: "Answers"


def score(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE", help="Answers files; - is standard input.")],
    *,
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join((*FORMATS, *PAGES)), help="What the report is written as.")
    ] = "text",
    output: Output = None,
    language: Language = None,
    folder: RubricFolder = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with 1 where answers leave the stage open.")] = False,
) -> int:
    """Score answers files: which stage, why, and what to do first."""
    from sixstages.cli.languages import Languages
    from sixstages.loading import RUBRIC_FILES

    session: Session = context.obj
    page = load_page(wanted) if chosen(wanted, (*FORMATS, *PAGES)) in PAGES else None
    places = _places(files, output, page.SUFFIX) if page else [output]
    languages = Languages(folder, language, session)
    _keep_safe([*files, *(folder / name for name in RUBRIC_FILES if folder)], places)
    results = list(_each_assessed(files, languages, session))
    assessed = [each for each in results if each]
    if page:
        for place, each in zip(places, results, strict=True):
            if each:
                write(session, page.page(*each), place)
    elif assessed:
        _write_one(session, wanted, assessed, output, several=len(files) > 1)
    if len(assessed) < len(files):
        return UNREADABLE
    return NOT_SETTLED if strict and any(each.assessment.verdict == "incomplete" for each in assessed) else 0


def _write_one(session: Session, wanted: str, assessed: list[Assessed], output: Path | None, *, several: bool) -> None:
    """Write everything as one report."""
    form, columns = load_format(wanted), columns_for(session, output)
    reports = [(each.assessment, each.rubric) for each in assessed]
    write(session, form.several(reports, columns) if several else form.one(*reports[0], columns), output)


def _places(files: list[Path], output: Path | None, suffix: str) -> list[Path | None]:
    """Return where the page of each file goes: in a folder it is named after the file; raises BadParameter."""
    if not (output and output.is_dir()):
        if len(files) > 1:
            raise typer.BadParameter(NEEDS_FOLDER, param_hint="--output")
        return [output]
    names = [("standard-input" if file == STANDARD_INPUT else file.stem) + suffix for file in files]
    taken: set[str] = set()
    for name in names:
        if name.casefold() in taken:
            raise typer.BadParameter(SAME_NAME.format(name=name), param_hint="--output")
        taken.add(name.casefold())
    return [output / name for name in names]


def _each_assessed(files: list[Path], languages: "Languages", session: Session) -> Iterator[Assessed | None]:
    """Yield an assessment for each file.

    None stands for one that is unreadable: that is told, and the others are done.
    """
    from sixstages.assessment import assess

    for file in files:
        try:
            answers = _read(file, languages.original, session)
            rubric = languages.rubric(answers.language)
            yield Assessed(assess(rubric, answers), rubric, answers)
        except ProblemsFound as found:
            session.terminal.problems(found.problems, session.speech)
            yield None


def _read(file: Path, rubric: "Rubric", session: Session) -> "Answers":
    from sixstages.answers import parse_answers, read_answers

    if file == STANDARD_INPUT:
        return parse_answers(session.terminal.read_bytes(MAX_BYTES + 1), "standard input", rubric)
    return read_answers(file, rubric)


def _keep_safe(files: list[Path], places: list[Path | None]) -> None:
    if {file.resolve() for file in files} & {place.resolve() for place in places if place}:
        message = "this is one of the files to be read; a report in its place would destroy it."
        raise typer.BadParameter(message, param_hint="--output")
