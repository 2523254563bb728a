"""L325: a question that changed its meaning in a version still to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Compare each `changed_in` with the version of the rubric."""
    version = subject.rubric.identity.version
    for path, question in subject.questions.questions():
        if (question.changed_in or 0) > version:
            place = subject.questions.document.place(*path, "changed_in")
            yield problem("L325", place, question=question.id, changed=question.changed_in, version=version)
