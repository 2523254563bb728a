"""A blank answers file: every question with its options beside it, to be filled in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.rubric import DONT_KNOW
from sixstages.text import one_line, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sixstages.rubric import Question, Rubric

COLUMNS = 100

HOW_TO = (
    "Write behind each question the word that stands before the colon of your answer. "
    'A question without an answer stays as it is; "{unknown}" says that you looked and don\'t know.'
)
WHO = "The name of the business, the date (as 2026-11-22), and where you would put yourself:"
SEVERAL = "{ask} Several can be true: [{example}]"
ONLY_SOMETIMES = "{ask} (Leave it empty where it does not apply.)"
OPTION = "{id}: {text}"
ALONE = "{id}: {text} (only this)"


def written(rubric: Rubric) -> str:
    """Return the YAML of an answers file without answers; `read_answers` takes it as an empty sheet."""
    return "".join(f"{line}\n" for line in _lines(rubric))


def _lines(rubric: Rubric) -> Iterator[str]:
    yield from _comment([rubric.identity.title, HOW_TO.format(unknown=DONT_KNOW)])
    yield f"rubric: {rubric.identity.id}"
    yield f"rubric_version: {rubric.identity.version}"
    yield ""
    yield from _comment([WHO])
    yield from _comment((OPTION.format(id=stage.id, text=stage.name) for stage in rubric.stages), "#   ")
    yield from ("name:", "date:", "self_view:", "", "answers:")
    for section in rubric.sections:
        yield ""
        yield from _comment([section.title], "  # ")
        for question in section.questions:
            yield ""
            yield from _comment([_ask(question)], "  # ")
            yield from _comment(_options(question), "  #   ")
            yield f"  {question.id}:"


def _ask(question: Question) -> str:
    ask = ONLY_SOMETIMES.format(ask=question.ask) if question.ask_if else question.ask
    if question.pick == "many":
        ask = SEVERAL.format(ask=ask, example=", ".join(option.id for option in question.options[:2]))
    return ask


def _options(question: Question) -> Iterator[str]:
    for option in question.options:
        yield (ALONE if option.alone else OPTION).format(id=option.id, text=option.text)


def _comment(texts: Iterable[str], lead: str = "# ") -> Iterator[str]:
    for text in texts:
        yield from wrap(one_line(text), COLUMNS, lead)
