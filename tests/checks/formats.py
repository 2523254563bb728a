"""Checks made by hand, as the tests of the formats report them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from sixstages.checks.checked import Checked, Share
from sixstages.errors import Place, Problem, problem
from sixstages.reports.checking import load_format

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

LINE = "  - {id: trying, needs: 3}"
NEEDS = Place("stages.yaml", 12, 25, 12, 26, LINE)
ABOVE = Place("stages.yaml", 7, 5, 9, 3, "    gate:")

ERROR = problem("L304", NEEDS, also=(ABOVE,), stage="trying")
WARNING = problem("L328", Place("stages.yaml", 4, 3, 4, 9, "  unused: {}"), source="unused")

NAMES = ("a\n::error::b.yaml", "100%, a:b.yaml", "[/]\x1b[31m.yaml", "caf\udce9 \ud83d\u202e.yaml", "a b#?&.yaml")
TEXTS = (
    "\n::error file=x::y",
    "50%0A\r",
    "[/] [red]:bomb:",
    "\x1b]0;x\a\x9b\x7f\ud800\udfff",
    "<b>]]>&amp;\ufffe\uffff",
)


def checked(
    *problems: Problem, shares: tuple[float | None, ...] = (0.5, 0.5), unusable: bool = False, folder: str = "rubric"
) -> Checked:
    """Make a check that found these problems; the stages that end so many sheets are called a, b and so on."""
    return Checked(
        folder=folder,
        rubric="wells" if shares else None,
        version=2 if shares else None,
        problems=problems,
        shares=tuple(Share(stage=name, share=share) for name, share in zip("abcdefghi", shares, strict=False)),
        unusable=unusable,
    )


def told(name: str, text: str) -> Problem:
    """Make a problem that quotes a text, raw, in a file of this name."""
    place = Place(name, 2, 1, 2, 1 + len(text), text)
    return Problem("S107", "error", f"'{text}' is not written as it has to be here.", text, place, also=(place,))


HOSTILE = checked(*(told(name, text) for name in NAMES for text in TEXTS), folder=NAMES[0])
UNUSABLE = checked(problem("Y021", Place("gone")), shares=(), unusable=True)
NOT_LOADED = checked(problem("X202", NEEDS, question="heer", hint="Did you mean 'here'?"), shares=())
EXAMPLES = {
    "sound": checked(),
    "problems": checked(ERROR, WARNING, ERROR),
    "hostile": HOSTILE,
    "not loaded": NOT_LOADED,
    "unusable": UNUSABLE,
}

ANY_TEXT: SearchStrategy[str] = st.text(st.characters(exclude_categories=()), min_size=1)
"""Every character there is, surrogates and controls as well."""


def written(form: str, check: Checked) -> str:
    """Report a check in a format, as it would stand in a file."""
    report = load_format(form).report(check)
    return report if isinstance(report, str) else report.plain
