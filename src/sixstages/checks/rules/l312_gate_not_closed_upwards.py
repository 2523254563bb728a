"""L312: a gate's sign that a better answer can lose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.checks.upwards import gate_tests, how_to_close
from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Hold every test of every gate's sign to it: what is true for an answer is true for every better one."""
    for path, test in gate_tests(subject.stages):
        how = how_to_close(test, subject.rubric.questions[test.question])
        if how:
            yield problem("L312", subject.stages.document.place(*path), question=test.question, how=how)
