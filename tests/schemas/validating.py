"""Validates against the schemas as others do: with the jsonschema library, and with check-jsonschema on YAML files."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from sixstages.schemas import schema
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

SCHEMAS = ROOT / "schemas"


class Validator(Protocol):
    """What is used of the library's validator."""

    def is_valid(self, instance: object, /) -> bool:
        """Whether the schema accepts a value."""


@cache
def validator(name: str) -> Validator:
    """Return the validator of one of our schemas, to which `format: date` means something."""
    return cast("Validator", Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER))


def refused(name: str, files: Iterable[Path]) -> set[Path]:
    """Return the files that check-jsonschema refuses by a committed schema; one that is no YAML is refused too."""
    command = ("-m", "check_jsonschema", "--schemafile", SCHEMAS / f"{name}.json", "--output-format", "json", *files)
    done = subprocess.run([sys.executable, *map(str, command)], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode in {0, 1}, done.stderr
    told = json.loads(done.stdout)
    return {Path(each["filename"]) for each in (*told["errors"], *told.get("parse_errors", ()))}
