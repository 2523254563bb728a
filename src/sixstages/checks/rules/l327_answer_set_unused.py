"""L327: an answer set that no question uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for each answer set among the questions."""
    questions = subject.questions
    used = {question.answer_set for _, question in questions.questions()}
    for name in questions.file.answer_sets:
        if name not in used:
            yield problem("L327", questions.document.key_place("answer_sets", name), set=name)
