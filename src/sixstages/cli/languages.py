"""Which language a command speaks, and what there is to say about a rubric that is not all in it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import typer

from sixstages.errors import NEAREST, suggestion
from sixstages.loading import Editions
from sixstages.speech import LANGUAGES, NN_, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from sixstages.cli.session import Session
    from sixstages.rubric import Rubric

NOT_TRANSLATED = NN_(
    "{number} text of this rubric is not translated yet; it is shown as it is.",
    "{number} texts of this rubric are not translated yet; they are shown as they are.",
)


class Languages:
    """A rubric in the language that is wanted: by the option, else by the answers file, else by the environment."""

    def __init__(self, folder: Path | None, option: str | None, session: Session) -> None:
        """Read the rubric; raises BadParameter for a language that nobody speaks here, and `ProblemsFound`."""
        usual = session.language
        session.language = option or usual  # what is wrong with the rubric is told in it already
        self.session = session
        self._editions = Editions(folder)
        self.original = self._editions.original
        known = dict.fromkeys((*self.original.languages, *LANGUAGES))
        if option is not None and option not in known:
            message = f'"{option}" is not one of the languages. {_meant(option, known)}'
            raise typer.BadParameter(message, param_hint="--lang")
        self._wanted = option
        self._usual = usual if usual in known else None
        self._told: set[str] = set()

    def rubric(self, in_file: str | None = None) -> Rubric:
        """Return the rubric for a sheet that names a language, or none; raises `ProblemsFound`."""
        return self.changed_to(self._wanted or in_file or self._usual or self.original.identity.language)

    def every_edition(self) -> list[Rubric]:
        """Return the rubric in each of its languages; raises `ProblemsFound`."""
        return [self._editions.edition(language).rubric for language in self.original.languages]

    def changed_to(self, language: str) -> Rubric:
        """Return the rubric in a language; say, once, how much of it is not translated."""
        edition = self._editions.edition(language)
        self.session.language = language
        if edition.missing and language not in self._told:
            self._told.add(language)
            note = self.session.speech.count(NOT_TRANSLATED, edition.missing, number=edition.missing)
            self.session.terminal.complain(note)
        return edition.rubric


def _meant(option: str, known: Iterable[str]) -> str:
    """Suggest the language that was meant: by a code with a country behind it, or by its name."""
    codes = {code: code for code in known} | {name.casefold(): code for code, name in LANGUAGES.items()}
    code = codes.get(re.split("[-_.]", option.casefold())[0])
    return Phrase(NEAREST, word=code) if code else suggestion(option, known)
