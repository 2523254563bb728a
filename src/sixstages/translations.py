"""The texts of a rubric in another language: which there are, what was made of them, laid over the rubric.

Every text has a key made of ids, such as `questions/rhythm/ask`, so that a translation survives rewording and
moving. Names (options with `name: true`, articles) are not translated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, NamedTuple, TypeVar
from zlib import crc32

from pydantic_core import PydanticCustomError

from sixstages.documents import read
from sixstages.errors import ProblemsFound
from sixstages.rubric import (
    DIGEST,
    Explanation,
    Finding,
    Gate,
    GateSign,
    Group,
    Identity,
    Limits,
    Mark,
    Model,
    Option,
    Part,
    Question,
    QuestionsFile,
    Remedy,
    Section,
    SelfView,
    Sign,
    Slug,
    Stage,
    StagesFile,
    Text,
)
from sixstages.validation import validate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sixstages.nodes import Document
    from sixstages.rubric_files import Questions, Stages

    Rewrite = Callable[[str, str], str]

AnyModel = TypeVar("AnyModel", bound=Model)


class Shape(NamedTuple):
    """What is translated of a model: its texts, those of the models in its `parts`, and how their keys begin.

    `{above}` is how those of the model around it do.
    """

    key: str
    texts: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


_SIGN = "signs/{id}"
_SHAPES: Mapping[type[Model], Shape] = {
    StagesFile: Shape("", (), ("rubric", "self_view", "stages", "findings")),
    Identity: Shape("rubric", ("title",)),
    SelfView: Shape("self_view", ("ask", "why")),
    Stage: Shape("stages/{id}", ("name", "summary"), ("looks_like", "gate")),
    Mark: Shape("{above}/looks_like/{id}", ("text",)),
    Gate: Shape("{above}", (), ("each_of", "signs")),
    Part: Shape("{above}/parts/{id}", ("says",)),
    GateSign: Shape(_SIGN, ("says", "do")),
    Group: Shape("groups/{group}", ("title",), ("items",)),
    Finding: Shape("findings/{id}", ("name",), ("explains", "each_of", "signs", "remedies")),
    Explanation: Shape("{above}/explains", ("text",)),
    Sign: Shape(_SIGN, ("says",)),
    Remedy: Shape("{above}/remedies/{id}", ("do", "why")),
    QuestionsFile: Shape("", (), ("answer_sets", "sections")),
    Section: Shape("sections/{id}", ("title",), ("questions",)),
    Question: Shape("questions/{id}", ("ask", "why"), ("options",)),
    Option: Shape("{above}/options/{id}", ("text", "means")),
}

_DIGITS = str.maketrans("0123456789", "ghijklmnop")
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def _as_entry(value: object) -> object:
    if isinstance(value, list) and len(value) == len(("digest", "text")):
        return value
    raise PydanticCustomError("S119", "expected a digest and a text")


Digest = Annotated[str, Limits(pattern=DIGEST)]
Entry = Annotated[tuple[Digest, Text], Limits(_as_entry)]
"""The digest of a text, and its translation."""


class TranslationFile(Model):
    """A file of `translations/`: each translation by its key, behind the digest of the text it was made from."""

    language: Slug
    texts: dict[str, Entry]


class Translation(NamedTuple):
    """A file of translations: the document and its model."""

    document: Document
    file: TranslationFile

    def texts(self) -> dict[str, str]:
        """Every translated text by its key."""
        return {key: text for key, (_, text) in self.file.texts.items()}


def read_translation(path: Path) -> Translation:
    """Read a file of translations; raises `ProblemsFound` with all that is wrong with its shape."""
    document = read(path)
    file, problems = validate(document, TranslationFile)
    if file is None:
        raise ProblemsFound(problems)
    return Translation(document, file)


def digest_of(text: str) -> str:
    """Six letters that stand for a text; another text has others, so that a translation of it shows its age."""
    return f"{crc32(text.encode()):08x}"[:6].translate(_DIGITS)


def placeholders_of(text: str) -> list[str]:
    """What a text leaves to be filled in, such as `{name}`, sorted."""
    return sorted(_PLACEHOLDER.findall(text))


def texts_of(stages: Stages, questions: Questions) -> dict[str, str]:
    """Every text of a rubric that is translated, by its key, in the order of the files."""
    texts: dict[str, str] = {}
    _rewritten(stages.file, "", texts.setdefault)
    _rewritten(questions.file, "", texts.setdefault)
    return texts


def lay_over(stages: Stages, questions: Questions, texts: Mapping[str, str]) -> tuple[Stages, Questions, int]:
    """The files of a rubric with these texts in the place of its own, and how many are not among them and stay."""
    missing = 0

    def translated(key: str, text: str) -> str:
        nonlocal missing
        missing += key not in texts
        return texts.get(key, text)

    return (
        stages._replace(file=_rewritten(stages.file, "", translated)),
        questions._replace(file=_rewritten(questions.file, "", translated)),
        missing,
    )


def _rewritten(model: AnyModel, above: str, rewrite: Rewrite) -> AnyModel:
    """Copy a model, each of its texts and of those of the models within rewritten, given its key and itself."""
    fields: dict[str, Any] = vars(model)
    shape = _SHAPES[type(model)]
    here = shape.key.format(above=above, **fields)
    texts = ("means",) if fields.get("name") is True else shape.texts  # an option that is a name keeps it
    changed: dict[str, object] = {name: rewrite(f"{here}/{name}", fields[name]) for name in texts if fields[name]}
    changed |= {name: _rewritten_part(fields[name], here, rewrite) for name in shape.parts if fields[name]}
    return model.model_copy(update=changed)


def _rewritten_part(part: Any, above: str, rewrite: Rewrite) -> object:  # noqa: ANN401 - what stands in any field
    """Rewrite the model, the list of them, or the lists by name, that stand in one field of another."""
    if isinstance(part, tuple):
        return tuple(_rewritten(each, above, rewrite) for each in part)
    if isinstance(part, dict):
        return {name: _rewritten_part(each, f"answer_sets/{name}", rewrite) for name, each in part.items()}
    return _rewritten(part, above, rewrite)
