"""The comparison as a page: it says what the text says, its numbers are those of the JSON, nothing in it acts."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from sixstages import assess
from sixstages.comparison import Judged, compare
from sixstages.reports import pictures
from sixstages.reports.comparing import as_html, as_json, as_text, sentences
from sixstages.speech import LANGUAGES
from tests.comparison.sittings import HEAP, a_year, compared, sitting, unanswered
from tests.comparison.test_reports import ALL, UP
from tests.library import library, sheet
from tests.reports.hostile import AS_SHOWN, AS_WRITTEN, NO_LETTERS, STEERING, TEXTS, spoiled
from tests.reports.pages import classed, levels, numbers, read, text_of, what_acts

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from sixstages import Rubric
    from sixstages.comparison import Comparison

MOST_BYTES = 60_000
ONLY_ON_THE_PAGE = {"over-time"}
"""The picture with its legend: what it shows is said in the table below it."""
LEADS = re.compile(r"^  (?:[-+*]|\[[x? ]\]) ", re.MULTILINE)
DRAWING = re.compile(r"\[[#?.]+\]")

GAP = compared(sitting("2026-03-02", **HEAP), unanswered("2026-06-02"), sitting("2026-09-02"), sitting("2026-12-02"))
UNKNOWN = compared(sitting("2026-03-02", **HEAP), sitting("2026-06-02", tidied=None))
MADE = ALL | {"gap": GAP, "unknown": UNKNOWN}
COMPARED = {name: (each, library()) for name, each in MADE.items()} | {"year": a_year("en")}

each_comparison = pytest.mark.parametrize(("comparison", "rubric"), COMPARED.values(), ids=COMPARED)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def page(comparison: Comparison, rubric: Rubric) -> ET.Element:
    """Read the page of a comparison."""
    return read(as_html.report(comparison, rubric, 80))


def scripted(comparison: Comparison, rubric: Rubric) -> Any:  # noqa: ANN401 - whatever JSON is
    """Give the JSON of a comparison."""
    return json.loads(as_json.report(comparison, rubric, 80))


def said_on_the_page(comparison: Comparison, rubric: Rubric) -> str:
    """Give the words of the page from its title down to the footer."""
    root = page(comparison, rubric)
    for parent in [*root.iter()]:
        for child in [*parent]:
            if child.get("class") in ONLY_ON_THE_PAGE:
                parent.remove(child)
    return f"{text_of(root.find('.//h1'))} {text_of(root.find('.//main'))}"


def said_in_text(comparison: Comparison, rubric: Rubric) -> str:
    """Give the words of the text report, without what it draws in letters."""
    words = DRAWING.sub("", LEADS.sub("", as_text.report(comparison, rubric, 100).plain))
    return " ".join(words.split())


def texts(section: ET.Element, look: str) -> list[str]:
    """Give the items of the lists of one look."""
    return [text_of(item) for each in classed(section, look) for item in each]


def hostile(text: str) -> tuple[Comparison, Rubric]:
    """Compare two sittings in whose name, file and rubric a text stands wherever one can."""
    rubric = spoiled(library(), text)
    answers = replace(sheet("shelves"), name=text, date=None)
    before = replace(answers, answers={**answers.answers, "tidied": ("never",)})
    return compare([Judged(text, each, assess(rubric, each)) for each in (before, answers)]), rubric


@each_comparison
def test_the_page_says_what_the_text_says(comparison: Comparison, rubric: Rubric) -> None:
    """Word by word, in the same order; only what the text draws in letters is drawn otherwise."""
    assert said_on_the_page(comparison, rubric) == said_in_text(comparison, rubric)


@each_language
def test_it_is_a_valid_page_in_each_language(language: str) -> None:
    """Strictly valid, small, its language said, the words those of the text report."""
    comparison, rubric = a_year(language)
    assert page(comparison, rubric).get("lang") == language
    assert said_on_the_page(comparison, rubric) == said_in_text(comparison, rubric)
    assert len(as_html.report(comparison, rubric, 80).encode()) < MOST_BYTES


@each_comparison
def test_the_way_is_that_of_the_json(comparison: Comparison, rubric: Rubric) -> None:
    """The first sentence names the first and the last stage where both are certain, and how many signs have come."""
    told = scripted(comparison, rubric)
    ends = [told["sittings"][0]["stage"], told["sittings"][-1]["stage"]]
    certain = all(each["low"] == each["high"] for each in ends)
    gained = len(told["overall"]["gained"])
    said = numbers(text_of(classed(page(comparison, rubric), "reason")[0]))
    assert {*said} == ({each["number"] for each in ends} if certain else set()) | ({gained} - {0})


@each_comparison
def test_the_table_is_that_of_the_json(comparison: Comparison, rubric: Rubric) -> None:
    """A row a sitting: the date, and the stage or the stages that are possible, of how many."""
    told, rows = scripted(comparison, rubric)["sittings"], [*page(comparison, rubric).iter("tr")]
    for row, found in zip(rows, told, strict=True):
        stage, of = found["stage"], len(rubric.stages)
        year, _, day = map(int, found["date"].split("-")) if found["date"] else (None, None, None)
        assert numbers(text_of(row.find("th"))) == ([day, year] if day else [])
        if len(found["open"]) == len(rubric.questions):
            assert text_of(row.find("td")) == sentences.NOT_ANSWERED
        elif stage["low"] == stage["high"]:
            assert numbers(text_of(row.find("td"))) == [stage["number"], of]
        else:
            assert numbers(text_of(row.find("td"))) == [stage["low"], stage["high"], of, stage["number"]]


@each_comparison
def test_the_picture_is_that_of_the_json(comparison: Comparison, rubric: Rubric) -> None:
    """A dot at the stage of each sitting with an answer, hollow and with a line over all that is possible if open."""
    root = page(comparison, rubric)
    drawn = {name: [each.get("d", "") for each in classed(root, name)] for name in ("row", "dot", "hollow", "span")}
    stages = {numbers(each)[1]: number for number, each in enumerate(drawn["row"], 1)}
    places = {
        pictures.EDGE + pictures.BETWEEN * at: each["stage"]
        for at, each in enumerate(scripted(comparison, rubric)["sittings"])
        if len(each["open"]) < len(rubric.questions)
    }
    unsure = {at: stage for at, stage in places.items() if stage["low"] < stage["high"]}
    dots = {numbers(each)[0]: stages[numbers(each)[1]] for each in drawn["dot"]}
    spans = {at: [stages[high], stages[low]] for at, high, low in map(numbers, drawn["span"])}
    height, of = numbers(classed(root, "course")[0].get("viewBox", ""))[-1], len(rubric.stages)
    assert stages == {height * (2 * (of - number) + 1) / (2 * of): number for number in range(1, of + 1)}
    assert dots == {at: stage["number"] for at, stage in places.items()}
    assert [numbers(each)[0] for each in drawn["hollow"]] == [*unsure]
    assert spans == {at: [stage["high"], stage["low"]] for at, stage in unsure.items()}


@each_comparison
def test_the_line_leads_from_dot_to_dot(comparison: Comparison, rubric: Rubric) -> None:
    """It is dashed, and a band lies behind it, where one of the two is open; it never leads over a gap."""
    root, questions = page(comparison, rubric), len(rubric.questions)
    dots = {numbers(each.get("d", ""))[0]: numbers(each.get("d", ""))[:2] for each in classed(root, "dot")}
    hollow = {numbers(each.get("d", ""))[0] for each in classed(root, "hollow")}
    ends = [[numbers(each.get("d", ""))[:2], numbers(each.get("d", ""))[2:]] for each in classed(root, "way")]
    answered = [len(each.open) < questions for each in comparison.sittings]
    assert len(ends) == sum(one and other for one, other in pairwise(answered))
    assert all(dots[end[0]] == end for way in ends for end in way)
    unsure = [bool(hollow & {one[0], other[0]}) for one, other in ends]
    assert ["unsure" in each.get("class", "") for each in classed(root, "way")] == unsure
    assert len(classed(root, "band")) == sum(unsure)


@each_comparison
def test_the_rows_of_the_picture_have_the_names_of_the_stages(comparison: Comparison, rubric: Rubric) -> None:
    """The highest stands at the top, each with its number."""
    named = [f"{number} {stage.name}" for number, stage in enumerate(rubric.stages, 1)]
    rows = classed(page(comparison, rubric), "stages")[0]
    assert [text_of(each) for each in reversed(rows)] == named


@each_comparison
def test_what_moved_is_that_of_the_json(comparison: Comparison, rubric: Rubric) -> None:
    """First the whole way, then each way between neighbours: signs with their stages, findings, what is unclear."""
    told, root = scripted(comparison, rubric), page(comparison, rubric)
    ways = [told["overall"], *(told["changes"] if len(told["changes"]) > 1 else ())]
    sections = [each for each in root.iter("section") if "data-from" in each.attrib]
    stages = {stage.id: number for number, stage in enumerate(rubric.stages, 1)}
    for section, way in zip(sections, ways, strict=True):
        assert (section.get("data-from"), section.get("data-to")) == (str(way["from"]), str(way["to"]))
        for look, signs in (("come", way["gained"]), ("missed", way["lost"])):
            expected = [f"{each['says']} (stage {stages[each['stage']]})" for each in signs]
            assert texts(section, look) == expected
        findings = (*way["findings_went"], *way["findings_came"])
        assert texts(section, "plain") == [each["name"] for each in findings]
        counted = [each for each in section.findall("p") if each.get("class") is None]
        unclear = [len(way["unclear"]), len(way["findings_unclear"])]
        assert [number for each in counted for number in numbers(text_of(each))] == [each for each in unclear if each]


@each_comparison
def test_the_steps_are_those_of_the_json(comparison: Comparison, rubric: Rubric) -> None:
    """Each once: done or no longer needed with a tick, not known with a question mark, else with a box to tick."""
    told, root = scripted(comparison, rubric), page(comparison, rubric)
    done = [each["do"] for each in told["steps"] if each["done"]]
    needless = [each["do"] for each in told["steps"] if not each["done"] and each["needed"] is False]
    assert texts(root, "done") == [*done, *needless]
    assert texts(root, "open") == [each["do"] for each in told["steps"] if each["needed"] is None]
    assert texts(root, "ticks") == [each["do"] for each in told["steps"] if each["needed"]]
    assert len(root.findall(".//input[@type='checkbox']")) == len(texts(root, "ticks"))


@pytest.mark.parametrize("text", TEXTS)
def test_hostile_texts_arrive_as_text(text: str) -> None:
    """Whatever stands in a name, a file's name or a rubric, the page has the same elements, and the text to read."""
    root, usual = page(*hostile(text)), page(*hostile("usual"))
    assert [each.tag for each in root.iter()] == [each.tag for each in usual.iter()]
    assert text_of(root.find(".//h1")) == " ".join(text.split())
    assert text_of(root.find(".//th")) == f"{sentences.NO_DATE} ({' '.join(text.split())})"
    assert texts(root, "come") == [f"{' '.join(text.split())} (stage 2)"]


