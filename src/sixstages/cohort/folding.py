"""Which groups are shown, and which are too small or too many and folded into one.

A group of a few tells what its members answered; so does a folded one that is no larger, because it is what is left
when those that are shown are taken from the whole.
"""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_SHOWN = 50
"""A picture of more groups than these is read by nobody."""


class Shown(NamedTuple):
    """Groups that are shown as one, by their labels; folded, or a single one that stands for itself."""

    labels: list[str]
    is_folded: bool


def folded(sizes: Mapping[str, int], smallest: int) -> list[Shown]:
    """Say which groups are shown, the largest first; those that are folded come last, as one.

    Those with fewer than `smallest` rows are folded and, as long as they are fewer together, the next smallest too;
    groups without a row tell nothing of anybody, and take none with them.
    """
    ordered = sorted(sizes, key=lambda label: (-sizes[label], label))
    large_enough = sum(size >= smallest for size in sizes.values())
    kept = min(large_enough, MOST_SHOWN)
    if kept < len(ordered):
        # How many rows are folded if so many of the groups are kept.
        left = [*accumulate((sizes[label] for label in reversed(ordered)), initial=0)][::-1]
        kept = next((number for number in range(kept, 0, -1) if left[number] == 0 or left[number] >= smallest), 0)
    alone = [Shown([label], is_folded=False) for label in ordered[:kept]]
    return [*alone, Shown(ordered[kept:], is_folded=True)] if ordered[kept:] else alone
