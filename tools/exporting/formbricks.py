"""Formbricks: numbered questions as headers; what is ticked is joined by `; `, free text last.

A survey in several languages has its headers in one of them, and each answer in the language of whoever gave it.
"""

from __future__ import annotations

import csv
from functools import partial
from typing import TYPE_CHECKING

from sixstages.speech import LANGUAGES
from tools.exporting.forms import Form, Style, as_csv, column, fixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tools.exporting.owners import Owner

SURVEY = "clexamplesurvey0000000000"


def in_all_languages(owners: Sequence[Owner]) -> bytes:
    """Write a survey whose owners answered in six languages in turn."""
    forms = [Form(language) for language in LANGUAGES]
    columns = [
        column("No.", lambda owner: str(owner.number)),
        column("Response ID", lambda owner: f"clexampleresponse{owner.number:08}"),
        column("Timestamp", lambda owner: f"{owner.ended:%Y-%m-%d %H:%M:%S}"),
        column("Finished", lambda owner: "Yes" if owner.finished else "No"),
        fixed("Survey ID", SURVEY),
        fixed("Formbricks ID (internal)"),
        column("User ID", lambda owner: owner.email),
        fixed("Tags"),
        fixed("url", "https://example.org/survey"),
        fixed("userAgent - browser", "Firefox"),
        column("1. What is your business called?", lambda owner: owner.name),
        *(
            column(f"{number}. {question.ask}", partial(_cell, forms, question.id))
            for number, question in enumerate(forms[0].questions, 2)
        ),
    ]
    return as_csv(columns, owners, Style(quoting=csv.QUOTE_ALL))


def _cell(forms: Sequence[Form], question: str, owner: Owner) -> str:
    form = forms[owner.number % len(forms)]
    return "; ".join(form.labels_and_free_text(form.rubric.questions[question], owner))


FILES = {"formbricks.csv": in_all_languages}
