"""Fingerprints, which name a problem whatever line it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.checks import check_rubric
from sixstages.errors import Place, Problem, problem
from sixstages.reports.checking.fingerprints import fingerprints
from tests.checks.formats import ERROR, NEEDS, WARNING
from tests.input.rubrics import QUESTIONS, STAGES, changed

if TYPE_CHECKING:
    from pathlib import Path

STAGES_WITH_A_SLIP = """\
- id: outer
  stages:
  - id: above
    gate:
      needs: 2
  - id: here
    gate:
# b
      signs:
      - {id: sign}
      needs: none
  - id: below
    gate:
      needs: 2
"""


def moved(found: Problem, lines: int) -> Problem:
    """Put a problem further down in its file."""
    assert found.place
    at = found.place
    return found._replace(place=at._replace(line=at.line + lines, end_line=at.end_line + lines))


def rewritten(folder: Path, old: str, new: str, *, first: bool = False) -> list[str]:
    """Replace a text in the stages of a rubric, all over or once; give the fingerprints of the problems it then has."""
    file = folder / STAGES
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1 if first else -1), encoding="utf-8")
    return list(fingerprints(check_rubric(folder).problems))


def named(folder: Path, text: str) -> list[str]:
    """Give the fingerprint of the slip in this text."""
    file = folder / STAGES
    file.write_bytes(text.encode())
    line = text.partition("none")[0].count("\n") + 1
    return list(
        fingerprints([Problem("S109", "error", "", "", Place(str(file), line, 14, line, 18, "      needs: none"))])
    )


def test_they_survive_moved_lines() -> None:
    """Lines put in above change none."""
    both = [moved(ERROR, 5), moved(WARNING, 9)]
    assert list(fingerprints(both)) == list(fingerprints([ERROR, WARNING]))


@pytest.mark.parametrize(
    "other",
    [
        ERROR._replace(code="L303"),
        problem("L304", NEEDS, stage="comfortable"),
        ERROR._replace(place=NEEDS._replace(file="other/stages.yaml")),
        ERROR._replace(place=NEEDS._replace(excerpt=NEEDS.excerpt.replace("3", "4"))),
        ERROR._replace(place=NEEDS._replace(excerpt="  - {id: tester, needs: 3}")),
    ],
)
def test_they_tell_problems_apart(other: Problem) -> None:
    """Another code, id in the message, file, marked text or id on the line is another problem."""
    one, another = fingerprints([ERROR, other])
    assert one.partition(":")[0] != another.partition(":")[0]


def test_equal_problems_are_numbered() -> None:
    """What can't be told apart but by its line gets a number, so that no two have the same fingerprint."""
    one, other = fingerprints([ERROR, moved(ERROR, 3)])
    assert (one.partition(":")[0], one.partition(":")[2]) == (other.partition(":")[0], "1")
    assert other.endswith(":2")


def test_a_mark_over_several_lines_counts_by_its_first() -> None:
    """Of a long place the first line is known."""
    at = Place("stages.yaml", 7, 5, 9, 3, "    gate: 1")
    places = (at, at._replace(end_line=99, end_column=1), at._replace(excerpt="    gate: 2"))
    one, same, another = (list(fingerprints([Problem("L304", "error", "", "", each)])) for each in places)
    assert one == same != another


def test_the_ids_of_what_a_line_stands_in_belong_to_it(tmp_path: Path) -> None:
    """One slip in several gates and findings: each stays itself when lines come above it and another is mended."""
    before = rewritten(changed(tmp_path, QUESTIONS, "", ""), "needs: 2\n", "needs: none\n")
    assert len({each.partition(":")[0] for each in before}) == len(before) > 2
    moved_down = rewritten(tmp_path, "\nstages:\n", "\n# A comment.\n\nstages:\n")
    assert moved_down == before
    assert rewritten(tmp_path, "needs: none\n", "needs: 2\n", first=True) == before[1:]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# b", "# id: b"),
        ("    gate:\n# b", "    gate:\n\n# b"),
        ("id: above", "id: higher"),
        ("{id: sign}", "{id: token}"),
        ("id: below", "id: lower"),
        ("\n", "\r\n"),
    ],
)
def test_what_else_stands_in_the_file_does_not_matter(tmp_path: Path, old: str, new: str) -> None:
    """Comments, blank lines, line ends, and the ids of items that only stand beside it."""
    assert old in STAGES_WITH_A_SLIP
    assert named(tmp_path, STAGES_WITH_A_SLIP.replace(old, new)) == named(tmp_path, STAGES_WITH_A_SLIP)


@pytest.mark.parametrize(("old", "new"), [("id: here", "id: there"), ("id: outer", "id: around")])
def test_what_it_stands_in_does_matter(tmp_path: Path, old: str, new: str) -> None:
    """The id of its own item, and those of the items around that one."""
    assert named(tmp_path, STAGES_WITH_A_SLIP.replace(old, new)) != named(tmp_path, STAGES_WITH_A_SLIP)
