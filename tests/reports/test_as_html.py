"""The report as a page: what stands on it, that it is valid, that nothing in it does anything."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from sixstages import Answers, assess
from sixstages.logic import Reading
from sixstages.reports import as_html, as_json, wording
from sixstages.reports.story import ANSWERS_GIVEN, NO_ENTRY, NOT_KNOWN
from sixstages.speech import DIGITS, LANGUAGES
from tests.library import CASES as LIBRARY_CASES
from tests.library import assessed as library_assessed
from tests.library import library, sheet
from tests.reports.hostile import AS_SHOWN, AS_WRITTEN, NO_LETTERS, STEERING, TEXTS, sheet_of
from tests.reports.pages import classed, levels, numbers, read, text_of, what_acts
from tests.reports.sheets import CASES, assessed

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path
    from xml.etree import ElementTree as ET

    from tests.reports.sheets import Sheet

MOST_BYTES = 150_000

each_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
some_cases = pytest.mark.parametrize("case", CASES[::6], ids=lambda case: case.stem)


def of(name: str) -> Sheet:
    """Give a case of the library's rubric."""
    return library_assessed(name), library(), sheet(name)


def cells(bar: ET.Element) -> dict[str, int]:
    """Count the cells of a bar by what they stand for."""
    looks = [each.get("class") for each in bar if each.tag.endswith("rect")]
    return {look: looks.count(look) for look in ("met", "unknown", "missing")}


def cells_before_the_line(bar: ET.Element) -> int:
    """Count the cells of a bar that stand before its line."""
    line = next(each.get("d", "") for each in bar if each.get("class") == "needed")
    at = float(line.removeprefix("M").split()[0])
    return sum(float(each.get("x", "")) < at for each in bar if each.tag.endswith("rect"))


def bar_in(element: ET.Element) -> ET.Element:
    """Find the first bar in an element."""
    return classed(element, "bar")[0]


def counted(signs: Iterable[dict[str, object]]) -> dict[str, int]:
    """Count signs of the JSON as a bar does."""
    truths = [sign["holds"] for sign in signs]
    return {"met": truths.count(True), "unknown": truths.count(None), "missing": truths.count(False)}


@pytest.mark.parametrize("language", LANGUAGES)
@some_cases
def test_a_case_is_a_valid_page_in_its_language(case: Path, language: str) -> None:
    """Strictly valid, small, with its language said; in every language."""
    page = as_html.page(*assessed(case, language))
    assert read(page).get("lang") == language
    assert len(page.encode()) < MOST_BYTES


@each_case
def test_the_ladder_is_that_of_the_json(case: Path) -> None:
    """The stage, every stage that is still possible, and the numbers of all; in words and in the picture."""
    found, rubric, answers = assessed(case)
    root, told = read(as_html.page(found, rubric, answers)), json.loads(as_json.one(found, rubric, 80))["stage"]
    rungs = root.findall(".//ol/li")[: len(rubric.stages)]
    assert [numbers(text_of(each))[0] for each in rungs] == [*range(1, len(rubric.stages) + 1)]
    here = [number for number, each in enumerate(rungs, 1) if each.get("aria-current") == "step"]
    marked = [number for number, each in enumerate(rungs, 1) if classed(each, "mark")]
    assert here == [told["number"]]
    assert marked == [*range(told["low"], told["high"] + 1)]
    steps = [each.get("class") for each in classed(root, "stairs")[0] if each.tag.endswith("rect")]
    assert [number for number, look in enumerate(steps, 1) if look != "step"] == marked
    assert [number for number, look in enumerate(steps, 1) if look == "here"] == here


