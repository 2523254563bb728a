"""Google Forms: headers are the questions, behind a time and an address that are named in the form's language.

What is ticked stands in one cell, free text last: joined by `;` in the file that the form gives, by `, ` in the
sheet that is linked to it, where commas within an option look the same.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from tools.exporting.forms import Column, Form, Style, as_csv, column, columns_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.exporting.owners import Owner


def direct(owners: Sequence[Owner]) -> bytes:
    """Write the file that a form in Portuguese gives."""
    form = Form("pt")
    own = [
        column("Carimbo de data/hora", lambda owner: f"{owner.ended:%Y/%m/%d %I:%M:%S %p} GMT-3"),
        column("Endereço de e-mail", lambda owner: owner.email),
        column("Qual é o nome da sua empresa?", lambda owner: owner.name),
    ]
    return as_csv([*own, *_questions(form, ";")], owners, Style(quoting=csv.QUOTE_ALL))


def linked(owners: Sequence[Owner]) -> bytes:
    """Write the sheet that is linked to a form in Hindi."""
    form = Form("hi")
    own = [
        column("टाइमस्टैम्प", lambda owner: f"{owner.ended:%d/%m/%Y %H:%M:%S}"),
        column("ईमेल पता", lambda owner: owner.email),
        column("आपके कारोबार का नाम क्या है?", lambda owner: owner.name),
    ]
    return as_csv([*own, *_questions(form, ", ")], owners, Style(line_end="\r\n"))


def _questions(form: Form, joined_by: str) -> list[Column]:
    return columns_of(
        form,
        lambda question: question.ask,
        lambda question, owner: joined_by.join(form.labels_and_free_text(question, owner)),
    )


FILES = {"google-forms.csv": direct, "google-sheet.csv": linked}
