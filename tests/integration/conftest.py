"""A clone of the project as it is now, and a repository with a rubric, for those who use it from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from tests import ROOT
from tests.project.test_paths import project_files

if TYPE_CHECKING:
    from pathlib import Path

RUBRIC = ("stages.yaml", "questions.yaml", "cases")
NOT_ASKED_FOR = "it downloads packages and takes a while; INSTALLING=1 runs it"


def git(folder: Path, *arguments: str) -> str:
    """Run git in a folder, apart from the settings of whoever runs the tests; return what it prints."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(
        (str(shutil.which("git")), "-c", "user.name=Tests", "-c", "user.email=tests@localhost", *arguments),
        cwd=folder,
        env={**clean, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def committed(folder: Path) -> Path:
    """Make a repository of a folder, with one commit of all that is in it."""
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All of it")
    return folder


@pytest.fixture(scope="session")
def registry() -> None:
    """Skip a test that installs packages, where that is not asked for."""
    if not os.environ.get("INSTALLING"):
        pytest.skip(NOT_ASKED_FOR)


@pytest.fixture(scope="session")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a repository with every file of the project as it is now."""
    folder = tmp_path_factory.mktemp("clone")
    for file in project_files():
        target = folder / file.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, target)
    return committed(folder)


@pytest.fixture
def rubric(tmp_path: Path) -> Path:
    """Return a folder with a copy of the shipped rubric and nothing else."""
    folder = tmp_path / "rubric"
    folder.mkdir()
    for name in RUBRIC:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    return folder


def spoil(rubric: Path) -> None:
    """Make a gate of the rubric need more signs than it has."""
    stages = rubric / "stages.yaml"
    text = stages.read_text(encoding="utf-8")
    assert "needs: 3" in text
    stages.write_text(text.replace("needs: 3", "needs: 99", 1), encoding="utf-8")
