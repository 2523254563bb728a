"""L329: a test in a condition that every answer passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem
from sixstages.logic import passes
from sixstages.references import tests_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem
    from sixstages.logic import Picks
    from sixstages.nodes import Document, Steps
    from sixstages.rubric import Question, Test


def check(subject: Subject) -> Iterator[Problem]:
    """Look at each test of a sign and of an `ask_if`."""
    for document, path, test in _tests(subject):
        question = subject.rubric.questions[test.question]
        if all(passes(test, picks, question) for picks in _outermost(question)):
            yield problem("L329", document.place(*path), question=test.question)


def _tests(subject: Subject) -> Iterator[tuple[Document, Steps, Test]]:
    for at, sign in subject.stages.signs():
        for path, test in tests_in((*at, "when"), sign.when):
            yield subject.stages.document, path, test
    for at, question in subject.questions.questions():
        for path, test in tests_in((*at, "ask_if"), question.ask_if or ()):
            yield subject.questions.document, path, test


def _outermost(question: Question) -> Iterator[Picks]:
    """Give the answers that some test fails if any does: every option by itself, and all that go together."""
    yield from ((option.id,) for option in question.options)
    if question.pick == "many":
        yield tuple(option.id for option in question.options if not option.alone)
