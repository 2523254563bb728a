"""Break the shipped rubric, and somebody notices: a rule at the broken line, or a case at what it expects."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sixstages.checks import check_rubric
from tests import ROOT
from tests.checks.breaks import QUESTIONS, STAGES, Break, all_breaks

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.errors import Problem

TEXTS = {name: ROOT.joinpath(name).read_text(encoding="utf-8") for name in (STAGES, QUESTIONS)}
BREAKS = all_breaks(TEXTS)
TRIED = BREAKS if os.environ.get("BREAKS") == "all" else BREAKS[::8]
"""All of them take minutes: `make test` tries every eighth."""

UNNOTICED = 0.05
MOVED = ("G505", "G506", "G507", "G508")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the shipped rubric with its cases."""
    folder = tmp_path_factory.mktemp("broken")
    folder.joinpath("cases").symlink_to(ROOT / "cases")
    return folder


def noticed(each: Break, folder: Path) -> bool:
    """Whether the check of the broken rubric points at the broken line or names what stood there."""
    for name, text in TEXTS.items():
        broken = "".join(each.lines) if name == each.file else text
        folder.joinpath(name).write_text(broken, encoding="utf-8")
    return any(points_at(found, each) for found in check_rubric(folder).problems)


def points_at(found: Problem, each: Break) -> bool:
    """Whether a problem is told at the broken line, by a name that stood there, or by a case that moved."""
    lines = {(place.file.rpartition("/")[2], place.line) for place in (found.place, *found.also) if place}
    return (
        found.code in MOVED
        or (each.file, each.line) in lines
        or any(f"'{name}'" in found.message for name in each.names)
    )


def test_there_are_two_hundred_breaks() -> None:
    """The breaks are many and of many kinds, and each changes its file."""
    assert len(BREAKS) >= 200
    assert len({each.kind for each in BREAKS}) >= 20
    assert all("".join(each.lines) != TEXTS[each.file] for each in BREAKS)


def test_every_break_is_noticed(folder: Path) -> None:
    """Of a hundred breaks at most five leave the check without a word about them."""
    unnoticed = [str(each) for each in TRIED if not noticed(each, folder)]
    assert len(unnoticed) <= UNNOTICED * len(TRIED), "\n".join(unnoticed)
    print(f"{len(unnoticed)} of {len(TRIED)} breaks were not noticed", *unnoticed, sep="\n")  # noqa: T201 - shown by -s
