"""Answers files: one file a sitting, read against a rubric and written back."""

# No `from __future__ import annotations`: pydantic would evaluate every annotation out of its text.

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from pydantic import Field

from sixstages.documents import parse, read
from sixstages.errors import Place, Problem, ProblemsFound, Severity, first_of, in_reading_order, problem, suggestion
from sixstages.files import replace_file
from sixstages.nodes import Document, scalars
from sixstages.picks import Entry, Gravity, read_entries
from sixstages.rubric import DONT_KNOW, RESERVED, Count, Model, Rubric, Texts
from sixstages.speech import LANGUAGES, N_, Phrase
from sixstages.text import CONTROL
from sixstages.validation import validate

NOT_FITTING = N_("No longer fitting: {questions}.")
ALL_FIT = N_("All of them still fit.")


# Compiled where they are first used: few commands need all of them.
_VERSION = "[1-9][0-9]{0,3}"
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = f"{_DATE}[T ][0-9]{{2}}:[0-9]{{2}}(:[0-9]{{2}}([.][0-9]+)?)?(Z|[+-][0-9]{{2}}:?[0-9]{{2}})?"
_PLAIN = rf"{_DATE}|{_TIME}|[^\W\d_]([\w .,'()/&+-]*[\w.')])?"
"""What stands in YAML without quotes: a time, or words without a sign that has a meaning there."""
_SPECIAL = "[\u2028\u2029\ufeff\ufffe\uffff]"


class Expectation(Model):
    """The verdict a case must get: `holds` and `absent` name findings that must and must not hold."""

    stage: str | None = None
    verdict: Literal["incomplete", "uneven", "borderline", "firm"] | None = None
    holds: Texts = ()
    absent: Texts = ()


@dataclass(frozen=True, kw_only=True)
class Answers:
    """One sheet of answers, its ids checked against a rubric.

    `answers` holds the definite ones: the picked option ids, one of them for a pick-one question, in the
    rubric's order for a pick-many one. `dont_know` holds the questions that were asked and not known.
    `date` and `updated` are ISO 8601. `places` says where each answer stands in its file, `unfit` which
    questions have an answer of which only a part, or nothing, still fits the rubric.
    """

    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dont_know: frozenset[str] = frozenset()
    name: str = ""
    date: str | None = None
    updated: str | None = None
    language: str | None = None
    self_view: str | None = None
    aside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    about: str = ""
    expect: Expectation | None = None
    warnings: tuple[Problem, ...] = field(default=(), compare=False)
    places: Mapping[str, Place] = field(default_factory=dict, compare=False)
    unfit: frozenset[str] = field(default=frozenset(), compare=False)


class AnswersShape(Model):
    """The shape of an answers file; what its words refer to is checked against the rubric."""

    rubric: str | None = None
    rubric_version: Count | None = None
    name: str = ""
    date: str | None = None
    updated: str | None = None
    language: str | None = None
    self_view: str | None = None
    answers: dict[str, Texts] = Field(default_factory=dict)
    aside: dict[str, Texts] = Field(default_factory=dict)
    about: str = ""
    expect: Expectation | None = None


def read_answers(source: Path, rubric: Rubric) -> Answers:
    """Return the answers in a file, checked against the rubric.

    Raises `ProblemsFound` with everything that is wrong; what is only worth knowing stands in `warnings`.
    """
    return understand(read(source), rubric)


def parse_answers(data: bytes, name: str, rubric: Rubric) -> Answers:
    """Return the answers in these bytes as `read_answers` does; `name` stands for the file in places."""
    return understand(parse(data, name), rubric)


def write_answers(path: Path, answers: Answers, rubric: Rubric) -> str:
    """Put answers in a file, whole or not at all, and return its text; raises `ProblemsFound` where that fails."""
    text = dump_answers(answers, rubric, as_json=path.suffix == ".json")
    replace_file(path, text)
    return text


def dump_answers(answers: Answers, rubric: Rubric, *, as_json: bool = False) -> str:
    """Return the text of an answers file that is read back as the same answers.

    Control characters in texts are left out: a file that holds them could not be read.
    """
    sheet = _sheet(answers, rubric)
    return _escaped(json.dumps(sheet, ensure_ascii=False, indent=2)) + "\n" if as_json else "".join(_yaml(sheet))


def understand(document: Document, rubric: Rubric) -> Answers:
    """Return the answers in a document as `read_answers` does."""
    shape, problems = validate(document, AnswersShape, without_empty=True)
    other = document.text("rubric") or rubric.identity.id
    if other != rubric.identity.id:
        wrong = problem("A601", document.place("rubric"), other=other, rubric=rubric.identity.id)
        raise ProblemsFound([*problems, wrong])
    sheet = _Sheet()
    problems += first_of(_read_into(sheet, document, rubric))
    if shape is None or any(each.severity == "error" for each in problems):
        raise ProblemsFound(problems)
    return Answers(
        answers=sheet.answers,
        dont_know=frozenset(sheet.dont_know),
        name=shape.name,
        date=shape.date,
        updated=shape.updated,
        language=shape.language,
        self_view=shape.self_view if shape.self_view in _stages(rubric) else None,
        aside=sheet.aside,
        about=shape.about,
        expect=_still_expected(shape.expect, rubric),
        warnings=tuple(sorted(problems, key=in_reading_order)),
        places=sheet.places,
        unfit=frozenset(sheet.unfit),
    )


class _Sheet:
    def __init__(self) -> None:
        self.answers: dict[str, tuple[str, ...]] = {}
        self.dont_know: set[str] = set()
        self.aside: dict[str, tuple[str, ...]] = {}
        self.places: dict[str, Place] = {}
        self.unfit: list[str] = []

    def keep(self, entry: Entry) -> None:
        if entry.picks == (DONT_KNOW,):
            self.dont_know.add(entry.question)
        elif entry.picks:
            self.answers[entry.question] = entry.picks
        self.places[entry.question] = entry.place
        self.unfit += [entry.question] if entry.problems else []


