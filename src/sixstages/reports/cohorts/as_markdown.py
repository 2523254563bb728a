"""The cohort as CommonMark, for mails and documents: what the text report says, with every number in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports.as_markdown import escaped
from sixstages.reports.cohorts.numbers import NOTHING
from sixstages.reports.cohorts.story import tell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sixstages.cohort.figures import Cohort
    from sixstages.reports.cohorts.story import Chart, Listed, Story, Table, TableRow, Tables
    from sixstages.rubric import Rubric


def report(cohort: Cohort, rubric: Rubric, _columns: int, /) -> str:
    """Report a cohort."""
    return "\n\n".join(filter(None, _blocks(tell(cohort, rubric)))) + "\n"


def _blocks(story: Story) -> Iterator[str]:
    """Yield headings, paragraphs and lists, which blank lines part."""
    yield _heading(1, story.title)
    yield escaped(story.rubric)
    yield from map(escaped, story.lead)
    for chart in story.charts:
        yield from _chart(chart)
    for tables in story.tables:
        yield from _tables(tables)
    for listed in (story.questions, story.reading):
        yield from _listed(listed) if listed else ()
    yield escaped(story.edition)


def _chart(chart: Chart) -> Iterator[str]:
    yield _heading(2, chart.title)
    yield _items(row.words for row in chart.rows)


def _tables(tables: Tables) -> Iterator[str]:
    yield _heading(2, tables.title)
    yield from map(escaped, tables.about)
    for table in tables.tables:
        if table.title:
            yield _heading(3, table.title)
        yield "\n".join(_row(table, row) for row in table.rows)


def _row(table: Table, row: TableRow) -> str:
    """Give a row as an item of several lines: CommonMark itself knows no tables."""
    pairs = zip(table.heads, row.cells, strict=True)
    cells = "; ".join(f"{head}: {cell.share}, {cell.counts}" for head, cell in pairs if cell.share != NOTHING)
    lines = [f"**{escaped(row.name)}**", *map(escaped, filter(None, (cells, row.note)))]
    # Two spaces at the start keep a line in its item, a backslash before it breaks the line.
    return "- " + "\\\n  ".join(lines)


def _listed(listed: Listed) -> Iterator[str]:
    yield _heading(2, listed.title)
    yield escaped(listed.above)
    yield _items(listed.items)
    yield escaped(listed.below)


def _items(texts: Iterable[str]) -> str:
    return "\n".join(f"- {escaped(text)}" for text in texts)


def _heading(level: int, words: str) -> str:
    return f"{'#' * level} {escaped(words)}"
