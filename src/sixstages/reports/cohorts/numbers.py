"""Large numbers and shares, as each language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sixstages.speech import Speech

SEPARATORS = {"pt": ".", "uk": "\N{NO-BREAK SPACE}"}
"""What parts the groups of digits, where it is no comma."""

SIZES = {"bn": 2, "hi": 2}
"""How many digits the groups before the last three have, where they are not three."""

NOTHING = "-"
"""The share of something in nothing."""

LAST = 3
FEWEST = 5
"""A number of fewer digits is read without them; in four digits several languages set none."""


def grouped(say: Speech, number: int) -> str:
    """Write a whole number, its digits in groups: 1,234,567, or 12,34,567 in India."""
    digits = str(number)
    parts = _parts(digits, SIZES.get(say.language, LAST)) if len(digits) >= FEWEST else [digits]
    written = SEPARATORS.get(say.language, ",").join(parts)
    return "".join(say.number(int(each)) if each.isdigit() else each for each in written)


def _parts(digits: str, size: int) -> list[str]:
    """Cut digits into groups from the end: the last of three, those before it of `size`."""
    head, last = digits[:-LAST], digits[-LAST:]
    first = len(head) % size
    parts = [head[:first], *(head[start : start + size] for start in range(first, len(head), size)), last]
    return [part for part in parts if part]


def share(say: Speech, part: int, whole: int) -> str:
    """Write a share in per cent; what is not quite nothing or all is never rounded to it; of nothing it is a dash."""
    if not whole:
        return NOTHING
    percent = (200 * part + whole) // (2 * whole)
    if percent == 0 and part:
        return f"<{say.number(1)}%"
    if percent == 100 and part < whole:  # noqa: PLR2004 - all
        return f">{say.number(99)}%"
    return f"{say.number(percent)}%"
