"""The words of a rubric: which id a text stands for, however a tool writes it."""

from __future__ import annotations

import pytest

from sixstages.cohort.wording import Wording, fold
from sixstages.speech import LANGUAGES, speech
from tests.cohort.market import ENGLISH, WORDING, edition

ALIKE = (
    ("Where  are\u00a0you?", "where are you"),
    ("<p><b>Where</b>&nbsp;are<br/>you?</p>", "Where are you"),
    ("It’s “here” – now", 'it\'s "here" - now'),
    ("Cafe\u0301", "CAFÉ"),
    ("'=1 or 2", "=1 or 2"),
    ("Required? *", "Required"),
    ("In\u200b visible\ufeff", "in visible"),
)
DIFFERENT = (("a < b and c > d", "a  d"), ("1 or 2", "1 or 3"), ("'a", "a"), ("?", ""), ("day", "days"))


@pytest.mark.parametrize(("text", "other"), ALIKE)
def test_texts_are_alike_that_people_take_for_the_same(text: str, other: str) -> None:
    """Capitals, spaces, tags, quotation marks and what stands at the end make no difference."""
    assert fold(text) == fold(other)


@pytest.mark.parametrize(("text", "other"), DIFFERENT)
def test_texts_that_say_something_else_stay_apart(text: str, other: str) -> None:
    """What is no tag is kept, and a text of marks alone is not nothing."""
    assert fold(text) != fold(other)


@pytest.mark.parametrize(
    "header",
    [
        "market-days",
        "market_days",
        "marketdays",
        " market-days ",
        "On how many days?",
        "EM QUANTOS DIAS",
        "2. On how many days?",
        "Q2) On how many days",
        "<b>On how many</b> days? *",
    ],
)
def test_a_question_is_found_by_id_and_by_text_in_any_language(header: str) -> None:
    """Its id may be written without hyphens, its text with a number in front."""
    assert WORDING.question(header) == "market-days"


@pytest.mark.parametrize("header", ["", "days", "On how many days do you rest?", "x" * 5_000, "?"])
def test_what_only_resembles_a_question_is_none(header: str) -> None:
    """A part of a text, a longer one and a very long one name no question."""
    assert WORDING.question(header) is None


def test_earlier_ids_are_known() -> None:
    """What was renamed is found by the id that it had."""
    assert WORDING.question("help-from") == "helper"
    assert WORDING.option("sold", "raisins") == "dried-fruit"


@pytest.mark.parametrize("text", ["dried-fruit", "dried_fruit", "Fruit, dried", "frutas, secas."])
def test_an_option_is_found_by_id_and_by_text(text: str) -> None:
    """In any language, and mixed."""
    assert WORDING.option("sold", text) == "dried-fruit"


@pytest.mark.parametrize("language", LANGUAGES)
def test_not_knowing_is_understood_in_each_language(language: str) -> None:
    """What the interview calls it stands for `dont-know` in a table too."""
    assert WORDING.option("helper", speech(language)("I don't know").upper()) == "dont-know"


def test_a_text_that_could_mean_two_things_means_none() -> None:
    """Where two questions or two options have the same text, neither is guessed; their ids still are known."""
    alike = ENGLISH | {"helper": ("On how many days?", "Nobody", "Family", "family")}
    wording = Wording([edition(alike)])
    assert (wording.question("On how many days?"), wording.question("helper")) == (None, "helper")
    assert wording.option("helper", "Family") is None
    assert wording.option("helper", "family") == "family"
    assert wording.option("helper", "hired") == "hired"


def test_an_id_comes_before_a_text() -> None:
    """Where the text of one option is the id of another, what is written exactly as the id is the id."""
    wording = Wording([edition(ENGLISH | {"helper": ("Who?", "Family", "Relatives", "Somebody")})])
    assert wording.option("helper", "family") == "family"
    assert wording.option("helper", "Family") == "nobody"


def test_a_text_that_shows_nothing_stands_for_nothing() -> None:
    """Where an option's text is all markup, a blank cell is still blank."""
    wording = Wording([edition(ENGLISH | {"helper": ("Who?", "<br>", "Relatives", "Somebody")})])
    assert wording.option("helper", "<p></p>") is None
