"""REDCap: names of fields and codes of choices, where a hyphen can't stand; `field___code` is 1 or 0.

A question with boxes to tick that was not answered is 0 in all of them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tools.exporting.forms import Column, Form, Style, as_csv, column, fixed, other_of, picked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sixstages.rubric import Question
    from tools.exporting.owners import Owner

COMPLETE, INCOMPLETE = "2", "0"


def raw(owners: Sequence[Owner]) -> bytes:
    """Write the raw data of a survey."""
    form = Form("en")
    columns = [
        column("record_id", lambda owner: str(owner.number)),
        fixed("redcap_survey_identifier"),
        column("six_stages_timestamp", lambda owner: f"{owner.ended}" if owner.finished else "[not completed]"),
        column("business_name", lambda owner: owner.name),
        column("email", lambda owner: owner.email),
        *(each for question in form.questions for each in _fields(form, question)),
        column("six_stages_complete", lambda owner: COMPLETE if owner.finished else INCOMPLETE),
    ]
    return as_csv(columns, owners, Style())


def _fields(form: Form, question: Question) -> Iterator[Column]:
    field = _name(question.id)
    if question.pick == "one":
        yield column(field, lambda owner: "".join(map(_name, picked(question, owner))))
        return
    for option in form.options(question):
        yield column(f"{field}___{_name(option)}", partial(_ticked, question, option))
    if other_of(question):
        yield column(f"{field}_other", partial(form.free_text, question))


def _name(slug: str) -> str:
    return slug.replace("-", "_")


def _ticked(question: Question, option: str, owner: Owner) -> str:
    return str(int(option in picked(question, owner)))


FILES = {"redcap.csv": raw}
