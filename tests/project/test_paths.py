"""The project stands on its own: its files lead to nothing outside its folder."""

from __future__ import annotations

import re
from fnmatch import fnmatch
from typing import TYPE_CHECKING

from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEFT_OUT = (".git", *(line.strip("/") for line in ROOT.joinpath(".gitignore").read_text(encoding="utf-8").splitlines()))
UPWARDS = re.compile(r"(?:\.\./)+[\w./-]*")
OF_ONE_MACHINE = re.compile(r"(?<![\w.~$}/])/(?:home|root|Users|work|opt|mnt|srv)/\w+")


def project_files(folder: Path = ROOT) -> Iterator[Path]:
    """Yield every file of the project, apart from what git leaves out."""
    for path in folder.iterdir():
        if not any(fnmatch(path.name, pattern) for pattern in LEFT_OUT):
            yield from project_files(path) if path.is_dir() else [path]


def matches(pattern: re.Pattern[str]) -> Iterator[tuple[Path, str]]:
    """Yield each place in the project's texts where the pattern is found."""
    for path in project_files():
        for found in pattern.findall(path.read_text(encoding="utf-8", errors="ignore")):
            yield path, found


def test_relative_paths_stay_inside() -> None:
    """A path that leads upwards, read from the file it stands in, ends inside the project."""
    outside = [
        (path.name, found)
        for path, found in matches(UPWARDS)
        if not (path.parent / found).resolve().is_relative_to(ROOT.resolve())
    ]
    assert outside == []


def test_no_file_names_a_place_of_one_machine() -> None:
    """No file names a folder that only one machine, or one person's, would have."""
    assert [(path.name, found) for path, found in matches(OF_ONE_MACHINE)] == []
