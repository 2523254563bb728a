"""L309: an option that may as well not be picked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for sheets on which one pick more or less leads elsewhere; L308 tells it of a whole question.

    An `alone` option has to be there, whatever follows from it.
    """
    proofs = subject.proofs
    for path, question in subject.questions.questions():
        if question.pick == "one" or not proofs.question_matters(question.id):
            continue
        for option in subject.rubric.questions[question.id].options:
            if not option.alone and not proofs.option_matters(question.id, option.id):
                place = subject.option_place(path, question, option.id)
                yield problem("L309", place, question=question.id, option=option.id)
