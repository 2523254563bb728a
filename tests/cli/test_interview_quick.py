"""The quick interview: it stops as soon as the stage is settled, and says what was left out."""

from __future__ import annotations

import pytest

from sixstages import assess
from sixstages.reports.wording import SETTLED
from tests.cli.interviews import BEGINNING, FILE, hold, saved
from tests.library import library

pytestmark = pytest.mark.usefixtures("folder")

ANSWERS = ("1", "1", "1")
"""Books on shelves, in no order, never tidied: the first stage, whatever else may be true."""


def test_it_stops_when_the_stage_is_settled() -> None:
    """The report gives the stage, not how firm it is, and the command that asks the rest."""
    outcome = hold(*BEGINNING, *ANSWERS, "", options=("--quick",))
    found = assess(library(), saved())
    assert outcome.code == 0
    assert len(saved().answers) == len(ANSWERS) < len(library().questions)
    assert found.stage.low == found.stage.high == 1
    assert SETTLED in outcome.out
    assert f"sixstages interview {FILE}" in outcome.out


def test_it_goes_on_quickly_where_it_was_left() -> None:
    """Stopped early, it names the command that goes on by the same short way."""
    outcome = hold(*BEGINNING, "1", "q", options=("--quick",))
    assert outcome.code == 130
    assert f"sixstages interview --quick {FILE}" in outcome.out


def test_the_rest_is_asked_afterwards() -> None:
    """A full interview on the same file asks what the quick one left out."""
    hold(*BEGINNING, *ANSWERS, "", options=("--quick",))
    outcome = hold("q", file=FILE)
    assert "We go on where you stopped" in outcome.out
    assert outcome.code == 130


def test_a_settled_file_is_reported_at_once() -> None:
    """Where nothing can change the stage any more, a quick interview asks nothing and reports."""
    hold(*BEGINNING, *ANSWERS, "", options=("--quick",))
    outcome = hold("", file=FILE, options=("--quick",))
    assert outcome.code == 0
    assert SETTLED in outcome.out
