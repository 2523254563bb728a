"""In which order questions are best looked at: it decides how large diagrams get."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.logic import questions_read, with_ask_ifs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.rubric import Finding, Gate, Question, Rubric

_FEW = 3
"""A question that as many others wait for at most is settled together with them."""


def in_good_order(rubric: Rubric) -> tuple[Question, ...]:
    """Return the questions, each behind those that its `ask_if` reads.

    First those that the signs of the lowest gate depend on, sign by sign, then those that the next one does besides,
    and so on. Where the questions of several gates are mixed, what the gates say together is as much as one times the
    other; where they follow each other, it is little more than one and the other.
    Behind each question come at once the few that wait for its answer, so that it need not be kept in mind for long.
    """
    reads = {each.id: questions_read(each.ask_if or ()) for each in rubric.questions.values()}
    waiting: dict[str, list[str]] = {question: [] for question in reads}
    for question, read in reads.items():
        for each in read:
            waiting[each].append(question)
    order: dict[str, None] = {}
    for first in _by_signs(rubric):
        following = [first]
        while following:
            question = following.pop()
            if question not in order:
                order[question] = None
                behind = waiting[question] if len(waiting[question]) <= _FEW else []
                following += [each for each in reversed(behind) if order.keys() >= set(reads[each])]
    return tuple(rubric.questions[question] for question in order)


def _by_signs(rubric: Rubric) -> Iterator[str]:
    """The questions that each sign depends on, then all; each comes behind those that its `ask_if` reads."""
    positions = {question: position for position, question in enumerate(rubric.questions)}
    rules: list[Gate | Finding] = [*rubric.gates, *(finding for _, finding in rubric.each_finding())]
    for rule in rules:
        for sign in rule.signs:
            yield from sorted(with_ask_ifs(rubric, questions_read(sign.when)), key=positions.__getitem__)
    yield from rubric.questions
