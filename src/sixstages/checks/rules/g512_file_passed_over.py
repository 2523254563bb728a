"""G512: a file among the cases that is passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import Place, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for what is not called as a case is."""
    for path in subject.other_cases:
        yield problem("G512", Place(str(path)))