def _read_into(sheet: _Sheet, document: Document, rubric: Rubric) -> Iterator[Problem]:
    """Fill the sheet, and yield what is wrong or worth knowing."""
    version = _other_version(document, rubric)
    severity: Severity = "error" if version is None else "warning"
    for entry in read_entries(document, "answers", rubric, Gravity(severity, severity), version):
        sheet.keep(entry)
        yield from entry.problems
    for entry in read_entries(document, "aside", rubric, Gravity("warning", severity), version):
        if entry.picks not in ((), (DONT_KNOW,)):
            sheet.aside[entry.question] = entry.picks
        sheet.unfit += [entry.question] if entry.problems else []
        yield from entry.problems
    yield from _check_references(document, rubric, severity)
    yield from _check_times(document)
    if version is not None:
        place = document.place("rubric_version")
        words = Phrase(NOT_FITTING, questions=", ".join(sheet.unfit)) if sheet.unfit else Phrase(ALL_FIT)
        yield problem("A602", place, other=version, version=rubric.identity.version, unfit=words)


def _other_version(document: Document, rubric: Rubric) -> int | None:
    """Return the version of the rubric that the file was written for, None where it is this one or none is given."""
    written = document.text("rubric_version") or ""
    return int(written) if re.fullmatch(_VERSION, written) and int(written) != rubric.identity.version else None


def _stages(rubric: Rubric) -> list[str]:
    return [stage.id for stage in rubric.stages]


def _still_expected(expect: Expectation | None, rubric: Rubric) -> Expectation | None:
    """Leave out what was expected by the words of another version: written as of this one, it could not be read."""
    if expect is None:
        return None
    findings = {finding.id for _, finding in rubric.each_finding()}
    known = {name: tuple(each for each in getattr(expect, name) if each in findings) for name in ("holds", "absent")}
    stage = expect.stage if expect.stage in _stages(rubric) else None
    expected = expect.model_copy(update={"stage": stage, **known})
    return expected if any(value for _, value in expected) else None


def _check_references(document: Document, rubric: Rubric, severity: Severity) -> Iterator[Problem]:
    findings = [finding.id for _, finding in rubric.each_finding()]
    languages = list(dict.fromkeys((*rubric.languages, *LANGUAGES)))
    yield from _check_known(document, ("self_view",), "A610", _stages(rubric), severity)
    yield from _check_known(document, ("expect", "stage"), "A610", _stages(rubric), severity)
    yield from _check_known(document, ("expect", "holds"), "A611", findings, severity)
    yield from _check_known(document, ("expect", "absent"), "A611", findings, severity)
    yield from _check_known(document, ("language",), "A612", languages, "error")


def _check_known(
    document: Document, path: tuple[str, ...], code: str, known: list[str], severity: Severity
) -> Iterator[Problem]:
    for item in scalars(document.get(*path)):
        if item.text not in known:
            place = document.source.place(item.start, item.end)
            yield problem(code, place, severity=severity, id=item.text, hint=suggestion(item.text, known))


def _check_times(document: Document) -> Iterator[Problem]:
    for code, key, form in (("A613", "date", _DATE), ("A614", "updated", _TIME)):
        written = document.text(key)
        if written is not None and not _is_time(written, form):
            yield problem(code, document.place(key), time=written)


def _is_time(written: str, form: str) -> bool:
    try:
        datetime.fromisoformat(written)
    except ValueError:
        return False
    return bool(re.fullmatch(form, written))


def _sheet(answers: Answers, rubric: Rubric) -> dict[str, object]:
    """Return what stands in the file, in its order; empty things are left out."""
    sheet = {
        "name": CONTROL.sub("", answers.name),
        "date": answers.date,
        "updated": answers.updated,
        "language": answers.language,
        "self_view": answers.self_view,
        "answers": _entries(answers.answers, answers.dont_know, rubric),
        "aside": _entries(answers.aside, frozenset(), rubric),
        "about": CONTROL.sub("", answers.about),
        "expect": {name: value for name, value in answers.expect or () if value},
    }
    head = {"rubric": rubric.identity.id, "rubric_version": rubric.identity.version}
    return head | {name: value for name, value in sheet.items() if value or name == "answers"}


def _entries(answers: Mapping[str, tuple[str, ...]], dont_know: frozenset[str], rubric: Rubric) -> dict[str, object]:
    entries: dict[str, object] = {}
    for question in rubric.questions.values():
        if question.id in dont_know:
            entries[question.id] = DONT_KNOW
        elif question.id in answers:
            picks = answers[question.id]
            entries[question.id] = picks[0] if question.pick == "one" else list(picks)
    return entries


def _yaml(mapping: dict[str, object], indent: str = "") -> Iterator[str]:
    for key, value in mapping.items():
        if isinstance(value, dict) and value:
            yield f"{indent}{key}:\n"
            yield from _yaml(value, f"{indent}  ")
        else:
            yield f"{indent}{key}: {_value(value)}\n"


def _value(value: object) -> str:
    if isinstance(value, str):
        return value if re.fullmatch(_PLAIN, value) and value.lower() not in RESERVED else _quoted(value)
    return f"[{', '.join(value)}]" if isinstance(value, list | tuple) else str(value)


def _quoted(text: str) -> str:
    return _escaped(json.dumps(text, ensure_ascii=False))


def _escaped(written: str) -> str:
    """Escape what JSON leaves as it is and YAML takes for the end of a line, or refuses."""
    return re.sub(_SPECIAL, lambda match: f"\\u{ord(match[0]):04x}", written)
