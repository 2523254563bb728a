"""A rubric of a thousand questions, far larger than any that people would answer."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

QUESTIONS = 1_000
_STAGES = 6
_SIGNS = 40
_SOURCE = "source: notes"

_STAGES_BEGIN = f"""\
rubric: {{id: huge, version: 1, title: A thousand questions, language: en}}
sources: {{notes: {{title: Notes, author: Wanjiru Kamau}}}}
self_view: {{ask: Where would you put it?, why: To compare., {_SOURCE}}}
stages:
"""
_QUESTIONS_BEGIN = f"""\
sections:
- id: all
  title: All of them
  questions:
  - {{id: q0, opening: true, ask: "Is there anything?", why: All hangs on it., {_SOURCE},
     ordered: true, options: [{{id: nothing, text: Nothing}}, {{id: something, text: Something}}]}}
"""
_OPTIONS = (
    "[{id: never, text: Never}, {id: seldom, text: Seldom}, {id: often, text: Often}, {id: always, text: Always}]"
)


def write_rubric(folder: Path) -> None:
    """Write the rubric: each question but the opening one is read by one sign of a gate or of a finding."""
    folder.mkdir()
    unread = map("q{}".format, range(1, QUESTIONS))
    (folder / "stages.yaml").write_text("".join(_stages(unread)), encoding="utf-8")
    (folder / "questions.yaml").write_text("".join(_questions()), encoding="utf-8")


def write_answers(path: Path) -> None:
    """Write answers to all of the questions."""
    answers = "".join(f"  q{number}: often\n" for number in range(1, QUESTIONS))
    path.write_text(f"rubric: huge\nrubric_version: 1\nanswers:\n  q0: something\n{answers}", encoding="utf-8")


def _questions() -> Iterator[str]:
    yield _QUESTIONS_BEGIN
    for number in range(1, QUESTIONS):
        yield f'  - {{id: q{number}, ask_if: {{q0: something}}, ask: "How often number {number}?", why: To know., '
        yield f"{_SOURCE},\n     ordered: true, options: {_OPTIONS}}}\n"


def _stages(unread: Iterator[str]) -> Iterator[str]:
    yield _STAGES_BEGIN
    for number in range(_STAGES):
        yield f"- id: stage-{number}\n  name: Stage {number}\n  summary: As it is.\n  {_SOURCE}\n"
        yield f"  looks_like: [{{id: look, text: So., {_SOURCE}}}]\n"
        if number:
            yield f"  gate:\n    needs: {_SIGNS // 2 + 1}\n    signs:\n"
            yield from _signs(
                list(islice(unread, _SIGNS)), "at_least: often", f"      effort: small\n      {_SOURCE}\n"
            )
    yield "findings:\n- group: gaps\n  title: Gaps\n  items:\n"
    while questions := list(islice(unread, _SIGNS)):
        yield f"  - id: of-{questions[0]}\n    name: Of {questions[0]}\n"
        yield f"    explains: {{text: Too seldom., {_SOURCE}}}\n"
        yield f"    needs: {len(questions) // 2}\n"
        yield f"    remedies: [{{id: more, do: More of it., why: It helps., {_SOURCE}}}]\n    signs:\n"
        yield from _signs(questions, "at_most: seldom", f"      {_SOURCE}\n")


def _signs(questions: Sequence[str], operator: str, rest: str) -> Iterator[str]:
    for each in questions:
        yield f"    - id: sign-{each}\n      says: So it is with {each}.\n      when: {{{each}: {{{operator}}}}}\n"
        yield (f"      do: More of {each}.\n" if "effort" in rest else "") + rest
