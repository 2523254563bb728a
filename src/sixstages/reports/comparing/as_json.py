"""The comparison as JSON: for scripts, the same keys, ids and numbers in every language.

`changes` has an entry for each two neighbours, `overall` one from the first sitting to the last; in both `from` and
`to` are positions in `sittings`, counted from 0. `steps` are those of the sitting before the last.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.reports.as_json import keyed
from sixstages.reports.checking.machine import written

if TYPE_CHECKING:
    from sixstages.comparison import Comparison
    from sixstages.rubric import Rubric


def report(comparison: Comparison, _rubric: Rubric, _columns: int, /) -> str:
    """Give a comparison as a JSON object."""
    return written(keyed(vars(comparison)))
