"""The words of the shipped rubric, in each of its languages: a table that uses them is understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.cohort.cells import Reader, Words
from sixstages.cohort.wording import Wording
from sixstages.loading import Editions
from tests import ROOT

EDITIONS = Editions(ROOT)
RUBRICS = {language: EDITIONS.edition(language).rubric for language in EDITIONS.original.languages}
WORDING = Wording([*RUBRICS.values()])
READERS = {id_: Reader(each, WORDING.labels(id_), Words()) for id_, each in WORDING.questions.items()}
SEVERAL = [id_ for id_, question in WORDING.questions.items() if question.pick == "many"]


@pytest.mark.parametrize("language", RUBRICS)
def test_every_text_stands_for_its_id(language: str) -> None:
    """No two questions, and no two options of one, have texts that can't be told apart, in whatever languages."""
    for question in RUBRICS[language].questions.values():
        assert WORDING.question(question.ask) == question.id
        for option in question.options:
            assert READERS[question.id].answer(option.text) == READERS[question.id].answer(option.id) == option.id


@given(st.data())
def test_picks_are_found_however_they_are_joined(data: st.DataObject) -> None:
    """Whatever commas the labels hold, picks joined as one tool or another does it are the picks that were made."""
    question = RUBRICS[data.draw(st.sampled_from([*RUBRICS]))].questions[data.draw(st.sampled_from(SEVERAL))]
    options = [option for option in question.options if not option.alone]
    picks = data.draw(st.lists(st.sampled_from(options), min_size=1, unique_by=lambda option: option.id))
    joint = data.draw(st.sampled_from([", ", ";", "; ", ";\u00a0", ",", "\n", " | "]))
    end = data.draw(st.sampled_from(["", ";", "; ", "\u00a0;"]))
    cell = joint.join(option.text for option in picks) + end
    assert READERS[question.id].answer(cell) == ";".join(each.id for each in options if each in picks)
