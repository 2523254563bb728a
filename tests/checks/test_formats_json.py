"""The JSON of a check."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import example, given
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it comes without types

from sixstages.errors import Problem
from sixstages.schemas import schema
from tests.checks.formats import ABOVE, ANY_TEXT, ERROR, EXAMPLES, NEEDS, NOT_LOADED, WARNING, checked, told, written


def read(*problems: Problem) -> dict[str, Any]:
    """Report these problems, and read the JSON."""
    report: dict[str, Any] = json.loads(written("json", checked(*problems)))
    return report


def test_all_that_was_found_is_in_it() -> None:
    """A script gets the rubric, each problem with its places, the numbers, and the share of each stage."""
    assert read(ERROR, WARNING) == {
        "format": 1,
        "folder": "rubric",
        "rubric": {"id": "wells", "version": 2},
        "problems": [
            {
                "code": "L304",
                "severity": "error",
                "message": ERROR.message,
                "remedy": ERROR.remedy,
                "place": NEEDS._asdict(),
                "also": [ABOVE._asdict()],
            },
            {
                "code": "L328",
                "severity": "warning",
                "message": WARNING.message,
                "remedy": WARNING.remedy,
                "place": {
                    "file": "stages.yaml",
                    "line": 4,
                    "column": 3,
                    "end_line": 4,
                    "end_column": 9,
                    "excerpt": "  unused: {}",
                },
                "also": [],
            },
        ],
        "errors": 1,
        "warnings": 1,
        "stages": [{"stage": "a", "share": 0.5}, {"stage": "b", "share": 0.5}],
    }


def test_what_is_not_known_is_null() -> None:
    """A rubric that no file names, and a problem without a place."""
    report = json.loads(written("json", NOT_LOADED))
    assert (report["rubric"], report["stages"]) == (None, [])
    assert read(Problem("A691", "warning", "message", "remedy"))["problems"][0]["place"] is None


@pytest.mark.parametrize("example", EXAMPLES)
def test_it_is_as_its_schema_says(example: str) -> None:
    """The schema that `sixstages schema check` gives accepts it."""
    Draft202012Validator(schema("check")).validate(json.loads(written("json", EXAMPLES[example])))


@given(ANY_TEXT)
@example("caf\udce9")
def test_texts_come_through(text: str) -> None:
    r"""A reader of JSON gets what stood in the file; a lone surrogate, which some refuse, as the text `\ud800`."""
    as_text = text.encode(errors="backslashreplace").decode()
    assert read(told("stages.yaml", text))["problems"][0]["remedy"] == as_text
