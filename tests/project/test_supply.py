"""What the program is given by others: the ends of its ranges, and what is known of their weaknesses."""

from __future__ import annotations

import pytest

from tests import ROOT
from tools.audit import Audit, told, understood
from tools.lowest import lowest

PYPROJECT = '[project]\ndependencies = [{}]\n[project.optional-dependencies]\ncohort = ["more>=1,<2"]\ndev = ["any"]\n'


def test_the_lowest_versions_are_those_of_the_ranges() -> None:
    """Each dependency of the program and of its extra is a constraint, tools of development are none."""
    written = PYPROJECT.format('"some-thing>=1.2.3,<2", "other>=3,<5"')
    assert [*lowest(written)] == ["more==1", "some-thing==1.2.3", "other==3"]


@pytest.mark.parametrize("without", ["thing", "thing>=1", "thing<2", "thing==1.2", "thing>=1,!=1.5,<2"])
def test_a_dependency_without_two_ends_is_told(without: str) -> None:
    """What can't be tried at both ends of a range is no range."""
    with pytest.raises(ValueError, match=without):
        list(lowest(PYPROJECT.format(f'"{without}"')))


def test_every_dependency_of_the_project_has_a_range() -> None:
    """From a version that is tried to one that is not known yet."""
    assert [*lowest(ROOT.joinpath("pyproject.toml").read_text(encoding="utf-8"))]


FOUND = """{"dependencies": [
  {"name": "weak", "version": "1.0", "vulns": [{"id": "X-1", "fix_versions": ["1.1"]}]},
  {"name": "well", "version": "2.0", "vulns": []},
  {"name": "unheard-of", "skip_reason": "not found"}
]}"""


def test_a_weakness_is_told_with_its_version() -> None:
    """And how many packages could be asked about."""
    audit = understood(FOUND)
    assert audit == Audit(("weak 1.0: X-1",), 3, 2)
    assert told(audit).splitlines() == [
        "weak 1.0: X-1",
        "weaknesses: 1, in 2 packages of 3; the service knows no others",
    ]


@pytest.mark.parametrize("found", ["", '{"dependencies": [{"name": "x", "skip_reason": "not found"}]}'])
def test_where_nobody_answers_nothing_is_called_clean(found: str) -> None:
    """An audit that could ask about no package says so."""
    assert told(understood(found)).startswith("not audited")
