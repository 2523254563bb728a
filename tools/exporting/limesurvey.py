"""LimeSurvey: a byte order mark, everything quoted, a column for each option in brackets behind its question.

Codes have no hyphens there, and those of answers have five characters at most: `A1`, which only a mapping explains.
The last option of a question that takes free text is LimeSurvey's own "other", whose column holds that text;
`'` stands before one that a spreadsheet would take for a formula. A response that was not sent has no `submitdate`.
"""

from __future__ import annotations

import csv
from functools import partial
from typing import TYPE_CHECKING

from tools.exporting.forms import Column, Form, Style, as_csv, column, fixed, other_of, picked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sixstages.rubric import Question
    from tools.exporting.owners import Owner

STYLE = Style(quoting=csv.QUOTE_ALL, line_end="\r\n", encoding="utf-8-sig")
SEMICOLONS = STYLE._replace(separator=";")
TIME = "%Y-%m-%d %H:%M:%S"
ALL_PAGES, PAGES_SEEN = "5", "1"
YES, NO, NOT_SHOWN, OTHER = "Так", "Ні", "Н/Д", "Інше"


def with_codes(owners: Sequence[Owner]) -> bytes:
    """Write codes, in headers and cells."""
    form = Form("uk")
    questions = (each for question in form.questions for each in _coded(form, question))
    return as_csv(
        [*_own("id", "submitdate", "lastpage", "startlanguage", "seed", "businessname"), *questions], owners, STYLE
    )


def with_texts(owners: Sequence[Owner]) -> bytes:
    """Write texts in Ukrainian, in headers and cells; each option of a question that was shown is a yes or a no."""
    form = Form("uk")
    own = _own(
        "ID відповіді", "Дата відправлення", "Остання сторінка", "Початкова мова", "Seed", "Як називається ваш бізнес?"
    )
    questions = (each for question in form.questions for each in _in_words(form, question))
    return as_csv([*own, *questions], owners, SEMICOLONS)


def mapping(_: Sequence[Owner]) -> bytes:
    """Write the mapping that says what the codes of the answers are."""
    form = Form("uk")
    lines = ["# What the codes of limesurvey.csv stand for.", "values:"]
    for question in form.questions:
        if question.pick == "one":
            lines += [f"  {question.id}:", *(f"    {code}: {option}" for option, code in _codes(form, question))]
    return "".join(f"{line}\n" for line in lines).encode()


def _own(*headers: str) -> list[Column]:
    number, sent, page, language, seed, name = headers
    return [
        column(number, lambda owner: str(owner.number)),
        column(sent, lambda owner: owner.ended.strftime(TIME) if owner.finished else ""),
        column(page, lambda owner: ALL_PAGES if owner.finished else PAGES_SEEN),
        fixed(language, "uk"),
        column(seed, lambda owner: str(1_000_003 * owner.number)),
        column(name, lambda owner: owner.name),
    ]


def _coded(form: Form, question: Question) -> Iterator[Column]:
    code = _squeezed(question.id)
    if question.pick == "one":
        yield column(code, partial(_code, dict(_codes(form, question)), question))
        return
    for option in _options(form, question):
        yield column(f"{code}[{_squeezed(option)}]", partial(_ticked, question, option))
    if other_of(question):
        yield column(f"{code}[other]", partial(_free_text, form, question))


def _in_words(form: Form, question: Question) -> Iterator[Column]:
    if question.pick == "one":
        yield column(question.ask, lambda owner: "".join(form.labels(question, owner)))
        return
    for option in _options(form, question):
        yield column(f"{question.ask} [{form.label(question, option)}]", partial(_yes_or_no, question, option))
    if other_of(question):
        yield column(f"{question.ask} [{OTHER}]", partial(_free_text, form, question))


def _squeezed(name: str) -> str:
    return name.replace("-", "")


def _options(form: Form, question: Question) -> list[str]:
    return [option for option in form.options(question) if option != other_of(question)]


def _codes(form: Form, question: Question) -> list[tuple[str, str]]:
    return [(option, f"A{number}") for number, option in enumerate(form.options(question), 1)]


def _code(codes: dict[str, str], question: Question, owner: Owner) -> str:
    return "".join(codes[option] for option in picked(question, owner))


def _ticked(question: Question, option: str, owner: Owner) -> str:
    return "Y" if option in picked(question, owner) else ""


def _yes_or_no(question: Question, option: str, owner: Owner) -> str:
    ticked = picked(question, owner)
    return (YES if option in ticked else NO) if ticked else NOT_SHOWN


def _free_text(form: Form, question: Question, owner: Owner) -> str:
    text = form.free_text(question, owner)
    return f"'{text}" if text.startswith("=") else text


FILES = {"limesurvey.csv": with_codes, "limesurvey-texts.csv": with_texts, "limesurvey-mapping.yaml": mapping}
