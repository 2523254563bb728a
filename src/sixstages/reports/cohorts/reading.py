"""What a table was taken for, column by column, and what in it was not understood."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from sixstages.cohort.dialects import title_of
from sixstages.reports.cohorts.sentences import BROKEN, DIALECT, MISREAD, PLAIN, TABLE, counted
from sixstages.reports.layout import BLANK, as_text, heading, items, paragraph
from sixstages.reports.wording import SEPARATOR
from sixstages.speech import N_, NN_, speech
from sixstages.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from rich.text import Text

    from sixstages.cohort.columns import Column, Understanding
    from sixstages.cohort.ids import Met, OwnWords
    from sixstages.cohort.run import Reading
    from sixstages.reports.layout import Line
    from sixstages.rubric import Rubric
    from sixstages.speech import Plural, Speech

ANSWERS = N_("Columns that hold answers")
OWN_COLUMNS = N_("Not used: columns that a survey tool adds, and those that the mapping file ignores")
UNKNOWN = N_("Not used: columns that fit no question")
WITHOUT = N_("Questions without a column; they count as not answered")
TAKEN_FOR = "{header} → {taken}"
IN_WORDS = N_("{question}, in people's own words")
NO_HEADER = N_("(no header)")

OWN_WORDS = N_("In people's own words, with the option that each is taken for")
OWN_VALUE = NN_('"{value}", in {number} cell (row {rows})', '"{value}", in {number} cells (rows {rows})')
MORE_CELLS = NN_("and {number} more cell", "and {number} more cells")

ALL_UNDERSTOOD = N_("Every value was understood.")
VALUES = N_("Values that were not understood")
VALUE = NN_(
    '{header}: "{value}", in {number} cell (row {rows})', '{header}: "{value}", in {number} cells (rows {rows})'
)
MORE_VALUES = NN_("and {number} more value", "and {number} more values")
BROKEN_ROWS = NN_("Row to look at: {rows}", "Rows to look at: {rows}")
GO_ON = ", …"

_SHOWN = 20
_SHOWN_OF_OWN_WORDS = 10


def understood(
    understanding: Understanding, rubric: Rubric, columns: int, /, *, own_words: Sequence[OwnWords] = ()
) -> Text:
    """Say what every column of a table is taken for, and free text in it."""
    lines = (_columns(understanding, rubric, columns), _own_words(own_words, rubric, columns), [BLANK])
    return as_text(chain(*lines))


def not_understood(reading: Reading, language: str, columns: int, /, *, every: bool = False) -> Text:
    """Say what in a table was not understood: `every` value or the first, with their rows, and whole rows."""
    return as_text(_faults(reading, speech(language), columns, len(reading.misread) if every else _SHOWN))


def _columns(understanding: Understanding, rubric: Rubric, columns: int) -> Iterator[Line]:
    say = speech(rubric.identity.language)
    yield from paragraph(say(TABLE), columns, style="bold")
    if understanding.dialect != PLAIN:
        yield from paragraph(say(DIALECT, kind=title_of(understanding.dialect)), columns)
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


def _own_words(own_words: Sequence[OwnWords], rubric: Rubric, columns: int) -> Iterator[Line]:
    """Say which free text was taken for which option: as it counts, nobody should have to guess that."""
    say = speech(rubric.identity.language)
    if own_words:
        yield from heading(say(OWN_WORDS), columns)
    for each in own_words:
        question = rubric.questions[each.column.question]
        other = next(option.id for option in question.options if option.other)
        yield from items([_taken_for(say, each.column, f"{question.id}/{other}")], columns)
        shown = each.values[:_SHOWN_OF_OWN_WORDS]
        more = each.cells - sum(value.cells for value in shown)
        texts = [*(_value(say, OWN_VALUE, value) for value in shown), *_more(say, MORE_CELLS, more)]
        yield from items(texts, columns, lead="      - ")


def _taken(say: Speech, column: Column) -> str:
    taken = say(IN_WORDS, question=column.question) if column.role == "other" else column.question
    option = f"/{column.option}" if column.role == "option" else ""
    return _taken_for(say, column, f"{taken}{option}")


def _taken_for(say: Speech, column: Column, taken: str) -> str:
    return TAKEN_FOR.format(header=_header(say, column), taken=taken)


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
        yield from items((_value(say, VALUE, each) for each in reading.misread[:most]), columns)
        yield from items(_more(say, MORE_VALUES, len(reading.misread) - most), columns)


def _value(say: Speech, sentence: Plural, met: Met) -> str:
    rows = _rows(say, met.rows, met.cells)
    return counted(say, sentence, met.cells, header=_header(say, met.column), value=one_line(met.value), rows=rows)


def _more(say: Speech, sentence: Plural, number: int) -> list[str]:
    return [counted(say, sentence, number)] if number > 0 else []


def _rows(say: Speech, first: Sequence[int], number: int) -> str:
    """Name the first rows of so many, and show that there are more where there are."""
    return say(SEPARATOR).join(map(say.number, first)) + (GO_ON if number > len(first) else "")
