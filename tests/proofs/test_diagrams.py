"""Diagrams of small functions against the tables of all their values."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.diagrams import FALSE, TRUE, Diagrams, NotProved

if TYPE_CHECKING:
    from collections.abc import Callable

SIZES = (2, 3, 2)
"""How many values each variable has."""
VALUES = list(product(*map(range, SIZES)))
PLENTY = 10**6

Table = tuple[bool, ...]
"""A function: what it is for each of the values, in their order."""
TABLES = st.tuples(*[st.booleans()] * len(VALUES))


def draw(diagrams: Diagrams, table: Table, level: int = 0) -> int:
    """Draw a function from its table."""
    if level == len(SIZES):
        return int(table[0])
    rest = len(table) // SIZES[level]
    parts = [table[start : start + rest] for start in range(0, len(table), rest)]
    return diagrams.node(level, tuple(draw(diagrams, part, level + 1) for part in parts))


def table_of(diagrams: Diagrams, diagram: int) -> Table:
    """Read all values off a diagram."""
    return tuple(diagrams.holds(diagram, dict(enumerate(values))) for values in VALUES)


def merged(rule: Callable[[bool, bool], bool], one: Table, other: Table) -> Table:
    """Combine two tables value by value."""
    return tuple(rule(*pair) for pair in zip(one, other, strict=True))


@given(TABLES, TABLES)
def test_a_function_has_one_diagram(one: Table, other: Table) -> None:
    """Two diagrams have the same number just where the functions are the same, and the constant ones are the ends."""
    diagrams = Diagrams(PLENTY)
    with diagrams.query():
        first, second = draw(diagrams, one), draw(diagrams, other)
        assert (first == second) == (one == other)
        assert (first == FALSE, first == TRUE) == (not any(one), all(one))
        assert table_of(diagrams, first) == one


@given(TABLES, TABLES)
def test_combinations_are_those_of_the_values(one: Table, other: Table) -> None:
    """*And*, *or* and *not* are what they are for each value."""
    diagrams = Diagrams(PLENTY)
    with diagrams.query():
        first, second = draw(diagrams, one), draw(diagrams, other)
        assert table_of(diagrams, diagrams.both(first, second)) == merged(lambda a, b: a and b, one, other)
        assert table_of(diagrams, diagrams.either(first, second)) == merged(lambda a, b: a or b, one, other)
        assert table_of(diagrams, diagrams.opposite(first)) == tuple(not each for each in one)


@given(TABLES, st.integers(0, len(SIZES) - 1))
def test_a_variable_can_be_taken_as_known(table: Table, level: int) -> None:
    """What is left is the function for this value, and depends on the others only."""
    diagrams = Diagrams(PLENTY)
    with diagrams.query():
        diagram = draw(diagrams, table)
        for value in range(SIZES[level]):
            known = diagrams.restrict(diagram, level, value)
            expected = [table[VALUES.index((*each[:level], value, *each[level + 1 :]))] for each in VALUES]
            assert list(table_of(diagrams, known)) == expected
            assert level not in diagrams.by_level(known)


@given(TABLES)
def test_a_diagram_shows_what_it_depends_on(table: Table) -> None:
    """It has a node on the level of a variable just where some two values of the variable make a difference."""
    diagrams = Diagrams(PLENTY)
    with diagrams.query():
        diagram = draw(diagrams, table)
        for level, size in enumerate(SIZES):
            differs = len({diagrams.restrict(diagram, level, value) for value in range(size)}) > 1
            assert (level in diagrams.by_level(diagram)) == differs


def draw_and_overspend(diagrams: Diagrams, below: int) -> int:
    """Draw one more diagram in a query that fails; give the number that it had."""
    drawn = []
    try:
        with diagrams.query():
            drawn.append(diagrams.named("lost", lambda: diagrams.node(0, (below, TRUE))))
            diagrams.spend(PLENTY)
    except NotProved:
        return drawn[0]
    pytest.fail("the query was allowed to spend more than its part")


def test_what_a_failed_query_drew_is_forgotten() -> None:
    """After a query over its budget an earlier diagram still is what it was, and the same one is drawn again."""
    diagrams = Diagrams(800)
    with diagrams.query():
        kept = diagrams.named("kept", lambda: diagrams.node(1, (FALSE, TRUE, FALSE)))
    lost = draw_and_overspend(diagrams, kept)
    with diagrams.query():
        assert diagrams.named("kept", lambda: FALSE) == kept
        assert diagrams.named("lost", lambda: TRUE) == TRUE
        assert diagrams.node(2, (TRUE, FALSE)) == lost  # its number is free again
        assert diagrams.both(kept, lost) not in {FALSE, TRUE, kept, lost}


def test_a_query_leaves_budget_for_the_next() -> None:
    """Each may spend a part of what is left only, so that one over it does not silence those after it."""
    diagrams = Diagrams(800)
    for _ in range(5):
        with pytest.raises(NotProved), diagrams.query():
            diagrams.spend(101)
    with diagrams.query():
        diagrams.spend(20)


def test_a_budget_comes_to_its_end() -> None:
    """However cheap the queries are, together they can't spend more than there is."""
    diagrams = Diagrams(800)

    def spend(work: int) -> bool:
        try:
            with diagrams.query():
                diagrams.spend(work)
        except NotProved:
            return False
        return True

    spent = 9 * sum(spend(9) for _ in range(100))
    assert 400 < spent <= 800


def test_nothing_is_drawn_outside_a_query() -> None:
    """A budget can't be passed by."""
    diagrams = Diagrams(PLENTY)
    one, other = diagrams.node(0, (FALSE, TRUE)), diagrams.node(1, (FALSE, TRUE))
    with pytest.raises(NotProved):
        diagrams.both(one, other)


def test_a_diagram_that_is_too_deep_is_not_proved() -> None:
    """A chain of more variables than calls can stand within each other ends a query, and no more."""
    diagrams = Diagrams(PLENTY)
    one, other = diagrams.node(2_000, (TRUE, FALSE)), diagrams.node(2_000, (FALSE, TRUE))
    for level in range(1_999, -1, -1):
        one, other = diagrams.node(level, (one, FALSE)), diagrams.node(level, (other, FALSE))
    with pytest.raises(NotProved), diagrams.query():
        diagrams.either(one, other)
    with diagrams.query():
        assert diagrams.holds(one, {})
        assert diagrams.holds(other, {2_000: 1})
