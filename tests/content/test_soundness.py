"""The shipped rubric is sound."""

from __future__ import annotations

import pytest

from sixstages.checks import check_rubric
from sixstages.checks.suppressions import read_suppressions
from sixstages.documents import read
from tests import ROOT


def test_the_check_finds_nothing_and_nothing_is_allowed_by_comment() -> None:
    """No error, no warning, and no comment that would hide one; each stage has its share of the sheets."""
    checked = check_rubric(ROOT)
    assert checked.problems == ()
    files = [ROOT / "stages.yaml", ROOT / "questions.yaml", *ROOT.glob("translations/*"), *ROOT.glob("cases/*")]
    assert [each for file in files for each in read_suppressions(read(file))] == []
    assert all(each.share for each in checked.shares)
    assert sum(each.share or 0 for each in checked.shares) == pytest.approx(1)
