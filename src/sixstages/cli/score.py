"""`sixstages score`: from answers files to reports."""

# No `from __future__ import annotations`: Typer would evaluate every annotation out of its text, and that twice.

from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sixstages.cli.options import Language, Output, RubricFolder, chosen, columns_for, keep_safe, write, write_pieces
from sixstages.cli.session import Session
from sixstages.errors import ProblemsFound
from sixstages.files import MAX_BYTES
from sixstages.reports import FORMATS, PAGES, load_format, load_page
from sixstages.speech import N_

if TYPE_CHECKING:
    from sixstages.answers import Answers
    from sixstages.assessment import Assessment
    from sixstages.cli.languages import Languages
    from sixstages.rubric import Rubric

STANDARD_INPUT = Path("-")
NOT_SETTLED = 1
UNREADABLE = 2

SCORED = N_("Scored: {done} of {total}")
NEEDS_FOLDER = "several reports of this format need a folder that is there already: each is a file of its own."
SAME_NAME = 'two of the reports would be "{name}" there: rename one of the answers files, or score it by itself.'


class Assessed(NamedTuple):
    """An assessment, with the rubric in its language and the answers it was made from."""

    assessment: "Assessment"
    rubric: "Rubric"
    answers: "Answers"


def score(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    files: Annotated[
        list[Path], typer.Argument(metavar="FILE", help="Answers files; - is standard input.", readable=False)
    ],
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

    session: Session = context.obj
    page = load_page(wanted) if chosen(wanted, (*FORMATS, *PAGES)) in PAGES else None
    places = _places(files, output, page.SUFFIX) if page else [output]
    languages = Languages(folder, language, session)
    keep_safe(files, places, folder)
    codes = {0}
    with session.progress(len(files), SCORED) as advance:
        results = _each_counted(_each_assessed(files, languages, session), codes, advance, strict=strict)
        if page:
            for place, each in zip(places, results, strict=True):
                if each:
                    write(session, page.page(*each), place)
        else:
            _write_one(session, wanted, results, output, several=len(files) > 1)
    return max(codes)


def _each_counted(
    results: Iterator[Assessed | None], codes: set[int], advance: Callable[[int], None], *, strict: bool
) -> Iterator[Assessed | None]:
    """Hand the results on one by one, so that few are held at a time; add the exit code that follows from each."""
    for each in results:
        is_open = each is not None and each.assessment.verdict == "incomplete"
        codes.add(UNREADABLE if each is None else NOT_SETTLED if strict and is_open else 0)
        yield each
        advance(1)


def _write_one(
    session: Session, wanted: str, results: Iterator[Assessed | None], output: Path | None, *, several: bool
) -> None:
    """Write everything as one report; where nothing could be read, none."""
    form, columns = load_format(wanted), columns_for(session, output)
    assessed = ((each.assessment, each.rubric) for each in results if each)
    if first := next(assessed, None):
        pieces = form.several(chain([first], assessed), columns) if several else [form.one(*first, columns)]
        write_pieces(session, pieces, output)


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
