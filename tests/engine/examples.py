"""Small rubrics written by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sixstages.rubric import Rubric

if TYPE_CHECKING:
    from collections.abc import Sequence

Written = dict[str, Any]
"""A piece of a rubric as its files hold it."""


def question(question_id: str, options: str, **more: object) -> Written:
    """Write a question down; its options are words in a row, those with a star are `alone` ones."""
    made = [{"id": each.rstrip("*"), "text": "A text", "alone": each.endswith("*")} for each in options.split()]
    return {"id": question_id, "ask": "How is it?", "why": "It matters.", "options": made, **more}


def gate(needs: int, *conditions: Written) -> Written:
    """Write a gate down, with a sign for each condition."""
    words = {"says": "It shows.", "do": "Gain it.", "effort": "small"}
    return {"needs": needs, "signs": [{"id": f"sign{at}", "when": each, **words} for at, each in enumerate(conditions)]}


def finding(needs: int, *conditions: Written) -> Written:
    """Write a finding down, with a sign for each condition."""
    signs = [{"id": f"sign{at}", "says": "It shows.", "when": each} for at, each in enumerate(conditions)]
    remedies = [{"id": "mend", "do": "Mend it.", "why": "It helps."}]
    explains = {"text": "Because.", "source": "book/1"}
    return {
        "id": "fault",
        "name": "A fault",
        "explains": explains,
        "needs": needs,
        "signs": signs,
        "remedies": remedies,
    }


def rubric(questions: list[Written], gates: list[Written], findings: Sequence[Written] = ()) -> Rubric:
    """Build a rubric of stages `s1`, `s2` and so on: one more than there are gates."""
    stages = [{"id": f"s{number}", "name": "Stage", "summary": "A stage."} for number in range(1, len(gates) + 2)]
    return Rubric.model_validate(
        {
            "identity": {"id": "made-up", "version": 1, "title": "Made up", "language": "en"},
            "sources": {},
            "self_view": {"ask": "Where are you?", "why": "To compare."},
            "stages": [stages[0], *(stage | {"gate": each} for stage, each in zip(stages[1:], gates, strict=True))],
            "findings": [{"group": "faults", "title": "Faults", "items": findings}],
            "sections": [{"id": "all", "title": "All", "questions": questions}],
        }
    )
