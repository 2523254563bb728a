"""`sixstages cohort`: a table of many answers, scored row by row."""

from __future__ import annotations

from collections import deque
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from sixstages.cli.options import Language, RubricFolder, columns_for, keep_safe, write
from sixstages.cli.session import Session
from sixstages.errors import ProblemsFound, problem, suggestion
from sixstages.reports.cohorts import FORMATS, load_format
from sixstages.speech import N_

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sixstages.cli.languages import Languages
    from sixstages.cohort.blocks import Table
    from sixstages.cohort.columns import Column, Understanding
    from sixstages.cohort.run import Run, Wanted
    from sixstages.rubric import Rubric

NOT_UNDERSTOOD = 1
PERCENT = N_("Table read: {done}%")

ENDINGS = (".csv", ".parquet", ".jsonl", ".ndjson")

NO_COLUMN = '"{name}" is no column of the table. {hint}'
SEVERAL_COLUMNS = '"{name}" stands above several columns of the table; give each a name of its own.'
NO_RESULT = '"{name}" is no column that can be written. {hint}'
OWN_NAME = '"{name}" is the name of a column that is written anyway; rename the one in the table.'
SAME_HEADER = (
    '"{name}" and "{other}" would both be called "{header}" in a CSV file, where no header may run as a formula; '
    "rename one of them in the table, or write .parquet or .jsonl."
)
NEEDS_OUTPUT = "it is about the rows that are written; say with --output PATH where they are to go."
NO_ENDING = "the name has to end in one of {endings}."
NO_REPORT = '"{written}" is not written as html=whole.html is; the formats are {formats}.'


def cohort(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    table: Annotated[
        Path,
        typer.Argument(metavar="TABLE", help="A CSV or Parquet file, or a folder of answers files.", readable=False),
    ],
    *,
    output: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH",
            help="Write a row for each to this .csv, .parquet or .jsonl.",
            show_default=False,
            readable=False,
        ),
    ] = None,
    reports: Annotated[
        list[str] | None,
        typer.Option(
            "--report", metavar="FORMAT=PATH", help="Write the picture of the whole to a file.", show_default=False
        ),
    ] = None,
    mapping: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="A file that says what columns and cells mean.", show_default=False, readable=False
        ),
    ] = None,
    keep: Annotated[
        list[str] | None,
        typer.Option(metavar="COLUMN", help="Pass this column of the table on to --output.", show_default=False),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(metavar="NAMES", help="Which results to write, such as stage,verdict.", show_default=False),
    ] = None,
    by: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Draw a picture of each group, too.", show_default=False)
    ] = None,
    min_group: Annotated[int, typer.Option(min=1, help="Fold groups smaller than this together.")] = 5,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say how the table is understood.")] = False,
    lenient: Annotated[bool, typer.Option("--lenient", help="Exit with 0 whatever was not understood.")] = False,
    language: Language = None,
    folder: RubricFolder = None,
) -> int:
    """Score a table of many: a row for each, and the picture of the whole."""
    from sixstages.cli.languages import Languages

    session: Session = context.obj
    targets = [_target(each) for each in reports or []]
    _check_output(output)
    read = [table, *table.glob("*"), *([mapping] if mapping else [])]  # of a folder each file is read
    keep_safe(read, [output, *(path for _, path in targets)], folder)
    languages = Languages(folder, language, session)
    _require_libraries()
    opened = _opened(table, languages, mapping)
    wanted = _wanted(opened, keep or [], columns, by, min_group)
    if dry_run:
        _show_understanding(session, opened)
    else:
        _check_rows(output, {"--keep": keep, "--columns": columns})
        _check_headers(wanted.keep, output)
        _score(session, opened, wanted, output, targets)
    return _told(session, opened, dry_run=dry_run, lenient=lenient)


class Opened(NamedTuple):
    """A table, and what its columns are taken for."""

    rubric: Rubric
    table: Table
    understanding: Understanding
    run: Run


def _require_libraries() -> None:
    """Raise `ProblemsFound` where the libraries are not installed that only this command needs."""
    from importlib.util import find_spec

    missing = [name for name in ("narwhals", "numpy", "polars") if find_spec(name) is None]
    if missing:
        raise ProblemsFound([problem("U904", libraries=", ".join(missing))])


def _target(written: str) -> tuple[str, Path]:
    form, _, path = written.partition("=")
    if form not in FORMATS or not path:
        message = NO_REPORT.format(written=written, formats=", ".join(FORMATS))
        raise typer.BadParameter(message, param_hint="--report")
    return form, Path(path)


def _opened(path: Path, languages: Languages, mapping: Path | None) -> Opened:
    """Open a table and understand its header; raises `ProblemsFound`."""
    from sixstages.cohort.columns import understand
    from sixstages.cohort.mapping import read_mapping
    from sixstages.cohort.run import Run
    from sixstages.cohort.tables import open_table
    from sixstages.cohort.wording import Wording

    rubric = languages.rubric()
    wording = Wording(languages.every_edition())
    table = open_table(path, languages.original)
    said = read_mapping(mapping, wording) if mapping else None
    understanding = understand(table.name, table.head, wording, said)
    if any(each.severity == "error" for each in understanding.problems):
        raise ProblemsFound(understanding.problems)
    languages.session.terminal.problems(understanding.problems, languages.session.speech)
    return Opened(rubric, table, understanding, Run(table, understanding, wording))


