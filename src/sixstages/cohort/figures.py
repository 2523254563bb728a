"""What is counted over a cohort: the picture of the whole, and of its groups.

Pure, and without the libraries that count: what reports on a cohort needs none of them.
"""

# No `from __future__ import annotations`: the fields of named tuples would be compiled out of their text.

from dataclasses import dataclass
from typing import Literal, NamedTuple

from sixstages.assessment import RubricMark


class ReadingFacts(NamedTuple):
    """How a table was read: its name, what kind of export it was taken for, and what became of rows and columns.

    `broken` rows could not be read: they have more cells than the table has columns, or are files of a folder that
    can't be used. They are counted among the rows without any answer.
    `misread` rows hold a value at least that was not understood. `used` and `unused` are the headers of columns.
    """

    table: str
    dialect: str
    broken: int = 0
    misread: int = 0
    used: tuple[str, ...] = ()
    unused: tuple[str, ...] = ()


class StageCount(NamedTuple):
    """How many rows stand at a stage: `settled` for certain, `incomplete` as far as the answers tell."""

    id: str
    number: int
    name: str
    settled: int
    incomplete: int


class GateCount(NamedTuple):
    """What a gate does to the rows that have `reached` it: every gate below it holds for them for certain.

    For the `stopped` ones this gate is false for certain, for the `open` ones it is not known; the rest are past it.
    """

    stage: str
    reached: int
    stopped: int
    open: int


class VerdictCounts(NamedTuple):
    """How many rows have each verdict."""

    firm: int
    borderline: int
    uneven: int
    incomplete: int


class StageShare(NamedTuple):
    """A finding among the rows settled at a stage: it `holds` in so many of those for which it could be `judged`."""

    stage: str
    holds: int
    judged: int


class FindingCount(NamedTuple):
    """A finding: it `holds` in so many of the rows for which it could be `judged`, and the same stage by stage."""

    group: str
    id: str
    name: str
    holds: int
    judged: int
    by_stage: tuple[StageShare, ...]


class QuestionCount(NamedTuple):
    """A question: in so many rows it was `asked`, and in so many of them it is `open`.

    That is, without an answer or with "don't know". A question that is ruled out is not asked.
    """

    id: str
    ask: str
    open: int
    asked: int


class Picture(NamedTuple):
    """The picture of many rows. Those without any answer are `unanswered`, and counted in nothing below that.

    `hardest` is the stage whose gate stops most of them, the lower of two that stop as many; None where none is
    stopped. The question that is open in most rows comes first.
    """

    rows: int
    unanswered: int
    stages: tuple[StageCount, ...]
    gates: tuple[GateCount, ...]
    hardest: str | None
    verdicts: VerdictCounts
    findings: tuple[FindingCount, ...]
    questions: tuple[QuestionCount, ...]


class GroupPicture(NamedTuple):
    """The picture of a group; `label` is the cell that its rows share, empty where they have none.

    Where `folded` is not 0 these are so many groups in one, each too small to be shown, and it has no label.
    """

    label: str
    folded: int
    picture: Picture


@dataclass(frozen=True, kw_only=True)
class Cohort:
    """The picture of a table, and of its groups by the column `by`, the largest first, the folded ones last.

    Groups with fewer than `min_group` answered rows are folded together. There is no average of stages: they are
    steps, not lengths. The JSON output has the same keys.
    """

    format: Literal[1] = 1
    rubric: RubricMark
    language: str
    reading: ReadingFacts
    by: str
    min_group: int
    overall: Picture
    groups: tuple[GroupPicture, ...]
