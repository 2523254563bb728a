"""Bars for the page of a cohort, as inline SVG that is as wide as there is room.

They are hidden from screen readers: the words beside them say the same. How they look is up to the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sixstages.reports.cohorts.story import Bar

_SVG = '<svg class="share" aria-hidden="true">{parts}</svg>'
_WHOLE = '<rect class="free" width="100%" height="100%"/>'
_FULL = '<rect class="full" width="{full:.3f}%" height="100%"/>'
# A thick dashed line has stripes, so that what is open can be told from what is full without any colour.
_OPEN = '<line class="open" x1="{start:.3f}%" x2="{end:.3f}%" y1="50%" y2="50%"/>'


def bar(drawn: Bar) -> str:
    """Draw a bar: what is full, then what is open in stripes, on the whole."""
    whole = max(1, drawn.whole)
    full, end = 100 * drawn.full / whole, 100 * (drawn.full + drawn.open) / whole
    return _SVG.format(parts=_WHOLE + _FULL.format(full=full) + _OPEN.format(start=full, end=end))
