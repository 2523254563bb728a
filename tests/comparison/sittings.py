"""Sittings of the library of `tests.library`, made by hand: what is not said is as in the case `shelves`."""

from __future__ import annotations

from dataclasses import replace

from sixstages import Answers, Rubric, assess
from sixstages.comparison import Comparison, Judged, compare
from tests import ROOT
from tests.library import library, sheet
from tests.reports.sheets import assessed

HEAP = {"order": "no-order", "tidied": "never", "list": "none-yet"}
LISTED = {"order": "by-subject", "found": "three-or-four"}

A_YEAR = {
    "2026-02-01": "sharma-sweets",
    "2026-05-03": "rahim-hardware",
    "2026-08-02": "asha-textiles",
    "2026-11-22": "nakshi-katha-crafts",
}
"""Cases of the shipped rubric for the sittings of one business: the stages go up, the second one is open."""


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


def a_year(language: str) -> tuple[Comparison, Rubric]:
    """Compare four sittings of a business by the shipped rubric in a language."""
    sittings = []
    for date, case in A_YEAR.items():
        _, rubric, answers = assessed(ROOT / "cases" / f"{case}.yaml", language)
        answers = replace(answers, name="Asha Textiles", date=date)
        sittings.append(Judged(f"{date}.yaml", answers, assess(rubric, answers)))
    return compare(sittings), rubric
