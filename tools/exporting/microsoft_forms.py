"""Microsoft Forms: a workbook, saved as CSV on a Windows machine in Brazil: cp1252, semicolons between the cells.

Behind what is ticked stands a semicolon each, also the last; headers end in a no-break space; a repeated title
gets a number. With points for answers there are columns that hold a question's text and no answer to it.
Names in other scripts are lost, answers are not: Portuguese has all of its letters in cp1252.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tools.exporting.forms import Form, Style, as_csv, column, columns_of, fixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sixstages.rubric import Question
    from tools.exporting.owners import Owner

TIME = "%d/%m/%Y %H:%M:%S"


def workbook(owners: Sequence[Owner]) -> bytes:
    """Write the rows of a form in Portuguese; its first question has points."""
    form = Form("pt")
    opening = form.questions[0].ask
    columns = [
        column("ID", lambda owner: str(owner.number)),
        column("Hora de início", lambda owner: owner.started.strftime(TIME)),
        column("Hora de conclusão", lambda owner: owner.ended.strftime(TIME)),
        column("Email", lambda owner: owner.email),
        column("Nome", lambda owner: owner.id.replace("-", " ").title()),
        fixed("Total de pontos"),
        fixed("Comentários do questionário"),
        column("Nome2", lambda owner: owner.name),
        *columns_of(form, lambda question: f"{question.ask}\N{NO-BREAK SPACE}", lambda *of: _cell(form, *of)),
        fixed(f"Pontos - {opening}"),
        fixed(f"Comentários - {opening}"),
    ]
    return as_csv(columns, owners, Style(separator=";", line_end="\r\n", encoding="cp1252"))


def _cell(form: Form, question: Question, owner: Owner) -> str:
    labels = form.labels_and_free_text(question, owner)
    return "".join(f"{label};" for label in labels) if question.pick == "many" else "".join(labels)


FILES = {"microsoft-forms.csv": workbook}
