"""What a table was taken for, column by column, and what in it was not understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports.cohorts.sentences import BROKEN, DIALECT, MISREAD, PLAIN, TABLE, counted
from sixstages.reports.layout import BLANK, as_text, heading, items, paragraph
from sixstages.reports.wording import SEPARATOR
from sixstages.speech import N_, NN_, speech
from sixstages.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.text import Text

    from sixstages.cohort.columns import Column, Understanding
    from sixstages.cohort.ids import Misread
    from sixstages.cohort.run import Reading
    from sixstages.reports.layout import Line
    from sixstages.rubric import Rubric
    from sixstages.speech import Speech

ANSWERS = N_("Columns that hold answers")
OWN_COLUMNS = N_("Not used: columns that a survey tool adds, and those that the mapping file ignores")
UNKNOWN = N_("Not used: columns that fit no question")
WITHOUT = N_("Questions without a column; they count as not answered")
TAKEN_FOR = "{header} → {taken}"
IN_WORDS = N_("{question}, in people's own words")
NO_HEADER = N_("(no header)")

ALL_UNDERSTOOD = N_("Every value was understood.")
VALUES = N_("Values that were not understood")
VALUE = NN_(
    '{header}: "{value}", in {number} cell (row {rows})', '{header}: "{value}", in {number} cells (rows {rows})'
)
MORE_VALUES = NN_("and {number} more value", "and {number} more values")
BROKEN_ROWS = NN_("Row to look at: {rows}", "Rows to look at: {rows}")
GO_ON = ", …"

_SHOWN = 20


def understood(understanding: Understanding, rubric: Rubric, columns: int, /) -> Text:
    """Say what every column of a table is taken for."""
    return as_text(_columns(understanding, rubric, columns))


def not_understood(reading: Reading, language: str, columns: int, /, *, every: bool = False) -> Text:
    """Say what in a table was not understood: `every` value or the first, with their rows, and whole rows."""
    return as_text(_faults(reading, speech(language), columns, len(reading.misread) if every else _SHOWN))


def _columns(understanding: Understanding, rubric: Rubric, columns: int) -> Iterator[Line]:
    say = speech(rubric.identity.language)
    yield from paragraph(say(TABLE), columns, style="bold")
    if understanding.dialect != PLAIN:
        yield from paragraph(say(DIALECT, kind=understanding.dialect), columns)
    answered = {each.question for each in understanding.columns}
    lists = {
        ANSWERS: [_taken(say, each) for each in understanding.columns if each.question],
        OWN_COLUMNS: [_header(say, each) for each in understanding.columns if each.role == "known"],
        UNKNOWN: [_header(say, each) for each in understanding.columns if each.role == "unknown"],
        WITHOUT: [question for question in rubric.questions if question not in answered],
    }
    for title, texts in lists.items():
        if texts:
            yield from heading(say(title), columns)
            yield from items(texts, columns)
    yield BLANK


def _taken(say: Speech, column: Column) -> str:
    taken = say(IN_WORDS, question=column.question) if column.role == "other" else column.question
    option = f"/{column.option}" if column.role == "option" else ""
    return TAKEN_FOR.format(header=_header(say, column), taken=f"{taken}{option}")


def _header(say: Speech, column: Column) -> str:
    return one_line(column.header) or say(NO_HEADER)


def _faults(reading: Reading, say: Speech, columns: int, most: int) -> Iterator[Line]:
    if not reading.not_understood:
        yield from paragraph(say(ALL_UNDERSTOOD), columns)
    if reading.number_broken:
        rows = _rows(say, reading.broken, reading.number_broken)
        yield from paragraph(counted(say, BROKEN, reading.number_broken), columns)
        yield from paragraph(say.count(BROKEN_ROWS, reading.number_broken, rows=rows), columns)
    if reading.misread:
        yield from paragraph(counted(say, MISREAD, reading.misread_rows), columns)
        yield from heading(say(VALUES), columns)
        yield from items((_value(say, each) for each in reading.misread[:most]), columns)
        more = len(reading.misread) - most
        yield from items([counted(say, MORE_VALUES, more)] if more > 0 else [], columns)


def _value(say: Speech, misread: Misread) -> str:
    header, value = _header(say, misread.column), one_line(misread.value)
    rows = _rows(say, misread.rows, misread.cells)
    return counted(say, VALUE, misread.cells, header=header, value=value, rows=rows)


def _rows(say: Speech, first: Sequence[int], number: int) -> str:
    """Name the first rows of so many, and show that there are more where there are."""
    return say(SEPARATOR).join(map(say.number, first)) + (GO_ON if number > len(first) else "")
