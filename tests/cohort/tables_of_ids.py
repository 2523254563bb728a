"""Tables of ids for tests: sheets written as rows of cells, and what a row of cells means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.answers import Answers
from sixstages.rubric import DONT_KNOW

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sixstages.rubric import Question, Rubric

Cells = dict[str, str | None]
"""One row: what stands in the column of each question."""


def sheet_of(rubric: Rubric, cells: Mapping[str, str | None]) -> Answers:
    """Read a row as the words of `score_frame` say, one cell after the other."""
    picks = {each.id: picked(each, cells.get(each.id) or "") for each in rubric.questions.values()}
    return Answers(answers={question: answer for question, answer in picks.items() if answer})


def picked(question: Question, cell: str) -> tuple[str, ...]:
    """Return the options that a cell stands for, none where it is unknown."""
    parts = cell.split(";") if question.pick == "many" else [cell]
    if {"", DONT_KNOW} & set(parts):
        return ()
    other = [option.id for option in question.options if option.other]
    strange = [part for part in parts if part not in question.rank]
    if (strange and not other) or (not strange and len(set(parts)) < len(parts)):
        return ()
    named = {*parts, *other} if strange else set(parts)
    answer = tuple(option for option in question.rank if option in named)
    alone = any(option.alone and option.id in answer for option in question.options)
    return () if alone and len(answer) > 1 else answer
