"""What a typed line means: numbers, commands by key and by word, and lines that are neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.cli.entries import (
    SELF_VIEW_COMMANDS,
    Command,
    Entry,
    Picked,
    Wrong,
    command_in,
    commands_for,
    in_full,
    in_short,
    in_words,
    read_entry,
    typed_for,
)
from sixstages.interview import NOT_KNOWN, SKIPPED
from sixstages.speech import ENGLISH, LANGUAGES, speech
from tests.library import library

if TYPE_CHECKING:
    from sixstages.rubric import Question

KEPT = library().questions[library().opening]
ORDER = library().questions["order"]  # one of four
LOANS = library().questions["loans"]  # many of four, the last alone


def read(typed: str, question: Question, on_enter: Picked | None = None) -> Entry:
    """Read a line below a question."""
    return read_entry(ENGLISH, typed, question, commands_for(question), on_enter)


@pytest.mark.parametrize(
    ("typed", "picked"),
    [
        ("2", ["cards"]),
        (" 2 ", ["cards"]),
        ("1,3", ["notebook", "phone"]),
        ("3 1", ["notebook", "phone"]),
        ("3, 1, 3", ["notebook", "phone"]),
        ("२", ["cards"]),
        ("১ ৩", ["notebook", "phone"]),
        ("1،2", ["notebook", "cards"]),
        ("4", ["nothing"]),
    ],
)
def test_numbers_pick_options(typed: str, picked: list[str]) -> None:
    """Numbers count from 1, in any order, in digits of any script; the answer is in the question's order."""
    assert read(typed, LOANS) == Picked(tuple(picked))


@pytest.mark.parametrize("typed", ["", "1 0", "5", "12345", "-1", "two", "1.5", "²", "½", "9" * 5000, "\x1b[A", "1,,x"])
def test_anything_else_says_what_is_possible(typed: str) -> None:
    """An entry that is no answer never counts; the reason names the numbers that can be typed."""
    entry = read(typed, LOANS)
    assert isinstance(entry, Wrong)
    assert "1 to 4" in entry.reason


def test_a_pick_one_question_takes_one_number() -> None:
    """Two numbers where one answer fits are wrong, and the reason says so."""
    entry = read("1,2", ORDER)
    assert isinstance(entry, Wrong)
    assert "one answer" in entry.reason


def test_an_alone_option_stands_alone() -> None:
    """A "nowhere" beside a place is wrong, and the reason names it."""
    entry = read("1,4", LOANS)
    assert isinstance(entry, Wrong)
    assert '"Nowhere"' in entry.reason


@pytest.mark.parametrize(
    ("typed", "entry"),
    [
        *((typed, Command.BACK) for typed in ("0", "०", "০", "b", "B", "back", " Back ")),
        *((typed, Picked(SKIPPED)) for typed in ("s", "skip")),
        *((typed, Picked(NOT_KNOWN)) for typed in ("d", "don't know", "Don’t  know", "dont know")),
        *((typed, Command.WHY) for typed in ("?", "why")),
        *((typed, Command.LANGUAGE) for typed in ("l", "language")),
        *((typed, Command.LEAVE) for typed in ("q", "Q", "quit", "save")),
    ],
)
def test_each_command_has_a_key_and_a_word(typed: str, entry: Entry) -> None:
    """Capital or small, with either apostrophe; going back is a nought of any script too."""
    assert read(typed, ORDER) == entry


@pytest.mark.parametrize("typed", ["d", "s", "skip", "don't know"])
def test_the_opening_question_has_to_be_answered(typed: str) -> None:
    """It takes no "don't know" and no skip, and the reason says why."""
    entry = read(typed, KEPT)
    assert isinstance(entry, Wrong)
    assert "can't be left open" in entry.reason
    assert "1 to 4" in entry.reason
    assert {Command.DONT_KNOW, Command.SKIP}.isdisjoint(commands_for(KEPT))


def test_enter_repeats_what_was_answered_before() -> None:
    """An empty line is the entry before if there was one, "don't know" too."""
    assert read(" ", ORDER, Picked(("by-size",))) == Picked(("by-size",))
    assert read("", ORDER, Picked(NOT_KNOWN)) == Picked(NOT_KNOWN)
    assert isinstance(read("", ORDER), Wrong)


def test_the_self_view_may_be_skipped_and_has_nothing_before_it() -> None:
    """It takes a skip; "don't know" and going back are not possible there, and it says so."""
    assert read_entry(ENGLISH, "s", ORDER, SELF_VIEW_COMMANDS) == Picked(SKIPPED)
    for typed in ("b", "d"):
        entry = read_entry(ENGLISH, typed, ORDER, SELF_VIEW_COMMANDS)
        assert isinstance(entry, Wrong)
        assert f'"{typed}" is not possible here' in entry.reason


def test_no_word_calls_two_commands() -> None:
    """In every language each key and each word stands once in the table."""
    for say in map(speech, LANGUAGES):
        words = [word for command in Command for word in typed_for(say, command)]
        assert sorted(set(words)) == sorted(words)
        assert all(command_in(say, word) is command for command in Command for word in typed_for(say, command))


def test_legends_list_what_is_possible() -> None:
    """In short the keys, in full the words besides; nothing that a question does not take."""
    keys = in_short(ENGLISH, commands_for(ORDER)).replace("\u00a0", " ")
    assert keys.startswith("b = go back, s = leave it open for now, d = I don't know, ? = why we ask")
    assert "q (or quit, save) = save and stop" in in_full(ENGLISH, commands_for(ORDER))
    assert not any("skip" in line for line in in_full(ENGLISH, commands_for(KEPT)))


def test_entries_are_said_in_the_words_of_the_question() -> None:
    """Picks as their texts, "don't know" in words, and that there is none."""
    assert in_words(ENGLISH, LOANS, ("notebook", "phone")) == "In a notebook, On a phone"
    assert in_words(ENGLISH, LOANS, NOT_KNOWN) == "I don't know"
    assert in_words(ENGLISH, LOANS, SKIPPED) == "no answer yet"


@given(typed=st.text(), question=st.sampled_from(list(library().questions.values())))
def test_no_line_breaks_the_reading(typed: str, question: Question) -> None:
    """Whatever is typed is a command, wrong, or an answer that the question allows."""
    entry = read(typed, question)
    if isinstance(entry, Picked) and entry.options not in (NOT_KNOWN, SKIPPED):
        alone = {option.id for option in question.options if option.alone}
        assert set(entry.options) <= set(question.rank)
        assert len(entry.options) == 1 or (question.pick == "many" and alone.isdisjoint(entry.options))
