"""The text of a check: the problems, and what the rubric is worth as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.errors import describe, problem
from sixstages.reports.checking.as_text import in_words
from sixstages.text import width
from tests.checks.formats import ERROR, NEEDS, NOT_LOADED, UNUSABLE, WARNING, checked, written

if TYPE_CHECKING:
    from sixstages.errors import Problem

PROVED = "every stage can be reached"


def text(*problems: Problem) -> str:
    """Report these problems, each run of blanks as one."""
    return " ".join(written("text", checked(*problems)).split())


def test_problems_come_first_each_as_it_is_described() -> None:
    """Errors and warnings stand in reading order, with a blank line behind each."""
    report = written("text", checked(WARNING, ERROR))
    assert report.startswith(f"{describe(WARNING)}\n\n{describe(ERROR)}\n\nThe rubric wells, version 2, in rubric: ")


@pytest.mark.parametrize(
    ("found", "tally"),
    [
        ((), "no errors, no warnings"),
        ((ERROR,), "1 error, no warnings"),
        ((WARNING, WARNING), "no errors, 2 warnings"),
        ((ERROR, WARNING, ERROR), "2 errors, 1 warning"),
    ],
)
def test_errors_and_warnings_are_counted(found: tuple[Problem, ...], tally: str) -> None:
    """The summary begins with their numbers in words."""
    assert f"The rubric wells, version 2, in rubric: {tally}." in text(*found)


def test_of_a_sound_rubric_it_is_said_what_is_proved() -> None:
    """Without errors the summary says what holds for all answers; with one it does not."""
    assert PROVED in text()
    assert PROVED in text(WARNING)
    assert PROVED not in text(ERROR)


def test_where_not_all_is_proved_that_is_said_instead() -> None:
    """A rule that took too long leaves nothing to be claimed."""
    report = text(problem("L399", NEEDS, rule="L301"))
    assert PROVED not in report
    assert "Not all could be proved; what was not, stands above under L399." in report


def test_a_rubric_that_can_t_be_loaded_is_not_judged() -> None:
    """Nothing is claimed of rules that were not looked at, and no stage is named."""
    report = written("text", NOT_LOADED)
    assert "Its rules were not looked at yet." in report
    assert "end at each stage" not in report


def test_a_rubric_that_is_not_there_could_not_be_checked() -> None:
    """The summary says so in words."""
    assert "It could not be checked" in written("text", UNUSABLE)


def test_each_stage_has_its_share_of_the_sheets() -> None:
    """The stages stand in their order, each with what ends there."""
    report = written("text", checked(shares=(0.25, 0.0, None)))
    assert report.endswith("  - a: 25 %\n  - b: none\n  - c: not proved\n")


@pytest.mark.parametrize(
    ("share", "words"),
    [
        (None, "not proved"),
        (0.0, "none"),
        (1e-12, "less than 1 %, less than 1 in 1,000,000,000"),
        (1 / 1234, "less than 1 %, about 1 in 1,200"),
        (0.0099, "less than 1 %, about 1 in 100"),
        (0.01, "1 %, about 1 in 100"),
        (0.06, "6 %, about 1 in 17"),
        (0.104, "10 %"),
        (2 / 3, "67 %"),
        (0.99, "99 %"),
        (0.9999, "more than 99 %"),
        (1.0, "all of them"),
    ],
)
def test_a_share_is_said_in_words(share: float | None, words: str) -> None:
    """A small share never reads as none, a large one never as all."""
    assert in_words(share) == words


def test_the_summary_fits_80_columns() -> None:
    """Long names and wide letters are wrapped."""
    report = written("text", checked(folder="सामाजिक/" * 9 + "社会" * 30))
    assert max(map(width, report.splitlines())) <= 80


def test_a_folder_begins_no_line_of_its_own() -> None:
    """A line end in its name is written out, as it is in the places of problems."""
    assert r"in a\n::error::b:" in written("text", checked(folder="a\n::error::b"))