def test_control_characters_are_written_out() -> None:
    """What would steer a terminal or turn the writing round stands there in letters; the file is UTF-8."""
    written = as_html.report(*hostile(STEERING), 80)
    assert text_of(read(written).find(".//th")) == f"{sentences.NO_DATE} ({AS_WRITTEN})"
    assert written.encode()
    assert "\x1b" not in written


def test_what_is_no_letter_is_shown_as_the_sign_for_it() -> None:
    """What Unicode never makes a letter of would be an error on the page, wherever it stands."""
    root = page(*hostile(NO_LETTERS))
    assert text_of(root.find(".//h1")) == AS_SHOWN
    assert text_of(root.find(".//th")) == f"{sentences.NO_DATE} ({AS_SHOWN})"


@each_comparison
def test_nothing_is_loaded_and_nothing_runs(comparison: Comparison, rubric: Rubric) -> None:
    """No script, no picture from elsewhere, no link, no style that fetches; and the page forbids it besides."""
    assert what_acts(page(comparison, rubric)) == []
    assert "default-src 'none'" in as_html.report(comparison, rubric, 80)


@each_comparison
def test_headings_come_in_order(comparison: Comparison, rubric: Rubric) -> None:
    """One h1 and below it one h2 for each part."""
    root = page(comparison, rubric)
    assert levels(root) == [1, *(2 for _ in root.iter("section"))]


def test_parts_without_anything_in_them_are_left_out() -> None:
    """Where no step was given and nothing is to be known of the files there is no heading for it."""
    found = compared(unanswered("2026-03-02"), sitting("2026-06-02", list="none-yet"))
    assert classed(page(found, library()), "steps") == []
    assert classed(page(UP, library()), "notes") == []
