"""T401: a text that is not translated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem
from sixstages.translations import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for every text of the rubric in each translation."""
    for translation in subject.translations:
        place = translation.document.key_place("texts")
        for key, text in subject.texts.items():
            if key not in translation.file.texts:
                yield problem("T401", place, key=key, text=text, digest=digest_of(text))
