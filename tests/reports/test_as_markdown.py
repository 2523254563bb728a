"""The report as Markdown: what a reader of CommonMark makes of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from sixstages import Answers, assess
from sixstages.reports import as_markdown, wording
from sixstages.reports.as_markdown import TO_TICK
from sixstages.speech import LANGUAGES
from tests.library import library
from tests.reports.hostile import AS_WRITTEN, STEERING, TEXTS, sheet_of
from tests.reports.sheets import CASES, assessed

if TYPE_CHECKING:
    from pathlib import Path

    from markdown_it.token import Token

EXPECTED = {"heading", "paragraph", "bullet_list", "ordered_list", "list_item", "strong"}
"""All that our reports are made of."""

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
some_cases = pytest.mark.parametrize("case", CASES[::6], ids=lambda case: case.stem)


def read(written: str) -> list[Token]:
    """Read Markdown as CommonMark says; what stands inside a line comes after the line."""
    tokens = MarkdownIt("commonmark").parse(written)
    return [each for token in tokens for each in (token, *(token.children or ()))]


def shape(written: str) -> list[str]:
    """List what the Markdown is made of, without its words."""
    return [each.type for each in read(written)]


def words(written: str) -> list[str]:
    """List the lines of text that a reader sees."""
    lines = (token for token in MarkdownIt("commonmark").parse(written) if token.type == "inline")
    return [
        "".join(each.content or "\n" * (each.type == "hardbreak") for each in line.children or ()) for line in lines
    ]


@pytest.mark.parametrize("language", LANGUAGES)
@some_cases
def test_a_case_is_made_of_headings_paragraphs_and_lists(case: Path, language: str) -> None:
    """No HTML, no link, no code, no rule: nothing that a text of the rubric could have become by accident."""
    kinds = {re.sub("_(open|close)$", "", each) for each in shape(as_markdown.page(*assessed(case, language)))}
    assert kinds <= EXPECTED | {"inline", "text", "text_special", "hardbreak"}


@each_case
def test_it_says_what_the_report_has_to_say(case: Path) -> None:
    """Title, reason, verdict, three steps, every gate's signs, every finding with its remedies to tick off."""
    found, rubric, answers = assessed(case)
    written = as_markdown.page(found, rubric, answers)
    lines = words(written)
    due = [wording.title(found, rubric), wording.reason(found, rubric), wording.verdict(found, rubric)]
    due += [step.do for step in found.next_steps[:3]]
    assert [each for each in lines if each in due][: len(due)] == due
    told = {line.split("\n")[0] for line in lines}
    assert {sign.says for gate in found.gates for sign in gate.signs} <= told
    held = [each for each in found.findings if each.holds]
    assert {f"[ ] {each.do} {each.why}" for finding in held for each in finding.remedies} <= told
    assert written.count(f"\n{TO_TICK}") == sum(len(finding.remedies) for finding in held)
    assert any(f"{found.stage.name} — {wording.place_on_ladder(found, found.stage.number)}" == each for each in lines)


@each_case
def test_the_answers_stand_at_the_end(case: Path) -> None:
    """Each question that was answered, with the words of its answer on the next line."""
    found, rubric, answers = assessed(case)
    told = words(as_markdown.page(found, rubric, answers))
    for question, picks in answers.answers.items():
        if question in found.open:
            continue
        texts = [option.text for option in rubric.questions[question].options if option.id in picks]
        assert f"{rubric.questions[question].ask}\n{', '.join(texts)}" in told


def test_without_an_answer_no_stage_is_named() -> None:
    """The ladder without a mark, and a sentence that says why."""
    answers = Answers(name="Kijiji")
    told = words(as_markdown.page(assess(library(), answers), library(), answers))
    assert wording.NO_ANSWERS in told
    assert [stage.name for stage in library().stages] == told[2:6]


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_arrive_as_text(text: str) -> None:
    """Whatever stands in a name or in a rubric, the report keeps its shape, and the text is there to read."""
    written = as_markdown.page(*sheet_of(text))
    assert_same_shape(written, as_markdown.page(*sheet_of("usual")))
    lines = words(written)
    assert lines[0].startswith(f"{text}, ")
    assert text in lines


def assert_same_shape(written: str, usual: str) -> None:
    """Compare what two reports are made of; an escaped letter is a piece of text of its own, which is no matter."""
    one, other = ([each for each in shape(page) if not each.startswith("text")] for page in (written, usual))
    assert one == other


def test_line_breaks_in_a_text_begin_nothing() -> None:
    """A text of several lines is one line here: its second one is no heading."""
    written = as_markdown.page(*sheet_of("one\n\n# two\n    three"))
    assert_same_shape(written, as_markdown.page(*sheet_of("usual")))
    assert "one # two three" in words(written)


def test_control_characters_are_written_out() -> None:
    """What would steer a terminal stands there in letters."""
    written = as_markdown.page(*sheet_of(STEERING))
    assert AS_WRITTEN in words(written)
    assert "\x1b" not in written
    assert written.encode()
