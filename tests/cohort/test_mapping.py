"""Mapping files: what a user says about a table in words of its own, and what is wrong with that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.cohort.mapping import read_mapping
from tests.cohort.market import WORDING, mapping
from tests.input.told import problems_of, told

if TYPE_CHECKING:
    from pathlib import Path

FAULTS = (
    ("colums: {}", ["S102 1:1"]),
    ("columns: [sold]", ["S103 1:10"]),
    ("columns: {Goods: soldd}", ["A603 1:18"]),
    ("columns: {Goods: sold/furit}", ["A604 1:18"]),
    ("columns: {Goods: sold/}", ["A604 1:18"]),
    ("columns: {Goods: sold/dont-know}", ["A604 1:18"]),
    ("values: {soldd: {Apples: fruit}}", ["A603 1:10"]),
    ("values:\n  sold:\n    Apples: frut\n    Pears: fruit\n", ["A604 3:13"]),
    ("values: {sold: {'?': dont-know}}", ["A604 1:22"]),
    ("columns: {Goods: sold, goods: helper}", ["C724 1:24 also 1:11"]),
    ("columns: {Goods: sold}\nignore: [Notes, GOODS]", ["C724 2:17 also 1:11"]),
    ("values: {sold: {Apples: fruit, apples: herbs}}", ["C724 1:32 also 1:17"]),
    ("picked: [ja, x]\nnot_picked: Ja", ["C724 2:13 also 1:10"]),
    ("columns: {a: b}\nvalues: {c: {d: e}}", ["A603 1:14", "A603 2:10"]),
)


@pytest.mark.parametrize(("text", "faults"), FAULTS)
def test_every_fault_is_told_with_its_place(text: str, faults: list[str]) -> None:
    """Unknown keys, questions and options, and what is given two meanings; all at once."""
    assert told(lambda: mapping(text)) == faults


def test_what_was_probably_meant_is_suggested() -> None:
    """The nearest id is named."""
    remedies = [each.remedy for each in problems_of(lambda: mapping("columns: {Goods: sold/furit, Help: helpr}"))]
    assert remedies == ["Did you mean 'fruit'?", "Did you mean 'helper'?"]


def test_a_file_says_what_columns_and_values_mean(tmp_path: Path) -> None:
    """Headers and texts are kept folded, as those of the table will be."""
    path = tmp_path / "mapping.yaml"
    path.write_text(
        'columns: {"Goods?": sold}\nvalues: {helper: {"My  Aunt": family, "No idea": dont-know}}\n', "utf-8"
    )
    read = read_mapping(path, WORDING)
    assert read.columns["goods"].taken == ("answer", "sold", "")
    assert read.values == {"helper": {"my aunt": "family", "no idea": "dont-know"}}


def test_the_same_text_may_mean_something_else_for_another_question() -> None:
    """Values are those of their question."""
    assert len(mapping("values: {sold: {x: fruit}, helper: {x: family}}").values) == 2
