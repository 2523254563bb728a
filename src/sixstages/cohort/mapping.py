"""A mapping file: what the user says about the columns and cells of a table that says it in words of its own.

columns: {"Where are you online?": accounts, "Networks / Facebook": accounts/facebook}
ignore: ["Comment"]
values: {accounts: {"FB page": facebook, "no idea": dont-know}}
picked: ["ticked"]
not_picked: ["-"]
blank: ["n/a"]
"""

# No `from __future__ import annotations`: pydantic would evaluate every annotation out of its text.

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pydantic import Field

from sixstages.cohort.headers import Taken
from sixstages.cohort.wording import Wording, fold
from sixstages.documents import parse, read
from sixstages.errors import Place, Problem, ProblemsFound, first_of, problem, suggestion
from sixstages.nodes import Document, scalars
from sixstages.rubric import DONT_KNOW, Model, Text, Texts
from sixstages.validation import validate

IGNORED = Taken("known")


class MappingFile(Model):
    """The shape of a mapping file; what its ids refer to is checked against the rubric."""

    columns: dict[str, Text] = Field(default_factory=dict)
    ignore: Texts = ()
    values: dict[str, dict[str, Text]] = Field(default_factory=dict)
    picked: Texts = ()
    not_picked: Texts = ()
    blank: Texts = ()


class Said(NamedTuple):
    """What is said about a column, and where."""

    header: str
    place: Place
    taken: Taken


class Mapping(NamedTuple):
    """What a mapping file says; headers and texts are folded, `values` leads from a question's texts to options."""

    columns: dict[str, Said]
    values: dict[str, dict[str, str]]
    picked: frozenset[str] = frozenset()
    not_picked: frozenset[str] = frozenset()
    blank: frozenset[str] = frozenset()


def read_mapping(path: Path, wording: Wording) -> Mapping:
    """Return what a mapping file says, checked against the rubric; raises `ProblemsFound` with all that is wrong."""
    return _understood(read(path), wording)


def parse_mapping(data: bytes, name: str, wording: Wording) -> Mapping:
    """Return what these bytes say as `read_mapping` does; `name` stands for the file in places."""
    return _understood(parse(data, name), wording)


def _understood(document: Document, wording: Wording) -> Mapping:
    file, problems = validate(document, MappingFile, without_empty=True)
    if file is None:
        raise ProblemsFound(problems)
    said = [*_columns(document, file), *_ignored(document)]
    unknown = [*_unknown_columns(document, said, wording), *_unknown_values(document, file, wording)]
    problems = first_of([*unknown, *_twice(_texts(document, file, said))])
    if problems:
        raise ProblemsFound(problems)
    return Mapping(
        columns={fold(each.header): each for each in said},
        values={id_: {fold(text): option for text, option in texts.items()} for id_, texts in file.values.items()},
        picked=frozenset(map(fold, file.picked)),
        not_picked=frozenset(map(fold, file.not_picked)),
        blank=frozenset(map(fold, file.blank)),
    )


def _columns(document: Document, file: MappingFile) -> Iterator[Said]:
    for header, target in file.columns.items():
        question, slash, option = target.partition("/")
        taken = Taken("option" if slash else "answer", question, option)
        yield Said(header, document.key_place("columns", header), taken)


def _ignored(document: Document) -> Iterator[Said]:
    for item in scalars(document.get("ignore")):
        yield Said(item.text, document.source.place(item.start, item.end), IGNORED)


def _unknown_columns(document: Document, said: list[Said], wording: Wording) -> Iterator[Problem]:
    for header, _, (role, question, option) in said:
        if role != "known":
            yield from _unknown(
                question, [option] if role == "option" else [], document.place("columns", header), wording
            )


def _unknown_values(document: Document, file: MappingFile, wording: Wording) -> Iterator[Problem]:
    for question, texts in file.values.items():
        if question not in wording.questions:
            yield from _unknown(question, [], document.key_place("values", question), wording)
            continue
        for text, option in texts.items():
            yield from _unknown(question, [option], document.place("values", question, text), wording)


def _unknown(question: str, options: list[str], place: Place, wording: Wording) -> Iterator[Problem]:
    """Yield what there is not: the question, or one of its options."""
    if question not in wording.questions:
        yield problem("A603", place, question=question, hint=suggestion(question, wording.questions))
        return
    asked = wording.questions[question]
    known = [*asked.rank, *([] if asked.opening else [DONT_KNOW])]
    for option in options:
        if option not in known:
            yield problem("A604", place, question=question, option=option, hint=suggestion(option, known))


def _twice(texts: Iterator[tuple[str, str, Place]]) -> Iterator[Problem]:
    """Yield where a text is given a second meaning; the first of each three tells apart what may be said twice."""
    first: dict[tuple[str, str], Place] = {}
    for where, text, place in texts:
        before = first.setdefault((where, fold(text)), place)
        if before is not place:
            yield problem("C724", place, also=(before,), text=text)


def _texts(document: Document, file: MappingFile, said: list[Said]) -> Iterator[tuple[str, str, Place]]:
    """Yield every text that is given a meaning, with its place."""
    yield from (("columns", each.header, each.place) for each in said)
    for question, texts in file.values.items():
        yield from ((f"values/{question}", text, document.key_place("values", question, text)) for text in texts)
    for words in ("picked", "not_picked", "blank"):
        for item in scalars(document.get(words)):
            yield "words", item.text, document.source.place(item.start, item.end)
