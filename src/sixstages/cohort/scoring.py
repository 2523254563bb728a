"""The verdict of every row of a data frame, the same that `assess` gives one by one.

Takes whatever narwhals does: a frame in memory (pandas, Polars, PyArrow) is worked out in arrays, and so is each batch
of Spark's; a lazy one (Polars, DuckDB) as expressions that its engine runs. What is worked out is written once, in
`verdicts`. What is unknown is not left to the null logic of an engine: everything is worked out twice, with all that is
unknown counted as false and as true, and is known where the two agree. Those are the two ends of the interval; Kleene's
logic says no more.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

import narwhals as nw
import polars as pl

from sixstages.cohort import arrays, lazily
from sixstages.cohort.expressions import Work
from sixstages.cohort.plan import Plan
from sixstages.cohort.spark import score_on_workers
from sixstages.cohort.verdicts import verdicts

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pyarrow as pa
    from narwhals.typing import IntoFrameT

    from sixstages.rubric import Rubric

_NO_TEXTS = (nw.Boolean, nw.Float32, nw.Float64, nw.List, nw.Array, nw.Struct, nw.Binary, nw.Date, nw.Datetime)
"""Kinds of columns that a cell can't be an id in; whole numbers can be ids."""

_PATTERN = re.compile(r"\*|\^.*\$", re.DOTALL)
"""Names of columns that stand for others in Polars or in DuckDB."""


def score_columns(rubric: Rubric) -> tuple[str, ...]:
    """Name every column that `score_frame` can give.

    `stage`, `low`, `high`, `nearest`: numbers from 1. `verdict`: the word. `missing`: the ids of the signs that the
    next stage still asks for, joined by `;`, null at the highest stage. `answered`: how many questions have a definite
    answer that is used. `finding:ID`: true, false, or null where it is unknown or does not apply; `severity:ID`: as in
    an assessment, null where it does not apply. `open:QUESTION`: whether it is asked and has no definite answer;
    `asked:QUESTION`: whether it is asked, which it is unless answers rule it out.
    """
    findings = [finding.id for _, finding in rubric.each_finding()]
    return (
        *("stage", "low", "high", "nearest", "verdict", "missing", "answered"),
        *(f"finding:{each}" for each in findings),
        *(f"severity:{each}" for each in findings),
        *(f"open:{each}" for each in rubric.questions),
        *(f"asked:{each}" for each in rubric.questions),
    )


def score_frame(
    frame: IntoFrameT, rubric: Rubric, *, keep: Sequence[str] = (), columns: Sequence[str] | None = None
) -> IntoFrameT:
    """Score every row of a frame; what comes back is of the same kind, lazy where the frame is lazy.

    The frame has a column of texts for each question, called by its id; a question without a column is unanswered. A
    cell is the id of an option, in a pick-many question ids joined by `;`, each once. Null, blank, `dont-know` and what
    is not understood are unknown; in a question with an option marked `other`, what is not understood is that option.

    `keep` names columns that are passed on, in front of the others; `columns` those of `score_columns` that are wanted,
    by default all but `asked:`. Raises ValueError where one of `columns` is not known, one of `keep` is called like one
    of them, no column is called like a question, or one that is holds no texts; and for a lazy frame where a name to
    keep is a pattern, such as `*`.
    """
    return Scorer(rubric).score(frame, keep=keep, columns=columns)


