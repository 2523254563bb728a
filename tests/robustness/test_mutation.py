"""What fuzzing makes of an input."""

from __future__ import annotations

from tests.robustness.mutation import Mutator

SHEET = b"name: Nadia\nanswers:\n  kept: [shelves, boxes]\n"
BYTEWISE = b"changed by bytes"
MANY = range(200)


def bytewise(_: bytes, longest: int) -> bytes:
    """Stand for what libFuzzer does."""
    return BYTEWISE[:longest]


def test_the_same_seed_makes_the_same() -> None:
    """A run can be repeated, and another seed makes something else."""
    mutate = Mutator([b"word"], bytewise)
    made = [mutate(SHEET, 100, seed) for seed in MANY]
    assert made == [mutate(SHEET, 100, seed) for seed in MANY]
    assert len({*made}) > len(MANY) / 4


def test_bytes_words_and_lines_are_changed() -> None:
    """About half of the inputs are changed by bytes; in others a line is repeated, left out, or a word put in."""
    mutate = Mutator([b"dont-know"], bytewise)
    made = [mutate(SHEET, 100, seed) for seed in MANY]
    assert len(MANY) / 4 < made.count(BYTEWISE) < len(MANY) * 3 / 4
    assert any(b"dont-know" in each for each in made)
    assert any(each.count(b"answers:\n") > 1 for each in made)
    assert any(b"answers:" not in each for each in made if each != BYTEWISE)


def test_nothing_is_longer_than_allowed() -> None:
    """Whatever is repeated."""
    mutate = Mutator([b"x" * 100], bytewise)
    assert max(len(mutate(SHEET, 40, seed)) for seed in MANY) == 40


def test_of_nothing_bytes_are_made() -> None:
    """An empty input has no words."""
    assert Mutator([b"word"], bytewise)(b"", 100, 1) == BYTEWISE
