"""T405: a translation that leaves other things to be filled in than its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem
from sixstages.speech import Phrase
from sixstages.translations import placeholders_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem

WRITE = "Write the same ones: {wanted}."
TAKE_OUT = "Take them out."


def check(subject: Subject) -> Iterator[Problem]:
    """Compare what stands in braces in each translation and in its text."""
    for translation in subject.translations:
        for key, (_, translated) in translation.file.texts.items():
            wanted = placeholders_of(subject.texts.get(key, translated))
            if placeholders_of(translated) != wanted:
                place = translation.document.place("texts", key, 1)
                yield problem("T405", place, key=key, hint=_hint(wanted))


def _hint(wanted: list[str]) -> Phrase:
    return Phrase(WRITE, wanted=", ".join(wanted)) if wanted else Phrase(TAKE_OUT)
