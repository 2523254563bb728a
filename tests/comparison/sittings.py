"""Sittings of the library of `tests.library`, made by hand: what is not said is as in the case `shelves`."""

from __future__ import annotations

from dataclasses import replace

from sixstages import Answers, assess
from sixstages.comparison import Comparison, Judged, compare
from tests.library import library, sheet

HEAP = {"order": "no-order", "tidied": "never", "list": "none-yet"}
LISTED = {"order": "by-subject", "found": "three-or-four"}


def sitting(
    date: str | None = "2026-03-02",
    *,
    file: str | None = None,
    name: str = "Kijiji",
    updated: str | None = None,
    **answers: str | None,
) -> Judged:
    """Judge a sitting whose answers differ from the case as said: another option, or None for no answer."""
    usual = {**sheet("shelves").answers}
    for question, option in answers.items():
        if option is None:
            del usual[question.replace("_", "-")]
        else:
            usual[question.replace("_", "-")] = (option,)
    answered = replace(sheet("shelves"), answers=usual, date=date, name=name, updated=updated)
    return Judged(file or f"{date}.yaml", answered, assess(library(), answered))


def unanswered(date: str) -> Judged:
    """Judge a sheet on which nothing is answered."""
    sheet_of_nothing = Answers(date=date, name="Kijiji")
    return Judged(f"{date}.yaml", sheet_of_nothing, assess(library(), sheet_of_nothing))


def compared(*sittings: Judged) -> Comparison:
    """Compare sittings."""
    return compare(sittings)
