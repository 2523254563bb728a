"""The subject matter is complete: every point of the four articles is carried, each where it belongs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages import load_rubric
from sixstages.logic import questions_read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages import Rubric
    from sixstages.rubric import Mark, Remedy, Sign

ARTICLES = {
    "six-stages": {"S1": 6, "S2": 4, "S3": 9, "S4": 5, "S5": 4, "S6": 4, "S7": 1},
    "six-reasons": {"R1": 6, "R2": 5, "R3": 5, "R4": 4, "R5": 7, "R6": 6},
    "five-misconceptions": {"M1": 4, "M2": 4, "M3": 3, "M4": 4, "M5": 4},
    "clap-on": {"C1": 5, "C2": 9, "C3": 5, "C4": 4, "C5": 5, "C6": 4, "C7": 2},
}
"""How many points each part of each article has."""

POINTS = [
    f"{article}/{part}.{number}"
    for article, parts in ARTICLES.items()
    for part, count in parts.items()
    for number in range(1, count + 1)
]

STAGE_PARTS = ("S1", "S2", "S3", "S4", "S5", "S6")
FINDING_PARTS = {
    "reasons": ("R1", "R2", "R3", "R4", "R5", "R6"),
    "misconceptions": ("M1", "M2", "M3", "M4", "M5"),
    "readiness": ("C3", "C4", "C5", "C6", "C7"),
}
ANYWHERE = {"C1", "C2", "S7"}

RUBRIC = load_rubric()


def _read_by(signs: tuple[Sign, ...]) -> set[str]:
    return {question for sign in signs for question in questions_read(sign.when)}


def _homes(rubric: Rubric) -> dict[str, set[str]]:
    """For each part of the articles, the things that may carry it: `stage:`, `finding:` or `question:` and an id."""
    homes: dict[str, set[str]] = {}
    for part, stage in zip(STAGE_PARTS, rubric.stages, strict=True):
        signs = stage.gate.signs if stage.gate else ()
        homes[part] = {f"stage:{stage.id}", *(f"question:{each}" for each in _read_by(signs))}
    for group in rubric.findings:
        for part, finding in zip(FINDING_PARTS.get(group.group, ()), group.items, strict=group.group in FINDING_PARTS):
            homes[part] = {f"finding:{finding.id}", *(f"question:{each}" for each in _read_by(finding.signs))}
    return homes


def _carriers(rubric: Rubric) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Everything with a source: where it belongs, its own name, its sources."""
    yield "self_view", "self_view", rubric.self_view.source
    for stage in rubric.stages:
        home = f"stage:{stage.id}"
        yield home, home, stage.source
        marks: list[Mark | Sign] = [*stage.looks_like, *(stage.gate.signs if stage.gate else ())]
        yield from ((home, f"{home}/{mark.id}", mark.source) for mark in marks)
    for _, finding in rubric.each_finding():
        home = f"finding:{finding.id}"
        yield home, f"{home}/explains", finding.explains.source
        things: list[Sign | Remedy] = [*finding.signs, *finding.remedies]
        yield from ((home, f"{home}/{thing.id}", thing.source) for thing in things)
    for question in rubric.questions.values():
        home = f"question:{question.id}"
        yield home, home, question.source


@pytest.mark.parametrize("point", POINTS)
def test_every_point_is_carried(point: str) -> None:
    """Something in the rubric names each point of the articles as its source."""
    assert any(point in sources for _, _, sources in _carriers(RUBRIC)), point


def test_every_named_point_exists() -> None:
    """No source names a point that its article does not have."""
    named = {source for _, _, sources in _carriers(RUBRIC) for source in sources}
    assert sorted(named - set(POINTS)) == []


def test_nothing_carries_too_much() -> None:
    """One thing carries at most three points, so that each is really said."""
    assert [name for _, name, sources in _carriers(RUBRIC) if len(sources) > 3] == []


def test_every_point_is_in_its_place() -> None:
    """A point about a stage or a finding stands with it, or with a question that it reads."""
    homes = _homes(RUBRIC)
    astray = [
        f"{source} on {name}"
        for home, name, sources in _carriers(RUBRIC)
        for source in sources
        if (part := source.split("/")[1].split(".")[0]) not in ANYWHERE and home not in homes[part]
    ]
    assert astray == []


def test_disappointment_is_answered() -> None:
    """What somebody reads who is about to give up says the four resolutions that end the stage (S3.6 to S3.9)."""
    gate = next(stage.gate for stage in RUBRIC.stages if stage.id == "not-working")
    assert gate is not None
    sources = {source for sign in gate.signs for source in sign.source}
    assert sources >= {f"six-stages/S3.{number}" for number in (6, 7, 8, 9)}
