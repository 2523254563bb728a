"""Build the distributions once, and install the wheel where nothing of this folder can be imported."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Distributions:
    """The archives: a source distribution, the wheel made from it, and the wheel made from this folder."""

    sdist: Path
    wheel: Path
    wheel_from_folder: Path


@dataclass(frozen=True)
class Installation:
    """An environment of its own that holds the wheel and what it depends on."""

    folder: Path

    def sixstages(self, *arguments: object) -> str:
        """Run the installed command from `/`; return what it prints."""
        return self._run(self.folder / "bin" / "sixstages", *arguments)

    def python(self, code: str) -> str:
        """Run a piece of Python from `/`; return what it prints."""
        return self._run(self.folder / "bin" / "python", "-c", code)

    def _run(self, *command: object) -> str:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        return run(*command, cwd="/", env=clean)


def run(*command: object, cwd: Path | str = ROOT, env: dict[str, str] | None = None) -> str:
    """Return what a command prints; one that fails is the test's failure, with all it said."""
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, f"{command} exits {done.returncode}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Distributions:
    """Build every archive, with the build back end that is installed for development."""
    build = (sys.executable, "-m", "build", "--no-isolation", ROOT, "--outdir")
    through_sdist = tmp_path_factory.mktemp("through-sdist")
    from_folder = tmp_path_factory.mktemp("from-folder")
    run(*build, through_sdist)
    run(*build, from_folder, "--wheel")
    [sdist], [wheel] = through_sdist.glob("*.tar.gz"), through_sdist.glob("*.whl")
    [wheel_from_folder] = from_folder.glob("*.whl")
    return Distributions(sdist, wheel, wheel_from_folder)


@pytest.fixture(scope="session")
def installed(distributions: Distributions, tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Install the wheel; the pip of this environment does it, which is quicker than giving the new one its own."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, symlinks=True)
    run(sys.executable, "-m", "pip", "--python", folder, "install", "--quiet", distributions.wheel)
    return Installation(folder)
