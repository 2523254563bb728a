"""Schemas of the JSON that the program gives, from the dataclasses and named tuples behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from pydantic import TypeAdapter

from sixstages.assessment import Assessment, RubricMark, StagePlace, VerdictWord
from sixstages.checks.checked import Share
from sixstages.cohort.figures import Cohort
from sixstages.comparison import Comparison
from sixstages.errors import Problem
from sixstages.rubric import Effort
from sixstages.schemas.generator import Generator, without

if TYPE_CHECKING:
    from pydantic_core import core_schema

    from sixstages.schemas.generator import Schema


def assessment() -> Schema:
    """Describe one assessment, or a list of them."""
    return _given(Assessment | list[Assessment])


def check() -> Schema:
    """Describe a check."""
    return _given(_Check)


def comparison() -> Schema:
    """Describe a comparison."""
    return _given(Comparison)


def cohort() -> Schema:
    """Describe the picture of a cohort."""
    return _given(Cohort)


@dataclass(frozen=True)
class _RubricName:
    """Which rubric was checked."""

    id: str
    version: int


@dataclass(frozen=True)
class _Check:
    """What a check found; `errors` and `warnings` count the problems.

    `rubric` is null where no file says it, `stages` empty where the rubric could not be loaded.
    """

    format: Literal[1]
    folder: str
    rubric: _RubricName | None
    problems: tuple[Problem, ...]
    errors: int
    warnings: int
    stages: tuple[Share, ...]


class _Given(Generator):
    """Describes what the program gives: every key is there. Further ones may come, so none is forbidden."""

    def field_is_required(self, field: object, total: bool) -> bool:  # noqa: ARG002, FBT001 - as pydantic calls it
        """Promise every key."""
        return True

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Say nothing of a default: it is written like any other value."""
        return self.generate_inner(schema["schema"])

    def named_tuple_schema(self, schema: Any) -> Schema:  # noqa: ANN401 - pydantic has a type for it since 2.14
        """Describe a named tuple, which is written as a mapping too."""
        return self._mapping(schema["cls"], schema["fields"])

    def call_schema(self, schema: core_schema.CallSchema) -> Schema:
        """Describe a named tuple as pydantic sees it before 2.14: as what its class is called with."""
        arguments: Any = schema["arguments_schema"]
        return self._mapping(schema["function"], arguments["arguments_schema"])

    def _mapping(self, kind: object, fields: list[Any]) -> Schema:
        properties = {field["name"]: self.generate_inner(field["schema"]) for field in fields}
        return self._in_words_of_json({"properties": properties, "type": "object"}, kind)

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> Schema:
        """Describe a dataclass by its docstring, in the words of JSON."""
        return self._in_words_of_json(without(super().dataclass_schema(schema), "title"), schema["cls"])

    def _in_words_of_json(self, given: Schema, kind: object) -> Schema:
        return given | {
            "description": str(kind.__doc__).replace("None", "null"),
            "properties": {_as_key(name): value for name, value in given["properties"].items()},
            "required": [_as_key(name) for name in given["properties"]],
        }


def _given(kind: Any) -> Schema:  # noqa: ANN401 - a type or a union of types
    adapter: TypeAdapter[Any] = TypeAdapter(kind)
    adapter.rebuild(_types_namespace=_NAMED)
    return adapter.json_schema(mode="serialization", schema_generator=_Given)


_NAMED = {
    "Effort": Effort,
    "Problem": Problem,
    "RubricMark": RubricMark,
    "Share": Share,
    "StagePlace": StagePlace,
    "VerdictWord": VerdictWord,
}
"""These names are for type checkers only where the dataclasses use them."""


def _as_key(name: str) -> str:
    """Return the key of a field, which has an underscore behind it where Python keeps the word for itself."""
    return name.removesuffix("_")
