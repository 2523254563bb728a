"""G501: a stage at which no case stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for each stage that can be reached among those that the cases expect; G510 tells of no cases at all."""
    cases = subject.all_cases()
    expected = {case.answers.expect.stage for case in cases if case.answers.expect}
    for number, stage in enumerate(subject.rubric.stages if cases else ()):
        if stage.id not in expected and subject.proofs.stage_sheet(number + 1):
            yield problem("G501", subject.stages.document.place("stages", number, "id"), stage=stage.id)
