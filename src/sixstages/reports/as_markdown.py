"""The report as Markdown for mail and documents: CommonMark, with texts as they are and never as markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sixstages.reports.story import tell
from sixstages.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sixstages.answers import Answers
    from sixstages.assessment import Assessment
    from sixstages.reports.story import FindingStory, GateStory, GroupStory, Listed, Rung, StageStory, Story, Sureness
    from sixstages.rubric import Rubric

SUFFIX = ".md"

BULLET = "- "
TO_TICK = "- [ ] "

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~#]")
_AT_START = re.compile(r"^(?:([-+=])|([0-9]{1,9})([.)]))")


def page(assessment: Assessment, rubric: Rubric, answers: Answers, /) -> str:
    """Report one assessment; the answers are those it was made from."""
    return "\n".join(_blocks(tell(assessment, rubric, answers)))


def escaped(text: str) -> str:
    """Return a text on one line that stands for itself wherever a paragraph or an item can begin."""
    words = _MARKUP.sub(r"\\\g<0>", " ".join(visible(text).split()))
    return _AT_START.sub(lambda start: rf"\{start[1]}" if start[1] else rf"{start[2]}\{start[3]}", words)


def _blocks(story: Story) -> Iterator[str]:
    yield from _heading(1, story.title)
    yield from _paragraph(story.rubric)
    yield from _block(map(_rung, story.rungs))
    for sentence in story.lead:
        yield from _paragraph(sentence)
    if story.is_answered:
        yield from _in_full(story)
    yield from _section(story.notes)
    if story.is_answered:
        yield from _answers(story)
    yield from _section(story.sources)
    yield from _paragraph(story.edition)


def _in_full(story: Story) -> Iterator[str]:
    if story.steps.texts:
        yield from _heading(2, story.steps.title)
        yield from _block(f"{number}. {escaped(step)}" for number, step in enumerate(story.steps.texts, 1))
    else:
        yield from _paragraph(story.nothing_to_do)
    yield from _stage(story.stage)
    for gate in story.gates:
        yield from _gate(gate)
    for group in story.groups:
        yield from _group(group)
    yield from _sureness(story.sureness)


def _rung(rung: Rung) -> str:
    words = f"{escaped(rung.name)} — {escaped(rung.mark)}" if rung.mark else escaped(rung.name)
    return f"{rung.number}. **{words}**" if rung.here else f"{rung.number}. {words}"


def _stage(stage: StageStory) -> Iterator[str]:
    yield from _heading(2, stage.title)
    yield from _paragraph(stage.summary)
    yield from _listed(stage.looks_like)


def _gate(gate: GateStory) -> Iterator[str]:
    yield from _heading(2, gate.title)
    yield from _paragraph(" ".join(gate.sentences))
    yield from _listed(gate.there)
    if gate.missing:
        yield from _paragraph(gate.missing_title)
        # Two spaces at the start keep the second line in its item, a backslash before it breaks the line.
        yield from _block(_item(each.says) + (f"\\\n  {escaped(each.do)}" if each.do else "") for each in gate.missing)
    yield from _listed(gate.unknown)


def _group(group: GroupStory) -> Iterator[str]:
    yield from _heading(2, group.title)
    for title, scales in group.picture:
        yield from _paragraph(title)
        yield from _block(_item(scale.title) for scale in scales)
    for finding in (*group.first, *group.others):
        yield from _finding(finding)


def _finding(finding: FindingStory) -> Iterator[str]:
    yield from _heading(3, finding.title)
    yield from _paragraph(finding.explains)
    yield from _block(map(_item, finding.signs))
    yield from _listed(finding.helps, TO_TICK)


def _sureness(sureness: Sureness) -> Iterator[str]:
    if sureness.lists or sureness.nearest:
        yield from _heading(2, sureness.title)
    for each in sureness.lists:
        yield from _listed(each)
    if sureness.nearest:
        yield from _paragraph(sureness.nearest)


def _answers(story: Story) -> Iterator[str]:
    yield from _heading(2, story.answers_title)
    for title, given in story.answers:
        yield from _heading(3, title)
        yield from _block(f"{_item(each.ask)}\\\n  **{escaped(each.answer)}**" for each in given)


def _section(listed: Listed) -> Iterator[str]:
    if listed.texts:
        yield from _heading(2, listed.title)
        yield from _block(map(_item, listed.texts))


def _listed(listed: Listed, lead: str = BULLET) -> Iterator[str]:
    if listed.texts:
        yield from _paragraph(listed.title)
        yield from _block(lead + escaped(text) for text in listed.texts)


def _item(text: str) -> str:
    return BULLET + escaped(text)


def _heading(level: int, text: str) -> Sequence[str]:
    return ("#" * level + " " + escaped(text), "")


def _paragraph(text: str) -> Sequence[str]:
    return (escaped(text), "")


def _block(lines: Iterable[str]) -> Iterator[str]:
    yield from lines
    yield ""
