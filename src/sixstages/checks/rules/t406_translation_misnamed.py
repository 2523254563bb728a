"""T406: a file of translations that is named for another language."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Compare the language of each file with its name; T408 tells of the language of the rubric itself."""
    for translation in subject.translations:
        language, name = translation.file.language, PurePath(translation.document.source.name).stem
        if language not in (name, subject.rubric.identity.language):
            yield problem("T406", translation.document.place("language"), language=language, name=name)
