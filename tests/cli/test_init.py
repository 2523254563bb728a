"""`sixstages init`: a copy of the default rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages import load_rubric
from tests.cli.driver import run

if TYPE_CHECKING:
    from pathlib import Path


def test_the_copy_is_the_default_rubric(tmp_path: Path) -> None:
    """It loads as it stands, says the same, and has the cases with it."""
    folder = tmp_path / "new" / "mine"
    assert run("init", folder).code == 0
    assert load_rubric(folder) == load_rubric()
    assert list((folder / "cases").glob("*.yaml"))


def test_the_copy_can_be_used_at_once(tmp_path: Path) -> None:
    """What is printed is the command that asks its questions."""
    outcome = run("init", tmp_path / "my own")
    assert outcome.out.endswith(f"  sixstages interview --rubric '{tmp_path / 'my own'}'\n")
    assert run("show", "--rubric", tmp_path / "my own").code == 0


def test_a_line_end_in_its_name_ends_no_line(tmp_path: Path) -> None:
    """It is written out, in the sentence and in the command."""
    outcome = run("init", tmp_path / "mine\n::error::\x1b[2J")
    assert (outcome.code, outcome.out.count(r"mine\n::error::\x1b[2J")) == (0, 2)
    assert len(outcome.out.splitlines()) == 2


def test_other_files_in_the_folder_are_no_hindrance(tmp_path: Path) -> None:
    """A folder that is there, even in use for other things, may take the copy."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    assert run("init", tmp_path).code == 0
    assert (tmp_path / "notes.txt").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("name", ["stages.yaml", "questions.yaml", "cases", "translations"])
def test_nothing_is_overwritten(name: str, tmp_path: Path) -> None:
    """A folder that holds any part of a rubric is refused whole, and stays as it is."""
    (tmp_path / name).write_text("mine", encoding="utf-8")
    outcome = run("init", tmp_path)
    assert (outcome.code, outcome.out) == (2, "")
    assert name in outcome.err
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_copy_that_was_ended_halfway_is_completed(tmp_path: Path) -> None:
    """What is there already as it would be copied is no hindrance, nor is what a killed run left beside it."""
    assert run("init", tmp_path / "whole").code == 0
    for name in ("stages.yaml", "translations/hi.yaml"):
        (tmp_path / "mine" / name).parent.mkdir(exist_ok=True)
        (tmp_path / "mine" / name).write_bytes((tmp_path / "whole" / name).read_bytes())
    (tmp_path / "mine" / "translations" / ".sixstages-0123456789ab.tmp").touch()
    assert run("init", tmp_path / "mine").code == 0
    copies = [sorted(path.relative_to(each) for path in each.rglob("*")) for each in tmp_path.iterdir()]
    assert copies[0] == copies[1]


def test_a_folder_that_can_t_be_made_is_told(tmp_path: Path) -> None:
    """A file in the way exits with 2 and is named."""
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    outcome = run("init", tmp_path / "file" / "mine")
    assert outcome.code == 2
    assert str(tmp_path / "file" / "mine") in outcome.err
