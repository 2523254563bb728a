"""The program's own sentences in the language of whoever reads them: gettext catalogues, numbers, dates.

A sentence stands in the code in English, marked by `N_` where it is defined, and is translated where it is said.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import NullTranslations

LOCALES = Path(__file__).parent / "locale"
DOMAIN = "sixstages"


class Plural(NamedTuple):
    """A sentence about one thing, and about several."""

    one: str
    several: str


class Phrase(str):
    """A sentence filled in, in English, that remembers what it was made of and can be said in any language."""

    __slots__ = ("facts", "words")
    words: str
    facts: Mapping[str, object]

    def __new__(cls, words: str, /, **facts: object) -> Self:
        """Fill the words in with facts."""
        phrase = super().__new__(cls, words.format(**facts) if facts else words)
        phrase.words, phrase.facts = words, facts
        return phrase


def N_(words: str) -> str:  # noqa: N802 - the name by which tools that gather messages know it
    """Mark a sentence for translation."""
    return words


def NN_(one: str, several: str) -> Plural:  # noqa: N802 - as N_
    """Mark a sentence about a number of things for translation."""
    return Plural(one, several)


MONTHS = (
    N_("{day} January {year}"),
    N_("{day} February {year}"),
    N_("{day} March {year}"),
    N_("{day} April {year}"),
    N_("{day} May {year}"),
    N_("{day} June {year}"),
    N_("{day} July {year}"),
    N_("{day} August {year}"),
    N_("{day} September {year}"),
    N_("{day} October {year}"),
    N_("{day} November {year}"),
    N_("{day} December {year}"),
)

LANGUAGES = {
    "en": "English",
    "hi": "हिन्दी",
    "pt": "Português",
    "bn": "বাংলা",
    "sw": "Kiswahili",
    "uk": "Українська",
}
"""The languages that the program speaks, each by its own name."""

DIGITS = {"bn": "০১২৩৪৫৬৭৮৯"}
"""The digits of the languages that write others than 0 to 9."""


class Speech:
    """One language: what is said in it, and how it writes numbers and dates."""

    def __init__(self, language: str, catalogue: NullTranslations | None = None) -> None:
        """Keep the catalogue of the language; without one it is English."""
        self.language = language
        self._catalogue = catalogue
        self._digits = str.maketrans("0123456789", DIGITS.get(language, "0123456789"))

    def __call__(self, words: str, /, **facts: object) -> str:
        """Say a sentence, filled in with facts: numbers and phrases in the language, all else as it is."""
        if isinstance(words, Phrase):
            return self(words.words, **words.facts)
        said = self._catalogue.gettext(words) if self._catalogue and words else words
        return said.format(**{name: self._in_words(fact) for name, fact in facts.items()}) if facts else said

    def count(self, plural: Plural, number: int, /, **facts: object) -> str:
        """Say a sentence about a number of things in the form that the language has for this number."""
        english = plural.one if number == 1 else plural.several
        said = self._catalogue.ngettext(*plural, number) if self._catalogue else english
        return said.format(**{name: self._in_words(fact) for name, fact in facts.items()})

    def number(self, number: int) -> str:
        """Write a whole number."""
        return str(number).translate(self._digits)

    def date(self, written: str) -> str:
        """Write a date that is given in ISO 8601."""
        year, month, day = map(int, written.split("-"))
        return self(MONTHS[month - 1], day=day, year=year)

    def _in_words(self, fact: object) -> object:
        if isinstance(fact, Phrase):
            return self(fact)
        return self.number(fact) if isinstance(fact, int) else fact


ENGLISH = Speech("en")


@lru_cache
def speech(language: str) -> Speech:
    """The speech of a language; where the program has no sentences in it, they are English."""
    if language == ENGLISH.language:
        return ENGLISH
    import gettext  # noqa: PLC0415 - English needs none

    return Speech(language, gettext.translation(DOMAIN, LOCALES, [language], fallback=True))
