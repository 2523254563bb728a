"""KoboToolbox and ODK: everything quoted, semicolons between the cells, own columns that begin with `_`.

What is ticked stands in a summary cell, joined by spaces, and in a column for each option, 1 or 0; all of them are
blank where the question was not answered. One who chooses "other" is asked for it in a question of its own.
"""

from __future__ import annotations

import csv
from functools import partial
from typing import TYPE_CHECKING
from uuid import NAMESPACE_DNS, uuid5

from tools.exporting.forms import Column, Form, Style, as_csv, column, fixed, other_of, picked

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sixstages.rubric import Question
    from tools.exporting.owners import Owner

STYLE = Style(separator=";", quoting=csv.QUOTE_ALL, line_end="\r\n")
TIMES = [
    column("start", lambda owner: f"{owner.started:%Y-%m-%dT%H:%M:%S}.000+03:00"),
    column("end", lambda owner: f"{owner.ended:%Y-%m-%dT%H:%M:%S}.000+03:00"),
]
OWN = [
    column("_id", lambda owner: str(70_000 + owner.number)),
    column("_uuid", lambda owner: str(uuid5(NAMESPACE_DNS, owner.email))),
    column("_submission_time", lambda owner: f"{owner.ended:%Y-%m-%dT%H:%M:%S}"),
    fixed("_validation_status"),
    fixed("_notes"),
    fixed("_status", "submitted_via_web"),
    fixed("_submitted_by"),
    fixed("__version__", "vExampleOnly"),
    fixed("_tags"),
    column("_index", lambda owner: str(owner.number)),
]
WHICH_OTHER = "Mtandao gani mwingine?"


def with_labels(owners: Sequence[Owner]) -> bytes:
    """Write a form in Swahili with its labels: a summary cell, and a column for each option."""
    form = Form("sw")
    name = column("Jina la biashara yako ni nini?", lambda owner: owner.name)
    questions = (each for question in form.questions for each in _labelled(form, question))
    return as_csv([*TIMES, name, *questions, *OWN], owners, STYLE)


def with_names(owners: Sequence[Owner]) -> bytes:
    """Write the names that a form uses in itself, behind those of their groups: summary cells only."""
    form = Form("en")
    named = column("business_name", lambda owner: owner.name)
    questions = (each for section in form.rubric.sections for each in _named(form, section.id, section.questions))
    return as_csv([*TIMES, named, *questions, *OWN], owners, STYLE)


def _labelled(form: Form, question: Question) -> Iterator[Column]:
    yield column(question.ask, lambda owner: " ".join(form.labels(question, owner)))
    if question.pick == "many":
        for option in form.options(question):
            yield column(f"{question.ask}/{form.label(question, option)}", partial(_ticked, question, option))
    if other_of(question):
        yield column(WHICH_OTHER, lambda owner: form.free_text(question, owner))


def _named(form: Form, group: str, questions: Iterable[Question]) -> Iterator[Column]:
    for question in questions:
        yield column(f"{group}/{question.id}", partial(_names, question))
        if other_of(question):
            yield column(f"{group}/{question.id}_other", partial(form.free_text, question))


def _ticked(question: Question, option: str, owner: Owner) -> str:
    ticked = picked(question, owner)
    return str(int(option in ticked)) if ticked else ""


def _names(question: Question, owner: Owner) -> str:
    return " ".join(picked(question, owner))


FILES = {"kobo.csv": with_labels, "kobo-names.csv": with_names}
