"""Rows that an engine holds: columns as expressions of narwhals, over a lazy frame of Polars or DuckDB.

Cells are searched for every option, because an engine that was not started can't say which different ones there are.
Chains of comparisons and layers of columns: no engine is asked for a list, or for one deep expression.
"""

from __future__ import annotations

from functools import reduce
from operator import add, or_
from typing import TYPE_CHECKING, Any

import narwhals as nw

from sixstages.rubric import DONT_KNOW

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sixstages.cohort.expressions import Layer
    from sixstages.cohort.formulas import Hits
    from sixstages.cohort.plan import Plan
    from sixstages.rubric import Question

    Frame = nw.LazyFrame[Any]

_WHOLE = {8: nw.Int8, 16: nw.Int16, 32: nw.Int32, 64: nw.Int64}
_RETURNED: Mapping[type, type[nw.Boolean | nw.Float64 | nw.String]] = {
    bool: nw.Boolean,
    float: nw.Float64,
    str: nw.String,
}


class Expressions:
    """Columns of a lazy frame."""

    def __init__(self, frame: Frame) -> None:
        """Begin with the columns that the frame has."""
        self.frame = frame

    def add(self, layer: Layer) -> None:
        """Add columns, which read columns of layers before."""
        if columns := dict(layer):
            self.frame = self.frame.with_columns(**columns)

    def column(self, name: str, /) -> nw.Expr:
        """Refer to a column that was added."""
        return nw.col(name)

    def certain(self, *, truth: bool) -> nw.Expr:
        """Give what is the same in every row."""
        return nw.lit(truth)

    def number(self, truth: nw.Expr, bits: int = 8, /) -> nw.Expr:
        """Give 1 where a truth is true, else 0."""
        return truth.cast(_WHOLE[bits])

    def least(self, numbers: Sequence[nw.Expr], /) -> nw.Expr:
        """Give the least of several numbers, row by row."""
        return nw.min_horizontal(*numbers)

    def look_up(self, codes: nw.Expr, table: Mapping[int, object], /) -> nw.Expr:
        """Give what a table says of each code, null where it says nothing."""
        kind = _RETURNED[type(next(iter(table.values())))]
        return codes.replace_strict([*table], [*table.values()], default=None, return_dtype=kind)

    def joined(self, texts: Sequence[nw.Expr], /) -> nw.Expr:
        """Join texts by `;`, nulls left out; null where there are only nulls."""
        joined = nw.concat_str(*texts, separator=";", ignore_nulls=True)
        return nw.when(joined != "").then(joined)


def answers(plan: Plan, there: Collection[str]) -> Iterator[Layer]:
    """Yield layers that end in `known:Q` and `test:N`, over a frame that has texts without nulls in `cell:Q`."""
    questions = [each for each in plan.rubric.questions.values() if each.id in there]
    many = [each for each in questions if each.pick == "many"]
    others = {each: other for each in many if (other := _other_of(each))}
    yield ((f"cell:{each.id}", nw.concat_str(nw.lit(";"), _of("cell", each), nw.lit(";"))) for each in many)
    yield ((f"pick:{each.id}:{option}", _is_among(each, option)) for each in many for option in each.rank)
    yield ((f"rest:{each.id}", _has_rest(each)) for each in others)
    yield ((f"pick:{each.id}:{other}", _of("pick", each, other) | _of("rest", each)) for each, other in others.items())
    yield ((f"known:{each.id}", _are_known(each) if each in many else _is_known(each)) for each in questions)
    yield ((name, _passes(test, plan)) for test, name in plan.tests.items() if test.question in there)


def _of(kind: str, question: Question, option: str = "") -> nw.Expr:
    return nw.col(f"{kind}:{question.id}:{option}".rstrip(":"))


def _any_of(truths: Iterable[nw.Expr]) -> nw.Expr:
    return reduce(or_, truths, nw.lit(value=False))


def _other_of(question: Question) -> str | None:
    """Return the option that free text stands for."""
    return next((option.id for option in question.options if option.other), None)


def _is_among(question: Question, option: str) -> nw.Expr:
    return _of("cell", question).str.contains(f";{option};", literal=True)


def _has_rest(question: Question) -> nw.Expr:
    """Whether anything is left of a cell without the options; every id gets separators of its own first."""
    rest = _of("cell", question).str.replace_all(";", ";;", literal=True)
    for option in question.rank:
        rest = rest.str.replace_all(f";{option};", "", literal=True)
    return rest.str.len_chars() > len(";;")


def _is_known(question: Question) -> nw.Expr:
    cell = _of("cell", question)
    if _other_of(question):
        return (cell != "") & (cell != DONT_KNOW)
    return _any_of(cell == option for option in question.rank)


def _are_known(question: Question) -> nw.Expr:
    """Whether a cell is made of options, each once, and an `alone` one stands alone.

    That a cell holds nothing else is told by the length of all its ids: lists are not the same in all engines.
    """
    cell = _of("cell", question)
    lengths = [_of("pick", question, each).cast(nw.Int16) * (len(each) + 1) for each in question.rank]
    whole = reduce(add, lengths) + 1 == cell.str.len_chars()
    if _other_of(question):
        dont_know, gap = cell.str.contains(f";{DONT_KNOW};", literal=True), cell.str.contains(";;", literal=True)
        rest = _of("rest", question)
        whole = (whole & ~rest) | (rest & ~dont_know & ~gap)  # a rest may be as long as the option it stands for
    alone = _any_of(_of("pick", question, option.id) for option in question.options if option.alone)
    return whole & (~alone | (_count(question, question.rank) == 1))


def _count(question: Question, options: Iterable[str]) -> nw.Expr:
    return reduce(add, [_of("pick", question, each).cast(nw.Int8) for each in options])


def _passes(test: Hits, plan: Plan) -> nw.Expr:
    """Whether there is a definite answer, and it passes a test."""
    question = plan.rubric.questions[test.question]
    if question.pick == "one":
        return _is_one_of(question, test.options)
    passed = _count(question, sorted(test.options)) >= test.least
    return _of("known", question) & (~passed if test.negated else passed)


def _is_one_of(question: Question, options: Collection[str]) -> nw.Expr:
    """Whether a cell is one of these; with free text among them, whether it is none of the others."""
    cell = _of("cell", question)
    if _other_of(question) in options:
        return _of("known", question) & ~_any_of(cell == each for each in question.rank if each not in options)
    return _any_of(cell == each for each in question.rank if each in options)
