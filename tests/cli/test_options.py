"""What several commands share: where a result goes."""

from __future__ import annotations

from contextlib import chdir
from typing import TYPE_CHECKING

import pytest

from tests.cli.driver import run
from tests.library import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

CASE = FOLDER / "cases" / "heap.yaml"


@pytest.mark.parametrize(
    "call",
    [("score", CASE, "--rubric", FOLDER, "--output", "report.txt"), ("check", FOLDER, "--report", "json=report.json")],
)
def test_a_folder_that_was_deleted_takes_no_result(call: tuple[object, ...], tmp_path: Path) -> None:
    """Somebody deleted it while the shell was still there; that is told as any file that can't be written."""
    gone = tmp_path / "gone"
    gone.mkdir()
    with chdir(gone):
        gone.rmdir()
        outcome = run(*call)
    assert (outcome.code, outcome.out) == (2, "")
    assert "error Y022" in outcome.err
