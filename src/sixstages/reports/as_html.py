"""The report as one HTML file that needs nothing else: no script, no network, no other file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sixstages.reports import pictures
from sixstages.reports.story import tell
from sixstages.speech import speech
from sixstages.text import visible

if TYPE_CHECKING:
    from sixstages.answers import Answers
    from sixstages.assessment import Assessment
    from sixstages.rubric import Rubric

TEMPLATES = Path(__file__).parent / "templates"
SUFFIX = ".html"

_LAST_OF_PLANES = "".join(chr(end - 2) + chr(end - 1) for end in range(0x1_0000, 0x11_0001, 0x1_0000))
_NO_LETTERS = re.compile(f"[\ufdd0-\ufdef{_LAST_OF_PLANES}]")
"""What Unicode never makes a letter of, and HTML does not allow on a page."""


def page(assessment: Assessment, rubric: Rubric, answers: Answers, /) -> str:
    """Report one assessment on a page; the answers are those it was made from."""
    say, story = speech(assessment.language), tell(assessment, rubric, answers)
    return filled_in("report.html", say=say, story=story, ladder=pictures.ladder(say, story.rungs), bar=pictures.bar)


def filled_in(template: str, **facts: object) -> str:
    """Fill a template in: all that facts hold is escaped, control characters are written out.

    What is no letter is shown as a badge shows it, by the sign that stands for a letter that can't be shown.
    """
    return _NO_LETTERS.sub("\ufffd", _environment().get_template(template).render(facts))


@cache
def _environment() -> Environment:
    return Environment(
        autoescape=True,
        finalize=_visible,
        keep_trailing_newline=True,
        loader=FileSystemLoader(TEMPLATES),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )


def _visible(value: object) -> object:
    # Markup, a kind of str, is what a template itself made.
    return visible(value) if type(value) is str else value