@each_case
def test_the_gates_are_those_of_the_json(case: Path) -> None:
    """How many signs show, of how many, and how many are needed: the sentence, the bar and the lists agree."""
    found, rubric, answers = assessed(case)
    root, told = read(as_html.page(found, rubric, answers)), json.loads(as_json.one(found, rubric, 80))["gates"]
    sections = classed(root, "gate")
    assert [each.get("data-stage") for each in sections] == [gate["stage"] for gate in told]
    for number, (section, gate) in enumerate(zip(sections, told, strict=True), 2):
        assert numbers(text_of(section.find("h2")))[0] == number
        sentence = text_of(classed(section, "sentences")[0]).split(".")[0]
        assert numbers(sentence) == [gate["met"], len(gate["signs"]), gate["needs"]]
        assert cells(bar_in(section)) == counted(gate["signs"])
        assert cells_before_the_line(bar_in(section)) == gate["needs"]
        for name, holds in (("there", True), ("missed", False), ("open", None)):
            listed = [text_of(each) for group in classed(section, name) for each in group]
            expected = [sign["says"] for sign in gate["signs"] if sign["holds"] is holds]
            assert all(line.startswith(says) for line, says in zip(listed, expected, strict=True))


@each_case
def test_advice_is_given_up_to_the_next_stage(case: Path) -> None:
    """Each missing sign of a near gate says what helps and how big a step it is; what is far can wait."""
    found, rubric, answers = assessed(case)
    root = read(as_html.page(found, rubric, answers))
    for number, (section, gate) in enumerate(zip(classed(root, "gate"), found.gates, strict=True), 2):
        missing = [sign for sign in gate.signs if sign.holds is False]
        due = [wording.DO[sign.effort].format(do=sign.do) for sign in missing] if number <= found.stage.high + 1 else []
        assert [text_of(each) for each in classed(section, "do")] == due


@each_case
def test_the_findings_are_those_of_the_json(case: Path) -> None:
    """All that hold, by severity in their group, with their signs, and a box to tick for each remedy."""
    found, rubric, answers = assessed(case)
    root, told = read(as_html.page(found, rubric, answers)), json.loads(as_json.one(found, rubric, 80))["findings"]
    by_id = {each["id"]: each for each in told}
    articles = list(root.iter("article"))
    shown = [by_id[each.get("data-finding", "")] for each in articles]
    assert sorted(each["id"] for each in shown) == sorted(each["id"] for each in told if each["holds"])
    places = [[group.group for group in rubric.findings].index(each["group"]) for each in shown]
    assert sorted(range(len(shown)), key=lambda at: (places[at], -shown[at]["severity"])) == [*range(len(shown))]
    for article, finding in zip(articles, shown, strict=True):
        applying = [sign for sign in finding["signs"] if sign["applies"]]
        assert cells(bar_in(article)) == counted(applying)
        met, signs = numbers(text_of(article.find("h3")))[-2:]
        assert (met, signs) == (counted(applying)["met"], len(applying))
        assert int(100 * met / signs + 0.5) == round(100 * finding["severity"])
        assert [text_of(each) for each in article.findall("ul")[0]] == [
            sign["says"] for sign in applying if sign["holds"]
        ]
        assert [text_of(each) for each in classed(article, "ticks")[0]] == [
            f"{each['do']} {each['why']}" for each in finding["remedies"]
        ]
        assert len(article.findall(".//input[@type='checkbox']")) == len(finding["remedies"])


@each_case
def test_each_group_has_a_picture_of_all_that_applies(case: Path) -> None:
    """A bar for each finding that applies, found or not, with its name and its numbers beside it."""
    found, rubric, answers = assessed(case)
    root = read(as_html.page(found, rubric, answers))
    shown = {text_of(each).rsplit(" (", 1)[0]: each for scales in classed(root, "scales") for each in scales}
    applying = [each for each in found.findings if each.applies]
    assert sorted(shown) == sorted(each.name for each in applying)
    for finding in applying:
        drawn = cells(bar_in(shown[finding.name]))
        assert numbers(text_of(shown[finding.name]))[-2:] == [drawn["met"], sum(drawn.values())]
        assert drawn["met"] == sum(sign.holds is True for sign in finding.signs)


@each_case
def test_the_first_screen_comes_first(case: Path) -> None:
    """Whose, the ladder, the reason, the verdict and three steps stand above everything else, in this order."""
    found, rubric, answers = assessed(case)
    page = text_of(read(as_html.page(found, rubric, answers)).find("body"))
    steps = [step.do for step in found.next_steps[:3]]
    due = [
        wording.title(found, rubric),
        rubric.stages[-1].name,
        wording.reason(found, rubric),
        wording.verdict(found, rubric),
        *steps,
    ]
    places = [page.index(" ".join(each.split())) for each in due]
    assert places == sorted(places)


