"""Reading answers files: what is refused and where, what is only a warning, what is taken."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from sixstages.answers import Expectation, dump_answers, parse_answers, read_answers
from sixstages.loading import load_rubric
from tests.input.rubrics import QUESTIONS, changed
from tests.input.told import examples, expected, in_short, problems_of, told, underlined
from tests.library import library

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.answers import Answers
    from sixstages.rubric import Rubric


def read(text: str, rubric: Rubric | None = None) -> Answers:
    """Read answers from a text."""
    return parse_answers(text.encode(), "x.yaml", rubric or library())


@pytest.mark.parametrize("path", examples("answers"), ids=lambda path: path.stem)
def test_a_bad_file_gets_the_problems_that_its_first_lines_name(path: Path) -> None:
    """Each example gives exactly the problems it names, each at its place, in one run."""
    assert expected(path)
    assert told(lambda: read_answers(path, library())) == expected(path)


@pytest.mark.parametrize(
    ("text", "remedy"),
    [
        ("answers: {odrer: by-size}", "Did you mean 'order'?"),
        ("answers: {order: by-sice}", "Did you mean 'by-size'?"),
        ("answers: {order: dontknow}", "Did you mean 'dont-know'?"),
        ("answers: {order: zzz}", "Known here: no-order, by-size, by-subject, subject-and-author, dont-know."),
        ("anwsers: {order: by-size}", "Did you mean 'answers'?"),
        ("language: ent", "Did you mean 'en'?"),
        ("language: zz", "Known here: en, hi, pt, bn, sw, uk."),
        ("self_view: shelfs", "Did you mean 'shelves'?"),
        ("expect: {holds: lost-in-oder}", "Did you mean 'lost-in-order'?"),
        ("expect: {stag: heap}", "Did you mean 'stage'?"),
    ],
)
def test_a_misspelt_word_is_told_with_the_right_one(text: str, remedy: str) -> None:
    """The nearest word that is known is offered, or else what is known."""
    [problem] = problems_of(lambda: read(text))
    assert problem.remedy == remedy


def test_a_whole_file_is_read() -> None:
    """Everything that an answers file can hold arrives where it belongs."""
    answers = read(
        """
        rubric: village-library
        rubric_version: 2
        name: No
        date: 2026-11-22
        updated: 2026-11-22T10:04:00Z
        language: hi
        self_view: shelves
        answers:
          kept: [homes, shelves]
          order: by-size
          tidied: dont-know
          loans: phone
          who: [one]
        aside: {used-for: [buy, remind], list: paper}
        about: "Two lines,\\nand more"
        expect: {stage: heap, verdict: firm, holds: damp, absent: [no-notes]}
        """
    )
    assert answers.answers == {
        "kept": ("shelves", "homes"),
        "order": ("by-size",),
        "loans": ("phone",),
        "who": ("one",),
    }
    assert answers.dont_know == {"tidied"}
    assert answers.aside == {"used-for": ("remind", "buy"), "list": ("paper",)}
    assert (answers.name, answers.about) == ("No", "Two lines,\nand more")
    assert (answers.date, answers.updated) == ("2026-11-22", "2026-11-22T10:04:00Z")
    assert (answers.language, answers.self_view) == ("hi", "shelves")
    assert answers.expect == Expectation(stage="heap", verdict="firm", holds=("damp",), absent=("no-notes",))
    assert answers.warnings == ()


@pytest.mark.parametrize("nothing", ["", "~", "null", "# to be answered"])
def test_a_line_without_a_value_is_no_answer(nothing: str) -> None:
    """An empty value stands for nothing, wherever it is."""
    keys = ["rubric", "rubric_version", "name", "date", "updated", "language", "self_view", "aside", "about", "expect"]
    text = "".join(f"{key}: {nothing}\n" for key in keys) + f"answers:\n  kept: {nothing}\n  order: {nothing}\n"
    assert read(text) == read("{}")
    assert read(f"answers: {nothing}") == read("answers: {}")


@pytest.mark.parametrize("written", ["'null'", '"~"', '""'])
def test_a_value_in_quotes_is_an_answer(written: str) -> None:
    """In quotes the words for nothing are texts, and no option is called so."""
    assert told(lambda: read(f"answers: {{order: {written}}}")) == ["A604 1:18"]


@pytest.mark.parametrize("written", ["dont-know", "[dont-know]"])
def test_not_knowing_is_told_from_not_answering(written: str) -> None:
    """A question that was asked and not known is kept as such, alone or as a list of one."""
    answers = read(f"answers: {{order: {written}, loans: {written}, who: }}")
    assert answers.answers == {}
    assert answers.dont_know == {"order", "loans"}


@pytest.mark.parametrize("ascii_only", [True, False])
@pytest.mark.parametrize("indent", [None, 2, "\t"])
def test_json_is_read_too(ascii_only: bool, indent: int | str | None) -> None:  # noqa: FBT001
    """A file of JSON gives the same as one of YAML, whatever wrote it."""
    sheet = {"name": "आशा 😀 / No", "rubric_version": 2, "date": None, "answers": {"kept": ["boxes"], "order": None}}
    answers = read(json.dumps(sheet, ensure_ascii=ascii_only, indent=indent))
    assert (answers.name, answers.answers) == ("आशा 😀 / No", {"kept": ("boxes",)})


def test_each_answer_knows_its_place() -> None:
    """A warning about an answer can name its line."""
    answers = read("answers:\n  kept: [boxes]\n  order: dont-know\n")
    assert {question: (place.line, underlined(place)) for question, place in answers.places.items()} == {
        "kept": (2, "kept"),
        "order": (3, "order"),
    }


def test_an_unknown_id_aside_is_only_a_warning() -> None:
    """What was put aside may be out of date: it is told and left out."""
    answers = read("aside: {gone: x, order: gone, kept: [boxes, gone], who: dont-know}")
    assert [in_short(each) for each in answers.warnings] == ["A603 1:9", "A604 1:25", "A604 1:45"]
    assert {each.severity for each in answers.warnings} == {"warning"}
    assert answers.aside == {"kept": ("boxes",)}


FOR_VERSION_1 = """
rubric_version: 1
self_view: cellar
answers:
  kept: [boxes, attic]
  gone: x
  order: by-colour
  who: [one, several]
  tidied: weekly
  loans: [cards, nothing]
