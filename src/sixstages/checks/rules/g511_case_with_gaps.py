"""G511: a case that leaves out a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for the questions that each case is asked and neither answers nor calls unknown."""
    for case in subject.cases:
        for question in case.assessment.open:
            if question not in case.answers.places:
                yield problem("G511", case.document.key_place("answers"), question=question)
