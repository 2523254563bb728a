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
MEANING = "{option} ({means})"


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
            yield from _comment(_options(question), "  #   ", hanging="  ")
            yield f"  {question.id}:"


def _ask(question: Question) -> str:
    ask = ONLY_SOMETIMES.format(ask=question.ask) if question.ask_if else question.ask
    if question.pick == "many":
        ask = SEVERAL.format(ask=ask, example=", ".join(option.id for option in question.options[:2]))
    return ask


def _options(question: Question) -> Iterator[str]:
    for option in question.options:
        words = (ALONE if option.alone else OPTION).format(id=option.id, text=option.text)
        yield MEANING.format(option=words, means=option.means) if option.means else words


def _comment(texts: Iterable[str], lead: str = "# ", hanging: str = "") -> Iterator[str]:
    """Wrap each text behind `lead`; the lines after its first hang in by `hanging`."""
    for text in texts:
        first, *others = wrap(one_line(text), COLUMNS - len(hanging), lead)
        yield first
        yield from (f"{lead}{hanging}{line.removeprefix(lead)}" for line in others)
