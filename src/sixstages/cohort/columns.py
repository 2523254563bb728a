"""What each column of a table is taken for, and which tool wrote it; never by its position."""

from __future__ import annotations

from collections import Counter
from itertools import chain, zip_longest
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from sixstages.cohort.cells import BLANK, Words
from sixstages.cohort.dialects import ANYBODY, PLAIN, all_dialects
from sixstages.cohort.headers import HeaderReader, Role
from sixstages.cohort.wording import fold
from sixstages.errors import Place, first_of, problem, suggestion

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Mapping as AnyMapping

    from sixstages.cohort.dialects import Dialect
    from sixstages.cohort.mapping import Mapping
    from sixstages.cohort.wording import Wording
    from sixstages.errors import Problem

BETWEEN_ROWS = " / "


class Column(NamedTuple):
    """What a column of a table is taken for.

    Its role: a whole answer, one option of a question, free text beside the options, a column of the tool's own
    (or one to be ignored), or nothing that is known. The column of an option that its question does not have has the
    role of an option, and none. `header` is its header cells, joined where there are several.
    """

    position: int
    header: str
    role: Role
    question: str = ""
    option: str = ""


class Understanding(NamedTuple):
    """What a table is taken for: the tool that wrote it, its columns, what is wrong, and what its cells may hold.

    `values` leads from texts of a mapping file, by question, to options.
    """

    dialect: str
    header_rows: int
    columns: tuple[Column, ...]
    problems: tuple[Problem, ...]
    words: Words = Words()
    values: AnyMapping[str, AnyMapping[str, str]] = {}


def understand(
    name: str, head: Sequence[Sequence[str]], wording: Wording, mapping: Mapping | None = None
) -> Understanding:
    """Say what the columns of the table `name` are, from its first records and perhaps a mapping file."""
    dialect = _dialect_of(_filled_up(head), wording)
    columns = _columns(_headers(head[: dialect.header_rows]), HeaderReader(dialect, wording), mapping)
    faults = [_twice(name, columns), _missing(name, columns, wording), _misnamed(columns, mapping)]
    return Understanding(
        dialect=dialect.name,
        header_rows=dialect.header_rows,
        columns=columns,
        problems=tuple(first_of(chain(*faults))),
        words=_words(dialect, mapping),
        values=_values(mapping, wording) if mapping else {},
    )


def _dialect_of(head: Sequence[Sequence[str]], wording: Wording) -> Dialect:
    """Return the dialect of which most is found, or the plain one."""
    found = [(_found(dialect, head, wording), dialect) for dialect in all_dialects()] if head else []
    hits, dialect = max(found, key=itemgetter(0), default=(0, PLAIN))
    return dialect if hits else PLAIN


def _found(dialect: Dialect, head: Sequence[Sequence[str]], wording: Wording) -> int:
    """Count the headers by which a dialect is known: its marks, where they are enough, and columns of options."""
    marks = frozenset(map(fold, dialect.marks))
    marked = [position for position, cell in enumerate(head[0]) if fold(cell) in marks]
    if len(marked) < dialect.enough or (dialect.first and not _is_first(marked, head[0], wording)):
        marked = []
    if dialect.header_rows > 1 and not _goes_on(dialect, head, marked):
        return 0
    reader, anybody = HeaderReader(dialect, wording), HeaderReader(ANYBODY, wording)
    pairs = zip(head[0], _headers(head[: dialect.header_rows]), strict=True)
    return len(marked) + sum(reader.names_an_option(each) and not anybody.names_an_option(top) for top, each in pairs)


def _is_first(marked: Sequence[int], headers: Sequence[str], wording: Wording) -> bool:
    """Whether a mark is above the first column, and the questions stand in words above the others."""
    return 0 in marked and not any(header.strip() in wording.questions for header in headers)


