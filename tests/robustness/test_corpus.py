"""What fuzzing once found, and what it begins with, gets nothing but problems as values."""

from __future__ import annotations

import pytest

from tests.robustness.seeds import CORPUS, as_people_write, kept
from tests.robustness.targets import TARGETS

EVERY = [(target, data) for target in TARGETS for data in (*as_people_write(target), *kept(target))]


@pytest.mark.parametrize(("target", "data"), EVERY, ids=[f"{target}-{at}" for at, (target, _) in enumerate(EVERY)])
def test_nothing_but_problems_comes_out(target: str, data: bytes) -> None:
    """Every input that was kept is read or refused, and all that is written of it keeps the promise of its format."""
    TARGETS[target](data)


def test_every_file_of_the_corpus_is_tried() -> None:
    """Each file there belongs to a target."""
    assert {path.stem for path in CORPUS.glob("*")} <= {*TARGETS}
