"""JUnit XML of a check."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from hypothesis import given

from sixstages.catalogue import CATALOGUE
from sixstages.checks.pages import read_pages
from sixstages.errors import describe
from sixstages.text import visible
from tests.checks.formats import ANY_TEXT, ERROR, NAMES, NOT_LOADED, TEXTS, UNUSABLE, WARNING, checked, told, written

if TYPE_CHECKING:
    from sixstages.checks.checked import Checked
    from sixstages.errors import Problem

CODES = [code for code in CATALOGUE if not code.startswith("U")]


def suite(check: Checked) -> ET.Element:
    """Report a check, and give the only suite."""
    [only] = ET.fromstring(written("junit", check))  # noqa: S314 - what we wrote ourselves
    return only


def case(code: str, *problems: Problem) -> ET.Element:
    """Give the test case of a code."""
    return case_of(code, checked(*problems))


def case_of(code: str, check: Checked) -> ET.Element:
    """Give the test case of a code in the report of a check."""
    return next(each for each in suite(check) if each.attrib["name"].startswith(code))


def test_there_is_a_test_case_for_each_code() -> None:
    """Passed ones as well, each with its title under the name of its class: a list of what was looked at."""
    cases = list(suite(checked()))
    assert [each.attrib["name"][:4] for each in cases] == CODES
    assert not any(map(list, cases))
    assert case("L304").attrib == {
        "classname": "sixstages check: Logic",
        "name": f"L304: {read_pages()['L304'].title}",
    }


def test_errors_are_failures() -> None:
    """All errors of a code are one failure, with all their words in its text, and the first in its message."""
    found = case("L304", ERROR, WARNING, ERROR)
    [failure] = found
    assert (failure.tag, failure.attrib["message"]) == ("failure", ERROR.message)
    assert failure.text == f"{describe(ERROR)}\n\n{describe(ERROR)}"
    assert found.attrib["file"] == "stages.yaml"


def test_warnings_are_output() -> None:
    """They fail no test case, and can be read there."""
    [output] = case("L328", WARNING)
    assert (output.tag, output.text) == ("system-out", describe(WARNING))


def test_the_numbers_of_the_suite_are_right() -> None:
    """Tests, failures and skipped ones are those there are; nothing is an error in the sense of JUnit."""
    numbers = {"tests": str(len(CODES)), "failures": "1", "errors": "0", "skipped": "0"}
    assert suite(checked(ERROR, WARNING, ERROR)).attrib == {"name": "sixstages check"} | numbers
    skipped = len(suite(NOT_LOADED).findall("testcase/skipped"))
    assert suite(NOT_LOADED).attrib["skipped"] == str(skipped)


def test_what_was_not_looked_at_is_skipped() -> None:
    """Rules about the whole rubric where it can't be loaded; everything where there is none."""
    assert [each.tag for each in case_of("L304", NOT_LOADED)] == ["skipped"]
    assert [each.tag for each in case_of("G501", NOT_LOADED)] == ["skipped"]
    assert [each.tag for each in case_of("S102", NOT_LOADED)] == []
    assert [each.tag for each in case_of("X201", NOT_LOADED)] == []
    assert [each.tag for each in case_of("X202", NOT_LOADED)] == ["failure"]
    assert [each.tag for each in case_of("S102", UNUSABLE)] == ["skipped"]
    assert [each.tag for each in case_of("Y021", UNUSABLE)] == ["failure"]


def test_nothing_gets_out_of_its_element() -> None:
    """Markup in a text is text; what XML can't hold is written out."""
    texts = "".join(case("S107", *(told(NAMES[0], text) for text in TEXTS)).itertext())
    for shown in (r"<b>]]>&amp;\ufffe\uffff", r"\x1b]0;x\x07\x9b\x7f\ud800\udfff", "[/] [red]:bomb:"):
        assert shown in texts


@given(ANY_TEXT)
def test_any_name_comes_through(name: str) -> None:
    """A reader of XML gets the name of the file, what it can't hold or show written out."""
    shown = visible(name).replace("\ufffe", r"\ufffe").replace("\uffff", r"\uffff")
    assert case("S107", told(name, "x")).attrib["file"] == shown
