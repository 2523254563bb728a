"""The schemas that are kept in `schemas`."""

from __future__ import annotations

import subprocess
import sys

import pytest

from sixstages.schemas import DIALECT, SCHEMAS, schema, written
from tests.schemas import validating


def test_they_are_all_there_and_no_others() -> None:
    """The folder has one file for each schema."""
    assert {path.name for path in validating.SCHEMAS.iterdir()} == {f"{name}.json" for name in SCHEMAS}


@pytest.mark.parametrize("name", SCHEMAS)
def test_they_are_up_to_date(name: str) -> None:
    """Each file is what the models give now; `python -m tools.schemas` writes them anew."""
    assert validating.SCHEMAS.joinpath(f"{name}.json").read_text(encoding="utf-8") == written(name)


def test_they_are_schemas() -> None:
    """check-jsonschema takes each by the schema of schemas, in the dialect that it names."""
    files = map(str, validating.SCHEMAS.glob("*.json"))
    command = (sys.executable, "-m", "check_jsonschema", "--check-metaschema", *files)
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
    assert {schema(name)["$schema"] for name in SCHEMAS} == {DIALECT}


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_part_is_described(name: str) -> None:
    """What editors show beside a value is there: each part that has keys of its own says what it is, in a line."""
    made = schema(name)
    parts = {title: part for title, part in made["$defs"].items() if title != "ExpectationShape"}
    assert [title for title, part in parts.items() if not part.get("description")] == []
    assert all("\n" not in part["description"] for part in (made, *parts.values()))