def _wanted(opened: Opened, keep: Sequence[str], columns: str | None, by: str | None, min_group: int) -> Wanted:
    from sixstages.cohort.run import NUMBERED, Wanted
    from sixstages.cohort.scoring import score_columns

    known = score_columns(opened.rubric)
    usual = [name for name in known if not name.startswith(("open:", "asked:", "answered"))]
    named = [name.strip() for name in columns.split(",")] if columns is not None else usual
    results = [name for name in named if name != NUMBERED]  # which is written anyway
    for name in results:
        if name not in known:
            raise typer.BadParameter(NO_RESULT.format(name=name, hint=suggestion(name, known)), param_hint="--columns")
    for name in keep:
        if name in (*results, NUMBERED):
            raise typer.BadParameter(OWN_NAME.format(name=name), param_hint="--keep")
    kept = {name: _column(opened, name, "--keep") for name in keep}
    return Wanted(kept, tuple(dict.fromkeys(results)), _column(opened, by, "--by") if by else None, min_group)


def _column(opened: Opened, name: str, option: str) -> Column:
    """Return the column of a table with this header; raises BadParameter."""
    found = [column for column in opened.understanding.columns if column.header == name]
    if not found:
        hint = suggestion(name, [column.header for column in opened.understanding.columns if column.header])
        raise typer.BadParameter(NO_COLUMN.format(name=name, hint=hint), param_hint=option)
    if found[1:]:
        raise typer.BadParameter(SEVERAL_COLUMNS.format(name=name), param_hint=option)
    return found[0]


def _check_headers(names: Iterable[str], output: Path | None) -> None:
    """Refuse columns that would have the same header where they are written; raises BadParameter."""
    from sixstages.cohort.writing import header_in

    written: dict[str, str] = {}
    ending = output.suffix.lower() if output else ""
    for name in names:
        header = header_in(ending, name)
        other = written.setdefault(header, name)
        if other != name:
            raise typer.BadParameter(SAME_HEADER.format(name=name, other=other, header=header), param_hint="--keep")


def _check_rows(output: Path | None, options: Mapping[str, object]) -> None:
    """Refuse options about rows where none are written; raises BadParameter."""
    for option, value in options.items():
        if value is not None and not output:
            raise typer.BadParameter(NEEDS_OUTPUT, param_hint=option)


def _check_output(output: Path | None) -> None:
    """Refuse a name whose ending says nothing; raises BadParameter."""
    if output and output.suffix.lower() not in ENDINGS:
        raise typer.BadParameter(NO_ENDING.format(endings=", ".join(ENDINGS)), param_hint="--output")


def _score(
    session: Session, opened: Opened, wanted: Wanted, output: Path | None, targets: Iterable[tuple[str, Path]]
) -> None:
    """Score every row, write the rows, and report the whole; raises `ProblemsFound`."""
    from sixstages.cohort.run import one_ahead
    from sixstages.cohort.whole import Tally
    from sixstages.cohort.writing import WRITTEN
    from sixstages.files import replace_file_with

    tally = Tally(opened.rubric)

    def work(advance: Callable[[int], None]) -> None:
        rows = opened.run.score(opened.rubric, wanted, tally, advance)
        if output:
            write_rows = WRITTEN[output.suffix.lower()]
            replace_file_with(output, lambda file: write_rows(one_ahead(rows), [*wanted.keep], file))
        else:
            deque(rows, maxlen=0)

    _read(session, opened.table.size, work)
    by = wanted.by.header if wanted.by else ""
    whole = tally.cohort(opened.run.facts(), by, wanted.min_group)
    for form, path in (*targets, ("text", None)):
        write(session, load_format(form).report(whole, opened.rubric, columns_for(session, path)), path)


def _read(session: Session, size: int, work: Callable[[Callable[[int], None]], None]) -> None:
    """Do work that reads a table, and show how far it is."""
    from sixstages.cli.beside import work_beside

    with session.progress(100, PERCENT) as advance:
        work_beside(work, _in_percent(size, advance))


def _in_percent(size: int, advance: Callable[[int], None]) -> Callable[[int], None]:
    done = shown = 0

    def read(more: int) -> None:
        nonlocal done, shown
        done += more
        percent = 100 * done // max(1, size)
        advance(percent - shown)
        shown = percent

    return read


def _show_understanding(session: Session, opened: Opened) -> None:
    from sixstages.reports.cohorts.reading import understood

    _read(session, opened.table.size, opened.run.read)
    own_words = opened.run.reading.own_words
    told = understood(opened.understanding, opened.rubric, session.terminal.columns, own_words=own_words)
    write(session, told, None)


def _told(session: Session, opened: Opened, *, dry_run: bool, lenient: bool) -> int:
    """Tell what was not understood: on standard error, unless that is what was asked for."""
    from sixstages.reports.cohorts.reading import not_understood

    reading = opened.run.reading
    session.terminal.problems(opened.table.problems, session.speech)
    if dry_run or reading.not_understood:
        language, columns = opened.rubric.identity.language, session.terminal.columns
        told = not_understood(reading, language, columns, every=dry_run)
        if dry_run:
            write(session, told, None)
        else:
            session.terminal.complain(told.plain.rstrip())
    return NOT_UNDERSTOOD if reading.not_understood and not lenient else 0