def _goes_on(dialect: Dialect, head: Sequence[Sequence[str]], marked: list[int]) -> bool:
    """Whether the second record is a header too: it says nothing below the tool's own columns.

    It has a word of the tool, or goes on below a header that is blank: what would be a column without any.
    """
    if len(head) < 2 or any(head[1][position].strip() for position in marked):  # noqa: PLR2004 - there is no second
        return False
    whole = frozenset(map(fold, dialect.whole))
    spread = any(below.strip() and not above.strip() for above, below in zip(head[0], head[1], strict=True))
    return (bool(marked) and spread) or any(fold(cell) in whole for cell in head[1])


def _filled_up(records: Sequence[Sequence[str]]) -> list[tuple[str, ...]]:
    """Make all records as long as the longest."""
    return [*zip(*zip_longest(*records, fillvalue=""), strict=True)]


def _headers(records: Sequence[Sequence[str]]) -> list[str]:
    """Join the header cells of each column; a blank above goes on with what stands to its left."""
    if len(records) < 2:  # noqa: PLR2004 - a record has nothing below it
        return [cell for record in records for cell in record]
    headers: list[str] = []
    left = ""
    for above, below in zip(*_filled_up(records), strict=True):
        left = above.strip() or left
        headers.append(f"{left}{BETWEEN_ROWS}{below}" if below.strip() else above)
    return headers


def _columns(headers: Sequence[str], reader: HeaderReader, mapping: Mapping | None) -> tuple[Column, ...]:
    said = {header: each.taken for header, each in mapping.columns.items()} if mapping else {}
    taken = [said.get(fold(header)) or reader.take(header) for header in headers]
    return tuple(Column(position, headers[position], *each) for position, each in enumerate(taken))


def _values(mapping: Mapping, wording: Wording) -> dict[str, dict[str, str]]:
    """Say what cells stand for, whatever else they would: question by question, folded."""
    blank = dict.fromkeys(mapping.blank, BLANK)
    return {question: {**blank, **mapping.values.get(question, {})} for question in wording.questions}


def _words(dialect: Dialect, mapping: Mapping | None) -> Words:
    """Put together what the tool and the mapping file say; the file has the last word."""
    picked, not_picked, blank = (
        frozenset(map(fold, words)) for words in (dialect.picked, dialect.not_picked, dialect.blank)
    )
    if mapping is None:
        return Words(picked, not_picked, blank, dialect.spaced)
    said = mapping.picked | mapping.not_picked | mapping.blank
    return Words(
        picked - said | mapping.picked,
        not_picked - said | mapping.not_picked,
        blank - said | mapping.blank,
        dialect.spaced,
    )


def _twice(name: str, columns: Sequence[Column]) -> Iterator[Problem]:
    first: dict[tuple[str, str], Column] = {}
    for column in columns:
        if column.role != "answer" and not column.option:
            continue
        before = first.setdefault((column.question, column.option), column)
        if before is not column:
            what = f"{column.question}/{column.option}".rstrip("/")
            yield problem("C720", _place(name, column), also=(_place(name, before),), header=column.header, what=what)


def _missing(name: str, columns: Sequence[Column], wording: Wording) -> Iterator[Problem]:
    answered = {column.question for column in columns} - {""}
    if not answered:
        yield problem("C721", Place(name))
    else:
        opening = (each.id for each in wording.questions.values() if each.opening and each.id not in answered)
        yield from (problem("C723", Place(name), question=question) for question in opening)


def _misnamed(columns: Sequence[Column], mapping: Mapping | None) -> Iterator[Problem]:
    """Yield the headers of a mapping file that no column has, or several."""
    number = Counter(fold(column.header) for column in columns)
    for header, said in mapping.columns.items() if mapping else ():
        if number[header] > 1:
            yield problem("C725", said.place, header=said.header)
        elif not number[header]:
            hint = suggestion(said.header, [column.header for column in columns if column.header])
            yield problem("C722", said.place, header=said.header, hint=hint)


def _place(name: str, column: Column) -> Place:
    return Place(name, column=column.position + 1)
