"""The hook for pre-commit, run by the real pre-commit from a clone of this project."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests import ROOT
from tests.integration.conftest import git, spoil
from tests.project.test_paths import project_files

if TYPE_CHECKING:
    from pathlib import Path

MANIFEST = ROOT / ".pre-commit-hooks.yaml"
PATTERN = re.compile(r"^  files: (.+)$", re.MULTILINE)
SOUND, UNSOUND = 0, 1


@dataclass(frozen=True)
class PreCommit:
    """Runs the hook; its environments are kept in `home`, from one run to the next."""

    clone: Path
    home: Path

    def run(self, repository: Path, *which: str, **settings: object) -> subprocess.CompletedProcess[str]:
        """Run the hook, set up with these settings, over files of a folder."""
        hook = {"id": "sixstages-check", **settings}
        repo = {"repo": str(self.clone), "rev": git(self.clone, "rev-parse", "HEAD"), "hooks": [hook]}
        repository.joinpath(".pre-commit-config.yaml").write_text(json.dumps({"repos": [repo]}), encoding="utf-8")
        git(repository, "init", "--quiet")
        git(repository, "add", "--all")
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "SKIP"))}
        return subprocess.run(
            (sys.executable, "-m", "pre_commit", "run", "--color", "never", *which),
            cwd=repository,
            env={**clean, "PRE_COMMIT_HOME": str(self.home)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="session")
def pre_commit(registry: None, clone: Path, tmp_path_factory: pytest.TempPathFactory) -> PreCommit:  # noqa: ARG001
    """Return what runs the hook of the clone."""
    return PreCommit(clone, tmp_path_factory.mktemp("pre-commit"))


def test_a_sound_rubric_passes(pre_commit: PreCommit, rubric: Path) -> None:
    """The shipped rubric, in a repository of its own, passes."""
    done = pre_commit.run(rubric, "--all-files")
    assert done.returncode == SOUND, done.stdout + done.stderr
    assert re.search(r"sixstages check\.+Passed", done.stdout)


def test_an_unsound_rubric_in_another_folder_fails(pre_commit: PreCommit, rubric: Path) -> None:
    """`args` names the folder, and options; what is wrong is shown with its place, once, however many files changed."""
    spoil(rubric)
    done = pre_commit.run(rubric.parent, "--all-files", args=["rubric", "--fail-on", "warning"])
    assert done.returncode == UNSOUND, done.stdout + done.stderr
    assert re.search(r"sixstages check\.+Failed", done.stdout)
    assert len(re.findall(r"^rubric/stages\.yaml:\d+:\d+: error X209: ", done.stdout, re.MULTILINE)) == 1


def test_other_files_are_no_reason_to_check(pre_commit: PreCommit, rubric: Path) -> None:
    """Where no file of the rubric is changed, nothing is run, not even on an unsound one."""
    spoil(rubric)
    rubric.joinpath("notes.md").write_text("Notes.\n", encoding="utf-8")
    done = pre_commit.run(rubric, "--files", "notes.md")
    assert done.returncode == SOUND, done.stdout + done.stderr
    assert "Skipped" in done.stdout


def test_the_manifest_is_one() -> None:
    """pre-commit takes the file that describes the hook."""
    command = (sys.executable, "-m", "pre_commit", "validate-manifest", str(MANIFEST))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout


def test_the_hook_looks_at_the_files_of_a_rubric() -> None:
    """Of this project's files it is set off by the rubric's, in whichever folder, and by no others."""
    found = PATTERN.search(MANIFEST.read_text(encoding="utf-8"))
    assert found
    paths = {path.relative_to(ROOT).as_posix() for path in project_files()}
    setting_off = {path for path in paths if re.search(found[1], path)}
    shipped = {"stages.yaml", "questions.yaml", *(path for path in paths if re.match("(cases|translations)/", path))}
    assert {path for path in setting_off if not path.startswith("tests/")} == shipped
    assert "tests/data/library/cases/heap.yaml" in setting_off
    assert re.search(found[1], "rubric/translations/hi.yaml")
    assert re.search(found[1], "cases/shop.yml")
    assert re.search(found[1], "rubric/cases/shop.json")
    assert not re.search(found[1], "old-stages.yaml")
