"""How many errors and warnings there are, in numbers and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sixstages.errors import Problem, Severity


def count(problems: Iterable[Problem], severity: Severity) -> int:
    """Count the problems of one severity."""
    return sum(each.severity == severity for each in problems)


def tally(problems: Iterable[Problem]) -> str:
    """Say how many errors and warnings there are."""
    found = list(problems)
    return f"{_number(count(found, 'error'), 'error')}, {_number(count(found, 'warning'), 'warning')}"


def _number(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
