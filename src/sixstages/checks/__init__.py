"""The check: is this rubric sound? Rules look at it and yield problems; nothing is printed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.checks.checked import Checked, Share
from sixstages.checks.rules import all_rules
from sixstages.checks.subject import Subject, golden_cases
from sixstages.checks.suppressions import apply_suppressions, read_suppressions
from sixstages.errors import first_of, in_reading_order, problem
from sixstages.loading import read_rubric
from sixstages.proofs import NotProved

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sixstages.errors import Problem

_UNREADABLE = frozenset({"Y001", "Y002", "Y021"})


def check_rubric(folder: Path) -> Checked:
    """Check the rubric in a folder, with its cases."""
    loaded = read_rubric(folder)
    problems = list(loaded.problems)
    documents = [read.document for read in (loaded.stages, loaded.questions) if read]
    identity = loaded.stages.file.rubric if loaded.stages else None
    shares: tuple[Share, ...] = ()
    if loaded.rubric and loaded.stages and loaded.questions:
        cases, wrong = golden_cases(folder, loaded.rubric)
        subject = Subject(folder, loaded.rubric, loaded.stages, loaded.questions, cases)
        problems += [*wrong, *_found_by_rules(subject)]
        documents += [case.document for case in cases]
        shares = _shares(subject)
    suppressions = [each for document in documents for each in read_suppressions(document)]
    return Checked(
        folder=str(folder),
        rubric=identity.id if identity else None,
        version=identity.version if identity else None,
        problems=tuple(sorted(apply_suppressions(problems, suppressions), key=in_reading_order)),
        shares=shares,
        unusable=any(each.code in _UNREADABLE for each in loaded.problems),
    )


def _found_by_rules(subject: Subject) -> Iterator[Problem]:
    for code, rule in all_rules().items():
        try:
            yield from first_of(rule.check(subject))
        except NotProved:
            yield problem("L399", subject.stages.document.place("rubric", "id"), rule=code)


def _shares(subject: Subject) -> tuple[Share, ...]:
    ids = [stage.id for stage in subject.rubric.stages]
    try:
        shares = subject.proofs.shares()
    except NotProved:
        return tuple(Share(stage=each, share=None) for each in ids)
    return tuple(Share(stage=each, share=share) for each, share in zip(ids, shares, strict=True))
