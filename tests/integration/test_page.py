"""What docs/integration.md says is so."""

from __future__ import annotations

import contextlib
import re
import shlex
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import sixstages
from tests import ROOT
from tests.cli.driver import run

if TYPE_CHECKING:
    from pathlib import Path

PAGE = ROOT.joinpath("docs/integration.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^```sh\n(.*?)```$", PAGE, re.MULTILINE | re.DOTALL)
BLOCKS = re.findall(r"^```yaml\n(.*?)```$", PAGE, re.MULTILINE | re.DOTALL)
RELEASE = f"v{sixstages.__version__}"


def block(beginning: str) -> str:
    """Return the YAML on the page that begins like this."""
    [found] = [each for each in BLOCKS if each.startswith(beginning)]
    return str(found)


def loaded(text: str) -> Any:  # noqa: ANN401 - whatever stands in a YAML file
    """Return what a YAML text says."""
    return yaml.safe_load(text)


def from_file(name: str) -> Any:  # noqa: ANN401 - as above
    """Return what a YAML file of the project says."""
    return loaded(ROOT.joinpath(name).read_text(encoding="utf-8"))


def test_its_commands_work(tmp_path: Path) -> None:
    """In a folder with a rubric, each command of the page, one after the other, does its work."""
    for name in ("stages.yaml", "questions.yaml"):
        shutil.copy(ROOT / name, tmp_path)
    with contextlib.chdir(tmp_path):
        for program, *arguments in map(shlex.split, "".join(COMMANDS).splitlines()):
            if program == "sixstages":
                assert run(*arguments).code == 0
            elif program == "check-jsonschema":
                subprocess.run([sys.executable, "-m", "check_jsonschema", *arguments], check=True, capture_output=True)
            else:
                assert (program, arguments) == ("mkdir", ["-p", "schemas"])
                tmp_path.joinpath("schemas").mkdir()
    assert {path.name for path in tmp_path.joinpath("schemas").iterdir()} == {
        "stages.json",
        "questions.json",
        "translations.json",
    }


def test_the_line_for_editors_is_the_one_in_the_rubric() -> None:
    """The page shows the first line of `stages.yaml`."""
    first = ROOT.joinpath("stages.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert block("# yaml-language-server") == f"{first}\n"


def test_the_hook_is_there() -> None:
    """The page names the hook by its id, at the current version, with options that the command has."""
    [repo] = loaded(block("repos:"))["repos"]
    [hook] = from_file(".pre-commit-hooks.yaml")
    assert (repo["hooks"][0]["id"], repo["rev"]) == (hook["id"], RELEASE)
    assert "--fail-on, warning" in PAGE


def test_the_workflow_is_one(tmp_path: Path) -> None:
    """The workflow on the page fits the schema of workflows, and gives the action inputs that it has."""
    text = block("name: Rubric")
    file = tmp_path / "workflow.yaml"
    file.write_text(text, encoding="utf-8")
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", str(file))
    assert subprocess.run(command, check=False, capture_output=True).returncode == 0
    [step] = [each for each in loaded(text)["jobs"]["check"]["steps"] if "sixstages" in each["uses"]]
    assert step["uses"].endswith(f"@{RELEASE}")
    assert step["with"].keys() <= from_file("action.yml")["inputs"].keys()


@pytest.mark.parametrize(("name", "said"), re.findall(r"^\| `([\w-]+)` \|.*\| (.*) \|$", PAGE, re.MULTILINE))
def test_an_input_of_the_table_is_there(name: str, said: str) -> None:
    """Each row names an input and its default."""
    default = from_file("action.yml")["inputs"][name]["default"]
    assert {".": "the repository's root", "": "none is written"}.get(default, default) == said.strip("`")


def test_the_table_has_every_input() -> None:
    """No input of the action is left out of the page."""
    assert [each for each in from_file("action.yml")["inputs"] if f"| `{each}` |" not in PAGE] == []
