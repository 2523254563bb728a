"""The assessment as JSON: for scripts, the same keys in every language."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sixstages.assessment import Assessment
    from sixstages.rubric import Rubric


def one(assessment: Assessment, _rubric: Rubric, _columns: int, /) -> str:
    """Give one assessment as a JSON object."""
    return _written(_keyed(assessment))


def several(assessments: Sequence[Assessment], _rubric: Rubric, _columns: int, /) -> str:
    """Give assessments as a JSON list."""
    return _written([_keyed(each) for each in assessments])


def _keyed(assessment: Assessment) -> dict[str, object]:
    """Give the keys of the output; `for` is a word that Python keeps for itself."""
    steps = [{"do": each.do, "why": each.why, "for": each.for_} for each in assessment.next_steps]
    return asdict(assessment) | {"next_steps": steps}


def _written(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    # A warning may name a file whose name is not UTF-8: what it holds as a lone surrogate is escaped, as JSON does.
    return written.encode(errors="backslashreplace").decode()
