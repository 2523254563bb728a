"""L328: a source that nothing names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem
from sixstages.references import sources_of_stages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for each source in what the two files say of where things come from."""
    points = [*(points for _, points in sources_of_stages(subject.stages))]
    points += [question.source for _, question in subject.questions.questions()]
    named = {point.partition("/")[0] for each in points for point in each}
    for source in subject.rubric.sources:
        if source not in named:
            yield problem("L328", subject.stages.document.key_place("sources", source), source=source)
