"""Answers put aside: none is lost, and each comes back when its question applies again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sixstages.answers import Answers
from sixstages.interview import NOT_KNOWN, SKIPPED, Sitting, entry_on, settled, take_up, with_entry
from sixstages.logic import Reading
from tests.engine.reference import every_answer
from tests.engine.strategies import rubrics
from tests.library import library

if TYPE_CHECKING:
    from sixstages.logic import Picks
    from sixstages.rubric import Question, Rubric

NOON = "2026-11-22T12:00:00Z"


def entries(question: Question) -> list[Picks]:
    """List every entry that a question takes, none at all included."""
    return [*every_answer(question), NOT_KNOWN, SKIPPED]


@st.composite
def filled_in(draw: st.DrawFn) -> tuple[Rubric, Answers]:
    """Draw a rubric and a sheet with an entry, or none, for each of its questions, whether it applies or not."""
    rubric = draw(rubrics())
    given = {each.id: draw(st.sampled_from(entries(each))) for each in rubric.questions.values()}
    answers = {each: picks for each, picks in given.items() if picks not in (NOT_KNOWN, SKIPPED)}
    dont_know = frozenset(each for each, picks in given.items() if picks == NOT_KNOWN)
    return rubric, Answers(answers=answers, dont_know=dont_know, updated=NOON)


def changed(rubric: Rubric, sheet: Answers, question: str, picks: Picks) -> Answers:
    """Give the sheet with another entry."""
    return with_entry(rubric, sheet, question, picks, at=NOON)


@given(filled_in())
def test_aside_lies_exactly_what_does_not_apply(drawn: tuple[Rubric, Answers]) -> None:
    """Every answer is kept, on the sheet if its question applies, else aside."""
    rubric, sheet = drawn
    kept = settled(rubric, sheet)
    reading = Reading(rubric, kept.answers)
    assert {**kept.answers, **kept.aside} == sheet.answers
    assert all(reading.asked(each) is not False for each in kept.answers)
    assert all(reading.asked(each) is False for each in kept.aside)


@given(filled_in(), st.data())
def test_an_answer_changed_and_changed_back_restores_the_sheet(
    drawn: tuple[Rubric, Answers], data: st.DataObject
) -> None:
    """Whatever stopped applying meanwhile is as it was, "don't know" included."""
    rubric, sheet = drawn
    before = settled(rubric, sheet)
    question = data.draw(st.sampled_from(Sitting(rubric=rubric, sheet=before).applying()))
    other = data.draw(st.sampled_from(entries(question)))
    meanwhile = changed(rubric, before, question.id, other)
    assert changed(rubric, meanwhile, question.id, entry_on(before, question.id)) == before


@given(filled_in(), st.data())
def test_going_back_and_repeating_every_entry_changes_nothing(
    drawn: tuple[Rubric, Answers], data: st.DataObject
) -> None:
    """However far one goes back, Enter all the way leads to the same sheet and the same next question."""
    rubric, sheet = drawn
    there = take_up(rubric, settled(rubric, sheet))
    begun = there
    for _ in range(data.draw(st.integers(0, 4))):
        begun = begun.back() or begun
    while (question := begun.upcoming()) and question.id in begun.ahead:
        begun = begun.answered(question, begun.entry(question), at=NOON)
    assert (begun.sheet, begun.upcoming()) == (there.sheet, there.upcoming())


def test_an_answer_given_by_hand_comes_before_one_aside() -> None:
    """Where a file holds both, the one that counts is the one among the answers."""
    sheet = Answers(answers={"kept": ("shelves",)}, aside={"kept": ("boxes",), "order": ("by-size",)})
    unknown = replace(sheet, dont_know=frozenset({"order"}))
    assert settled(library(), sheet).answers == {"kept": ("shelves",), "order": ("by-size",)}
    assert settled(library(), unknown).answers == {"kept": ("shelves",)}
