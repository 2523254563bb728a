"""The comparison as JSON: for scripts, the same keys, ids and numbers in every language.

`changes` has an entry for each two neighbours, `overall` one from the first sitting to the last; in both `from` and
`to` are positions in `sittings`, counted from 0. `steps` are those of the sitting before the last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sixstages.reports.checking.machine import written

if TYPE_CHECKING:
    from sixstages.comparison import Comparison
    from sixstages.rubric import Rubric


def report(comparison: Comparison, _rubric: Rubric, _columns: int, /) -> str:
    """Give a comparison as a JSON object."""
    return written(_keyed(vars(comparison)))


def _keyed(value: Any) -> object:  # noqa: ANN401 - whatever stands in a comparison
    """Give fields as keys, all the way down; `for` and `from` are words that Python keeps for itself."""
    if hasattr(value, "_asdict"):
        value = value._asdict()
    if isinstance(value, dict):
        return {name.removesuffix("_"): _keyed(each) for name, each in value.items()}
    return list(map(_keyed, value)) if isinstance(value, tuple) else value
