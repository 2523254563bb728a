"""SurveyMonkey: two header rows: the question above the first of its columns, then `Response`, or each option.

A cell is the label of what was ticked, or blank; "Other (please specify)" holds the free text. Headers keep the
HTML that the form was laid out with.
"""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from tools.exporting.forms import Column, Form, Style, as_csv, other_of, picked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sixstages.rubric import Question
    from tools.exporting.owners import Owner

TIME = "%m/%d/%Y %I:%M:%S %p"
OTHER = "Other (please specify)"
OWN = [
    Column(("Respondent ID", ""), lambda owner: str(118_000_000_000 + owner.number)),
    Column(("Collector ID", ""), lambda _: "450000001"),
    Column(("Date Created", ""), lambda owner: owner.started.strftime(TIME)),
    Column(("Date Modified", ""), lambda owner: owner.ended.strftime(TIME)),
    Column(("IP Address", ""), lambda owner: f"192.0.2.{owner.number}"),
    Column(("Email Address", ""), lambda owner: owner.email),
    Column(("First Name", ""), lambda _: ""),
    Column(("Last Name", ""), lambda _: ""),
    Column(("Custom Data 1", ""), lambda _: ""),
    Column(("What is your business called?", "Open-Ended Response"), lambda owner: owner.name),
]


def condensed(owners: Sequence[Owner]) -> bytes:
    """Write the answers to a form in English."""
    form = Form("en")
    headers = [_header(number, question) for number, question in enumerate(form.questions)]
    questions = (each for of in zip(headers, form.questions, strict=True) for each in _questions(form, *of))
    return as_csv([*OWN, *questions], owners, Style(encoding="utf-8-sig"))


def _header(number: int, question: Question) -> str:
    """Return the question, every third laid out."""
    first, _, rest = escape(question.ask).partition(" ")
    return question.ask if number % 3 else f"<p><strong>{first}</strong>&nbsp;{rest}</p>"


def _questions(form: Form, header: str, question: Question) -> Iterator[Column]:
    if question.pick == "one":
        yield Column((header, "Response"), lambda owner: "".join(form.labels(question, owner)))
        return
    ticked = [option for option in form.options(question) if option != other_of(question)]
    for number, option in enumerate(ticked):
        label = form.label(question, option)
        yield Column(("" if number else header, label), partial(_label, question, option, label))
    if other_of(question):
        yield Column(("", OTHER), partial(form.free_text, question))


def _label(question: Question, option: str, label: str, owner: Owner) -> str:
    return label if option in picked(question, owner) else ""


FILES = {"surveymonkey.csv": condensed}
