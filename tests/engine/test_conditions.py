"""The table of conditions: each operator, three values, and questions that do not apply."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from sixstages.logic import Reading
from sixstages.rubric import Condition
from tests.engine.examples import question, rubric

CONDITION = TypeAdapter(Condition)


RUBRIC = rubric(
    [
        question("nets", "fb ig none* unsure*", pick="many", opening=True),
        question("rhythm", "never monthly weekly", ordered=True, ask_if={"nets": {"none_of": "none"}}),
        question("who", "me staff other"),
        question("tools", "plan post count none*", pick="many", ask_if={"rhythm": {"at_least": "monthly"}}),
    ],
    gates=[],
)

NOBODY: dict[str, str] = {"nets": "none"}
MONTHLY: dict[str, str] = {"nets": "fb", "rhythm": "monthly"}
TWO_TOOLS = MONTHLY | {"tools": "plan post"}

TABLE = [
    # one option, or one of several
    ({"who": "me"}, {"who": "me"}, True),
    ({"who": "me"}, {"who": "staff"}, False),
    ({"who": "me"}, {}, None),
    ({"who": ["me", "staff"]}, {"who": "staff"}, True),
    ({"who": ["me", "staff"]}, {"who": "other"}, False),
    ({"nets": "fb"}, {"nets": "fb ig"}, True),
    ({"nets": ["ig", "none"]}, {"nets": "none"}, True),
    ({"nets": ["ig", "none"]}, {"nets": "fb"}, False),
    # none of them
    ({"who": {"none_of": ["me", "staff"]}}, {"who": "other"}, True),
    ({"who": {"none_of": "me"}}, {"who": "me"}, False),
    ({"who": {"none_of": "me"}}, {}, None),
    ({"nets": {"none_of": ["none", "unsure"]}}, {"nets": "fb"}, True),
    ({"nets": {"none_of": ["fb", "none"]}}, {"nets": "fb ig"}, False),
    # at least and at most, on an ordered question
    ({"rhythm": {"at_least": "monthly"}}, MONTHLY, True),
    ({"rhythm": {"at_least": "weekly"}}, MONTHLY, False),
    ({"rhythm": {"at_least": "never"}}, MONTHLY, True),
    ({"rhythm": {"at_least": "never"}}, {"nets": "fb"}, None),
    ({"rhythm": {"at_most": "monthly"}}, MONTHLY, True),
    ({"rhythm": {"at_most": "never"}}, MONTHLY, False),
    ({"rhythm": {"at_most": "weekly"}}, {"nets": "fb"}, None),
    # counting picks
    ({"tools": {"all_of": ["plan", "post"]}}, TWO_TOOLS, True),
    ({"tools": {"all_of": ["plan", "count"]}}, TWO_TOOLS, False),
    ({"tools": {"all_of": ["plan", "post"]}}, MONTHLY, None),
    ({"tools": {"count": 2, "of": ["plan", "post", "count"]}}, TWO_TOOLS, True),
    ({"tools": {"count": 2, "of": ["plan", "count"]}}, TWO_TOOLS, False),
    ({"tools": {"count": 1, "of": ["plan"]}}, MONTHLY, None),
    ({"tools": {"fewer_than": 2, "of": ["plan", "count"]}}, TWO_TOOLS, True),
    ({"tools": {"fewer_than": 2, "of": ["plan", "post"]}}, TWO_TOOLS, False),
    ({"tools": {"fewer_than": 1, "of": ["plan"]}}, MONTHLY | {"tools": "none"}, True),
    ({"tools": {"fewer_than": 1, "of": ["plan"]}}, MONTHLY, None),
    # several questions mean and: false before unknown
    ({"nets": "fb", "who": "me"}, {"nets": "fb", "who": "me"}, True),
    ({"nets": "fb", "who": "me"}, {"nets": "fb"}, None),
    ({"nets": "fb", "who": "me"}, {"who": "staff"}, False),
    # several mappings mean or: true before unknown
    ([{"nets": "fb"}, {"who": "me"}], {"who": "me"}, True),
    ([{"nets": "fb"}, {"who": "me"}], {"who": "staff"}, None),
    ([{"nets": "fb"}, {"who": "me"}], {"nets": "ig", "who": "staff"}, False),
    # a question that does not apply speaks for nothing, whatever stands beside it
    ({"rhythm": {"none_of": "weekly"}}, NOBODY, False),
    ({"rhythm": {"at_most": "weekly"}}, NOBODY | {"rhythm": "never"}, False),
    ({"tools": {"fewer_than": 3, "of": ["plan", "post", "count"]}}, NOBODY, False),
    ({"tools": {"none_of": "plan"}}, NOBODY | {"rhythm": "weekly", "tools": "post"}, False),
    ([{"rhythm": "never"}, {"who": "me"}], NOBODY | {"who": "me"}, True),
    # while it is unknown whether a question applies, its answer can only speak against
    ({"rhythm": "weekly"}, {"rhythm": "weekly"}, None),
    ({"rhythm": "weekly"}, {"rhythm": "monthly"}, False),
    ({"tools": "plan"}, {"nets": "fb", "tools": "plan"}, None),
]

ASKED = [
    ("who", {}, True),
    ("rhythm", {}, None),
    ("rhythm", {"nets": "fb"}, True),
    ("rhythm", NOBODY, False),
    ("tools", {"nets": "fb"}, None),
    ("tools", MONTHLY, True),
    ("tools", {"nets": "fb", "rhythm": "never"}, False),
    ("tools", NOBODY | {"rhythm": "weekly"}, False),
]

APPLIES = [
    ({"rhythm": "weekly"}, {}, True),
    ({"rhythm": "weekly"}, MONTHLY, True),
    ({"rhythm": "weekly"}, NOBODY, False),
    ({"rhythm": "weekly", "who": "me"}, NOBODY, False),
    ([{"rhythm": "weekly"}, {"who": "me"}], NOBODY, True),
    ([{"rhythm": "weekly"}, {"tools": "plan", "who": "me"}], NOBODY, False),
]


def reading(sheet: dict[str, str]) -> Reading:
    """Read a sheet whose picks are written as words in a row."""
    return Reading(RUBRIC, {question_id: tuple(picks.split()) for question_id, picks in sheet.items()})


@pytest.mark.parametrize(("condition", "sheet", "truth"), TABLE, ids=str)
def test_a_condition_is_true_false_or_unknown(condition: object, sheet: dict[str, str], *, truth: bool | None) -> None:
    """Each kind of condition is worth what the design's table says."""
    assert reading(sheet).holds(CONDITION.validate_python(condition)) is truth


@pytest.mark.parametrize(("question_id", "sheet", "truth"), ASKED, ids=str)
def test_a_question_is_asked_unless_it_is_ruled_out(
    question_id: str, sheet: dict[str, str], *, truth: bool | None
) -> None:
    """A question is asked if its `ask_if` is true, ruled out if false, and it is unknown in between."""
    assert reading(sheet).asked(question_id) is truth


@pytest.mark.parametrize(("condition", "sheet", "applies"), APPLIES, ids=str)
def test_a_condition_applies_unless_each_mapping_is_ruled_out(
    condition: object, sheet: dict[str, str], *, applies: bool
) -> None:
    """A condition applies while one of its mappings has no question that is ruled out."""
    assert reading(sheet).applies(CONDITION.validate_python(condition)) is applies
