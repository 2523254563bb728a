"""Laws of comparing, for any rubric and any sittings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from sixstages import Answers, assess
from sixstages.comparison import Judged, compare
from tests.engine.strategies import CHANCE, rubrics_with_sheets

if TYPE_CHECKING:
    from random import Random

    from sixstages import Rubric
    from tests.engine.reference import Sheet

Drawn = tuple["Rubric", list["Sheet"]]


def judged(rubric: Rubric, sheet: Sheet, number: int) -> Judged:
    """Judge a sheet as the sitting of a month."""
    answers = Answers(answers=sheet, date=f"2026-{number:02}-01")
    return Judged(f"{number}.yaml", answers, assess(rubric, answers))


def at_least_two(drawn: Drawn) -> bool:
    """Whether there is something to compare."""
    return len(drawn[1]) > 1


SITTINGS = rubrics_with_sheets(gaps=True).filter(at_least_two)


@given(SITTINGS)
def test_the_way_back_loses_what_the_way_there_gained(drawn: Drawn) -> None:
    """With the dates the other way round, gained and lost change places, and so do findings; the unclear stays."""
    rubric, (one, other, *_) = drawn
    there = compare([judged(rubric, one, 1), judged(rubric, other, 2)]).overall
    back = compare([judged(rubric, one, 2), judged(rubric, other, 1)]).overall
    turned = there._replace(
        gained=there.lost,
        lost=there.gained,
        findings_came=there.findings_went,
        findings_went=there.findings_came,
    )
    assert back == turned


@given(SITTINGS)
def test_equal_sheets_differ_in_nothing(drawn: Drawn) -> None:
    """Nothing is gained or lost, came or went, and no step towards a sign is done."""
    rubric, (sheet, *_) = drawn
    found = compare([judged(rubric, sheet, 1), judged(rubric, sheet, 2)])
    moved = found.overall
    assert (moved.gained, moved.lost, moved.findings_came, moved.findings_went) == ((), (), (), ())
    assert not any(each.done for each in found.steps)
    assert all(each.needed is not False for each in found.steps)


@given(SITTINGS, CHANCE)
def test_the_order_of_the_files_says_nothing(drawn: Drawn, random: Random) -> None:
    """Dated sittings give the same comparison in whatever order they are given."""
    rubric, sheets = drawn
    sittings = [judged(rubric, sheet, number) for number, sheet in enumerate(sheets, 1)]
    assert compare(random.sample(sittings, len(sittings))) == compare(sittings)


@given(rubrics_with_sheets().filter(at_least_two))
def test_small_steps_add_up_to_the_whole_way(drawn: Drawn) -> None:
    """With every answer given, a sign is gained once more often than lost if it is on the whole, and so on."""
    rubric, sheets = drawn
    found = compare([judged(rubric, sheet, number) for number, sheet in enumerate(sheets, 1)])
    for sign in (*found.overall.gained, *found.overall.lost, *(each for way in found.changes for each in way.gained)):
        steps = sum((sign in way.gained) - (sign in way.lost) for way in found.changes)
        assert steps == (sign in found.overall.gained) - (sign in found.overall.lost)
    assert found.overall.unclear == ()


@given(SITTINGS, st.data())
def test_a_step_is_done_exactly_where_its_sign_was_gained_or_found_out(drawn: Drawn, data: st.DataObject) -> None:
    """No step is done whose sign held before, and each whose sign was gained is done."""
    rubric, sheets = drawn
    one, other = (data.draw(st.sampled_from(sheets)) for _ in range(2))
    found = compare([judged(rubric, one, 1), judged(rubric, other, 2)])
    done = {each.sign for each in found.steps if each.done}
    towards = {each.sign for each in found.steps if each.sign}
    gained, unclear = ({sign.id for sign in signs} for signs in (found.overall.gained, found.overall.unclear))
    assert towards & gained <= done <= gained | unclear
