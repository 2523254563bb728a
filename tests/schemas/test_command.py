"""`sixstages schema`: the schemas from the command line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sixstages.schemas import SCHEMAS, schema
from tests.cli.driver import run

if TYPE_CHECKING:
    from pathlib import Path


def test_alone_it_lists_the_schemas() -> None:
    """A line each: its name, and what it describes."""
    outcome = run("schema")
    assert (outcome.code, outcome.err) == (0, "")
    assert [tuple(line.split(maxsplit=1)) for line in outcome.out.splitlines()] == [
        (name, each.about) for name, each in SCHEMAS.items()
    ]


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_name_gives_that_schema(name: str) -> None:
    """Standard output is the schema and nothing else."""
    outcome = run("schema", name)
    assert (outcome.code, outcome.err) == (0, "")
    assert json.loads(outcome.out) == schema(name)


def test_it_can_go_to_a_file(tmp_path: Path) -> None:
    """`--output` writes the file, and nothing to the screen."""
    file = tmp_path / "stages.json"
    assert run("schema", "stages", "--output", file).out == ""
    assert file.read_text(encoding="utf-8") == run("schema", "stages").out


def test_an_unknown_name_is_a_wrong_call() -> None:
    """The names that there are are told."""
    outcome = run("schema", "stage")
    assert (outcome.code, outcome.out) == (2, "")
    assert '"stage" is not one of the schemas' in outcome.err
    assert all(name in outcome.err for name in SCHEMAS)
