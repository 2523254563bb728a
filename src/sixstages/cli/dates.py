"""Days in words, and the day to come back."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import TYPE_CHECKING

from sixstages.speech import N_, NN_

if TYPE_CHECKING:
    from sixstages.answers import Answers
    from sixstages.speech import Speech

TODAY = N_("Your last answer was given today.")
YESTERDAY = N_("Your last answer was given yesterday.")
DAYS_AGO = NN_("Your last answer was given {days} day ago.", "Your last answer was given {days} days ago.")

_MONTHS_A_YEAR = 12


def how_long_ago(say: Speech, updated: str, now: datetime) -> str:
    """Say how many days lie between a time in ISO 8601 and now; nothing of a day that is still to come."""
    days = (now.date() - _day_here(updated, now)).days
    return say.count(DAYS_AGO, days, days=days) if days > 1 else say({0: TODAY, 1: YESTERDAY}.get(days, ""))


def last_day(sheet: Answers, now: datetime) -> date | None:
    """Return the last day that a sheet of answers names, None where it names none."""
    dated = [date.fromisoformat(sheet.date)] if sheet.date else []
    updated = [_day_here(sheet.updated, now)] if sheet.updated else []
    return max([*dated, *updated], default=None)


def _day_here(written: str, now: datetime) -> date:
    """Return the day of a time as the calendar on the wall has it; a time without a zone is taken for one of here."""
    then = datetime.fromisoformat(written)
    try:
        return then.astimezone(now.tzinfo).date() if then.tzinfo else then.date()
    except OverflowError:  # at the ends of the calendar, where another zone has another year
        return then.date()


def months_on(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a month that is too short."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
