"""JSON Schemas of the YAML files and of the JSON output, derived from the models: a new field is in them by itself."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from sixstages.schemas import given, typed
from sixstages.schemas.generator import without

if TYPE_CHECKING:
    from collections.abc import Callable

    from sixstages.schemas.generator import Schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class Described(NamedTuple):
    """What there is a schema of, in a line, and how the schema is made."""

    about: str
    make: Callable[[], Schema]


SCHEMAS = {
    "stages": Described("stages.yaml: the stages with their gates, and the findings", typed.stages),
    "questions": Described("questions.yaml: the questions and their options", typed.questions),
    "translations": Described("translations/xx.yaml: the texts of a rubric in the language xx", typed.translations),
    "answers": Described("an answers file, such as an interview writes and a case in cases/ is", typed.answers),
    "mapping": Described("a mapping file: what the words of a table mean, for `sixstages cohort`", typed.mapping),
    "assessment": Described("what `sixstages score --format json` gives", given.assessment),
    "check": Described("what `sixstages check --format json` gives", given.check),
    "comparison": Described("what `sixstages compare --format json` gives", given.comparison),
    "cohort": Described("what `sixstages cohort --report json=PATH` writes", given.cohort),
}
"""Every schema by its name."""


def schema(name: str) -> Schema:
    """Return the JSON Schema (draft 2020-12) called `name` in `SCHEMAS`."""
    about, make = SCHEMAS[name]
    made = make()
    parts = made.pop("$defs")
    explained = {part: _explained(parts[part]) for part in sorted(parts)}
    head = {"$schema": DIALECT, "title": name, "description": about}
    return head | _explained(made | {"description": about}) | {"$defs": explained}


def written(name: str) -> str:
    """Return the text of the JSON Schema called `name`."""
    return json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n"


def listed() -> str:
    """Return the names of the schemas with what they describe, a line each."""
    width = max(map(len, SCHEMAS))
    return "".join(f"{name:{width}}  {each.about}\n" for name, each in SCHEMAS.items())


def _explained(part: Schema) -> Schema:
    """Put the description of a part on one line, and give it to each key that it names."""
    description = " ".join(part.get("description", "").split())
    if not (description and "properties" in part):
        return part
    keys = {
        name: {"description": description} | key if f"`{name}`" in description else key
        for name, key in part["properties"].items()
    }
    return {"description": description} | without(part, "description") | {"properties": keys}
