"""The program's own sentences: complete in every language, well formed, and compiled."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

import pytest

from sixstages.speech import MONTHS, NN_, Phrase, Plural, speech
from tools.messages import TRANSLATED, as_po, brought_up_to_date, po_file

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog, Message

each_language = pytest.mark.parametrize("language", TRANSLATED)

COUNTS = (1, 3, 5)
"""Numbers that have, between them, every form that one of the languages counts in."""

SAME_EVERYWHERE = re.compile(r"[\W\d]*(\{\w+\}[\W\d]*)*")
"""What holds no word of its own."""


@cache
def catalogue_of(language: str) -> Catalog:
    """The catalogue of a language, with what the code says now."""
    return brought_up_to_date(language)


def messages(language: str) -> list[Message]:
    """Every message of a catalogue but its header."""
    return [message for message in catalogue_of(language) if message.id]


def forms(words: object) -> tuple[str, ...]:
    """The forms of a message: one, or one for each number."""
    return tuple(words) if isinstance(words, tuple | list) else (str(words),)


@each_language
def test_a_catalogue_is_up_to_date(language: str) -> None:
    """What stands in the file is what the code says today; `python -m tools.messages` makes it so."""
    written = po_file(language).read_bytes()
    assert written == as_po(catalogue_of(language))


@each_language
def test_every_sentence_is_translated(language: str) -> None:
    """No form is empty, none is left in English unless it holds no word, and none is called doubtful."""
    for message in messages(language):
        assert all(forms(message.string)), message.id
        assert not message.fuzzy
        if not SAME_EVERYWHERE.fullmatch(forms(message.id)[0]):
            assert {*forms(message.string)}.isdisjoint(forms(message.id))


@each_language
def test_a_translation_is_filled_in_with_the_same_facts(language: str) -> None:
    """The words in braces are those of the English; a form for one number may do without the number."""
    for message in messages(language):
        wanted = set(re.findall(r"\{\w*\}", forms(message.id)[-1]))
        for form in forms(message.string):
            found = set(re.findall(r"\{\w*\}", form))
            assert found == wanted or (message.pluralizable and found < wanted), message.id


@each_language
def test_the_compiled_form_is_up_to_date(language: str) -> None:
    """What the program says is what the translators wrote."""
    say = speech(language)
    for message in messages(language):
        if message.pluralizable:
            holes = {hole: f"{{{hole}}}" for hole in re.findall(r"\{(\w+)\}", message.id[-1])}
            said = {say.count(Plural(*message.id), number, **holes) for number in COUNTS}
            assert said == {*forms(message.string)}
        else:
            assert say(str(message.id)) == message.string


@each_language
def test_each_month_keeps_day_and_year(language: str) -> None:
    """A date names its day, its year and a month that no other has."""
    say = speech(language)
    dates = [say.date(f"2026-{month:02}-22") for month in range(1, 13)]
    assert len({*dates}) == len(MONTHS)
    assert all(say.number(2026) in date and say.number(22) in date for date in dates)


def test_ukrainian_counts_in_three_ways() -> None:
    """One, few and many have forms of their own."""
    say = speech("uk")
    days = NN_("Your last answer was given {days} day ago.", "Your last answer was given {days} days ago.")
    said = {say.count(days, number, days=number).replace(str(number), "") for number in (1, 3, 5)}
    assert len(said) == 3


def test_numbers_and_phrases_are_said_in_the_language() -> None:
    """A number is written in the digits of the language; a phrase within a sentence is translated with it."""
    say = speech("bn")
    assert say.number(2026) == "২০২৬"
    kind = Phrase("a folder")
    assert say("This is {kind}, and not a file to read or write.", kind=kind) != str(kind)
    assert "folder" not in say("This is {kind}, and not a file to read or write.", kind=kind)


def test_a_language_without_a_catalogue_speaks_english() -> None:
    """Whoever adds a language to a rubric reads the program's own sentences in English."""
    assert speech("fr")("a folder") == "a folder"
