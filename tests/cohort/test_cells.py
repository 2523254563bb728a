"""What cells say: labels with commas in them, free text, separators of all kinds, and what can't be an answer."""

from __future__ import annotations

import pytest

from sixstages.cohort.cells import BLANK, NOT_UNDERSTOOD, Reader, Words
from tests.cohort.market import WORDING

WORDS = Words(picked=frozenset({"1", "yes"}), not_picked=frozenset({"0", "no"}), blank=frozenset({"n/a"}))
SPACED = WORDS._replace(spaced=True)


def reader(question: str, words: Words = WORDS, **said: str) -> Reader:
    """Make the reader of a question of the market; `said` is what a mapping file says of texts."""
    return Reader(WORDING.questions[question], WORDING.labels(question), words, said)


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("herbs;fruit", "fruit;herbs"),
        ("herbs, fruit", "fruit;herbs"),
        ("fruit", "fruit"),
        ("Fruit, dried", "dried-fruit"),
        ("Fruit, Fruit, dried", "fruit;dried-fruit"),
        ("Fruit, dried, Fruit", "fruit;dried-fruit"),
        ("Herbs & tea;Fruit, dried;", "dried-fruit;herbs"),
        ("Herbs &amp; tea; Frutas", "fruit;herbs"),
        ("fruit; Ervas e chá", "fruit;herbs"),
        ("Fruit\nHerbs & tea", "fruit;herbs"),
        ("Fruit,\u00a0Fruit", "fruit"),
        ("fruit herbs", "fruit;herbs"),
        ("Fruit Herbs & tea", "fruit;herbs"),
        ("Nothing (yet)", "nothing"),
        ("", BLANK),
        ("   ", BLANK),
        (";", BLANK),
        ("N/A", BLANK),
    ],
)
def test_several_picks_are_taken_apart_by_their_labels(cell: str, ids: str) -> None:
    """The longest labels first, then what stands between them; each pick once, in the rubric's order."""
    assert reader("sold").answer(cell) == ids


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("Honey", "more*"),
        ("Fruit; honey, and eggs", "fruit;more*"),
        ("Fruity", "more*"),
        ("Honey\nFruit", "fruit;more*"),
        ("Fruit honey", "more*"),
        ("Dried Fruit", "more*"),
        ("Something else, honey", "more*"),
        ("Something else", "more"),
    ],
)
def test_what_is_left_over_is_free_text(cell: str, ids: str) -> None:
    """It counts as the option for everything else, beside the picks that are known, and is marked as free text."""
    assert reader("sold").answer(cell) == ids


@pytest.mark.parametrize(
    ("question", "cell"),
    [
        ("sold", "Nothing (yet), Fruit"),
        ("sold", "Nothing (yet); honey"),
        ("sold", "I don't know"),
        ("market-days", "None; Every day"),
        ("market-days", "some all"),
        ("market-days", "6"),
        ("market-days", "1 or 2, perhaps"),
        ("helper", "Nobody; Family"),
        ("helper", "family;I don't know"),
        ("sold", "honey " * 2_000),
    ],
)
def test_what_no_answers_file_could_hold_is_not_understood(question: str, cell: str) -> None:
    """Two answers where one is due, one beside an answer that stands alone, unknown texts without a place for them."""
    assert reader(question).answer(cell) == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("cell", "ids"),
    [("family", "family"), ("Família;", "family"), ("My aunt, and others", "hired*"), ("não sei", "dont-know")],
)
def test_one_pick_may_be_free_text(cell: str, ids: str) -> None:
    """Where a question that takes one answer has an option for everything else, other texts count as that."""
    assert reader("helper").answer(cell) == ids


def test_labels_hold_commas_where_one_pick_is_due() -> None:
    """A comma within a label is no separator."""
    assert reader("market-days").answer("3, 4 or 5") == "some"


@pytest.mark.parametrize(
    ("cell", "ids"),
    [
        ("Fruit Herbs & tea", "fruit;herbs"),
        ("Fruit, dried Fruit", "fruit;dried-fruit"),
        ("fruit honey", "fruit;more*"),
        ("Nothing (yet)", "nothing"),
    ],
)
def test_picks_may_be_joined_by_spaces(cell: str, ids: str) -> None:
    """In the tables of tools that do so, labels and free text are told apart at spaces."""
    assert reader("sold", SPACED).answer(cell) == ids


@pytest.mark.parametrize(
    ("cell", "option", "ids"),
    [
        ("1", "fruit", "fruit"),
        ("Yes", "fruit", "fruit"),
        ("Fruit", "fruit", "fruit"),
        ("Frutas", "fruit", "fruit"),
        ("dried-fruit", "dried-fruit", "dried-fruit"),
        ("0", "fruit", BLANK),
        ("", "fruit", BLANK),
        ("n/a", "fruit", BLANK),
        ("Herbs & tea", "fruit", NOT_UNDERSTOOD),
        ("2", "fruit", NOT_UNDERSTOOD),
        ("honey", "more", "more*"),
        ("Something else", "more", "more"),
        ("1", "more", "more"),
        ("0", "", BLANK),
        ("1", "", NOT_UNDERSTOOD),
    ],
)
def test_the_column_of_an_option_says_whether_it_was_picked(cell: str, option: str, ids: str) -> None:
    """By a word for it or by the label; a pick of an option that the question does not have is not understood."""
    assert reader("sold").option(cell, option) == ids


@pytest.mark.parametrize(
    ("question", "cell", "ids"),
    [("sold", "honey", "more*"), ("sold", "", BLANK), ("sold", "0", BLANK), ("market-days", "Never", NOT_UNDERSTOOD)],
)
def test_the_column_of_free_text_counts_where_it_holds_some(question: str, cell: str, ids: str) -> None:
    """A question without an option for everything else has no place for it."""
    assert reader(question).other(cell) == ids


@pytest.mark.parametrize(
    ("said", "ids"),
    [
        ("herbs;fruit;herbs", "fruit;herbs"),
        ("", BLANK),
        ("fruit;nothing", NOT_UNDERSTOOD),
        ("fruit;?", BLANK),
    ],
)
def test_what_several_columns_say_is_put_together(said: str, ids: str) -> None:
    """What is wrong between them is told; what was wrong in one of them has been told before."""
    assert reader("sold").together(said) == ids


@pytest.mark.parametrize("cell", ["?", "-", "NaN", "null", "none", "No", "1", "fruit; nil", "…"])
def test_what_stands_for_no_answer_is_no_free_text(cell: str) -> None:
    """A program wrote it, or somebody who had nothing to say: nobody sells "NaN" besides fruit."""
    assert reader("sold").answer(cell) == NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("cell", "read"), [("-", BLANK), ("NaN", BLANK), ("no", BLANK), ("yes", "more"), ("tea", "more*")]
)
def test_in_the_column_of_free_text_it_is_a_blank(cell: str, read: str) -> None:
    """Who has no other answer may say so there."""
    assert reader("sold").other(cell) == read


def test_what_the_user_says_of_a_text_comes_first() -> None:
    """It may be the id or the label of another option, or be said to be no answer at all."""
    told = reader("sold", fruit="herbs", nothing=BLANK)
    assert [told.answer(cell) for cell in ("Fruit", "nothing", "fruit;dried-fruit")] == [
        "herbs",
        BLANK,
        "fruit;dried-fruit",
    ]
