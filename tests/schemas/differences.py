"""Where a schema and our reader differ on purpose about the shape of a file, all of it.

Beyond any of these schemas, and so told by `sixstages check` and `score` alone: what breaks YAML itself (`Y...`), ids
that lead nowhere or stand twice (`X2..`), what a rubric means (`L3..`, `G5..`), and answers that do not fit their
questions (`A6..`, apart from a date that is none).
"""

from __future__ import annotations

from typing import Literal, NamedTuple


class Difference(NamedTuple):
    """Ways to write a value in these places of a file that only one of the two takes, and why that is left so."""

    places: tuple[str, ...]
    written: tuple[str, ...]
    taken_by: Literal["reader", "schema"]
    why: str


DIFFERENCES = (
    Difference(
        ("number", "version of an answers file"),
        ("+2", "010", "0o10", "0x10", "1.0", "1_000", "2e0"),
        "schema",
        "Others make a number of each, and how it was written is lost before a schema sees it.",
    ),
    Difference(
        ("flag",),
        ("True", "TRUE", "False"),
        "schema",
        "Others make a boolean of each, and how it was written is lost before a schema sees it.",
    ),
    Difference(
        ("text",),
        ("null", "Null", "~"),
        "reader",
        "For others nothing is there, as behind a bare `name:`, which our reader refuses too.",
    ),
    Difference(
        ("source",),
        ("true", "false", "null", "[true]", "[null]"),
        "reader",
        "For others it is no text. No source can have such an id, and our reader tells it as one that leads nowhere.",
    ),
)
