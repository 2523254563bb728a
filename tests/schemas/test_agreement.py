"""The schemas and the models take the same files, as far as these are texts, lists and mappings."""

from __future__ import annotations

import json
from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.documents import parse
from sixstages.nodes import Mapping, Scalar
from tests.input.rubrics import QUESTIONS, STAGES, changed
from tests.input.test_rubric_faults import SHAPES
from tests.input.told import examples, expected
from tests.schemas.reading import NO_DATE, SMALL, faults
from tests.schemas.validating import refused, validator

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.nodes import Node

Slot = tuple[Any, Any]
"""A list or mapping, and the position or key of one of the values in it."""

WORDS = ("", " ", "3", "0", "1001", "no", "true", "dont-know", "herbs", "Herbs", "almanac/1", "one", "small", "a b")
OPERATORS = ("any_of", "none_of", "all_of", "at_least", "at_most", "count", "fewer_than", "of", "most_of")
KEYS = ("id", "name", "text", "source", "when", "signs", "needs", "gate", "alone", "answers", "Herbs", *OPERATORS)

words = st.sampled_from(WORDS)
values = words | st.lists(words, max_size=2) | st.dictionaries(st.sampled_from(OPERATORS), words, max_size=2)


def as_texts(node: Node) -> Any:  # noqa: ANN401 - texts, lists and mappings, however deep
    """Return a file's values, every scalar the text that was typed."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: as_texts(value) for key, (_, value) in node.entries.items()}
    return [as_texts(item) for item in node.items]


@cache
def small(name: str) -> Any:  # noqa: ANN401 - as above
    """Return the values of a small file; the rubric's id left out, as a wrong one keeps the reader from looking on."""
    file = as_texts(parse(SMALL[name].read_bytes(), name).root)
    return {key: value for key, value in file.items() if (name, key) != ("answers", "rubric")}


def slots(value: object) -> list[Slot]:
    """List every slot in a value, however deep."""
    if not isinstance(value, list | dict):
        return []
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [(value, key) for key in keys] + [slot for key in keys for slot in slots(value[key])]


@st.composite
def altered(draw: st.DrawFn, name: str) -> object:
    """Draw a small file with one to three changes: something left out, added, renamed, wrapped or replaced."""
    file = deepcopy(small(name))
    for _ in range(draw(st.integers(1, 3))):
        alter(draw, file)
    return file


def alter(draw: st.DrawFn, file: object) -> None:
    """Change one thing in a file that is not empty yet."""
    holder, key = draw(st.sampled_from(slots(file) or [({"": ""}, "")]))
    match draw(st.sampled_from(("leave out", "replace", "wrap", "unwrap", "add", "rename"))):
        case "leave out":
            del holder[key]
        case "replace":
            holder[key] = draw(values)
        case "wrap":
            holder[key] = [holder[key]]
        case "unwrap" if isinstance(holder[key], list) and holder[key]:
            holder[key] = holder[key][0]
        case "rename" if isinstance(holder, dict):
            holder[draw(st.sampled_from(KEYS))] = holder.pop(key)
        case _ if isinstance(holder, dict):
            holder[draw(st.sampled_from(KEYS))] = draw(values)
        case _:
            holder.append(draw(values))


@pytest.mark.parametrize("name", SMALL)
@given(data=st.data())
def test_a_schema_takes_what_its_model_takes(name: str, data: st.DataObject) -> None:
    """Whatever is changed in a file whose scalars all stand in quotes, both take it or both refuse it."""
    file = data.draw(altered(name))
    by_model = not faults(name, json.dumps(file).encode())
    assert validator(name).is_valid(file) == by_model


def test_each_fault_of_shape_in_a_rubric_is_refused(tmp_path: Path) -> None:
    """What our reader tells as a fault of shape, check-jsonschema refuses."""
    files: dict[str, list[Path]] = {STAGES: [], QUESTIONS: []}
    for number, (name, old, new, _) in enumerate(SHAPES):
        folder = tmp_path / str(number)
        folder.mkdir()
        files[name].append(changed(folder, name, old, new) / name)
    assert refused("stages", files[STAGES]) == set(files[STAGES])
    assert refused("questions", files[QUESTIONS]) == set(files[QUESTIONS])


def test_of_bad_answers_files_those_with_a_fault_of_shape_are_refused() -> None:
    """Every example with a fault of shape, or with a date that is none, is refused; what needs the rubric is not."""
    told = {path: {line[:4] for line in expected(path)} for path in examples("answers")}
    due = {path for path, codes in told.items() if any(code[0] == "S" or code == NO_DATE for code in codes)}
    assert refused("answers", told) == due
