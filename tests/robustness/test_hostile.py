"""The installed program meets what is hostile: each case has its line in `docs/robustness.md`."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from sixstages.text import visible
from tests import ROOT
from tests.robustness.case import ELSEWHERE, LINES, lay_out
from tests.robustness.cases import CASES
from tests.robustness.running import PROGRAM, contents, run, steering_in, text_of
from tests.robustness.told import told

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.robustness.case import Case
    from tests.robustness.running import Done

SOON = 5.0
"""Seconds of CPU that a command may take."""


def sides(case: Case) -> set[tuple[str, ...]]:
    """Say what a case shows: its line with its command, the kind of file with it, and the formats of its output."""
    command = case.command.split()[0]
    formats = re.findall(r"--(?:format|report)[ =](\w+)", case.command)
    return {("line", case.line, command), ("kind", case.kind, command), ("formats", command, *formats)}


def some_of(cases: Iterable[Case]) -> list[Case]:
    """Give the cases that show something which none before them shows; HOSTILE=all runs them all."""
    shown: set[tuple[str, ...]] = set()
    chosen: list[Case] = []
    for each in cases:
        if not sides(each) <= shown:
            chosen.append(each)
            shown |= sides(each)
    return chosen


RUN = CASES if os.environ.get("HOSTILE") == "all" else some_of(CASES)


@pytest.fixture(scope="module")
def sound_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay a sound folder out, to be copied for every case."""
    return lay_out(tmp_path_factory.mktemp("sound"))


@pytest.mark.parametrize("case", RUN, ids=[visible(each.id) for each in RUN])
def test_what_is_hostile_gets_what_it_must(case: Case, sound_folder: Path, tmp_path: Path) -> None:
    """Exit code, problems and their places are right, it ends soon and in little memory, and no file is harmed."""
    folder = tmp_path / "here"
    shutil.copytree(sound_folder, folder)
    case.make(folder / case.file)
    before = contents(folder)
    done = run([PROGRAM, *shlex.split(case.command)], folder, stdin=case.stdin, environ=case.environ, read=case.read)
    assert done.code == case.code, done.err.decode(errors="replace")
    assert problems_of(case, done) == list(case.problems)
    assert steering_in(text_of(done)) == []
    assert b"Traceback" not in done.out + done.err
    assert done.seconds < SOON
    assert done.bytes < case.memory
    after = contents(folder)
    assert {name: after.get(name) for name in before if name not in case.writes} == before_of(case, before)
    assert sorted(after.keys() - before.keys()) == sorted(set(case.writes) - before.keys())
    shown = (folder / case.writes[0]).read_text(encoding="utf-8") if case.writes else text_of(done)
    assert [each for each in case.shows if each not in shown] == []
    assert [each for each in case.hides if each in shown] == []
    assert case.read or done.err == b""


def before_of(case: Case, before: dict[str, bytes | str]) -> dict[str, bytes | str]:
    """Give what must be there afterwards as it was before."""
    return {name: content for name, content in before.items() if name not in case.writes}


def problems_of(case: Case, done: Done) -> list[str]:
    """Read the problems of the hostile file, whatever format they are told in."""
    form = re.search(r"^check .*--format (json|github|sarif|junit)(?! .*--output)", case.command)
    found = told(done.out.decode(), form[1]) if form else told(text_of(done))
    return [problem for file, problem in found if visible(file) == visible(case.file)]


def test_every_line_has_its_cases() -> None:
    """Each line has some here, or tests of its own in another file."""
    assert {each.line for each in CASES} | set(ELSEWHERE) == set(LINES)
    assert [file for files in ELSEWHERE.values() for file in files if not (ROOT / file).exists()] == []


def test_every_case_is_another_one() -> None:
    """No two have the same name, so that each can be run by it."""
    assert [name for name, number in Counter(each.id for each in CASES).items() if number > 1] == []
