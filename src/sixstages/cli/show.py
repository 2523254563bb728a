"""`sixstages show`: the rubric for reading."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from sixstages.cli.options import Language, Output, RubricFolder, chosen, columns_for, write
from sixstages.cli.session import Session

if TYPE_CHECKING:
    from sixstages.loading import Editions

LANGUAGE = re.compile("[a-z][a-z0-9-]{1,19}")
WHICH_LANGUAGE = (
    "name the language to translate into, by its code in small letters, such as fr or pt-br, and nb for Norwegian; "
    "the rubric's own is {own}."
)

Part = Literal["stages", "findings", "questions", "texts"]


def show(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    part: Annotated[
        Part | None, typer.Argument(help="What to show; without it, what each stage needs.", show_default=False)
    ] = None,
    *,
    wanted: Annotated[
        str, typer.Option("--format", metavar="text|yaml", help="yaml: questions as an answers file to fill in.")
    ] = "text",
    output: Output = None,
    language: Language = None,
    folder: RubricFolder = None,
) -> int:
    """Show the rubric: its stages, findings and questions; or its texts, as a file of translations into --lang."""
    from sixstages.cli.languages import Languages
    from sixstages.loading import Editions
    from sixstages.reports import blank_sheet, rubric_pages

    session: Session = context.obj
    as_sheet = chosen(wanted, ("text", "yaml") if part == "questions" else ("text",)) == "yaml"
    if part == "texts":
        write(session, _texts(Editions(folder), language), output)
    elif as_sheet:
        write(session, blank_sheet.written(Languages(folder, language, session).rubric()), output)
    else:
        rubric = Languages(folder, language, session).rubric()
        write(session, rubric_pages.PAGES[part](rubric, columns_for(session, output)), output)
    return 0


def _texts(editions: Editions, language: str | None) -> str:
    """Write a file of translations to be filled in; any language can be begun."""
    from sixstages.reports import translation_sheet
    from sixstages.rubric import RESERVED

    own = editions.original.identity.language
    if language is None or language == own or not LANGUAGE.fullmatch(language) or language in RESERVED:
        raise typer.BadParameter(WHICH_LANGUAGE.format(own=own), param_hint="--lang")
    return translation_sheet.written(language, editions.texts(), editions.translations(language))
