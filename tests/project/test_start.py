"""What starting the program loads, and that it starts where a platform lacks modules."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import pytest

import sixstages
from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path

POSIX_ONLY = ("fcntl", "grp", "pty", "pwd", "readline", "resource", "syslog", "termios", "tty")
INPUT_ENDED = 1
CASE = str(ROOT / "cases" / "asha-textiles.yaml")


def python(code: str, *, typed: str = "") -> subprocess.CompletedProcess[str]:
    """Run a piece of Python on its own, with `typed` as its input."""
    return subprocess.run([sys.executable, "-c", code], input=typed, capture_output=True, text=True, check=False)


WITHOUT_PLUGINS = """
import sys
from sixstages.cli import main
code = main({arguments!r})
sys.exit("looked for plugins" if "pydantic.plugin._loader" in sys.modules else code)
"""


@pytest.mark.parametrize("name", sixstages.__all__)
def test_a_public_name_is_the_one_of_its_module(name: str) -> None:
    """Each public name leads to the object that its module defines."""
    public = getattr(sixstages, name)
    assert public is getattr(import_module(public.__module__), name)


def test_an_unknown_name_is_refused() -> None:
    """A name that is not public raises what any module raises."""
    with pytest.raises(AttributeError, match="no attribute 'asess'"):
        _ = sixstages.asess  # type: ignore[attr-defined]


def test_importing_the_package_loads_none_of_its_libraries() -> None:
    """`import sixstages` costs nothing yet, so that `--version` is quick."""
    loaded = python("import sys, sixstages; print(*sys.modules)").stdout.split()
    assert "sixstages" in loaded
    assert {"pydantic", "rich", "typer", "yaml"}.isdisjoint(loaded)


@pytest.mark.parametrize("arguments", [["interview", "sheet.yaml"], ["score", CASE, "--lang", "hi"], ["check"]])
def test_no_command_that_people_wait_for_looks_for_plugins(
    arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pydantic does where it builds a validator itself: that takes longer than to read the rubric."""
    monkeypatch.chdir(tmp_path)
    done = python(WITHOUT_PLUGINS.format(arguments=arguments), typed="1\n1\n1\n")
    assert done.returncode in {0, INPUT_ENDED}, done.stderr
    assert "looked for plugins" not in done.stderr


def test_an_interview_needs_no_module_that_only_some_platforms_have(tmp_path: Path) -> None:
    """With the modules that Windows lacks out of reach, an interview asks, saves and ends as everywhere."""
    sheet = tmp_path / "answers.yaml"
    without = f"import sys; sys.modules.update(dict.fromkeys({POSIX_ONLY}))"
    interview = f"from sixstages.cli import main; sys.exit(main(['interview', {str(sheet)!r}]))"
    done = python(f"{without}; {interview}", typed="1\n1\n1\n")
    assert done.returncode == INPUT_ENDED, done.stderr
    assert "answers:" in sheet.read_text(encoding="utf-8")
