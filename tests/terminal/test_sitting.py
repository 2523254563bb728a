"""A whole sitting at a real terminal, and with the answers coming through a pipe."""

from __future__ import annotations

import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from sixstages import load_rubric, read_answers
from sixstages.text import width
from tests import ROOT
from tests.library import FOLDER, library, sheet
from tests.terminal.program import (
    ANSWER,
    ENVIRONMENT,
    NAME,
    OWN_VIEW,
    PROGRAM,
    READ_ON,
    Terminal,
    answer_all,
    asked,
    kept,
    library_interview,
    terminal,
)

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages import Answers, Rubric

LIBRARY = ("--rubric", FOLDER)


def hold(opened: Terminal, rubric: Rubric, answers: Answers, *, name: str, own_view: str) -> None:
    """Go through an interview from its first screen to its end, and check that it ended well."""
    opened.until(NAME)
    opened.type(name)
    opened.until(OWN_VIEW)
    opened.type(own_view)
    answer_all(opened, rubric, answers)
    opened.type("")
    assert opened.end() == 0


def test_a_whole_interview_ends_in_the_report(tmp_path: Path) -> None:
    """The shipped rubric in English, with the answers of a case: its verdict, its answers in the file."""
    rubric = load_rubric()
    case = read_answers(ROOT / "cases" / "asha-textiles.yaml", rubric)
    assert case.expect
    stage = next(each for each in rubric.stages if each.id == case.expect.stage)
    with terminal(PROGRAM, "interview", "mine.yaml", folder=tmp_path) as opened:
        hold(opened, rubric, case, name="Asha Textiles", own_view="4")
        shown = " ".join(opened.screen.split())
        assert f"> {1 + rubric.stages.index(stage)} {stage.name} <- you are here" in shown
        assert "sixstages score mine.yaml\n" in opened.screen
    saved = read_answers(tmp_path / "mine.yaml", rubric)
    assert (saved.answers, saved.dont_know, saved.name) == (case.answers, case.dont_know, "Asha Textiles")
    assert [each.name for each in tmp_path.iterdir()] == ["mine.yaml"]


def test_nothing_is_redrawn(tmp_path: Path) -> None:
    """Beside text and line ends only colours are sent: it works over ssh, with a screen reader, in any terminal."""
    with library_interview(tmp_path / "mine.yaml") as opened:
        hold(opened, library(), sheet("catalogue"), name="Kijiji", own_view="2")
        assert "\x1b[1m" in opened.sent
        assert re.findall("[\x00-\x08\x0b-\x1f\x7f-\x9f]", opened.screen) == []


@pytest.mark.parametrize("digits", ["०१२३४५६७८९", "০১২৩৪৫৬৭৮৯"], ids=["Devanagari", "Bengali"])
def test_digits_and_letters_of_other_scripts(digits: str, tmp_path: Path) -> None:
    """A name and numbers as they are typed on an Indian keyboard, and a file that is named with the same letters."""
    with terminal(PROGRAM, "interview", *LIBRARY, folder=tmp_path) as opened:
        opened.until(NAME)
        opened.type("पुस्तकालय")
        opened.until(OWN_VIEW)
        opened.type(digits[2])
        for typed in (f"{digits[2]},{digits[3]}", digits[4]):
            opened.until(ANSWER)
            opened.type(typed)
        opened.until(ANSWER)
        opened.type("q")
        assert opened.end() == 130
        assert ": पुस्तकालय\n" in opened.screen
    [file] = tmp_path.iterdir()
    saved = read_answers(file, library())
    assert file.name == f"पुस्तकालय-{saved.date}.yaml"
    assert (saved.name, saved.self_view) == ("पुस्तकालय", "shelves")
    assert saved.answers == {"kept": ("boxes", "homes"), "order": ("subject-and-author",)}


def test_back_goes_across_sections(tmp_path: Path) -> None:
    """From the first question of a section back into the one before, there another answer, and Enter keeps the rest."""
    file = tmp_path / "mine.yaml"
    with library_interview(file) as opened:
        for prompt, typed in ((NAME, ""), (OWN_VIEW, ""), *[(ANSWER, "2")] * 4):
            opened.until(prompt)
            opened.type(typed)
        assert asked(opened.until(ANSWER), library()).id == "list"
        for typed, question in (("b", "counted"), ("0", "tidied"), ("4", "counted"), ("", "list")):
            opened.type(typed)
            assert asked(opened.until(ANSWER), library()).id == question
        opened.type("q")
        assert opened.end() == 130
    assert kept(file) == {"kept": ("boxes",), "order": ("by-size",), "tidied": ("weekly",), "counted": ("longer-ago",)}


def test_the_window_may_change_its_size(tmp_path: Path) -> None:
    """Made narrow while a question stands on the screen, the window gets narrow lines from the next one on."""
    with library_interview(tmp_path / "mine.yaml", columns=120) as opened:
        opened.until(NAME)
        opened.type("")
        opened.until(OWN_VIEW)
        opened.type("")
        opened.until(ANSWER)
        opened.resize(40)
        opened.type("1")
        narrow = answer_all(opened, library(), sheet("catalogue"))
        assert max(map(width, narrow.splitlines())) <= 40
        assert len(narrow.splitlines()) > 60
        opened.resize(80)
        opened.type("")
        assert opened.end() == 0


def test_answers_may_come_through_a_pipe(tmp_path: Path) -> None:
    """Without a terminal the same questions are asked, the report follows at once, and no colours are sent."""
    lines = ["Kijiji", "2", "2,3", "1", "2", "1", "1", "2", "1", "4"]
    done = subprocess.run(
        [PROGRAM, "interview", "mine.yaml", *LIBRARY],
        input="\n".join(lines) + "\n",
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "<- you are here" in done.stdout
    assert "\x1b" not in done.stdout
    assert READ_ON not in done.stdout
    assert read_answers(tmp_path / "mine.yaml", library()).answers == sheet("heap").answers
