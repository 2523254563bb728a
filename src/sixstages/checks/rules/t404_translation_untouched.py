"""T404: a translation that is still the text itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


_WORD = re.compile(r"[^\W\d_]{2}")


def check(subject: Subject) -> Iterator[Problem]:
    """Compare each translation with its text; one without a word, such as a number, may well be the same."""
    for translation in subject.translations:
        for key, (_, translated) in translation.file.texts.items():
            if _plain(translated) == _plain(subject.texts.get(key, "")) and _WORD.search(translated):
                yield problem("T404", translation.document.place("texts", key, 1), key=key)


def _plain(text: str) -> str:
    """Give the words of a text, however its lines are broken and its letters are capital."""
    return " ".join(text.split()).casefold()
