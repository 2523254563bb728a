"""Every hostile case: `docs/robustness.md` is made of them, and `test_hostile` runs them."""

from __future__ import annotations

from itertools import chain

from tests.robustness import in_output, in_tables, in_words, in_yaml
from tests.robustness.case import LINES

_FOUND = chain(in_yaml.cases(), in_words.cases(), in_tables.cases(), in_output.cases())

CASES = sorted(_FOUND, key=lambda case: list(LINES).index(case.line))
"""In the order of the lines."""
