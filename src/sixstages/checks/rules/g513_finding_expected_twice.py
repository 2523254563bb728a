"""G513: a finding that a case names twice in what it expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Place, Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look at each finding that a case names under `holds` and under `absent`."""
    for case, expect in subject.expectations():
        first: dict[str, Place] = {}
        named = [("holds", *each) for each in enumerate(expect.holds)]
        named += [("absent", *each) for each in enumerate(expect.absent)]
        for key, at, finding in named:
            place = case.document.place("expect", key, at)
            if first.setdefault(finding, place) != place:
                yield problem("G513", place, also=(first[finding],), finding=finding)
