"""T403: a translation of a text that the rubric has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for the key of each translation among the texts of the rubric."""
    for translation in subject.translations:
        for key in translation.file.texts:
            if key not in subject.texts:
                place = translation.document.key_place("texts", key)
                yield problem("T403", place, key=key, hint=suggestion(key, subject.texts))
