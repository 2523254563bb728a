"""The assessment as JSON: for scripts, the same keys in every language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sixstages.assessment import Assessment
    from sixstages.rubric import Rubric


def one(assessment: Assessment, _rubric: Rubric, _columns: int, /) -> str:
    """Give one assessment as a JSON object."""
    return _written(_keyed(vars(assessment)))


def several(assessed: Sequence[tuple[Assessment, Rubric]], _columns: int, /) -> str:
    """Give assessments as a JSON list."""
    return _written([_keyed(vars(assessment)) for assessment, _ in assessed])


def _keyed(value: Any) -> object:  # noqa: ANN401 - whatever stands in an assessment
    """Give fields as keys, all the way down; `for` is a word that Python keeps for itself."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {name.removesuffix("_"): _keyed(each) for name, each in value.items()}
    return list(map(_keyed, value)) if isinstance(value, tuple) else value


def _written(value: object) -> str:
    written = json.dumps(value, ensure_ascii=False, indent=2) + "\n"
    # A warning may name a file whose name is not UTF-8: what it holds as a lone surrogate is escaped, as JSON does.
    return written.encode(errors="backslashreplace").decode()
