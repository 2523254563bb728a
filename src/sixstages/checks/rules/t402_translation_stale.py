"""T402: a translation of a text that has changed since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem
from sixstages.translations import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Compare the digest of each translation with that of the text as it is now."""
    for translation in subject.translations:
        for key, (digest, _) in translation.file.texts.items():
            text = subject.texts.get(key)
            if text is not None and digest != digest_of(text):
                place = translation.document.place("texts", key, 0)
                yield problem("T402", place, key=key, text=text, digest=digest_of(text))
