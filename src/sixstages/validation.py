"""From a tree of nodes to a frozen model, or to problems in plain words, each at its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar, get_args

from pydantic import ValidationError

from sixstages.errors import first_of, problem, suggestion
from sixstages.nodes import Scalar, Sequence
from sixstages.rubric import SLUG, SOURCE_POINT, Model

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

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
    SLUG: "Write an id: small letters, digits and hyphens, a letter first.",
    SOURCE_POINT: "Write the id of a source, alone or with a slash and a point behind it, as in six-stages/S4.2.",
}


def validate(
    document: Document, model: type[AnyModel], *, without_empty: bool = False
) -> tuple[AnyModel | None, list[Problem]]:
    """Return the model that a document holds and no problem, or None and all that is wrong with it.

    `without_empty`: keys that have no value count as not written.
    """
    try:
        return model.model_validate(_plain(document.root, without_empty=without_empty)), []
    except ValidationError as error:
        if error.error_count() > _MANY:  # spelling them out would take the memory of a much larger file
            return None, [problem("S117", document.place())]
        details = error.errors(include_url=False, include_input=False)
    return None, first_of(_as_problem(document, model, detail) for detail in details)


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
        words=", ".join(words),
        hint=suggestion(value, words),
        form=_FORMS.get(context.get("pattern", "")),
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
