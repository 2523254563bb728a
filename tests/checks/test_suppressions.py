"""Comments that allow a problem: what they silence, and when they are told to be wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.checks import check_rubric
from sixstages.checks.suppressions import Suppressions, read_suppressions
from sixstages.documents import parse
from sixstages.errors import problem
from tests.input.rubrics import QUESTIONS, STAGES, changed

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.errors import Problem

REASON = "because the books come next week"
ABOUT_COMMENTS = ("S121", "S122", "S123", "L328")


def with_source(folder: Path, comment: str) -> Path:
    """Make a rubric with a source that nothing names, and a comment behind it."""
    spare = f"\nsources:\n  spare: {{title: T, author: A}}  {comment}\n"
    return changed(folder, STAGES, "\nsources:\n", spare)


def told(folder: Path) -> list[str]:
    """Give the codes of what is said of the source and of the comments."""
    return [each.code for each in check_rubric(folder).problems if each.code in ABOUT_COMMENTS]


@pytest.mark.parametrize(
    "comment",
    [f"# check: allow L328 {REASON}", f"#Check:ALLOW l328 {REASON.upper()}", f"#\tCHECK : allow L328 {REASON}"],
)
def test_what_is_allowed_is_not_told(comment: str, tmp_path: Path) -> None:
    """The words of the comment may be capital ones or small ones."""
    assert told(with_source(tmp_path, comment)) == []


@pytest.mark.parametrize(
    ("what", "code"),
    [
        ("", "CODE"),
        (f" {REASON}", "CODE"),
        (" L328", "L328"),
        (" L328 because", "L328"),
        (" L328: the books come next week", "L328"),
        (f" L328, L316 {REASON}", "L328"),
        (f" l328 L316 {REASON}", "L328"),
    ],
)
def test_a_malformed_comment_is_shown_the_right_form(what: str, code: str, tmp_path: Path) -> None:
    """It is told once, and allows nothing."""
    folder = with_source(tmp_path, f"# check: allow{what}")
    assert sorted(told(folder)) == ["L328", "S121"]
    [malformed] = [each for each in check_rubric(folder).problems if each.code == "S121"]
    assert f"`# check: allow {code} because …`" in malformed.remedy


def test_of_two_comments_for_one_place_the_second_is_not_needed(tmp_path: Path) -> None:
    """The one behind the line, which stands below the other, is told."""
    twice = (
        f"\nsources:\n  # check: allow L328 {REASON}\n  spare: {{title: T, author: A}}  # check: allow L328 {REASON}\n"
    )
    folder = changed(tmp_path, STAGES, "\nsources:\n", twice)
    [found] = [each for each in check_rubric(folder).problems if each.code in ABOUT_COMMENTS]
    assert (found.code, found.place and found.place.excerpt[:9]) == ("S123", "  spare: ")


def test_a_comment_is_not_called_useless_where_no_rule_was_run(tmp_path: Path) -> None:
    """The other file can't be used, so nobody knows whether there is something to allow."""
    folder = with_source(tmp_path, f"# check: allow L328 {REASON}")
    questions = folder / QUESTIONS
    questions.write_text(
        questions.read_text(encoding="utf-8").replace("ordered: true", "ordered: so", 1), encoding="utf-8"
    )
    assert [each.code for each in check_rubric(folder).problems] == ["S113"]


def not_needed(finished: set[str]) -> list[Problem]:
    """Give what is said of a comment that allows L301 where there is none."""
    document = parse(f"a: b  # check: allow L301 {REASON}\n".encode(), "stages.yaml")
    suppressions = Suppressions(read_suppressions(document))
    assert list(suppressions.remaining([problem("L302", document.place("a"), finding="x")]))
    return list(suppressions.not_needed(finished))


def test_a_comment_is_called_useless_only_where_its_rule_came_to_an_end() -> None:
    """A rule that was given up may have had something to allow."""
    assert not_needed({"L302"}) == []
    assert [each.code for each in not_needed({"L301"})] == ["S123"]
