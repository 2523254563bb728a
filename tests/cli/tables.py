"""Tables for `sixstages cohort`: the cases of the library, a row each, with what a survey asks besides."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from tests.library import CASES, library, sheet

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    Row = dict[str, str]

PEOPLE = ("Amina", "Bogdan", "Chiara", "Dilnoza", "Ewa", "Farid", "Gulsara")
COUNTRIES = ("Kenya", "Ukraine", "Kenya", "Brazil", "Kenya", "Ukraine", "Kenya")
ABOUT = ("E-mail", "Country")


def owners() -> list[Row]:
    """Give a row for each case: its ids, who answered, and where."""
    return [
        {"E-mail": f"{person}@example.org", "Country": country, **ids(name)}
        for name, person, country in zip(CASES, PEOPLE, COUNTRIES, strict=True)
    ]


def ids(name: str) -> Row:
    """Give the answers of a case, as the cells of a table hold them."""
    answers = sheet(name).answers
    return {question: ";".join(answers.get(question, ())) for question in library().questions}


def table(folder: Path, rows: Sequence[Row] | None = None, name: str = "survey.csv") -> Path:
    """Write rows, those of the owners unless others are given, as CSV below the keys of the first."""
    rows = owners() if rows is None else rows
    with (folder / name).open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*rows[0]])
        writer.writeheader()
        writer.writerows(rows)
    return folder / name


def shelves(*cells: str, header: str = "kept") -> list[Row]:
    """Give rows of a single column."""
    return [{header: cell} for cell in cells]
