"""Witnesses: answers files that give each stage and each finding."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from sixstages import assess, load_rubric
from sixstages.answers import parse_answers
from sixstages.checks.witnesses import find_witnesses
from sixstages.loading import default_folder
from sixstages.proofs import NotProved, Proofs
from tests.library import FOLDER, library

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.answers import Answers
    from sixstages.logic import Picks
    from sixstages.rubric import Rubric

    Sheet = dict[str, Picks]


@dataclass(frozen=True)
class Prover:
    """Proofs that know one sheet, for one stage; they never finish with any finding."""

    number: int
    sheet: Sheet

    def stage_sheet(self, number: int) -> Sheet | None:
        """Give the sheet for its stage alone."""
        return self.sheet if number == self.number else None

    def finding_sheet(self, finding: str) -> Sheet | None:
        """Take too long."""
        raise NotProved(finding)


def kept(text: str, rubric: Rubric) -> Answers:
    """Read a witness as `score` does; nothing in it is worth a warning."""
    answers = parse_answers(text.encode(), "witness.yaml", rubric)
    assert answers.warnings == ()
    return answers


def test_a_witness_is_an_answers_file_with_what_it_must_get() -> None:
    """It says what it is a witness of, for people and as a case."""
    found = find_witnesses(library(), Prover(1, {"kept": ("shelves", "homes"), "order": ("by-size",)}))
    answers = kept(found.files["stage-heap"], library())
    assert answers.name == "witness: stage heap"
    assert answers.answers == {"kept": ("shelves", "homes"), "order": ("by-size",)}
    assert answers.expect
    assert (answers.expect.stage, answers.expect.holds) == ("heap", ())


def test_what_has_no_witness_is_named() -> None:
    """A stage that no answers give, apart from what could not be proved."""
    found = find_witnesses(library(), Prover(1, {}))
    assert list(found.files) == ["stage-heap"]
    assert found.out_of_reach == tuple(f"stage-{stage.id}" for stage in library().stages[1:])
    assert found.not_proved == tuple(f"finding-{finding.id}" for _, finding in library().each_finding())


@pytest.mark.parametrize("folder", [FOLDER, default_folder()], ids=["library", "shipped"])
def test_each_witness_gives_what_it_stands_for(folder: Path) -> None:
    """Every stage and finding of a sound rubric has a witness, complete, that `score` gives just that."""
    rubric = load_rubric(folder)
    found = find_witnesses(rubric, Proofs(rubric))
    findings = [finding.id for _, finding in rubric.each_finding()]
    assert list(found.files) == [f"stage-{each.id}" for each in rubric.stages] + [f"finding-{id_}" for id_ in findings]
    for name, text in found.files.items():
        kind, _, what = name.partition("-")
        got = assess(rubric, kept(text, rubric))
        holding = [each.id for each in got.findings if each.holds]
        assert what in ([got.stage.id] if kind == "stage" else holding)
        assert got.open == ()
        assert got.warnings == ()
