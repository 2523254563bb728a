"""Values for which several small functions are true, against the table of all values."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from sixstages.diagrams import Diagrams
from sixstages.proofs.searching import Search
from tests.proofs.test_diagrams import PLENTY, TABLES, Table, draw


@given(
    st.lists(
        st.builds(lambda one, other: tuple(a or b for a, b in zip(one, other, strict=True)), TABLES, TABLES), max_size=5
    )
)
def test_values_are_found_where_there_are_any(tables: list[Table]) -> None:
    """What is found makes all of the functions true, and nothing is found only where nothing does."""
    diagrams = Diagrams(PLENTY)
    search = Search(diagrams)
    with diagrams.query():
        drawn = [draw(diagrams, table) for table in tables]
        found = search.values(drawn)
        if found is None:
            assert not any(map(all, zip(*tables, strict=True)))
        else:
            assert all(diagrams.holds(each, found) for each in drawn)
