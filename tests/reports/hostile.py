"""Texts that would do something if they were not escaped, and a sheet and a rubric that hold them."""

from __future__ import annotations

from dataclasses import replace

from sixstages import Answers, Assessment, Rubric, assess
from tests.library import library, sheet

TEXTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[/] [bold]rich[/bold]",
    "[a link](https://example.org) ![a picture](https://example.org/x.png)",
    "# a heading",
    "| a | table |",
    "`code` and ``` a fence",
    "*stars* and _lines_ and ~~waves~~",
    "- an item",
    "+ an item",
    "1. a number",
    "1) a number",
    "=====",
    "---",
    "> a quotation",
    "&amp; &lt; &#60;",
    "{{ story }} {% raw %}",
    '"quoted" and \'so\' "/><text>',
    "ends in a backslash \\",
    "https://example.org and www.example.org",
    "</title></svg>]]>",
)
STEERING = "\x1b[31mred\x1b[0m \u202eevil \udce9"
AS_WRITTEN = r"\x1b[31mred\x1b[0m \u202eevil \udce9"
NO_LETTERS = "a\ufdd0\ufdef\ufffe\uffff\U0001fffe\U0010ffffb"
AS_SHOWN = "a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdb"


def sheet_of(name: str) -> tuple[Assessment, Rubric, Answers]:
    """Give a sheet whose name is hostile, assessed by a rubric that holds the same text wherever one can stand."""
    rubric = spoiled(library(), name)
    answers = replace(sheet("open"), name=name)
    return assess(rubric, answers), rubric, answers


def spoiled(rubric: Rubric, text: str) -> Rubric:
    """Put a text in the place of every text of a rubric that a report shows."""
    gates = [
        stage.gate
        and stage.gate.model_copy(
            update={"signs": tuple(each.model_copy(update={"says": text, "do": text}) for each in stage.gate.signs)}
        )
        for stage in rubric.stages
    ]
    stages = zip(rubric.stages, gates, strict=True)
    return rubric.model_copy(
        update={
            "identity": rubric.identity.model_copy(update={"title": text}),
            "stages": tuple(
                stage.model_copy(update={"name": text, "summary": text, "gate": gate}) for stage, gate in stages
            ),
            "findings": tuple(each.model_copy(update={"title": text}) for each in rubric.findings),
            "sources": {key: each.model_copy(update={"title": text}) for key, each in rubric.sources.items()},
            "sections": tuple(
                section.model_copy(
                    update={
                        "title": text,
                        "questions": tuple(each.model_copy(update={"ask": text}) for each in section.questions),
                    }
                )
                for section in rubric.sections
            ),
        }
    )
