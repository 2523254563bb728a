"""What is said of gates and of the tests in conditions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.checks import check_rubric
from tests.input.rubrics import STAGES, changed
from tests.input.told import underlined

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.errors import Problem

TIDIED = "when: {tidied: {at_least: monthly}}"


def found(folder: Path, code: str) -> list[Problem]:
    """Check the rubric, and give the problems of one kind."""
    return [each for each in check_rubric(folder).problems if each.code == code]


@pytest.mark.parametrize(
    ("needs", "words"),
    [
        (3, "The gate needs 3 of 3 signs: one careless answer closes it."),
        (1, "The gate needs 1 of 3 signs: it opens where half of them or more are missing."),
    ],
)
def test_a_gate_out_of_bounds_is_told_what_is_wrong(needs: int, words: str, tmp_path: Path) -> None:
    """On one side and on the other."""
    [gate] = found(changed(tmp_path, STAGES, "needs: 2", f"needs: {needs}"), "L316")
    assert gate.message == words


@pytest.mark.parametrize(
    "test",
    [
        "{tidied: {at_least: never}}",
        "{tidied: {at_most: weekly}}",
        "{tidied: [never, yearly, monthly, weekly]}",
        "{loans: [notebook, cards, phone, nothing]}",
        "{loans: {count: 1, of: [notebook, cards, phone, nothing]}}",
        "{loans: {fewer_than: 4, of: [notebook, cards, phone]}}",
    ],
)
def test_a_test_that_every_answer_passes_is_told(test: str, tmp_path: Path) -> None:
    """It is shown itself, and its question is named."""
    [passed] = found(changed(tmp_path, STAGES, TIDIED, f"when: {test}"), "L329")
    assert underlined(passed.place) in test
    assert f"'{test[1:].partition(':')[0]}'" in passed.message


@pytest.mark.parametrize(
    "test",
    [
        "{tidied: {at_least: yearly}}",
        "{tidied: [never, yearly, monthly]}",
        "{loans: [notebook, cards, phone]}",
        "{loans: {none_of: [notebook, cards, phone]}}",
        "{loans: {fewer_than: 3, of: [notebook, cards, phone]}}",
        "{loans: {fewer_than: 2, of: [notebook, nothing, phone]}}",
    ],
)
def test_a_test_that_some_answer_fails_is_not(test: str, tmp_path: Path) -> None:
    """One answer is enough, be it several picks together."""
    assert found(changed(tmp_path, STAGES, TIDIED, f"when: {test}"), "L329") == []
