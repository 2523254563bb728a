"""The check for people: every problem with its place, then what the rubric is worth as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import describe
from sixstages.reports.checking.counting import count, tally
from sixstages.reports.layout import BLANK, Line, as_text, items, paragraph
from sixstages.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.text import Text

    from sixstages.checks.checked import Checked, Share
    from sixstages.errors import Problem

COLUMNS = 80
NOT_PROVED_CODE = "L399"

IN_SHORT = "{rubric} in {folder}: {tally}."
RUBRIC = "The rubric {rubric}, version {version},"
SOME_RUBRIC = "The rubric"
UNUSABLE = "It could not be checked: a file that a rubric must have is not there, or can't be read."
NOT_LOADED = "Its rules were not looked at yet. Mend what stands above, then look again."
PROVED = (
    "Proved for whatever is answered, apart from what a comment in its files allows: every stage can be reached; "
    "every finding can hold, and none always does; every question can change a stage or a finding; "
    "a better answer never lowers the stage."
)
NOT_PROVED = "Not all could be proved; what was not, stands above under {code}."
SHARES = "Of all sheets on which every question that is asked has a definite answer, so many end at each stage:"
SHARE = "{stage}: {share}"
UNKNOWN_SHARE = "not proved"
NO_SHEET = "none"
EVERY_SHEET = "all of them"
HARDLY_ANY = "less than 1 %, {odds}"
NEARLY_ALL = "more than 99 %"
PER_CENT = "{number} %"
PER_CENT_AND_ODDS = "{number} %, {odds}"
ODDS = "about 1 in {number:,}"
LONG_ODDS = "less than 1 in {number:,}"

_SMALL = 0.01
_WORTH_ODDS = 0.1
_LONGEST_ODDS = 10**9


def report(checked: Checked, /) -> Text:
    """Lay out the problems in reading order, and a summary below."""
    return as_text([*_problems(checked), *_summary(checked)])


def _problems(checked: Checked) -> Iterator[Line]:
    for found in checked.problems:
        yield from _problem(found)
        yield BLANK


def _problem(found: Problem) -> Iterator[Line]:
    first, *others = describe(found).split("\n")
    yield Line(first, "bold")
    yield from map(Line, others)


def _summary(checked: Checked) -> Iterator[Line]:
    rubric = RUBRIC.format(rubric=checked.rubric, version=checked.version) if checked.rubric else SOME_RUBRIC
    in_short = IN_SHORT.format(rubric=rubric, folder=one_line(checked.folder), tally=tally(checked.problems))
    yield from paragraph(in_short, COLUMNS, style="bold")
    if checked.unusable:
        yield from paragraph(UNUSABLE, COLUMNS)
    elif not checked.shares:
        yield from paragraph(NOT_LOADED, COLUMNS)
    else:
        yield from _proofs(checked)
        yield from _shares(checked.shares)


def _proofs(checked: Checked) -> Iterator[Line]:
    """Say what is proved of a rubric without errors."""
    if any(each.code == NOT_PROVED_CODE for each in checked.problems):
        yield from paragraph(NOT_PROVED.format(code=NOT_PROVED_CODE), COLUMNS)
    elif not count(checked.problems, "error"):
        yield from paragraph(PROVED, COLUMNS)


def _shares(shares: tuple[Share, ...]) -> Iterator[Line]:
    yield BLANK
    yield from paragraph(SHARES, COLUMNS)
    yield from items((SHARE.format(stage=each.stage, share=in_words(each.share)) for each in shares), COLUMNS)


def in_words(share: float | None) -> str:
    """Say a share, from 0 to 1, in per cent; a small one as odds too; None as not proved."""
    if share is None:
        return UNKNOWN_SHARE
    if share in (0, 1):
        return EVERY_SHEET if share else NO_SHEET
    if share < _SMALL:
        return HARDLY_ANY.format(odds=_odds(share))
    if share > 1 - _SMALL:
        return NEARLY_ALL
    form = PER_CENT if share > _WORTH_ODDS else PER_CENT_AND_ODDS
    return form.format(number=round(share * 100), odds=_odds(share))


def _odds(share: float) -> str:
    """Say one in how many, in two digits that count."""
    if share * _LONGEST_ODDS < 1:
        return LONG_ODDS.format(number=_LONGEST_ODDS)
    return ODDS.format(number=int(float(f"{1 / share:.2g}")))
