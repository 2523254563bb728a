"""From scored rows to the picture of the whole: counted block after block, so that memory does not grow with rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, cast

import polars as pl

from sixstages.assessment import RubricMark
from sixstages.cohort.figures import (
    Cohort,
    FindingCount,
    GateCount,
    GroupPicture,
    Picture,
    QuestionCount,
    StageCount,
    StageShare,
    VerdictCounts,
)
from sixstages.cohort.folding import folded
from sixstages.errors import ProblemsFound, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sixstages.cohort.figures import ReadingFacts
    from sixstages.rubric import Condition, Rubric

MOST_GROUPS = 10_000
"""A column with more values than these, such as a name or an e-mail address, makes no groups."""

_GROUP = "group"
_SETTLED = "settled"
_ROWS = "rows"
_PLACE = ("low", "high", "stage", "verdict")


class _Counted(NamedTuple):
    """What has been counted: rows by their place, and what is counted in the columns by the stage of settled rows.

    Rows without any answer have no place (null), and no part in the sums.
    """

    places: pl.DataFrame
    sums: pl.DataFrame


class Tally:
    """Counts scored rows, block after block."""

    def __init__(self, rubric: Rubric) -> None:
        """Count by the stages, findings and questions of a rubric, in the language that reports are to be in."""
        self._rubric = rubric
        self._counted: _Counted | None = None
        findings = (f"finding:{finding.id}" for _, finding in rubric.each_finding())
        opened = (f"open:{question}" for question in rubric.questions)
        self._asked = tuple(dict.fromkeys(_asked_like(rubric).values()))
        self.columns = (*_PLACE, "answered", *findings, *opened, *self._asked)
        """The columns of scored rows that are read."""

    def add(self, scored: pl.DataFrame, groups: pl.Series | None = None) -> None:
        """Count a block; `groups` holds the cell of each row that says which group the row belongs to."""
        label = pl.lit("") if groups is None else _labels(groups)
        has_answer = pl.col("answered") > 0
        is_settled = pl.col("low") == pl.col("high")
        keyed = scored.with_columns(
            label.alias(_GROUP),
            *(pl.when(has_answer).then(pl.col(each)).alias(each) for each in _PLACE),
            pl.when(has_answer).then(pl.when(is_settled).then(pl.col("stage")).otherwise(0)).alias(_SETTLED),
        )
        places = keyed.group_by(_GROUP, *_PLACE).agg(pl.len().cast(pl.Int64).alias(_ROWS))
        sums = keyed.group_by(_GROUP, _SETTLED).agg(self._sums()).drop_nulls(_SETTLED)
        self._counted = _Counted(places, sums) if self._counted is None else _merged(self._counted, places, sums)
        if self._counted.places[_GROUP].n_unique() > MOST_GROUPS:
            raise ProblemsFound([problem("C750", most=MOST_GROUPS)])

    def cohort(self, reading: ReadingFacts, by: str = "", min_group: int = 5) -> Cohort:
        """Give what has been counted so far; `by` is the header of the column that makes the groups."""
        identity = self._rubric.identity
        return Cohort(
            rubric=RubricMark(id=identity.id, version=identity.version, digest=self._rubric.digest),
            language=identity.language,
            reading=reading,
            by=by,
            min_group=min_group,
            overall=_picture(self._rubric, self._counted),
            groups=tuple(self._groups(min_group)) if by else (),
        )

    def _sums(self) -> Iterator[pl.Expr]:
        """Yield what is summed up: where findings hold and could be judged, and where questions are asked, and open."""
        for _, finding in self._rubric.each_finding():
            column = pl.col(f"finding:{finding.id}")
            yield column.sum().cast(pl.Int64).alias(f"holds:{finding.id}")
            yield column.count().cast(pl.Int64).alias(f"judged:{finding.id}")
        for question in self._rubric.questions:
            yield pl.col(f"open:{question}").sum().cast(pl.Int64)
        yield from (pl.col(asked).sum().cast(pl.Int64) for asked in self._asked)

    def _groups(self, min_group: int) -> Iterator[GroupPicture]:
        if self._counted is None:
            return
        for shown in folded(_sizes(self._counted.places), min_group):
            is_in = pl.col(_GROUP).is_in(shown.labels)
            counted = _Counted(*(each.filter(is_in) for each in self._counted))
            label, number = ("", len(shown.labels)) if shown.is_folded else (shown.labels[0], 0)
            yield GroupPicture(label, number, _picture(self._rubric, counted))


def _labels(groups: pl.Series) -> pl.Series:
    """Give the labels of groups: cells without the spaces around them; blank ones are a group of their own."""
    return groups.cast(pl.String).fill_null("").str.strip_chars()


def _merged(counted: _Counted, places: pl.DataFrame, sums: pl.DataFrame) -> _Counted:
    return _Counted(
        pl.concat([counted.places, places]).group_by(_GROUP, *_PLACE).sum(),
        pl.concat([counted.sums, sums]).group_by(_GROUP, _SETTLED).sum(),
    )


def _sizes(places: pl.DataFrame) -> dict[str, int]:
    """Count the answered rows of each group."""
    answered = pl.when(pl.col("low").is_not_null()).then(pl.col(_ROWS)).otherwise(0)
    return dict(places.group_by(_GROUP).agg(answered.sum()).iter_rows())


def _picture(rubric: Rubric, counted: _Counted | None) -> Picture:
    """Draw the picture of what is counted, of whatever groups."""
    places = [] if counted is None else [_Place(*each) for each in counted.places.select(*_PLACE, _ROWS).iter_rows()]
    answered = [each for each in places if each.low is not None]
    gates = tuple(_gates(rubric, answered))
    hardest = max(gates, key=lambda each: each.stopped)
    sums = {} if counted is None else _by_stage(counted.sums)
    return Picture(
        rows=sum(each.rows for each in places),
        unanswered=sum(each.rows for each in places if each.low is None),
        stages=tuple(_stages(rubric, answered)),
        gates=gates,
        hardest=hardest.stage if hardest.stopped else None,
        verdicts=_verdicts(answered),
        findings=tuple(_findings(rubric, sums)),
        questions=tuple(sorted(_questions(rubric, sums), key=lambda each: -each.open)),
    )


class _Place(NamedTuple):
    """So many rows have this interval, this best guess and this verdict; None in rows without any answer."""

    low: int | None
    high: int | None
    stage: int | None
    verdict: str | None
    rows: int


_Sums = dict[int, "Mapping[str, int]"]
"""By the number of a settled stage, or 0 for all rows that are not settled: each sum by its name."""


def _by_stage(sums: pl.DataFrame) -> _Sums:
    added = sums.drop(_GROUP).group_by(_SETTLED).sum()
    return {row[_SETTLED]: cast("Any", row) for row in added.iter_rows(named=True)}


def _stages(rubric: Rubric, places: list[_Place]) -> Iterator[StageCount]:
    for number, stage in enumerate(rubric.stages, 1):
        here = [each for each in places if each.stage == number]
        settled = sum(each.rows for each in here if each.low == each.high)
        incomplete = sum(each.rows for each in here) - settled
        yield StageCount(stage.id, number, stage.name, settled, incomplete)


def _gates(rubric: Rubric, places: list[_Place]) -> Iterator[GateCount]:
    for below, stage in enumerate(rubric.stages[1:], 1):
        at_gate = [each for each in places if each.low == below]
        stopped = sum(each.rows for each in at_gate if each.high == below)
        reached = sum(each.rows for each in places if each.low is not None and each.low >= below)
        yield GateCount(stage.id, reached, stopped, sum(each.rows for each in at_gate) - stopped)


def _verdicts(places: list[_Place]) -> VerdictCounts:
    words = VerdictCounts._fields
    return VerdictCounts(*(sum(each.rows for each in places if each.verdict == word) for word in words))


def _findings(rubric: Rubric, sums: _Sums) -> Iterator[FindingCount]:
    for group, finding in rubric.each_finding():
        holds, judged = f"holds:{finding.id}", f"judged:{finding.id}"
        shares = (
            StageShare(stage.id, _sum(sums, holds, number), _sum(sums, judged, number))
            for number, stage in enumerate(rubric.stages, 1)
        )
        yield FindingCount(group, finding.id, finding.name, _sum(sums, holds), _sum(sums, judged), tuple(shares))


def _questions(rubric: Rubric, sums: _Sums) -> Iterator[QuestionCount]:
    asked = _asked_like(rubric)
    for each in rubric.questions.values():
        yield QuestionCount(each.id, each.ask, _sum(sums, f"open:{each.id}"), _sum(sums, asked[each.id]))


def _asked_like(rubric: Rubric) -> Mapping[str, str]:
    """Name a column for each question that says whether it is asked: one for all that are asked on one condition."""
    first: dict[Condition | None, str] = {}
    return {each.id: f"asked:{first.setdefault(each.ask_if, each.id)}" for each in rubric.questions.values()}


def _sum(sums: _Sums, name: str, stage: int | None = None) -> int:
    """Add up what is counted under a name, at one stage or over all rows."""
    return sum(each[name] for number, each in sums.items() if stage in {None, number})
