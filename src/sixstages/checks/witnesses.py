"""Witnesses: for each stage and each finding an answers file that gives it, as proof that it can be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from sixstages.answers import Answers, Expectation, dump_answers
from sixstages.assessment import assess
from sixstages.proofs import NotProved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sixstages.logic import Picks
    from sixstages.rubric import Rubric

    Sheet = dict[str, Picks]


MARK = "witness: "
"""How the name of a witness begins."""


class Prover(Protocol):
    """What is asked of the proofs; each raises `NotProved` where its budget is spent."""

    def stage_sheet(self, number: int) -> Sheet | None:
        """Return a complete sheet that gives a stage, counted from 1, None where there is none."""

    def finding_sheet(self, finding: str) -> Sheet | None:
        """Return a complete sheet on which a finding holds, None where there is none."""


class Witnesses(NamedTuple):
    """Texts of answers files by their name, without its ending; and what has none, by the same name."""

    files: dict[str, str]
    out_of_reach: tuple[str, ...]
    not_proved: tuple[str, ...]


def find_witnesses(rubric: Rubric, proofs: Prover) -> Witnesses:
    """Look for answers that give each stage, as `stage-ID`, and each finding, as `finding-ID`."""
    files: dict[str, str] = {}
    out_of_reach: list[str] = []
    not_proved: list[str] = []
    for wanted in _wanted(rubric, proofs):
        try:
            sheet = wanted.look()
        except NotProved:
            not_proved.append(wanted.name)
            continue
        if sheet is None:
            out_of_reach.append(wanted.name)
        else:
            files[wanted.name] = _written(wanted, sheet, rubric)
    return Witnesses(files, tuple(out_of_reach), tuple(not_proved))


class _Wanted(NamedTuple):
    kind: str
    id: str
    look: Callable[[], Sheet | None]

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.id}"


def _wanted(rubric: Rubric, proofs: Prover) -> Iterator[_Wanted]:
    for number, stage in enumerate(rubric.stages, 1):
        yield _Wanted("stage", stage.id, partial(proofs.stage_sheet, number))
    for _, finding in rubric.each_finding():
        yield _Wanted("finding", finding.id, partial(proofs.finding_sheet, finding.id))


def _written(wanted: _Wanted, sheet: Sheet, rubric: Rubric) -> str:
    """Write the sheet with what it must get, so that it can be kept as a case."""
    if wanted.kind == "stage":
        expect = Expectation(stage=wanted.id)
    else:
        expect = Expectation(stage=assess(rubric, Answers(answers=sheet)).stage.id, holds=(wanted.id,))
    name = f"{MARK}{wanted.kind} {wanted.id}"
    return dump_answers(Answers(answers=sheet, name=name, expect=expect), rubric)
