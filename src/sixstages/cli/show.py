"""`sixstages show`: the rubric for reading."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from sixstages.cli.options import Output, RubricFolder, chosen, columns_for, write
from sixstages.cli.session import Session

Part = Literal["stages", "findings", "questions"]


def show(
    context: typer.Context,
    part: Annotated[
        Part | None, typer.Argument(help="What to show; without it, what each stage needs.", show_default=False)
    ] = None,
    *,
    wanted: Annotated[
        str, typer.Option("--format", metavar="text|yaml", help="yaml: questions as an answers file to fill in.")
    ] = "text",
    output: Output = None,
    folder: RubricFolder = None,
) -> int:
    """Show the rubric: its stages, findings and questions."""
    from sixstages.loading import load_rubric
    from sixstages.reports import blank_sheet, rubric_pages

    session: Session = context.obj
    if chosen(wanted, ("text", "yaml") if part == "questions" else ("text",)) == "yaml":
        write(session, blank_sheet.written(load_rubric(folder)), output)
    else:
        page = rubric_pages.PAGES[part]
        write(session, page(load_rubric(folder), columns_for(session, output)), output)
    return 0
