"""L314: an `ask_if` by which a better answer can lose a gate's sign."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.checks.upwards import ask_if_tests, how_to_close
from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Hold every test in front of a question that a gate reads to it, as L312 does those of the gate."""
    for path, asked, test in ask_if_tests(subject.questions, subject.read_by_gates):
        how = how_to_close(test, subject.rubric.questions[test.question])
        if how:
            place = subject.questions.document.place(*path)
            yield problem("L314", place, question=test.question, asked=asked, how=how)
