"""From cells to ids: whole tables, what was not understood in them, and how much of that is kept."""

from __future__ import annotations

import tracemalloc

import polars as pl
import pytest

from sixstages.cohort import ids
from sixstages.cohort.blocks import ROW
from sixstages.cohort.ids import Translator
from tests.cohort.market import WORDING, Read, block, mapping, understood


def test_ids_and_labels_in_any_language_become_ids() -> None:
    """In one column and in one cell; what is blank is null, and the rows keep their numbers."""
    read = Read(
        "helper|sold", "family|fruit;herbs", "Família|Herbs & tea, Frutas", "I don't know|", "~|Honey", " |nothing"
    )
    assert read.column("sold") == ["fruit;herbs", "fruit;herbs", None, "more", "nothing"]
    assert read.column("helper") == ["family", "family", "dont-know", None, None]
    [block] = read.blocks
    assert block.columns == [ROW, "sold", "helper"]
    assert block[ROW].to_list() == [2, 3, 4, 5, 6]
    assert block["sold"].to_list() == block["sold"].cast(pl.String).to_list()
    assert (read.misread, read.translator.misread_rows) == ([], 0)


def test_columns_of_options_are_put_together() -> None:
    """In the rubric's order; where none was picked nothing is said."""
    read = Read("sold/herbs|sold/fruit|sold/nothing", "1|1|0", "0|0|1", "0|0|0", "||", "~|1|~")
    assert read.column("sold") == ["fruit;herbs", "nothing", None, None, "fruit"]


def test_columns_of_options_come_before_the_cell_of_all_picks() -> None:
    """The cell counts where they say nothing; free text comes on top of either."""
    read = Read(
        "sold|sold/fruit|sold/herbs|sold_other",
        "herbs|1|0|",
        "fruit herbs|||",
        "fruit|||honey",
        "|0|1|honey",
        "nothing|||x",
    )
    assert read.column("sold") == ["fruit", "fruit;herbs", "fruit;more", "herbs;more", None]
    assert read.misread == [("sold", "nothing;more", 1, (6,))]


def test_free_text_beside_one_pick() -> None:
    """It answers where the cell is blank; beside another pick the two contradict each other."""
    read = Read("helper|helper[other]", "|my aunt", "Somebody else|my aunt", "Family|", "Family|my aunt", "|")
    assert read.column("helper") == ["hired", "hired", "family", None, None]
    assert read.misread == [("helper", "family;hired", 1, (5,))]


def test_what_is_not_understood_is_told_with_its_column_and_rows() -> None:
    """The question is unknown in that row, others are not; a row with two such values counts once."""
    read = Read("market-days|sold", "6|fruit", "1 or 2|Nothing (yet), Fruit", "6|fruit;nothing", "6|", "|")
    assert read.column("market-days") == [None, "one-or-two", None, None, None]
    assert read.column("sold") == ["fruit", None, None, None, None]
    assert read.misread == [
        ("market-days", "6", 3, (2, 4, 5)),
        ("sold", "Nothing (yet), Fruit", 1, (3,)),
        ("sold", "fruit;nothing", 1, (4,)),
    ]
    assert read.translator.misread_rows == 4


def test_a_pick_that_the_rubric_does_not_know_leaves_the_question_unknown() -> None:
    """The column of such an option, and a cell that is neither yes nor no, are told as they stand."""
    read = Read("sold/fruit|sold/eggs", "1|0", "1|1", "perhaps|0")
    assert read.column("sold") == ["fruit", None, None]
    assert read.misread == [("sold/fruit", "perhaps", 1, (4,)), ("sold/eggs", "1", 1, (3,))]


def test_blocks_are_counted_together() -> None:
    """What is told does not depend on where a table is cut."""
    rows = [f"{days}|fruit" for days in ("6", "7", "6", "all", "6", "6", "6", "6", "8")]
    whole, cut = Read("market-days|sold", *rows), Read("market-days|sold", *rows, at_once=2)
    assert whole.misread == cut.misread
    assert ("market-days", "6", 6, (2, 4, 6, 7, 8)) in cut.misread
    assert whole.translator.misread_rows == cut.translator.misread_rows == 8
    assert whole.column("market-days") == cut.column("market-days")


