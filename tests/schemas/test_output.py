"""The JSON that the program gives, and the schemas of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from sixstages.checks.checked import Checked
from sixstages.errors import problem
from sixstages.reports.checking import as_json
from sixstages.reports.cohorts import as_json as counting
from sixstages.reports.comparing import as_json as comparing
from sixstages.schemas import schema
from tests import ROOT
from tests.cli.driver import run
from tests.cohort.scored import counted, shelf_of_cases
from tests.comparison.sittings import a_year
from tests.comparison.test_reports import DOWN, ODD, OPEN, UP
from tests.input.rubrics import STAGES, changed
from tests.library import FOLDER, case, library
from tests.schemas.validating import validator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sixstages.cohort.figures import Cohort
    from sixstages.comparison import Comparison

CASES = {ROOT: sorted(ROOT.glob("cases/*.yaml")), FOLDER: sorted(FOLDER.glob("cases/*.yaml"))}

Part = dict[str, Any]


def given(*argv: object) -> Any:  # noqa: ANN401 - whatever JSON is
    """Return the JSON that a command writes."""
    return json.loads(run(*argv, "--format", "json").out)


def compared(comparison: Comparison) -> Any:  # noqa: ANN401 - as above
    """Return the JSON of a comparison by the library's rubric."""
    return json.loads(comparing.report(comparison, library(), 80))


def pictured(cohort: Cohort) -> Any:  # noqa: ANN401 - as above
    """Return the JSON of a cohort by the library's rubric."""
    return json.loads(counting.report(cohort, library(), 80))


def outputs(folder: Path) -> list[tuple[str, Any]]:
    """Give an assessment, the check of a sound rubric, that of a faulty one, a comparison, and a cohort."""
    twice = changed(folder, STAGES, "- id: shelves\n", "- id: heap\n")
    return [
        ("assessment", given("score", case("open"), "--rubric", FOLDER)),
        ("check", given("check", FOLDER)),
        ("check", given("check", twice)),
        ("comparison", compared(DOWN)),
        ("cohort", pictured(shelf_of_cases(1))),
    ]


def closed(name: str) -> Any:  # noqa: ANN401 - the library has no types
    """Return the validator of a schema that allows only the keys that it describes."""
    made = schema(name)
    for part in (made, *made["$defs"].values()):
        if "properties" in part:
            part["additionalProperties"] = False
    return Draft202012Validator(made)


def altered(value: Any, alter: Callable[[Part], Iterator[Part]]) -> Iterator[Any]:  # noqa: ANN401 - as above
    """Yield a JSON value again and again, each time with one mapping altered; of a list only the first item is."""
    if isinstance(value, dict):
        yield from alter(value)
        for key, inner in value.items():
            yield from (value | {key: other} for other in altered(inner, alter))
    elif isinstance(value, list) and value:
        yield from ([other, *value[1:]] for other in altered(value[0], alter))


def with_a_key_less(part: Part) -> Iterator[Part]:
    """Leave out each key."""
    for key in part:
        yield {name: value for name, value in part.items() if name != key}


def with_a_key_more(part: Part) -> Iterator[Part]:
    """Add a key that is not known today."""
    yield {**part, "later": "more"}


@pytest.mark.parametrize("folder", CASES, ids=["shipped", "library"])
def test_assessments_are_described_whole(folder: Path) -> None:
    """The assessments of all cases in one list fit the schema, even where no key is allowed that it does not name."""
    assessments = given("score", *CASES[folder], "--rubric", folder)
    assert len(assessments) == len(CASES[folder])
    assert [error.message for error in closed("assessment").iter_errors(assessments)] == []


def test_one_assessment_is_described_too() -> None:
    """A single file gives an object, which fits as well."""
    assert validator("assessment").is_valid(given("score", case("open"), "--rubric", FOLDER))


@pytest.mark.parametrize(
    "comparison", [UP, DOWN, OPEN, ODD, a_year("hi")[0]], ids=["up", "down", "open", "odd", "year"]
)
def test_comparisons_are_described_whole(comparison: Comparison) -> None:
    """Sittings with and without dates, gaps and warnings fit the schema, even where only its own keys are allowed."""
    assert [error.message for error in closed("comparison").iter_errors(compared(comparison))] == []


def test_what_the_command_compares_is_described_too(tmp_path: Path) -> None:
    """Two files from a folder give an object that fits."""
    later = tmp_path / "later.yaml"
    later.write_bytes(case("heap").read_bytes())
    written = given("compare", case("heap"), later, "--rubric", FOLDER)
    assert [error.message for error in closed("comparison").iter_errors(written)] == []
    assert len(written["sittings"]) == 2


@pytest.mark.parametrize("cohort", [shelf_of_cases(), counted(library(), [])], ids=["groups", "nothing"])
def test_cohorts_are_described_whole(cohort: Cohort) -> None:
    """With groups, folded ones too, and without a row, it fits the schema, even where only its own keys are allowed."""
    assert [error.message for error in closed("cohort").iter_errors(pictured(cohort))] == []


def test_what_the_command_counts_is_described_too(tmp_path: Path) -> None:
    """The report of a folder of answers files fits."""
    run("cohort", FOLDER / "cases", "--rubric", FOLDER, "--report", f"json={tmp_path / 'whole.json'}")
    written = json.loads((tmp_path / "whole.json").read_text(encoding="utf-8"))
    assert [error.message for error in closed("cohort").iter_errors(written)] == []
    assert written["overall"]["rows"] == 7


@pytest.mark.parametrize("fault", [("needs: 2", "needs: 9"), ("sources:", "sauces:"), ("rubric:", "rubic:")])
def test_checks_are_described_whole(fault: tuple[str, str], tmp_path: Path) -> None:
    """Checks of a sound rubric, of an unsound one, and of one that says not even its name, fit the schema."""
    checks = [
        given("check", FOLDER),
        given("check", changed(tmp_path, STAGES, *fault)),
        given("check", tmp_path / "no"),
    ]
    assert [error.message for each in checks for error in closed("check").iter_errors(each)] == []
    assert [each["errors"] > 0 for each in checks] == [False, True, True]


def test_a_problem_need_not_have_a_place(tmp_path: Path) -> None:
    """What is no part of a file has null for its place, in a warning of an assessment as in a check."""
    sheet = tmp_path / "sheet.yaml"
    sheet.write_text("rubric: village-library\n", encoding="utf-8")
    assessment = given("score", sheet, "--rubric", FOLDER)
    check = json.loads(as_json.report(Checked(folder=".", problems=(problem("A691"),))))
    assert [each["place"] for each in (*assessment["warnings"], *check["problems"])] == [None, None]
    assert validator("assessment").is_valid(assessment)
    assert validator("check").is_valid(check)


def test_every_key_of_an_output_is_promised(tmp_path: Path) -> None:
    """An output without one of its keys does not fit, wherever the key is missing."""
    for name, output in outputs(tmp_path):
        poorer = list(altered(output, with_a_key_less))
        assert len(poorer) > len(output)
        assert [each for each in poorer if validator(name).is_valid(each)] == []


def test_further_keys_may_come(tmp_path: Path) -> None:
    """An output with one key more fits, wherever the key is added."""
    for name, output in outputs(tmp_path):
        richer = list(altered(output, with_a_key_more))
        assert len(richer) > 1
        assert all(map(validator(name).is_valid, richer))
