"""What setting up says where it cannot go on."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return a folder with what set-up reads, and `bin` with the programs it calls but no Python."""
    for name in ("tools/set-up", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    for program in ("cat", "cksum", "dirname", "tail"):
        place(tmp_path / "bin" / program, f'exec {shutil.which(program)} "$@"')
    return tmp_path


def place(path: Path, script: str) -> None:
    """Write a shell script that can be run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def set_up(clone: Path) -> subprocess.CompletedProcess[str]:
    """Set up for running, with only the programs in `bin`."""
    environment = {**os.environ, "PATH": str(clone / "bin"), "PYTHON": ""}
    return subprocess.run(
        [clone / "tools" / "set-up", "run"], env=environment, capture_output=True, text=True, check=False
    )


def test_an_old_python_is_not_enough(clone: Path) -> None:
    """Where every Python is too old, it says which one is needed and how to get it."""
    place(clone / "bin" / "python3", "exit 1")
    done = set_up(clone)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr
    assert "apt install python3" in done.stderr


def test_a_newer_python_under_another_name_is_found(clone: Path) -> None:
    """Where python3 is too old, a python3.13 beside it is used."""
    place(clone / "bin" / "python3", "exit 1")
    place(clone / "bin" / "python3.13", 'case $* in *"-m venv"*) echo "3.13 is asked"; exit 1 ;; esac')
    assert "3.13 is asked" in set_up(clone).stdout


def test_a_python_without_venv_is_told(clone: Path) -> None:
    """Where the venv module is missing, it says which package brings it."""
    place(clone / "bin" / "python3", "case $* in *ensurepip*) exit 1 ;; esac")
    done = set_up(clone)
    assert done.returncode == 1
    assert "apt install python3-venv" in done.stderr


def test_a_download_that_fails_is_told_in_plain_words(clone: Path) -> None:
    """Where packages can't be had, it asks whether the machine is online, and the next run tries again."""
    place(clone / "bin" / "python3", "")
    place(clone / ".venv" / "bin" / "python", "echo no route to host; exit 1")
    for _ in range(2):
        done = set_up(clone)
        assert done.returncode == 1
        assert "no route to host" in done.stderr
        assert "is this machine online?" in done.stderr
