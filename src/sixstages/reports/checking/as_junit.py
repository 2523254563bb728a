"""The check as JUnit XML, as GitLab and Jenkins show it: one test case for each problem that there can be.

An error is a failure of its test case. A warning stands in its output and fails nothing, whatever `--fail-on` says:
the exit code says that. What could not be looked at because the rubric could not be loaded is skipped.
GitLab shows the class name and not the suite's, and the text of a failure and not its message: both hold all.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sixstages.catalogue import CATALOGUE
from sixstages.checks.pages import CLASSES, page_of, read_pages
from sixstages.errors import describe
from sixstages.text import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sixstages.checks.checked import Checked
    from sixstages.checks.pages import Page
    from sixstages.errors import Problem

SUITE = "sixstages check"
NOT_LOOKED_AT = "Not looked at: other problems have to be mended first."

_OF_OTHER_COMMANDS = "U"
_WITHOUT_A_RUBRIC = "YSX"
_NO_XML = re.compile("[\ufffe\uffff]")


def report(checked: Checked, /) -> str:
    """Give an XML document with one suite."""
    pages = read_pages()
    suite = Element("testsuite", name=SUITE)
    for code in CATALOGUE:
        if code[0] not in _OF_OTHER_COMMANDS:
            _add_case(suite, page_of(code, pages), checked)
    suite.attrib.update({name: str(number) for name, number in _numbers(suite).items()})
    suites = Element("testsuites")
    suites.append(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _numbers(suite: Element) -> dict[str, int]:
    skipped = len(suite.findall("testcase/skipped"))
    return {"tests": len(suite), "failures": len(suite.findall("testcase/failure")), "errors": 0, "skipped": skipped}


def _add_case(suite: Element, page: Page, checked: Checked) -> None:
    code = page.code
    found = [each for each in checked.problems if each.code == code]
    case = SubElement(suite, "testcase", classname=f"{SUITE}: {CLASSES[code[0]]}", name=f"{code}: {page.title}")
    if found and found[0].place:
        case.set("file", _legal(found[0].place.file))
    if not found and not _is_looked_at(code, checked):
        SubElement(case, "skipped", message=NOT_LOOKED_AT)
    errors = [each for each in found if each.severity == "error"]
    if errors:
        failure = SubElement(case, "failure", type=code, message=_legal(errors[0].message))
        failure.text = _described(errors)
    if len(errors) < len(found):
        SubElement(case, "system-out").text = _described(each for each in found if each.severity == "warning")


def _is_looked_at(code: str, checked: Checked) -> bool:
    return bool(checked.shares) or (code[0] in _WITHOUT_A_RUBRIC and not checked.unusable)


def _described(problems: Iterable[Problem]) -> str:
    return _legal("\n\n".join(map(describe, problems)))


def _legal(words: str) -> str:
    """Write out what XML does not allow, besides what could steer a terminal."""
    return _NO_XML.sub(lambda match: f"\\u{ord(match[0]):04x}", visible(words))
