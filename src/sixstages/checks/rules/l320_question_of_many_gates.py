"""L320: a question on which too many gates rest."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sixstages.checks.subject import questions_of
from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


_MOST = 2


def check(subject: Subject) -> Iterator[Problem]:
    """Count the gates that name each question."""
    readers = Counter(question for gate in subject.rubric.gates for question in questions_of(gate))
    for path, question in subject.questions.questions():
        number = readers[question.id]
        if number > _MOST:
            place = subject.questions.document.place(*path, "id")
            yield problem("L320", place, question=question.id, number=number)