def test_only_so_many_values_are_kept() -> None:
    """A column of free text fills no memory: the rest is only counted, and long values are cut."""
    rows = [f"{number} {'days ' * 100}|fruit" for number in range(1_500)]
    read = Read("market-days|sold", *rows)
    assert len(read.misread) == ids.MOST_KEPT
    assert max(len(value) for _, value, _, _ in read.misread) == ids.LONGEST_SHOWN
    assert read.translator.misread_rows == 1_500


def test_the_most_frequent_value_comes_first() -> None:
    """Within its column; values that are as frequent come as they were met, and columns in their order."""
    read = Read(
        "market-days|sold", *(f"{days}|" for days in ("6", "8", "7", "8", "7", "8")), "6|fruit;nothing", at_once=2
    )
    assert [(header, value) for header, value, *_ in read.misread] == [
        ("market-days", "8"),
        ("market-days", "6"),
        ("market-days", "7"),
        ("sold", "fruit;nothing"),
    ]


def test_free_text_that_was_taken_for_an_option_is_kept_where_that_is_wanted() -> None:
    """By column, the most frequent value first; a label, an id and a word for a pick are no free text."""
    head = "sold|helper|helper[other]|sold/more"
    rows = ("Honey; Fruit|~|Aunt|", "Eggs||1|Figs", "Eggs|~|~|yes", "Something else|hired||0", "more|Family||Eggs")
    read = Read(head, *rows, at_once=2, own_words=True)
    assert read.own_words == [
        ("sold", 3, [("Eggs", 2, (3, 4)), ("Honey; Fruit", 1, (2,))]),
        ("helper[other]", 1, [("Aunt", 1, (2,))]),
        ("sold/more", 2, [("Figs", 1, (3,)), ("Eggs", 1, (6,))]),
    ]
    assert read.misread == []
    assert read.column("sold") == ["fruit;more", "more", "more", "more", "more"]
    unwatched = Read(head, *rows)
    assert (unwatched.own_words, unwatched.column("sold")) == ([], read.column("sold"))


def test_only_so_much_free_text_is_kept() -> None:
    """The cells are counted all the same."""
    read = Read("sold", *(f"egg {number}" for number in range(1_500)), own_words=True)
    [(_, cells, values)] = read.own_words
    assert (cells, len(values)) == (1_500, ids.MOST_KEPT)


def test_meanings_are_not_remembered_without_end() -> None:
    """A table whose every cell is another text takes no more memory the longer it is."""
    translator = Translator(understood("sold|helper"), WORDING)
    tracemalloc.start()
    for number in range(60):
        rows = [f"fruit;{'honey' * 600}{number}.{row}|family" for row in range(50)]
        assert translator.ids(block(rows, 2))["sold"].to_list() == ["fruit;more"] * 50
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1.5 * ids.MOST_REMEMBERED + 10 * 50 * 3_000


def test_a_mapping_file_gives_values_their_meaning() -> None:
    """Its texts come before those of the rubric, stand among others in a cell, and are told from free text."""
    said = mapping('values: {sold: {Apples: fruit, Fruit: herbs}, helper: {"-": dont-know}}\nblank: [none said]')
    read = Read("sold|helper", "apples; Honey|-", "Fruit, dried; Fruit|none said", mapped=said)
    assert read.column("sold") == ["fruit;more", "dried-fruit;herbs"]
    assert read.column("helper") == ["dont-know", None]


@pytest.mark.parametrize("rows", [(), ("|", "~|~")])
def test_a_table_without_answers_is_all_null(rows: tuple[str, ...]) -> None:
    """No row, or rows without anything in them, are no trouble."""
    read = Read("sold|helper", *rows)
    assert read.column("sold") == [None] * len(rows)
    assert read.misread == []


def test_what_was_met_is_likely_until_something_new_comes() -> None:
    """A frame that comes encoded by it means the same, and what is not understood in it is told."""
    translator = Translator(understood("sold|market-days|sold/fruit"), WORDING)
    first = block(["herbs|6|", "~|1 or 2|1"], 2)
    before = translator.ids(first)
    assert set(translator.likely) == {"0", "1", "2"}
    assert translator.ids(first.cast(dict(translator.likely))).equals(before)  # type: ignore[arg-type]
    assert [(each.value, each.cells, each.rows) for each in translator.misread] == [("6", 2, (2, 2))]
    translator.ids(block(["fruit|6|1"], 4))
    assert set(translator.likely) == {"1", "2"}
