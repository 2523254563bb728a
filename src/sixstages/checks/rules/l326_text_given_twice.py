"""L326: two questions, or two options of one, that read alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem
    from sixstages.nodes import Document, Steps


def check(subject: Subject) -> Iterator[Problem]:
    """Compare the texts of the questions, and those of the options that stand in one list."""
    questions = subject.questions
    yield from _alike(questions.document, [((*path, "ask"), each.ask) for path, each in questions.questions()])
    lists = [((*path, "options"), each.options) for path, each in questions.questions()]
    lists += [(("answer_sets", name), options) for name, options in questions.file.answer_sets.items()]
    for path, options in lists:
        yield from _alike(questions.document, [((*path, at, "text"), each.text) for at, each in enumerate(options)])


def _alike(document: Document, texts: Iterable[tuple[Steps, str]]) -> Iterator[Problem]:
    first: dict[str, Steps] = {}
    for path, text in texts:
        if first.setdefault(text.casefold(), path) != path:
            yield problem("L326", document.place(*path), also=(document.place(*first[text.casefold()]),))
