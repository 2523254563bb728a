"""The page on translating, followed from its first line to a green check."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

from sixstages import load_rubric
from tests import ROOT
from tests.cli.driver import Keyboard, run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGE = ROOT.joinpath("docs", "translating.md").read_text(encoding="utf-8")
TERMS = 30


def commands() -> list[list[str]]:
    """The commands of the program that the page tells, in their order."""
    blocks = re.findall("```sh\n(.*?)```", PAGE, re.DOTALL)
    lines = [line for block in blocks for line in block.splitlines()]
    return [shlex.split(line)[1:] for line in lines if line.startswith("sixstages ")]


def translated(line: str) -> str:
    """Translate a text of the file, in the way of somebody who knows one word."""
    return re.sub(r'^(  \S+: \[[a-p]{6}, ")(.*"\])$', r"\1Voilà: \2", line)


def test_a_seventh_language_is_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the page tells to type works, the check is red until all is translated and green then."""
    monkeypatch.chdir(tmp_path)
    init, show, check, interview = commands()
    assert run(*init).code == 0
    assert run(*show).code == 0
    file = tmp_path / "my-rubric" / "translations" / "fr.yaml"
    untouched = run(*check)
    assert (untouched.code, "T404" in untouched.out) == (1, True)
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(map(translated, lines)), encoding="utf-8")
    assert run(*check).code == 0
    outcome = run(*interview, stdin=Keyboard(["Chez Awa", "q"]))
    assert "Voilà: " in outcome.out
    assert "fr" in load_rubric(tmp_path / "my-rubric", "fr").languages


def test_each_command_names_the_rubric_it_is_for() -> None:
    """Those within a sentence as well: without a name they would be about the rubric that comes with the program."""
    told = re.findall("^sixstages .*|(?<=`)sixstages [^`]*", PAGE, re.MULTILINE)
    assert len(told) > len(commands())
    assert [each for each in told if "my-rubric" not in each] == []


def test_a_file_begun_again_keeps_what_is_translated() -> None:
    """`show texts` of a complete language is its file, in the rubric's order."""
    written = run("show", "texts", "--rubric", ROOT, "--lang", "hi").out
    assert written == ROOT.joinpath("translations", "hi.yaml").read_text(encoding="utf-8")


def test_the_glossary_has_thirty_terms_in_six_languages() -> None:
    """No cell of the table is empty."""
    rows = [line.strip("|").split("|") for line in PAGE.partition("## Terms")[2].splitlines() if line.startswith("|")]
    terms = rows[2:]
    assert len(terms) >= TERMS
    assert all(len(row) == 6 and all(cell.strip() for cell in row) for row in terms)
