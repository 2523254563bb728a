"""SARIF 2.1.0 of a check, held to the standard's own schema."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote_to_bytes, urlsplit

import pytest
from hypothesis import given
from jsonschema import Draft4Validator  # type: ignore[import-untyped]  # it comes without types

from sixstages import __version__
from sixstages.checks.pages import read_pages
from sixstages.errors import Problem
from sixstages.reports.checking.as_sarif import uri
from sixstages.reports.checking.fingerprints import fingerprints
from tests import ROOT
from tests.checks.formats import (
    ABOVE,
    ANY_TEXT,
    ERROR,
    EXAMPLES,
    NAMES,
    NEEDS,
    UNUSABLE,
    WARNING,
    checked,
    told,
    written,
)
from tests.library import FOLDER

Json = dict[str, Any]


@cache
def standard() -> Draft4Validator:
    """Load the schema of the standard."""
    return Draft4Validator(json.loads((ROOT / "tests" / "data" / "sarif-2.1.0.json").read_text(encoding="utf-8")))


def run_of(*problems: Problem) -> Json:
    """Report these problems, and give the only run of the log."""
    [run] = json.loads(written("sarif", checked(*problems)))["runs"]
    return dict(run)


def result(found: Problem) -> Json:
    """Give the result of a problem."""
    [only] = run_of(found)["results"]
    return dict(only)


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_standard_accepts_it(example: str) -> None:
    """Whatever was found, and however it is written, the log is as the schema of the standard says."""
    standard().validate(json.loads(written("sarif", EXAMPLES[example])))


def test_the_schema_tells_a_fault() -> None:
    """The schema is one that refuses, or the test above would hold nothing."""
    log = json.loads(written("sarif", EXAMPLES["problems"]))
    log["runs"][0]["results"][0]["level"] = "fatal"
    assert not standard().is_valid(log)


def test_columns_are_counted_as_the_log_says() -> None:
    """Lines and columns from 1, columns in code points, the end exclusive."""
    assert run_of(ERROR)["columnKind"] == "unicodeCodePoints"
    [location] = result(ERROR)["locations"]
    assert location == {
        "physicalLocation": {
            "artifactLocation": {"uri": "stages.yaml"},
            "region": {"startLine": 12, "startColumn": 25, "endLine": 12, "endColumn": 26},
        }
    }


def test_further_places_are_related_locations() -> None:
    """Each has a number of its own."""
    related = result(ERROR._replace(also=(ABOVE, NEEDS)))["relatedLocations"]
    assert [each["id"] for each in related] == [1, 2]
    assert [each["physicalLocation"]["region"]["startLine"] for each in related] == [7, 12]


def test_a_problem_without_a_place_has_no_location() -> None:
    """Nothing is made up."""
    assert result(Problem("A691", "warning", "message", "remedy"))["locations"] == []


def test_each_result_leads_to_its_rule() -> None:
    """The rules are those that found something, each once, with title, page and severity."""
    run = run_of(ERROR, WARNING, ERROR)
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("sixstages", __version__)
    assert [each["ruleIndex"] for each in run["results"]] == [0, 1, 0]
    assert [each["level"] for each in run["results"]] == ["error", "warning", "error"]
    page = read_pages()["L304"]
    assert driver["rules"][0] == {
        "id": "L304",
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.summary},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": "error"},
    }
    assert [each["id"] for each in driver["rules"]] == ["L304", "L328"]


@pytest.mark.parametrize("example", EXAMPLES)
def test_only_what_could_not_be_checked_was_no_success(example: str) -> None:
    """A rubric with problems was checked with success; one that is not there was not."""
    [run] = json.loads(written("sarif", EXAMPLES[example]))["runs"]
    assert run["invocations"] == [{"executionSuccessful": EXAMPLES[example] is not UNUSABLE}]


@pytest.mark.parametrize("name", [*NAMES, "cases/a:b.yaml", "../x/stages.yaml"])
def test_a_name_is_a_relative_uri(name: str) -> None:
    """Each byte of the file's name is in it, and nothing in the name is taken for a scheme, query or fragment."""
    parts = urlsplit(uri(name))
    assert (parts.scheme, parts.netloc, parts.query, parts.fragment) == ("", "", "", "")
    assert uri(name).isascii()
    assert unquote_to_bytes(parts.path) == os.fsencode(name.replace("\ud83d", "\N{REPLACEMENT CHARACTER}"))


def test_an_absolute_path_is_a_file_uri() -> None:
    """It can't be given relative to a folder that nobody named."""
    path = FOLDER.resolve() / "a b.yaml"
    assert uri(str(path)) == path.as_uri()
    assert Path(unquote_to_bytes(urlsplit(uri(str(path))).path).decode()) == path


@given(ANY_TEXT)
def test_a_uri_holds_for_any_name(name: str) -> None:
    """Only characters that a URI may hold, whatever the file is called."""
    assert set(uri(name)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%/:")


def test_words_from_a_file_lead_nowhere() -> None:
    """A text that looks like an embedded link is none."""
    assert "](" not in result(told("stages.yaml", "[free money](https://example.org)"))["message"]["text"]


def test_each_result_has_the_fingerprint_of_its_problem() -> None:
    """Under the name that GitHub looks for."""
    named = [each["partialFingerprints"] for each in run_of(ERROR, WARNING, ERROR)["results"]]
    assert named == [{"primaryLocationLineHash": each} for each in fingerprints([ERROR, WARNING, ERROR])]
