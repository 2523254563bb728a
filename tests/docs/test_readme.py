"""What the README says is so."""

from __future__ import annotations

import re

import pytest

from benchmarks.questions_asked import count
from benchmarks.questions_asked import report as questions_report
from benchmarks.sheets import case_sheets
from benchmarks.stability import measure
from benchmarks.stability import report as stability_report
from sixstages import load_rubric
from tests import ROOT
from tests.cli.driver import run

README = ROOT.joinpath("README.md").read_text(encoding="utf-8")


def indented(text: str) -> str:
    """Return a text as it stands in a block of the README."""
    return "\n".join(f"    {line}" for line in text.splitlines())


def test_the_stability_is_the_one_measured() -> None:
    """The figures over the cases are those that the benchmark prints."""
    rubric = load_rubric()
    figures = measure(rubric, case_sheets(rubric))
    assert indented("\n".join(stability_report(rubric, figures, figures).splitlines()[:4])) in README


def test_the_questions_asked_are_those_counted() -> None:
    """The figures over the cases are those that the benchmark prints."""
    rubric = load_rubric()
    sheets = [each.answers for each in case_sheets(rubric)]
    assert indented(questions_report(f"{len(sheets)} cases", count(rubric, sheets))) in README


COMMANDS = sorted(set(re.findall(r"sixstages (interview|score|compare|check|show|init)\b", README)))


@pytest.mark.parametrize("command", COMMANDS)
def test_the_commands_and_options_it_names_are_there(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command of the README has a help, which names every option that the README gives it."""
    lines = [line for line in README.splitlines() if f"sixstages {command}" in line]
    named = {option for line in lines for option in re.findall(r"--[a-z]+", line)}
    assert run(command, "--help").code == 0
    shown = capsys.readouterr().out
    assert sorted(option for option in named if option not in shown) == []
