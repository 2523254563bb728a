"""What all schemas have in common: pydantic's, without what tells a reader nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

if TYPE_CHECKING:
    from pydantic_core import core_schema

Schema = dict[str, Any]


class Generator(GenerateJsonSchema):
    """Leaves out titles that repeat a key or the name of a model."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - as pydantic calls it
        """Give no key a title."""
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> Schema:
        """Describe a model by its docstring alone."""
        return without(super().model_schema(schema), "title")

    def normalize_name(self, name: str) -> str:
        """Name a part as its model, whether that is public or not."""
        return super().normalize_name(name).removeprefix("_")

    def sort(self, value: Schema, parent_key: str | None = None) -> Schema:  # noqa: ARG002 - as pydantic calls it
        """Leave the keys in the order of the models."""
        return value


def without(mapping: Schema, *keys: str) -> Schema:
    """Return a mapping without these keys."""
    return {key: value for key, value in mapping.items() if key not in keys}
