"""T408: a file of translations into the language of the rubric itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Compare the language of each file with that of the rubric."""
    for translation in subject.translations:
        language = translation.file.language
        if language == subject.rubric.identity.language:
            yield problem("T408", translation.document.place("language"), language=language)
