"""What is in the archives."""

from __future__ import annotations

import tarfile
from typing import TYPE_CHECKING
from zipfile import ZipFile

from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.packaging.conftest import Distributions

RUBRIC = ("stages.yaml", "questions.yaml", "cases", "translations")


def in_folder(folder: Path) -> set[str]:
    """Return the paths of the files under a folder of the project, as the project's root sees them."""
    files = folder.rglob("*") if folder.is_dir() else [folder]
    return {str(path.relative_to(ROOT)) for path in files if path.is_file() and "__pycache__" not in path.parts}


def rubric_files() -> set[str]:
    """Return the paths of all the rubric's files that there are."""
    return {path for name in RUBRIC if (ROOT / name).exists() for path in in_folder(ROOT / name)}


def in_wheel(wheel: Path) -> dict[str, int]:
    """Return the checksum of each file of a wheel, apart from its own records."""
    with ZipFile(wheel) as archive:
        return {each.filename: each.CRC for each in archive.infolist() if ".dist-info/" not in each.filename}


def test_a_wheel_holds_the_package_and_the_rubric_and_nothing_else(distributions: Distributions) -> None:
    """The wheel is `src/sixstages`, `py.typed` with it, and under `sixstages/data` the rubric and the rules' pages."""
    package = {path.removeprefix("src/") for path in in_folder(ROOT / "src" / "sixstages")}
    data = {f"sixstages/data/{path}" for path in rubric_files()}
    data |= {f"sixstages/data/{path.removeprefix('docs/')}" for path in in_folder(ROOT / "docs" / "rules")}
    assert "sixstages/py.typed" in package
    assert in_wheel(distributions.wheel).keys() == package | data


def test_both_ways_to_a_wheel_give_the_same_files(distributions: Distributions) -> None:
    """A wheel made from the source distribution equals, file by file, one made from this folder."""
    assert in_wheel(distributions.wheel) == in_wheel(distributions.wheel_from_folder)


def test_the_source_distribution_can_be_worked_on(distributions: Distributions) -> None:
    """The source distribution has the source, the rubric, the tests and what sets them up."""
    with tarfile.open(distributions.sdist) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    due = {"Makefile", "LICENSE", "tools/set-up"} | rubric_files() | in_folder(ROOT / "src") | in_folder(ROOT / "tests")
    assert due <= inside


def test_the_rubric_stands_in_one_place() -> None:
    """The source has no copy of the rubric, which could differ from the root's."""
    assert not (ROOT / "src" / "sixstages" / "data").exists()
