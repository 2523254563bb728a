"""What holds for every format of a check."""

from __future__ import annotations

import pytest
from hypothesis import given

from sixstages.reports.checking import FORMATS
from sixstages.text import CONTROL
from tests.checks.formats import ANY_TEXT, EXAMPLES, checked, told, written

each_format = pytest.mark.parametrize("form", FORMATS)


@each_format
@pytest.mark.parametrize("example", EXAMPLES)
def test_a_report_can_be_looked_at_and_saved(form: str, example: str) -> None:
    """Nothing in it steers a terminal, all of it is UTF-8, and it ends with a line break."""
    report = written(form, EXAMPLES[example])
    assert CONTROL.findall(report) == []
    assert report.encode()
    assert report.endswith("\n")


@each_format
@given(ANY_TEXT, ANY_TEXT)
def test_whatever_stands_in_a_file_can_be_reported(form: str, name: str, text: str) -> None:
    """No name of a file and no text in it breaks a format, or gets raw into it."""
    report = written(form, checked(told(name, text), folder=name))
    assert CONTROL.findall(report) == []
    assert report.encode()


@each_format
def test_each_problem_is_reported(form: str) -> None:
    """Code, words and place of each are in every format."""
    report = written(form, EXAMPLES["problems"])
    for words in ("L304", "The gate of 'trying' holds", "stages.yaml", "12", "L328", "Nothing names"):
        assert words in report
