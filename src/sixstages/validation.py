"""From a tree of nodes to a frozen model, or to problems in plain words, each at its place."""

from __future__ import annotations

import re
from functools import cache
from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from pydantic_core import SchemaValidator, ValidationError
from pydantic_core import core_schema as core

from sixstages.errors import first_of, problem, suggestion
from sixstages.nodes import Scalar, Sequence
from sixstages.rubric import DIGEST, SLUG, SOURCE_POINT, Model
from sixstages.speech import N_, Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pydantic.fields import FieldInfo
    from pydantic_core import CoreSchema, ErrorDetails

    from sixstages.errors import Place, Problem
    from sixstages.nodes import Document, Node, Steps

AnyModel = TypeVar("AnyModel", bound=Model)

_MANY = 10_000

_CODES = {
    "missing": "S101",
    "extra_forbidden": "S102",
    "model_type": "S103",
    "dict_type": "S103",
    "tuple_type": "S104",
    "string_type": "S105",
    "int_type": "S105",
    "bool_type": "S105",
    "string_too_short": "S106",
    "string_too_long": "S111",
    "string_pattern_mismatch": "S107",
    "literal_error": "S108",
    "greater_than_equal": "S109",
    "less_than_equal": "S109",
    "too_short": "S110",
}
"""Pydantic's kinds of errors in our codes; the validators of the models raise our codes themselves."""

_FORMS = {
    DIGEST: Phrase(N_("Write six letters from a to p, as `sixstages check` gives them.")),
    SLUG: Phrase(N_("Write an id: small letters, digits and hyphens, a letter first.")),
    SOURCE_POINT: Phrase(
        N_("Write the id of a source, alone or with a slash and a point behind it, as in six-stages/S4.2.")
    ),
}


def validate(
    document: Document, model: type[AnyModel], *, without_empty: bool = False
) -> tuple[AnyModel | None, list[Problem]]:
    """Return the model that a document holds and no problem, or None and all that is wrong with it.

    `without_empty`: keys that have no value count as not written.
    """
    try:
        return validator(model).validate_python(_plain(document.root, without_empty=without_empty)), []
    except ValidationError as error:
        if error.error_count() > _MANY:  # spelling them out would take the memory of a much larger file
            return None, [problem("S117", document.place())]
        details = error.errors(include_url=False, include_input=False)
    return None, first_of(_as_problem(document, model, detail) for detail in details if not _follows(detail, details))


def _follows(detail: ErrorDetails, details: list[ErrorDetails]) -> bool:
    """Whether a list is called too short only because what is wrong within it was not counted."""
    path = detail["loc"]
    return detail["type"] == "too_short" and any(each["loc"][: len(path)] == path != each["loc"] for each in details)


@cache
def validator(model: type[Model]) -> SchemaValidator:
    """Build the validator of a model as `model_validate` would, which looks for plugins first.

    Even where that is turned off it imports more than reading a rubric takes.
    """
    return SchemaValidator(_schema(model))


def _schema(kind: Any) -> CoreSchema:  # noqa: ANN401 - any type that a field of our models has
    build = _SCHEMAS.get(get_origin(kind) or kind)
    return build(*get_args(kind)) if build else _of_model(kind)


def _of_model(model: type[Model]) -> CoreSchema:
    fields = {name: core.model_field(_of_field(field)) for name, field in model.model_fields.items()}
    return core.model_schema(model, core.model_fields_schema(fields, extra_behavior="forbid"), frozen=True)


def _of_field(field: FieldInfo) -> CoreSchema:
    schema = _schema(field.rebuild_annotation())
    if field.is_required():
        return schema
    return core.with_default_schema(schema, default=field.get_default(call_default_factory=True))


def _of_tuple(*items: object) -> CoreSchema:
    if items[-1] is ...:
        return core.tuple_variable_schema(_schema(items[0]))
    return core.tuple_positional_schema([_schema(item) for item in items])


_SCHEMAS: Mapping[object, Callable[..., CoreSchema]] = {
    str: core.str_schema,
    int: core.int_schema,
    bool: core.bool_schema,
    tuple: _of_tuple,
    dict: lambda keys, values: core.dict_schema(_schema(keys), _schema(values)),
    Literal: lambda *words: core.literal_schema(list(words)),
    Union: lambda kind, _: core.nullable_schema(_schema(kind)),
    UnionType: lambda kind, _: core.nullable_schema(_schema(kind)),
    Annotated: lambda kind, limits: limits.__get_pydantic_core_schema__(kind, _schema),
}


def _plain(node: Node, *, without_empty: bool) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [_plain(item, without_empty=without_empty) for item in node.items]
    return {
        key.text: _plain(value, without_empty=without_empty)
        for key, value in node.entries.values()
        if not (without_empty and isinstance(value, Scalar) and value.empty)
    }


def _as_problem(document: Document, model: type[Model], detail: ErrorDetails) -> Problem:
    path, context = detail["loc"], detail.get("ctx", {})
    code = _CODES.get(detail["type"], detail["type"])
    if code == "S101":
        return problem(code, document.key_place(*path[:-1]), key=path[-1])
    if code == "S102":
        hint = suggestion(str(path[-1]), _keys(model, path[:-1]))
        return problem(code, document.key_place(*path), key=path[-1], hint=hint)
    place, value = _shown(document, path)
    words = re.findall("'([^']+)'", context.get("expected", ""))
    return problem(
        code,
        place,
        value=value,
        hint=suggestion(value, words),
        form=_FORMS[context["pattern"]] if "pattern" in context else "",
        least=context.get("min_length"),
    )


def _shown(document: Document, path: Steps) -> tuple[Place, str]:
    """Return the place and the text of a value, or of the key where that is what is wrong."""
    if path[-1] == "[key]":
        return document.key_place(*path[:-1]), str(path[-2])
    _, node = document.find(path)
    return document.place(*path), node.text if isinstance(node, Scalar) else ""


def _keys(model: type[Model], path: Steps) -> list[str]:
    """Return the keys that may stand in the mapping at this path."""
    for piece in path:
        if piece in model.model_fields:
            model = _model_in(model.model_fields[str(piece)].annotation) or model
    return list(model.model_fields)


def _model_in(annotation: object) -> type[Model] | None:
    """Return the model of a field, out of the tuple, the mapping or the choice that holds it."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
