"""A badge: the stage in a line, as a small SVG for a README or an intranet page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from sixstages.reports import wording
from sixstages.reports.story import NO_ENTRY
from sixstages.speech import N_, speech
from sixstages.text import one_line, shorten, width

if TYPE_CHECKING:
    from sixstages.answers import Answers
    from sixstages.assessment import Assessment
    from sixstages.rubric import Rubric

SUFFIX = ".svg"
STAGE_OF = N_("stage {number} of {stages}")
STAGES_OF = N_("stages {low} to {high} of {stages}")

LONGEST = 60  # cells of a text; a title of a whole paragraph would be no badge
CELL = 7  # the width of a cell, and all others in pixels
PADDING = 8
HEIGHT = 22
CORNER = 4

_NOT_IN_XML = str.maketrans({"\ufffe": "\ufffd", "\uffff": "\ufffd"})

_BADGE = """\
<svg xmlns="http://www.w3.org/2000/svg" width="{whole}" height="{height}" role="img" xml:lang="{language}"\
 aria-label="{told}">
<title>{told}</title>
<rect width="{whole}" height="{height}" rx="{corner}" fill="#0b5a87"/>
<path d="M{left} 0v{height}h-{straight}q-{corner} 0-{corner}-{corner}v-{side}q0-{corner} {corner}-{corner}z"\
 fill="#3d4657"/>
<g fill="#ffffff" font-family="Verdana, 'Noto Sans', 'Noto Sans Devanagari', 'Noto Sans Bengali', sans-serif"\
 font-size="12" text-anchor="middle">
<text x="{label_at}" y="15" textLength="{label_width}" lengthAdjust="spacingAndGlyphs">{label}</text>
<text x="{stage_at}" y="15" textLength="{stage_width}" lengthAdjust="spacingAndGlyphs">{stage}</text>
</g>
</svg>
"""


def page(assessment: Assessment, rubric: Rubric, _answers: Answers, /) -> str:
    """Draw the badge of one assessment: the rubric's title and the stage; whose it is stands in its title."""
    stage, label = _stage(assessment, rubric), shorten(one_line(rubric.identity.title), LONGEST)
    label_width, stage_width = CELL * width(label), CELL * width(stage)
    left, right = label_width + 2 * PADDING, stage_width + 2 * PADDING
    return _BADGE.format(
        whole=left + right,
        left=left,
        right=right,
        height=HEIGHT,
        corner=CORNER,
        straight=left - CORNER,
        side=HEIGHT - 2 * CORNER,
        label_at=left / 2,
        label_width=label_width,
        stage_at=left + right / 2,
        stage_width=stage_width,
        language=_escaped(assessment.language),
        told=_escaped(f"{wording.title(assessment, rubric)}: {stage}"),
        label=_escaped(label),
        stage=_escaped(stage),
    )


def _escaped(text: str) -> str:
    return escape(one_line(text)).translate(_NOT_IN_XML)


def _stage(assessment: Assessment, rubric: Rubric) -> str:
    say, place = speech(assessment.language), assessment.stage
    if wording.nothing_answered(assessment, rubric):
        return say(NO_ENTRY)
    sentence = STAGE_OF if place.low == place.high else STAGES_OF
    return say(sentence, number=place.number, low=place.low, high=place.high, stages=len(rubric.stages))
