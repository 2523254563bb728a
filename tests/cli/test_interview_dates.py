"""Days in words, and the day to come back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.cli.dates import how_long_ago, months_on
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
        ("2027-01-01T00:00:00Z", "today"),
    ],
)
def test_days_are_counted_by_the_calendar_here(updated: str, said: str) -> None:
    """Zones are taken into account; a time without one is of here, one to come is today."""
    assert how_long_ago(ENGLISH, updated, NOW) == f"Your last answer was given {said}."


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
