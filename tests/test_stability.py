"""What one careless answer can do, over the cases; and the figures and random sheets it is measured with."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

import pytest

from benchmarks.sheets import SEED, case_sheets, random_sheet
from benchmarks.stability import MOST_SHARE, MOST_STAGES, Stability, measure, report
from sixstages import Answers, load_rubric
from tests.engine.examples import gate, question, rubric

if TYPE_CHECKING:
    from sixstages import Rubric

SMALL = rubric(
    [
        question("nets", "fb ig none*", pick="many", opening=True),
        question("rhythm", "never monthly weekly", ordered=True, ask_if={"nets": {"none_of": "none"}}),
        question("results", "nothing some", ordered=True),
    ],
    [gate(1, {"rhythm": {"at_least": "monthly"}}), gate(1, {"rhythm": "weekly"}, {"results": "some"})],
)


def sheet(rhythm: str, results: str) -> Answers:
    """Answer the small rubric."""
    return Answers(answers={"nets": ("fb",), "rhythm": (rhythm,), "results": (results,)})


STEADY = sheet("monthly", "nothing")
JUMPING = sheet("never", "nothing")
UNEVEN = sheet("never", "some")


@pytest.fixture(scope="module")
def cases() -> Stability:
    """Measure the cases of the shipped rubric."""
    shipped = load_rubric()
    return measure(shipped, case_sheets(shipped))


def test_few_single_answers_change_the_stage_of_a_case(cases: Stability) -> None:
    """Over the cases, at most one different answer in twenty changes the stage."""
    assert cases.tried.total() > 0
    assert cases.share <= MOST_SHARE, cases.moved


def test_no_single_answer_moves_a_case_far(cases: Stability) -> None:
    """In a case without a skipped step, no different answer moves the stage by more than one."""
    assert cases.sheets > cases.verdicts["uneven"]
    assert cases.worst_move <= MOST_STAGES


def test_different_answers_are_counted_by_question() -> None:
    """Each question's different answers are counted, and those that change the stage; the opening's are not."""
    found = measure(SMALL, [STEADY, UNEVEN])
    assert found.tried == Counter(rhythm=4, results=2)
    assert found.moved == Counter(rhythm=4, results=1)
    assert found.share == pytest.approx(5 / 6)


def test_verdicts_and_stages_are_counted() -> None:
    """Each sheet counts for its verdict word and its stage."""
    found = measure(SMALL, [STEADY, UNEVEN, Answers()])
    assert found.sheets == 3
    assert found.verdicts == Counter(incomplete=1, uneven=1, borderline=1)
    assert found.stages == Counter(s1=2, s2=1)


@pytest.mark.parametrize(("sheets", "stages"), [([], 0), ([STEADY], 1), ([JUMPING], 2), ([STEADY, UNEVEN], 1)])
def test_the_worst_move_leaves_uneven_sheets_out(sheets: list[Answers], stages: int) -> None:
    """The worst move is the largest among all sheets that are not uneven, in stages."""
    assert measure(SMALL, sheets).worst_move == stages


def test_the_report_lays_the_figures_out() -> None:
    """The report sets cases and random sheets side by side, every word and stage with its share."""
    lines = report(SMALL, measure(SMALL, [STEADY, UNEVEN]), measure(SMALL, [STEADY] * 3)).splitlines()
    rows = {row[0]: row[1:] for row in map(str.split, lines) if row}
    assert rows["change"] == ["the", "stage", "5", "83.3%", "at", "most", "5.0%", "wanted"]
    assert rows["rhythm"] == ["4", "100.0%"]
    assert rows["borderline"] == ["1", "50.0%", "3", "100.0%"]
    assert rows["firm"] == ["0", "0.0%", "0", "0.0%"]
    assert rows["s1"] == ["1", "50.0%", "0", "0.0%"]


def thousands(of: Rubric) -> list[Answers]:
    """Draw random sheets enough for their shares to come out."""
    random = Random(SEED)  # noqa: S311 - chance, not secrecy
    return [random_sheet(of, random) for _ in range(4_000)]


def test_random_sheets_repeat() -> None:
    """The same seed gives the same sheets."""
    assert thousands(SMALL) == thousands(SMALL)


def test_random_sheets_are_uniform_over_what_is_asked() -> None:
    """Each option of an asked question is as likely; a question that is ruled out has no answer."""
    drawn = [each.answers for each in thousands(SMALL)]
    asked = [answers for answers in drawn if answers["nets"] != ("none",)]
    assert all(("rhythm" in answers) == (answers["nets"] != ("none",)) for answers in drawn)
    rhythms = Counter(answers["rhythm"] for answers in asked)
    assert sorted(rhythms) == [("monthly",), ("never",), ("weekly",)]
    assert all(count / len(asked) == pytest.approx(1 / 3, abs=0.03) for count in rhythms.values())


def test_random_picks_are_alone_a_quarter_of_the_time() -> None:
    """An `alone` option comes up in one sheet of four, and otherwise each set of picks is as likely."""
    nets = Counter(each.answers["nets"] for each in thousands(SMALL))
    assert sorted(nets) == [("fb",), ("fb", "ig"), ("ig",), ("none",)]
    assert all(count / nets.total() == pytest.approx(1 / 4, abs=0.03) for count in nets.values())
