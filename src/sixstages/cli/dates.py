"""Days in words, and the day to come back."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, datetime
from typing import TYPE_CHECKING

from sixstages.speech import N_, NN_

if TYPE_CHECKING:
    from sixstages.speech import Speech

TODAY = N_("Your last answer was given today.")
YESTERDAY = N_("Your last answer was given yesterday.")
DAYS_AGO = NN_("Your last answer was given {days} day ago.", "Your last answer was given {days} days ago.")

_MONTHS_A_YEAR = 12


def how_long_ago(say: Speech, updated: str, now: datetime) -> str:
    """Say how many days lie between a time in ISO 8601 and now, as the calendar on the wall counts them.

    A time without a zone is taken for one of here; one that is still to come for today.
    """
    then = datetime.fromisoformat(updated)
    here = then.astimezone(now.tzinfo) if then.tzinfo else then
    days = (now.date() - here.date()).days
    return say.count(DAYS_AGO, days, days=days) if days > 1 else say(YESTERDAY if days == 1 else TODAY)


def months_on(day: date, months: int) -> date:
    """Return the same day so many months later, or the last one of a month that is too short."""
    years, month = divmod(day.month - 1 + months, _MONTHS_A_YEAR)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
