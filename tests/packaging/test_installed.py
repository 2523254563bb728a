"""What the installed program does, far from the project's folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import sixstages
from sixstages.reports import PAGES, as_json, load_page
from tests import ROOT

if TYPE_CHECKING:
    from tests.packaging.conftest import Installation

CASE = ROOT / "cases" / "asha-textiles.yaml"


def test_it_runs_from_its_own_environment(installed: Installation) -> None:
    """The package that is tested is the installed one, not this folder's."""
    home = Path(installed.python("import sixstages; print(sixstages.__file__)").strip())
    assert home.is_relative_to(installed.folder)


def test_it_tells_its_version(installed: Installation) -> None:
    """`--version` gives the version that the source states."""
    assert sixstages.__version__ in installed.sixstages("--version")


def test_it_scores_as_the_source_does(installed: Installation) -> None:
    """`score` gives the verdict that this folder's code gives on this folder's rubric."""
    rubric = sixstages.load_rubric()
    here = sixstages.assess(rubric, sixstages.read_answers(CASE, rubric))
    there = json.loads(installed.sixstages("score", CASE, "--format", "json"))
    assert there == json.loads(as_json.one(here, rubric, 80))


@pytest.mark.parametrize("wanted", PAGES)
def test_it_writes_pages_as_the_source_does(installed: Installation, wanted: str) -> None:
    """The templates of pages are in the package."""
    rubric = sixstages.load_rubric()
    answers = sixstages.read_answers(CASE, rubric)
    page = load_page(wanted).page(sixstages.assess(rubric, answers), rubric, answers)
    assert installed.sixstages("score", CASE, "--format", wanted) == page


def test_it_shows_what_each_stage_needs(installed: Installation) -> None:
    """`show` names every stage of the packaged rubric."""
    shown = installed.sixstages("show")
    assert all(stage.name in shown for stage in sixstages.load_rubric().stages)


def test_its_rubric_can_be_copied_and_used(installed: Installation, tmp_path: Path) -> None:
    """`init` writes the rubric byte by byte, and `score --rubric` takes the copy."""
    copy = tmp_path / "mine"
    installed.sixstages("init", copy)
    for name in ("stages.yaml", "questions.yaml", f"cases/{CASE.name}"):
        assert (copy / name).read_bytes() == (ROOT / name).read_bytes()
    of_copy = installed.sixstages("score", CASE, "--format", "json", "--rubric", copy)
    assert of_copy == installed.sixstages("score", CASE, "--format", "json")


def test_its_public_names_can_be_imported(installed: Installation) -> None:
    """`from sixstages import load_rubric` finds the packaged rubric."""
    count = installed.python("from sixstages import load_rubric; print(len(load_rubric().stages))")
    assert int(count) == len(sixstages.load_rubric().stages)
