"""The catalogues of the program's own sentences: gathers what is to be translated, and compiles what was.

`python -m tools.messages` brings every catalogue up to date with the code and compiles it.
"""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from sixstages.catalogue import CATALOGUE, QUOTE_LEFT_OPEN, SYNTAX
from sixstages.speech import DOMAIN, LANGUAGES, LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCES = Path(__file__).parents[1] / "src" / "sixstages"
KEYWORDS = {"N_": None, "NN_": (1, 2)}
NOTES = ("Translators:",)
TOLD_TO_OWNERS = ("A", "C", "S", "U", "Y")
"""The classes of problems that somebody can meet who answers questions, or has a table of answers."""

HEADER = "# What sixstages itself says, in the language {name}. The texts of the questionnaire are not here:\n\
# those stand in the folder translations."
TRANSLATORS = "the sixstages authors"
VERSION_OF_BABEL = b"Generated-By"
UNCHANGING = datetime(2026, 11, 22, tzinfo=UTC)
"""A file that carried the day of each run would never be up to date."""

TOLD_BY_CHECK = ("S119", "S121", "S122", "S123")
"""Those among them that are about a rubric alone."""

TRANSLATED = [language for language in LANGUAGES if language != "en"]


def template() -> Catalog:
    """Gather every sentence of the program, with where it stands."""
    catalogue = Catalog(project=DOMAIN, charset="utf-8")
    for name, _, message, notes, _ in sorted(_marked(), key=lambda each: each[:2]):
        catalogue.add(message, locations=[(name, 0)], auto_comments=notes)
    for code, entry in CATALOGUE.items():
        if code[0] in TOLD_TO_OWNERS and code not in TOLD_BY_CHECK:
            _add(catalogue, code, entry.message, entry.remedy)
    _add(catalogue, "Y008, as {why}", *(meaning.why for meaning in SYNTAX), QUOTE_LEFT_OPEN)
    return catalogue


def _add(catalogue: Catalog, note: str, *messages: str) -> None:
    for message in messages:
        catalogue.add(message, locations=[("catalogue.py", 0)], auto_comments=[note])


def _marked() -> Iterator[tuple[str, int, str | tuple[str, ...], list[str], str | None]]:
    return extract_from_dir(SOURCES, [("**.py", "python")], keywords=KEYWORDS, comment_tags=NOTES)


def po_file(language: str) -> Path:
    """Where the catalogue of a language stands; the compiled form lies beside it."""
    return LOCALES / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def brought_up_to_date(language: str, path: Path | None = None) -> Catalog:
    """Return the catalogue of a language with what the code says now; what it says no longer is dropped."""
    path = path or po_file(language)
    before = read_po(io.BytesIO(path.read_bytes()), locale=language) if path.exists() else Catalog(locale=language)
    catalogue = Catalog(
        locale=language,
        header_comment=HEADER.format(name=LANGUAGES[language]),
        project=DOMAIN,
        version="1",
        creation_date=UNCHANGING,
        revision_date=UNCHANGING,
        last_translator=TRANSLATORS,
        language_team=TRANSLATORS,
        msgid_bugs_address="",
        fuzzy=False,
    )
    for message in template():
        if message.id:
            known = before.get(message.id)
            translated = known.string if known else ""
            catalogue.add(message.id, translated, message.locations, auto_comments=message.auto_comments)
    return catalogue


def as_po(catalogue: Catalog) -> bytes:
    """Write a catalogue as translators read it."""
    written = io.BytesIO()
    write_po(written, catalogue, width=110, omit_header=False, include_lineno=False, ignore_obsolete=True)
    return b"".join(line for line in written.getvalue().splitlines(keepends=True) if VERSION_OF_BABEL not in line)


def as_mo(catalogue: Catalog) -> bytes:
    """Write a catalogue as the program reads it."""
    written = io.BytesIO()
    write_mo(written, catalogue)
    return written.getvalue()


if __name__ == "__main__":
    for each in TRANSLATED:
        updated = brought_up_to_date(each)
        po_file(each).parent.mkdir(parents=True, exist_ok=True)
        po_file(each).write_bytes(as_po(updated))
        po_file(each).with_suffix(".mo").write_bytes(as_mo(updated))
