"""Models are validated as pydantic would, whatever stands in a file."""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic_core import ValidationError

from sixstages.answers import AnswersShape
from sixstages.rubric import QuestionsFile, StagesFile
from sixstages.translations import TranslationFile
from sixstages.validation import validator
from tests import ROOT
from tests.library import FOLDER, case

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sixstages.rubric import Model

WRONG: tuple[object, ...] = (
    "",
    "Zz",
    "yes",
    "x" * 61,
    [],
    {},
    ["a", ["b"]],
    {"a": "b"},
    {"at_least": "a", "count": "b"},
    None,
)
FILES = {
    StagesFile: FOLDER / "stages.yaml",
    QuestionsFile: FOLDER / "questions.yaml",
    AnswersShape: case("heap"),
    TranslationFile: ROOT / "translations" / "hi.yaml",
}
ENOUGH = 12  # of the hundreds of texts in a translation, which are all of one shape


@cache
def texts(path: Path) -> Any:  # noqa: ANN401 - as YAML has it
    """Read a file, every scalar as the text that was typed; of a translation its first texts."""
    content = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes nothing but texts
    if "texts" in content:
        content["texts"] = dict(list(content["texts"].items())[:ENOUGH])
    return content


def spots(value: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401 - as YAML has it
    """Go through every place of a value: the collection that holds it, and its key or number there."""
    for key, item in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(item, dict | list):
            yield from spots(item)


def outcome(validate: Callable[[object], Model], value: object) -> object:
    """Validate, and give the model or what is wrong, as far as our words are made of it."""
    try:
        return validate(value)
    except ValidationError as error:
        facts = ("expected", "pattern", "min_length")
        return [
            (each["type"], each["loc"], [each.get("ctx", {}).get(fact) for fact in facts]) for each in error.errors()
        ]


@pytest.mark.parametrize("model", FILES)
@given(st.data())
def test_a_file_is_validated_as_pydantic_would(model: type[Model], data: st.DataObject) -> None:
    """Our validator gives the model, or the errors, that pydantic's own gives for the same file, whole or spoilt."""
    content = deepcopy(texts(FILES[model]))
    assert outcome(validator(model).validate_python, content) == outcome(model.model_validate, content)
    inside, place = data.draw(st.sampled_from(list(spots(content))))
    key = data.draw(st.sampled_from([place, "unknown"])) if isinstance(inside, dict) else place
    inside[key] = data.draw(st.sampled_from(WRONG))
    assert outcome(validator(model).validate_python, content) == outcome(model.model_validate, content)
