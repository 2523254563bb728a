"""The assessment as JSON: for scripts, the same keys in every language."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sixstages.text import CONTROL

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sixstages.assessment import Assessment
    from sixstages.rubric import Rubric


def one(assessment: Assessment, _rubric: Rubric, _columns: int, /) -> str:
    """Give one assessment as a JSON object."""
    return _written(keyed(vars(assessment)))


def several(assessed: Iterable[tuple[Assessment, Rubric]], _columns: int, /) -> Iterator[str]:
    """Give assessments as a JSON list, piece by piece."""
    piece = "["
    for assessment, _ in assessed:
        yield f"{piece}\n"
        # Written in a list of its own, it stands as far from the edge as it does in the whole one.
        alone = _written([keyed(vars(assessment))])
        piece = alone.removeprefix("[\n").removesuffix("\n]\n") + ","
    yield piece.removesuffix(",") + "\n]\n"


def keyed(value: Any) -> object:  # noqa: ANN401 - whatever stands in a result
    """Give fields as keys, all the way down; `for` and `from` are words that Python keeps for itself."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {name.removesuffix("_"): keyed(each) for name, each in value.items()}
    return list(map(keyed, value)) if isinstance(value, tuple) else value


def _written(value: object) -> str:
    # A warning may name a file of any name: what in it could steer a terminal, and what stands as a lone surrogate
    # for a byte that is not UTF-8, is escaped as JSON does.
    written = json.dumps(value, ensure_ascii=False, indent=2)
    return CONTROL.sub(lambda match: f"\\u{ord(match[0]):04x}", written) + "\n"
