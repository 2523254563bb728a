"""A blank answers file: every question with its options beside it, to be filled in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.rubric import DONT_KNOW
from sixstages.speech import N_, speech
from sixstages.text import one_line, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sixstages.rubric import Question, Rubric
    from sixstages.speech import Speech

COLUMNS = 100

HOW_TO = N_(
    "Write behind each question the word that stands before the colon of your answer. "
    'A question without an answer stays as it is; "{unknown}" says that you looked and don\'t know.'
)
WHO = N_("The name of the business, the date (as 2026-11-22), and where you would put yourself:")
SEVERAL = N_("{ask} Several can be true: [{example}]")
ONLY_SOMETIMES = N_("{ask} (Leave it empty where it does not apply.)")
OPTION = "{id}: {text}"
ALONE = N_("{id}: {text} (only this)")
MEANING = N_("{option} ({means})")


def written(rubric: Rubric) -> str:
    """Return the YAML of an answers file without answers; `read_answers` takes it as an empty sheet."""
    return "".join(f"{line}\n" for line in _lines(rubric))


def _lines(rubric: Rubric) -> Iterator[str]:
    say = speech(rubric.identity.language)
    yield from _comment([rubric.identity.title, say(HOW_TO, unknown=DONT_KNOW)])
    yield f"rubric: {rubric.identity.id}"
    yield f"rubric_version: {rubric.identity.version}"
    yield ""
    yield from _comment([say(WHO)])
    yield from _comment((OPTION.format(id=stage.id, text=stage.name) for stage in rubric.stages), "#   ")
    yield from ("name:", "date:", "self_view:", "", "answers:")
    for section in rubric.sections:
        yield ""
        yield from _comment([section.title], "  # ")
        for question in section.questions:
            yield ""
            yield from _comment([_ask(say, question)], "  # ")
            yield from _comment(_options(say, question), "  #   ", hanging="  ")
            yield f"  {question.id}:"


def _ask(say: Speech, question: Question) -> str:
    ask = say(ONLY_SOMETIMES, ask=question.ask) if question.ask_if else question.ask
    if question.pick == "many":
        ask = say(SEVERAL, ask=ask, example=", ".join(option.id for option in question.options[:2]))
    return ask


def _options(say: Speech, question: Question) -> Iterator[str]:
    for option in question.options:
        words = say(ALONE if option.alone else OPTION, id=option.id, text=option.text)
        yield say(MEANING, option=words, means=option.means) if option.means else words


def _comment(texts: Iterable[str], lead: str = "# ", hanging: str = "") -> Iterator[str]:
    """Wrap each text behind `lead`; the lines after its first hang in by `hanging`."""
    for text in texts:
        first, *others = wrap(one_line(text), COLUMNS - len(hanging), lead)
        yield first
        yield from (f"{lead}{hanging}{line.removeprefix(lead)}" for line in others)
