"""L321: a question on which too many findings rest."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sixstages.checks.subject import questions_of
from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


_MOST = 3


def check(subject: Subject) -> Iterator[Problem]:
    """Count the findings that name each question."""
    findings = [finding for _, finding in subject.rubric.each_finding()]
    readers = Counter(question for finding in findings for question in questions_of(finding))
    for path, question in subject.questions.questions():
        number = readers[question.id]
        if number > _MOST:
            place = subject.questions.document.place(*path, "id")
            yield problem("L321", place, question=question.id, number=number)