class Scorer:
    """`score_frame` for many frames, such as the blocks of a table: what a rubric asks for is worked out once."""

    def __init__(self, rubric: Rubric) -> None:
        """Write the rubric's conditions as formulas."""
        self._plan = Plan(rubric)
        self._known = score_columns(rubric)
        self._usual = tuple(name for name in self._known if not name.startswith("asked:"))
        self._meanings = arrays.Meanings(self._plan)

    def __reduce__(self) -> tuple[type[Scorer], tuple[Rubric]]:
        """Go to another process as the rubric alone."""
        return Scorer, (self._plan.rubric,)

    def score(self, frame: IntoFrameT, *, keep: Sequence[str] = (), columns: Sequence[str] | None = None) -> IntoFrameT:
        """Score every row of a frame, as `score_frame` does."""
        wanted = self._usual if columns is None else tuple(dict.fromkeys(columns))
        keep = tuple(dict.fromkeys(keep))
        if unknown := set(wanted) - set(self._known):
            raise ValueError(f"no such columns: {', '.join(sorted(unknown))}")
        if taken := set(wanted) & set(keep):
            raise ValueError(f"columns to keep have the names of results: {', '.join(sorted(taken))}")
        given: nw.DataFrame[Any] | nw.LazyFrame[Any] = nw.from_native(cast("Any", frame))
        there = self._questions_in(given)
        if given.implementation.is_pyspark() or given.implementation.is_pyspark_connect():
            return cast("IntoFrameT", score_on_workers(self, given.to_native(), there, keep, wanted))
        if isinstance(given, nw.LazyFrame):
            return cast("IntoFrameT", self._scored_lazily(given, there, keep, wanted).to_native())
        scored = self._scored_at_once(_texts(given.select(there).to_polars()), len(given), wanted)
        return cast("IntoFrameT", _beside(given, keep, scored))

    def _questions_in(self, given: nw.DataFrame[Any] | nw.LazyFrame[Any]) -> list[str]:
        """Name the questions that a frame has a column of texts for."""
        kinds = given.collect_schema()
        there = [each for each in self._plan.rubric.questions if each in kinds]
        if not there:
            raise ValueError("no column is called by the id of a question")
        for name in there:
            if kinds[name] in _NO_TEXTS and not _is_blank(given, name):
                raise ValueError(f"column {name} holds no texts: {kinds[name]}")
        return there

    def _scored_at_once(self, cells: pl.DataFrame, rows: int, wanted: Sequence[str]) -> pl.DataFrame:
        """Score so many rows that are in memory; without a column, cells do not tell their number."""
        columns = arrays.Arrays(rows)
        columns.add(self._meanings.answers(cells))
        for layer in verdicts(Work(self._plan, columns), cells.columns):
            columns.add(layer)
        return arrays.frame_of(columns, wanted)

    def _scored_lazily(
        self, given: nw.LazyFrame[Any], there: Sequence[str], keep: Sequence[str], wanted: Sequence[str]
    ) -> nw.LazyFrame[Any]:
        """Add layers of expressions; what is passed on gets a name meanwhile that can't be taken for one of ours."""
        if patterns := list(filter(_PATTERN.fullmatch, keep)):
            raise ValueError(f"engines take these names for patterns: {', '.join(patterns)}")
        kept = {name: f"kept:{name}" for name in keep}
        columns = lazily.Expressions(
            given.select(
                *(nw.col(name).alias(meanwhile) for name, meanwhile in kept.items()),
                *(nw.col(name).cast(nw.String).fill_null("").alias(f"cell:{name}") for name in there),
            )
        )
        for layer in chain(lazily.answers(self._plan, there), verdicts(Work(self._plan, columns), there)):
            columns.add(layer)
        return columns.frame.select(*(nw.col(meanwhile).alias(name) for name, meanwhile in kept.items()), *wanted)


def _is_blank(given: nw.DataFrame[Any] | nw.LazyFrame[Any], name: str) -> bool:
    """Whether a column in memory has nothing but nulls: pandas takes such a column for one of numbers."""
    return isinstance(given, nw.DataFrame) and bool(given[name].is_null().all())


def _texts(cells: pl.DataFrame) -> pl.DataFrame:
    """Read what is neither text nor encoded text as text."""
    return cells.with_columns(pl.exclude(pl.String, pl.Enum).cast(pl.String))


def _beside(given: nw.DataFrame[Any], keep: Sequence[str], scored: pl.DataFrame) -> object:
    """Set what is passed on beside what was found, as the kind of frame that it came in."""
    backend = given.implementation
    made = nw.from_arrow(scored if backend.is_polars() else _as_all_know_it(scored), backend=backend)
    if backend.is_pandas():
        made.to_native().index = given.to_native().index
    return (nw.concat([given[list(keep)], made], how="horizontal") if keep else made).to_native()


def _as_all_know_it(scored: pl.DataFrame) -> pa.Table:
    """Give an Arrow table whose texts are of a kind that every function of PyArrow takes."""
    return scored.to_arrow(compat_level=pl.CompatLevel.oldest())
