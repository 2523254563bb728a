"""Schemas of the YAML files as they are typed, from the models that they are read into.

Our reader takes every scalar as text and lets the models decide what it is, while editors and other checkers see a
number in `needs: 3` or `name: 1984`, and a boolean in `ordered: true`: these schemas accept either.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from pydantic import TypeAdapter
from pydantic.json_schema import CoreRef

from sixstages.answers import AnswersShape
from sixstages.cohort.mapping import MappingFile
from sixstages.rubric import (
    DONT_KNOW,
    MAX_COUNT,
    RESERVED,
    SOURCE_POINT,
    Condition,
    Count,
    Flag,
    Limits,
    Operator,
    QuestionsFile,
    Slug,
    StagesFile,
    Texts,
)
from sixstages.schemas.generator import Generator, without
from sixstages.translations import Entry, TranslationFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic_core import core_schema

    from sixstages.schemas.generator import Schema


def stages() -> Schema:
    """Describe `stages.yaml`."""
    return StagesFile.model_json_schema(schema_generator=_Typed)


def questions() -> Schema:
    """Describe `questions.yaml`."""
    return QuestionsFile.model_json_schema(schema_generator=_Typed)


def translations() -> Schema:
    """Describe a file of `translations/`."""
    return TranslationFile.model_json_schema(schema_generator=_Typed)


def answers() -> Schema:
    """Describe an answers file."""
    made = AnswersShape.model_json_schema(schema_generator=_TypedWithoutEmpty)
    day = {"description": "Year, month and day, such as 2026-11-22.", "type": ["string", "null"], "format": "date"}
    return made | {"properties": made["properties"] | {"date": day}}


def mapping() -> Schema:
    """Describe a mapping file."""
    made = MappingFile.model_json_schema(schema_generator=_TypedWithoutEmpty)
    described = {key: {"description": _MAPPED[key]} | form for key, form in made["properties"].items()}
    return made | {"properties": described}


_MAPPED = {
    "columns": "Headers of the table, each with the question that its column answers, or with question/option.",
    "ignore": "Headers of columns that hold no answers.",
    "values": "Questions, each with texts of its cells and the options that they stand for, or dont-know.",
    "picked": "What cells say in the column of an option that was picked.",
    "not_picked": "What cells say in the column of an option that was not picked.",
    "blank": "What cells say where there is no answer.",
}
"""What each key of a mapping file is for."""


class _Typed(Generator):
    """Describes what is typed into a file of a rubric."""

    scalars: tuple[str, ...] = ("string", "number", "boolean")
    """What others may take a text for. Null is none of them: who leaves a value out has forgotten it."""

    def str_schema(self, schema: core_schema.StringSchema) -> Schema:
        """Take a text for whatever it looks like, unless its pattern leaves only a text."""
        text = super().str_schema(schema)
        if text.get("pattern") == SOURCE_POINT:
            return self._shared("SourcePoint", "The id of a source, alone or with a slash and a point of it.", text)
        if "pattern" in text:
            return text
        scalar = {"type": list(self.scalars)}
        if schema.get("strip_whitespace"):
            return self._shared("Text", "A text.", scalar | {"pattern": r"\S"})
        return self._shared("AnyText", "A text, which may be empty.", scalar)

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Describe what may be left out, its key with it."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Name a default that can be typed."""
        inner = self.generate_inner(schema["schema"])
        default = schema.get("default")
        return inner | {"default": default} if default is False or (default and isinstance(default, str)) else inner

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> Schema:
        """Describe a value as it is before its validator spells it out."""
        return _FORMS[schema["function"]["function"]](self, schema["schema"])

    def slug(self, inner: core_schema.CoreSchema) -> Schema:
        """Describe an id."""
        ids = self.generate_inner(inner)
        reserved = sorted(RESERVED | {DONT_KNOW})
        words = "An id: small letters, digits and hyphens, a letter first."
        return self._shared("Slug", words, ids | {"not": {"enum": reserved}})

    def count(self, inner: core_schema.CoreSchema) -> Schema:
        """Describe a number, which may stand in quotes."""
        number = self.generate_inner(inner)
        more_digits = len(str(MAX_COUNT)) - 2
        in_quotes = {"type": "string", "pattern": f"^([1-9][0-9]{{0,{more_digits}}}|{MAX_COUNT})$"}
        return self._shared("Count", f"A whole number from 1 to {MAX_COUNT}.", {"anyOf": [number, in_quotes]})

    def flag(self, _inner: core_schema.CoreSchema) -> Schema:
        """Describe a yes or no, which may stand in quotes."""
        return self._shared("Flag", "true or false.", {"enum": [True, False, "true", "false"]})

    def one_or_more(self, inner: core_schema.CoreSchema) -> Schema:
        """Describe a list, around whose only item the brackets may be left out."""
        several = self.generate_inner(inner)
        return {"anyOf": [several["items"], several]}

    def entry(self, inner: core_schema.CoreSchema) -> Schema:
        """Describe a translation behind its digest."""
        return self._shared("Entry", "The digest of a text, and its translation.", self.generate_inner(inner))

    def condition(self, _inner: core_schema.CoreSchema) -> Schema:
        """Describe a condition, whose model spells out what a file has between the lines."""
        return self._shared(
            "Condition",
            "Questions with the answers that fulfil them, all of which have to; or a list of such mappings, "
            "one of which has to be fulfilled.",
            {"anyOf": [self._row(), {"type": "array", "items": self._row(), "minItems": 1}]},
        )

    def _row(self) -> Schema:
        tests = {"type": "object", "propertyNames": self._of(Slug), "additionalProperties": self._test()}
        return self._shared("Row", "Questions with the answers that fulfil them.", tests | {"minProperties": 1})

    def _test(self) -> Schema:
        operators = [self._operator(each) for each in get_args(Operator)]
        words = "The option, or a list of options, of which one is the answer; or an operator over options."
        return self._shared("Test", words, {"anyOf": [self._options(), *operators]})

    def _operator(self, operator: str) -> Schema:
        if operator in {"at_least", "at_most"}:
            keys = {operator: self._of(Slug)}
        elif operator in {"count", "fewer_than"}:
            keys = {operator: self._of(Count), "of": self._options()}
        else:
            keys = {operator: self._options()}
        return {"type": "object", "properties": keys, "required": list(keys), "additionalProperties": False}

    def _options(self) -> Schema:
        several = {"type": "array", "items": self._of(Slug), "minItems": 1}
        return self._shared("Options", "An option, or a list of options.", {"anyOf": [self._of(Slug), several]})

    def _of(self, kind: Any) -> Schema:  # noqa: ANN401 - an annotated type
        return self.generate_inner(TypeAdapter(kind).core_schema)

    def _shared(self, name: str, description: str, form: Schema) -> Schema:
        """Put a form that many keys have into `$defs`."""
        defs_ref, reference = self.get_cache_defs_ref_schema(CoreRef(name))
        self.definitions[defs_ref] = {"description": description} | form
        return reference


class _TypedWithoutEmpty(_Typed):
    """Describes what is typed into a file where a key without a value counts as not written."""

    scalars = (*_Typed.scalars, "null")

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Describe what may be left out, its key left standing."""
        inner = super().nullable_schema(schema)
        return inner if schema["schema"]["type"] == "str" else {"anyOf": [inner, {"type": "null"}]}

    def dict_schema(self, schema: core_schema.DictSchema) -> Schema:
        """Describe a mapping that may be empty."""
        return without(super().dict_schema(schema), "propertyNames") | {"type": ["object", "null"]}


def _reader_of(kind: object) -> Callable[..., object]:
    """Return the function that spells out what is typed for one of the rubric's kinds of values."""
    return next(each.before for each in get_args(kind) if isinstance(each, Limits) and each.before)


_FORMS = {
    _reader_of(Slug): _Typed.slug,
    _reader_of(Count): _Typed.count,
    _reader_of(Flag): _Typed.flag,
    _reader_of(Texts): _Typed.one_or_more,
    _reader_of(Condition): _Typed.condition,
    _reader_of(Entry): _Typed.entry,
}
