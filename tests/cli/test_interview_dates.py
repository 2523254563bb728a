"""Days in words, and the day to come back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages import Answers
from sixstages.cli.dates import how_long_ago, last_day, months_on
from sixstages.speech import ENGLISH
from tests.cli.driver import NOW


@pytest.mark.parametrize(
    ("updated", "said"),
    [
        ("2026-11-22T10:04:00Z", "today"),
        ("2026-11-21T19:00:00Z", "today"),  # half past midnight here
        ("2026-11-21T18:00:00Z", "yesterday"),
        ("2026-11-19T10:04:00Z", "3 days ago"),
        ("2026-11-20 23:59", "2 days ago"),
        ("2026-11-22T23:59", "today"),
    ],
)
def test_days_are_counted_by_the_calendar_here(updated: str, said: str) -> None:
    """Zones are taken into account; a time without one is of here."""
    assert how_long_ago(ENGLISH, updated, NOW) == f"Your last answer was given {said}."


@pytest.mark.parametrize("updated", ["2026-11-22T18:30:00Z", "2027-01-01T00:00:00Z", "9999-12-31T23:59:59Z"])
def test_of_a_day_to_come_nothing_is_said(updated: str) -> None:
    """Where the clock was set back nobody knows how long ago it was."""
    assert how_long_ago(ENGLISH, updated, NOW) == ""


@pytest.mark.parametrize(
    ("day", "updated", "last"),
    [
        (None, None, None),
        ("2026-11-22", None, date(2026, 11, 22)),
        (None, "2026-11-22T18:30:00Z", date(2026, 11, 23)),
        ("2026-11-24", "2026-11-22T18:30:00Z", date(2026, 11, 24)),
        ("2026-11-20", "2026-11-22", date(2026, 11, 22)),
        (None, "0001-01-01T00:00:00+14:00", date(1, 1, 1)),
    ],
)
def test_the_last_day_of_a_sheet(day: str | None, updated: str | None, last: date | None) -> None:
    """That of the sitting or of the last answer, by the calendar here; at the ends of the calendar as written."""
    assert last_day(Answers(date=day, updated=updated), NOW) == last


@pytest.mark.parametrize(
    ("day", "later"),
    [
        (date(2026, 11, 22), date(2027, 2, 22)),
        (date(2026, 11, 30), date(2027, 2, 28)),
        (date(2027, 11, 30), date(2028, 2, 29)),
        (date(2026, 1, 31), date(2026, 4, 30)),
        (date(2026, 9, 1), date(2026, 12, 1)),
    ],
)
def test_three_months_on_is_the_same_day_of_the_month(day: date, later: date) -> None:
    """Or the last one, where the month is too short."""
    assert months_on(day, 3) == later


@given(st.dates(max_value=date(9999, 9, 1)))
def test_three_months_on_is_about_a_quarter_of_a_year(day: date) -> None:
    """Never earlier than 89 days on, and never later than 92."""
    assert timedelta(days=89) <= months_on(day, 3) - day <= timedelta(days=92)
