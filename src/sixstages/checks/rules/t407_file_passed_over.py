"""T407: a file among the translations that is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import Place, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for what is not called as a translation is."""
    for path in subject.other_translations:
        yield problem("T407", Place(str(path)))