def test_the_answers_are_an_appendix() -> None:
    """Every question that applies, with the answer, "I don't know" or that there is none."""
    found, rubric, answers = of("open")
    root = read(as_html.page(found, rubric, answers))
    given = {
        text_of(each.find("dt")): text_of(each.find("dd")) for each in root.iter("div") if each.find("dt") is not None
    }
    texts = {each.id: each for each in rubric.questions.values()}
    for question, picks in answers.answers.items():
        options = {option.id: option.text for option in texts[question].options}
        assert given[texts[question].ask] == ", ".join(options[pick] for pick in texts[question].rank if pick in picks)
    for question in found.open:
        assert given[texts[question].ask] == (NOT_KNOWN if question in answers.dont_know else NO_ENTRY)


@each_case
def test_only_questions_that_apply_are_in_the_appendix(case: Path) -> None:
    """Those that were answered or are open, in the order in which they are asked."""
    found, rubric, answers = assessed(case)
    root = read(as_html.page(found, rubric, answers))
    due = {*Reading(rubric, answers.answers).used(), *found.open}
    assert [text_of(each) for each in root.iter("dt")] == [
        question.ask for question in rubric.questions.values() if question.id in due
    ]


def test_without_an_answer_no_stage_is_named() -> None:
    """The ladder without a mark, and a sentence that says why; no gate, no finding, no appendix."""
    answers = Answers(name="Kijiji")
    root = read(as_html.page(assess(library(), answers), library(), answers))
    assert wording.NO_ANSWERS in text_of(root)
    assert not [*classed(root, "mark"), *classed(root, "gate"), *classed(root, "here"), *root.iter("article")]
    assert ANSWERS_GIVEN not in text_of(root)


@pytest.mark.parametrize("name", LIBRARY_CASES)
def test_any_rubric_makes_a_page(name: str) -> None:
    """A rubric about another subject, with another number of stages, is told as well."""
    root = read(as_html.page(*of(name)))
    assert len(classed(root, "gate")) == len(library().stages) - 1


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_arrive_as_text(text: str) -> None:
    """Whatever stands in a name or in a rubric, the page has the same elements, and the text is there to read."""
    root, usual = read(as_html.page(*sheet_of(text))), read(as_html.page(*sheet_of("usual")))
    assert [each.tag for each in root.iter()] == [each.tag for each in usual.iter()]
    assert text_of(root.find(".//h1")).startswith(" ".join(text.split()))
    assert text_of(root.find(".//dt")) == " ".join(text.split())


def test_control_characters_are_written_out() -> None:
    """What would steer a terminal or turn the writing round stands there in letters; the file is UTF-8."""
    page = as_html.page(*sheet_of(STEERING))
    assert AS_WRITTEN in text_of(read(page))
    assert page.encode()
    assert "\x1b" not in page


def test_what_is_no_letter_is_shown_as_the_sign_for_it() -> None:
    """What Unicode never makes a letter of would be an error on the page, wherever it stands."""
    root = read(as_html.page(*sheet_of(NO_LETTERS)))
    assert text_of(root.find(".//h1")).startswith(AS_SHOWN)
    assert text_of(root.find(".//dt")) == AS_SHOWN


@each_case
def test_nothing_is_loaded_and_nothing_runs(case: Path) -> None:
    """No script, no picture from elsewhere, no link, no style that fetches; and the page forbids it besides."""
    page = as_html.page(*assessed(case))
    assert what_acts(read(page)) == []
    assert "default-src 'none'" in page


@each_case
def test_headings_come_in_order(case: Path) -> None:
    """One h1, and no level is left out on the way down."""
    found = levels(read(as_html.page(*assessed(case))))
    assert found.count(1) == 1
    assert found[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(found))


@pytest.mark.parametrize("language", DIGITS)
def test_lists_are_numbered_in_the_digits_of_the_language(language: str) -> None:
    """Where the program writes other digits than 0 to 9, a browser that numbers a list does so too."""
    style = text_of(read(as_html.page(*assessed(CASES[0], language))).find(".//style"))
    assert f"ol:lang({language}) {{ list-style-type:" in style
