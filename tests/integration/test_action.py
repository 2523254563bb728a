"""The action for GitHub: its steps run here, with what a runner would give them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from tests import ROOT
from tests.integration.conftest import spoil

if TYPE_CHECKING:
    from pathlib import Path

ACTION = ROOT / "action.yml"
EXPRESSION = re.compile(r"\$\{\{ *(?P<name>[\w.-]+) *\}\}")
SOUND, UNSOUND, UNUSABLE = 0, 1, 2

Step = dict[str, Any]


def described() -> dict[str, Any]:
    """Return what the action's file says."""
    action: dict[str, Any] = yaml.safe_load(ACTION.read_text(encoding="utf-8"))
    return action


def commands() -> list[Step]:
    """Return the steps that run a command."""
    return [step for step in described()["runs"]["steps"] if "run" in step]


@dataclass(frozen=True)
class Runner:
    """Runs steps as GitHub's runner does: bash that stops at the first failure, inputs by way of the environment."""

    action: Path
    temporary: Path

    def run(self, step: Step, workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the command of a step in a workspace; inputs that are not given have their defaults."""
        known = {f"inputs.{name}": each["default"] for name, each in described()["inputs"].items()}
        given = {f"inputs.{name.replace('_', '-')}": value for name, value in inputs.items()}
        assert given.keys() <= known.keys()
        values = {**known, **given, "steps.python.outputs.python-path": sys.executable}
        script = self.temporary / "step.sh"
        script.write_text(step["run"], encoding="utf-8")
        return subprocess.run(
            (str(shutil.which("bash")), "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)),
            cwd=workspace,
            env={
                **{name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "GITHUB_"))},
                **{
                    name: EXPRESSION.sub(lambda found: values[found["name"]], text)
                    for name, text in step["env"].items()
                },
                "GITHUB_ACTION_PATH": str(self.action),
                "GITHUB_WORKSPACE": str(workspace),
                "RUNNER_TEMP": str(self.temporary),
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


@pytest.fixture(scope="session")
def runner(registry: None, clone: Path, tmp_path_factory: pytest.TempPathFactory) -> Runner:  # noqa: ARG001
    """Return a runner on which every step but the last was run."""
    made = Runner(clone, tmp_path_factory.mktemp("runner"))
    for step in commands()[:-1]:
        done = made.run(step, tmp_path_factory.mktemp("workspace"))
        assert done.returncode == 0, done.stderr
    return made


def test_a_sound_rubric_passes(runner: Runner, rubric: Path) -> None:
    """With nothing but defaults the workspace's root is checked, by the copy that was installed."""
    rubric.joinpath("sixstages").mkdir()
    rubric.joinpath("yaml.py").write_text("raise RuntimeError\n", encoding="utf-8")
    done = runner.run(commands()[-1], rubric)
    assert (done.returncode, done.stderr) == (SOUND, "")
    assert "::error" not in done.stdout
    assert runner.temporary.joinpath("sixstages", "sixstages", "__main__.py").is_file()


def test_what_is_wrong_becomes_an_annotation(runner: Runner, rubric: Path) -> None:
    """An unsound rubric fails the step, with a workflow command that leads to the line, from the workspace's root."""
    spoil(rubric)
    done = runner.run(commands()[-1], rubric.parent, rubric="rubric")
    assert done.returncode == UNSOUND
    assert re.search(r"^::error file=rubric/stages\.yaml,line=\d+,.*title=sixstages X209", done.stdout, re.MULTILINE)


def test_a_warning_can_fail_the_step(runner: Runner, rubric: Path) -> None:
    """A rubric with a warning passes, unless `fail-on` says otherwise."""
    for case in rubric.glob("cases/*.yaml"):
        case.unlink()
    cases = runner.run(commands()[-1], rubric)
    assert "::warning" in cases.stdout
    assert runner.run(commands()[-1], rubric, fail_on="warning").returncode == UNSOUND


def test_a_sarif_report_is_written_where_one_is_wanted(runner: Runner, rubric: Path) -> None:
    """`sarif` names the file; without it there is none."""
    spoil(rubric)
    before = set(rubric.iterdir())
    runner.run(commands()[-1], rubric)
    assert set(rubric.iterdir()) == before
    done = runner.run(commands()[-1], rubric, sarif="a report.sarif")
    assert done.returncode == UNSOUND
    assert '"X209"' in rubric.joinpath("a report.sarif").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "hostile", ["$(touch run)", "`touch run`", "; touch run #", '" ; touch run ; "', "'; touch run ;'", "--output=run"]
)
def test_no_input_is_run(hostile: str, runner: Runner, rubric: Path) -> None:
    """An input that would be a command, an option or the end of a text in bash stays a word like any other."""
    done = runner.run(commands()[-1], rubric, rubric=hostile, fail_on=hostile, sarif=hostile)
    assert done.returncode == UNUSABLE
    assert not rubric.joinpath("run").exists()


def test_expressions_stand_in_environments_alone() -> None:
    """No command has an expression in it, which GitHub would paste into the script."""
    assert [step["name"] for step in commands() if "${{" in step["run"]] == []


def test_every_input_has_a_use() -> None:
    """Each input of the action is named by a step, and each that a step names is one."""
    named = set(EXPRESSION.findall(str(described()["runs"])))
    assert {each for each in named if each.startswith("inputs.")} == {
        f"inputs.{name}" for name in described()["inputs"]
    }


def test_other_actions_are_official_and_named_by_a_major_version() -> None:
    """What the action builds on is kept by GitHub."""
    uses = [step["uses"] for step in described()["runs"]["steps"] if "uses" in step]
    assert uses
    assert [each for each in uses if not re.fullmatch(r"actions/[a-z-]+@v\d+", each)] == []


def test_the_action_is_one() -> None:
    """The file fits the schema of actions."""
    command = (sys.executable, "-m", "check_jsonschema", "--builtin-schema", "vendor.github-actions", str(ACTION))
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout
