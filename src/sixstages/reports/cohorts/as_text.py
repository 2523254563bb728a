"""The cohort for a terminal: bars of characters with the words beside them, tables of shares with the names behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports.cohorts.story import tell
from sixstages.reports.layout import BLANK, ROOM_FOR_WORDS, Line, as_text, drawn_beside, heading, items, paragraph
from sixstages.text import FREE_CELL, FULL_CELL, OPEN_CELL, width

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from rich.text import Text

    from sixstages.cohort.figures import Cohort
    from sixstages.reports.cohorts.story import Bar, Chart, Listed, Look, Table, TableRow, Tables
    from sixstages.rubric import Rubric

CELLS = 24
GAP = 2

LOOKS: Mapping[Look, str] = {"full": FULL_CELL, "open": OPEN_CELL, "free": FREE_CELL}


def report(cohort: Cohort, rubric: Rubric, columns: int, /) -> Text:
    """Report a cohort."""
    return as_text(_lines(cohort, rubric, columns))


def _lines(cohort: Cohort, rubric: Rubric, columns: int) -> Iterator[Line]:
    story = tell(cohort, rubric)
    yield from paragraph(story.title, columns, style="bold")
    yield from paragraph(story.rubric, columns)
    yield BLANK
    for sentence in story.lead:
        yield from paragraph(sentence, columns)
    for chart in story.charts:
        yield from _chart(chart, columns)
    for tables in story.tables:
        yield from _tables(tables, columns)
    for listed in (story.questions, story.reading):
        yield from _listed(listed, columns) if listed else ()


def _chart(chart: Chart, columns: int) -> Iterator[Line]:
    yield from heading(chart.title, columns)
    for row in chart.rows:
        yield from drawn_beside(drawn(row.bar), row.words, columns)
    for look, words in chart.legend:
        yield from paragraph(words, columns, lead=f"  {LOOKS[look]} ")


def drawn(bar: Bar) -> str:
    """Draw a bar of a fixed length; what is there at all has a cell at least."""
    full, opened = (_cells(part, bar.whole) for part in (bar.full, bar.open))
    over = max(0, full + opened - CELLS)
    full, opened = (full - over, opened) if full > opened else (full, opened - over)
    return f"[{FULL_CELL * full}{OPEN_CELL * opened}{FREE_CELL * (CELLS - full - opened)}]"


def _cells(part: int, whole: int) -> int:
    return max(1, (2 * CELLS * part + whole) // (2 * whole)) if part else 0


def _tables(tables: Tables, columns: int) -> Iterator[Line]:
    yield from heading(tables.title, columns)
    for words in tables.about:
        yield from paragraph(words, columns)
    widest = max(width(word) for table in tables.tables for word in _words(table)) + GAP
    for table in tables.tables:
        yield from _table(table, widest, columns)


def _words(table: Table) -> Iterator[str]:
    """Yield what stands in the columns of a table."""
    yield from table.heads
    for row in table.rows:
        yield from (cell.share for cell in row.cells)


def _table(table: Table, widest: int, columns: int) -> Iterator[Line]:
    """Set the cells below each other, so that they can be compared, and the name behind them, where there is room."""
    yield BLANK
    heads = _row(table.heads, widest)
    if columns - width(heads) < ROOM_FOR_WORDS:
        yield from _below(table, columns)
        return
    titled = f"{heads}{' ' * GAP}"
    yield from paragraph(table.title, columns, lead=titled, style="bold") if table.title else [Line(heads, "bold")]
    for row in table.rows:
        yield from paragraph(row.name, columns, lead=_row([cell.share for cell in row.cells], widest) + " " * GAP)
        yield from _note(row, columns, width(heads) + GAP)


def _row(cells: Sequence[str], widest: int) -> str:
    return "".join(" " * (widest - width(cell)) + cell for cell in cells)


def _below(table: Table, columns: int) -> Iterator[Line]:
    """Set each cell beside its head, below the name of its row."""
    if table.title:
        yield from paragraph(table.title, columns, style="bold")
    for row in table.rows:
        yield from paragraph(row.name, columns)
        cells = "  ".join(f"{head}: {cell.share}" for head, cell in zip(table.heads, row.cells, strict=True))
        yield from paragraph(cells, columns, lead="  ")
        yield from _note(row, columns, GAP)


def _note(row: TableRow, columns: int, indent: int) -> list[Line]:
    return paragraph(row.note, columns, lead=" " * indent) if row.note else []


def _listed(listed: Listed, columns: int) -> Iterator[Line]:
    yield from heading(listed.title, columns)
    if listed.above:
        yield from paragraph(listed.above, columns)
    yield from items(listed.items, columns)
    if listed.below:
        yield from paragraph(listed.below, columns)