"""


def test_answers_for_another_version_are_used_as_far_as_they_fit() -> None:
    """What no longer fits is a warning and not used; one more names the version and those answers."""
    answers = read(FOR_VERSION_1)
    assert answers.answers == {"kept": ("boxes",), "tidied": ("weekly",)}
    assert answers.self_view is None
    assert {each.severity for each in answers.warnings} == {"warning"}
    codes = ["A602 2:17", "A610 3:12", "A604 5:17", "A603 6:3", "A604 7:10", "A605 8:8", "A606 10:18"]
    assert [in_short(each) for each in answers.warnings] == codes
    assert answers.warnings[0].message == (
        "These answers are for version 1 of the rubric, and this is version 2. "
        "No longer fitting: kept, gone, order, who, loans."
    )


def test_answers_for_another_version_may_all_fit() -> None:
    """Where every answer fits, the one warning says so."""
    [warning] = read("rubric_version: 3\nanswers: {order: by-size}").warnings
    assert warning.message.endswith("All of them still fit.")


@pytest.mark.parametrize("expect", ["{stage: gone, holds: [gone]}", "{stage: heap, holds: [damp, gone], absent: gone}"])
def test_what_another_version_expects_is_kept_as_far_as_it_fits(expect: str) -> None:
    """Written by this version, the file can be read again."""
    answers = read(f"rubric_version: 1\nexpect: {expect}")
    assert answers.expect == (Expectation(stage="heap", holds=("damp",)) if "heap" in expect else None)
    assert read(dump_answers(answers, library())) == answers


def test_a_fault_of_shape_stays_an_error_in_another_version() -> None:
    """Another version excuses unknown ids, not an unknown key."""
    assert "S102 2:1" in told(lambda: read("rubric_version: 1\nnmae: x\nanswers: {gone: x}"))


@pytest.fixture
def renamed(tmp_path: Path) -> Rubric:
    """The library's rubric, with a question and an option that had other ids before."""
    folder = changed(
        tmp_path,
        QUESTIONS,
        "      - id: order\n",
        "      - id: order\n        renamed_from: sorting\n        changed_in: 2\n",
    )
    text = (folder / QUESTIONS).read_text(encoding="utf-8")
    (folder / QUESTIONS).write_text(text.replace("{id: boxes,", "{id: boxes, renamed_from: crates,"), encoding="utf-8")
    return load_rubric(folder)


def test_an_answer_under_an_earlier_id_is_carried_over(renamed: Rubric) -> None:
    """Questions and options are found by the id that they had before."""
    answers = read("answers: {sorting: by-size, kept: [crates, shelves]}", renamed)
    assert answers.answers == {"order": ("by-size",), "kept": ("shelves", "boxes")}


def test_an_answer_under_both_ids_is_refused(renamed: Rubric) -> None:
    """Which of two answers holds is not guessed."""
    assert told(lambda: read("answers: {sorting: by-size, order: by-size}", renamed)) == ["A615 1:29 also 1:11"]
    assert told(lambda: read("answers: {kept: [crates, boxes]}", renamed)) == ["A607 1:26"]


def test_an_answer_whose_meaning_changed_is_not_used(renamed: Rubric) -> None:
    """An answer from before the change is a warning; one from after it is used."""
    answers = read("rubric_version: 1\nanswers: {order: by-size, who: one}", renamed)
    assert answers.answers == {"who": ("one",)}
    assert [each.code for each in answers.warnings] == ["A602", "A616"]
    assert read("rubric_version: 2\nanswers: {order: by-size}", renamed).answers == {"order": ("by-size",)}


def test_the_language_of_the_rubric_itself_is_known(tmp_path: Path) -> None:
    """A rubric in another language than the shipped ones has answers in its own."""
    rubric = load_rubric(changed(tmp_path, "stages.yaml", "language: en", "language: de"))
    assert read("language: de", rubric).language == "de"
