"""The check as SARIF 2.1.0 (OASIS), for code scanning and for editors."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote_from_bytes

from sixstages import __version__
from sixstages.catalogue import CATALOGUE
from sixstages.checks.pages import page_of, read_pages
from sixstages.reports.checking.fingerprints import fingerprints
from sixstages.reports.checking.machine import written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sixstages.checks.checked import Checked
    from sixstages.checks.pages import Page
    from sixstages.errors import Place, Problem

    Json = dict[str, object]

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
FINGERPRINT = "primaryLocationLineHash"
"""The only name under which GitHub looks for a fingerprint; what it is made of is up to the tool."""

_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")


def report(checked: Checked, /) -> str:
    """Give a log of one run; the rules in it are those that found something."""
    codes = list(dict.fromkeys(each.code for each in checked.problems))
    results = [
        _result(found, codes.index(found.code), fingerprint)
        for found, fingerprint in zip(checked.problems, fingerprints(checked.problems), strict=True)
    ]
    run = {
        "tool": {"driver": {"name": "sixstages", "version": __version__, "rules": _rules(codes)}},
        "invocations": [{"executionSuccessful": not checked.unusable}],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return written({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rules(codes: Iterable[str]) -> list[Json]:
    pages = read_pages()
    return [_rule(page_of(code, pages)) for code in codes]


def _rule(page: Page) -> Json:
    return {
        "id": page.code,
        "shortDescription": {"text": page.title},
        "fullDescription": {"text": page.summary},
        "help": {"text": page.text, "markdown": page.text},
        "defaultConfiguration": {"level": CATALOGUE[page.code].severity},
    }


def _result(found: Problem, rule: int, fingerprint: str) -> Json:
    return {
        "ruleId": found.code,
        "ruleIndex": rule,
        "level": found.severity,
        "message": {"text": _without_links(f"{found.message} {found.remedy}")},
        "locations": [_location(found.place)] if found.place else [],
        "relatedLocations": [{"id": number} | _location(each) for number, each in enumerate(found.also, 1)],
        "partialFingerprints": {FINGERPRINT: fingerprint},
    }


def _location(place: Place) -> Json:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": uri(place.file)}, "region": region}}


def uri(file: str) -> str:
    """Return a path as a URI, its bytes percent-encoded: relative as it was given, or with `file:` if absolute."""
    path = Path(_NO_BYTE.sub("\N{REPLACEMENT CHARACTER}", file))
    return path.as_uri() if path.is_absolute() else quote_from_bytes(os.fsencode(path.as_posix()))


def _without_links(words: str) -> str:
    """Part what a reader of SARIF takes for a link: words from a file must not lead anywhere."""
    return words.replace("](", "] (")
