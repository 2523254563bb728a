"""Files that may not be read, and folders that may not be written; for root too, who is given no right to pass over."""

from __future__ import annotations

import os
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.robustness.case import lay_out
from tests.robustness.in_yaml import KINDS
from tests.robustness.running import PROGRAM, contents, run, text_of
from tests.robustness.told import told

if TYPE_CHECKING:
    from pathlib import Path

_AS_ANYBODY = ("--bounding-set", "-dac_override,-dac_read_search")

UNREADABLE = [(kind.file, kind.commands[0]) for kind in KINDS] + [("table.csv", "cohort table.csv --rubric rubric")]
UNWRITABLE = [
    "score sheets/a.yaml --rubric rubric --output closed/x",
    "compare sheets/a.yaml sheets/b.yaml --rubric rubric --output closed/x",
    "check rubric --report json=closed/x",
    "cohort table.csv --rubric rubric --output closed/x.csv",
    "interview closed/x --rubric rubric",
    "init closed/x",
]


def as_anybody() -> list[str]:
    """Give what stands in front of a command so that permissions hold for it."""
    if os.geteuid():
        return []
    if found := shutil.which("setpriv"):
        return [found, *_AS_ANYBODY]
    pytest.skip("root may read and write everything here")


@pytest.mark.parametrize(("file", "command"), UNREADABLE)
def test_a_file_that_may_not_be_read_is_refused(file: str, command: str, tmp_path: Path) -> None:
    """Whatever kind of file it is, its path is told."""
    folder = lay_out(tmp_path / "here")
    hidden = folder / file
    hidden.touch()
    hidden.chmod(0)
    done = run([*as_anybody(), PROGRAM, *shlex.split(command)], folder)
    assert done.code == (1 if "cases" in file else 2)
    assert (file, "Y001 1:1") in told(text_of(done))


@pytest.mark.parametrize("command", UNWRITABLE)
def test_a_folder_that_may_not_be_written_is_told(command: str, tmp_path: Path) -> None:
    """The command ends with 2, and leaves everything as it was."""
    folder = lay_out(tmp_path / "here")
    folder.joinpath("closed").mkdir(mode=0o555)
    before = contents(folder)
    done = run([*as_anybody(), PROGRAM, *shlex.split(command)], folder)
    assert done.code == 2
    assert [problem for file, problem in told(text_of(done)) if file.startswith("closed/x")] == ["Y022 1:1"]
    assert contents(folder) == before


def test_the_others_are_scored(tmp_path: Path) -> None:
    """Of several sheets one that may not be read is told, and the report of the other one comes all the same."""
    folder = lay_out(tmp_path / "here")
    folder.joinpath("sheets/a.yaml").chmod(0)
    done = run([*as_anybody(), PROGRAM, "score", "sheets/a.yaml", "sheets/b.yaml", "--rubric", "rubric"], folder)
    assert done.code == 2
    assert told(done.err.decode()) == [("sheets/a.yaml", "Y001 1:1")]
    assert "Books on shelves <- you are here" in done.out.decode()
