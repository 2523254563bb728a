"""The language changes what is said, and nothing of what is found."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pytest

from sixstages import assess, read_answers
from sixstages.loading import Editions
from sixstages.reports import as_json
from sixstages.speech import LANGUAGES
from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path

EDITIONS = Editions(ROOT)
CASES = sorted(ROOT.joinpath("cases").glob("*.yaml"))
TEXTS = {"name", "says", "do", "why", "explains", "message", "remedy"}
"""The keys of the JSON under which stand texts; the name of the business is none of them."""


@cache
def scored(path: Path, language: str) -> dict[str, object]:
    """Score a case in a language, as JSON tells it."""
    rubric = EDITIONS.edition(language).rubric
    found: dict[str, object] = json.loads(as_json.one(assess(rubric, read_answers(path, rubric)), rubric, 80))
    return found


def without_texts(value: object) -> object:
    """Leave out the texts, all the way down."""
    if isinstance(value, dict):
        return {key: without_texts(each) for key, each in value.items() if key not in TEXTS}
    return [without_texts(each) for each in value] if isinstance(value, list) else value


def texts(value: object) -> list[str]:
    """List the texts, all the way down."""
    if isinstance(value, dict):
        inside = [text for each in value.values() for text in texts(each)]
        return inside + [each for key, each in value.items() if key in TEXTS and isinstance(each, str)]
    return [text for each in value for text in texts(each)] if isinstance(value, list) else []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_case_gets_the_same_verdict_in_every_language(path: Path) -> None:
    """The JSON of a case differs in texts and in `language` only, and there in all of them."""
    english = scored(path, "en")
    for language in LANGUAGES:
        other = scored(path, language)
        assert other["language"] == language
        assert without_texts(other | {"language": "en"}) == without_texts(english)
        assert other["name"] == english["name"]
        if language != "en":
            pairs = zip(texts(other["gates"]), texts(english["gates"]), strict=True)
            assert all(said != meant for said, meant in pairs)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_complete(language: str) -> None:
    """Nothing of the rubric is left in English, and the rubric says which language it is in."""
    edition = EDITIONS.edition(language)
    assert edition.missing == 0
    assert edition.rubric.identity.language == language
    assert set(edition.rubric.languages) == set(LANGUAGES)
