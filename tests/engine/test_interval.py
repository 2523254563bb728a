"""The stage, the interval around it and the second opinion, against a second evaluator."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from tests.engine import examples
from tests.engine.judging import Case, judged
from tests.engine.reference import World, best, better, complete_sheets, every_answer, nearest, worst
from tests.engine.strategies import rubrics, rubrics_with_sheets, strays

if TYPE_CHECKING:
    from sixstages.rubric import Rubric


@given(rubrics_with_sheets())
def test_a_complete_sheet_has_one_stage(case: Case) -> None:
    """On a complete sheet low, high and the stage itself are the stage that a second evaluator climbs to."""
    rubric, sheets = case
    for sheet in sheets:
        stage = judged(rubric, sheet).stage
        number = World(rubric, sheet).stage()
        assert (stage.number, stage.low, stage.high) == (number, number, number)
        assert (stage.id, stage.name) == (rubric.stages[number - 1].id, rubric.stages[number - 1].name)


@given(rubrics_with_sheets(gaps=True))
def test_low_and_high_count_unknown_as_false_and_as_true(case: Case) -> None:
    """The low end is the stage with everything unknown false, the high end with everything unknown true."""
    rubric, sheets = case
    for sheet in sheets:
        stage = judged(rubric, sheet).stage
        assert (stage.low, stage.high) == (worst(rubric, sheet).stage(), best(rubric, sheet).stage())


@given(rubrics_with_sheets(gaps=True))
def test_the_interval_holds_the_final_stage(case: Case) -> None:
    """However the gaps are filled in the end, the stage lies within the interval."""
    rubric, sheets = case
    for sheet in sheets:
        stage = judged(rubric, sheet).stage
        ends = {World(rubric, whole).stage() for whole in complete_sheets(rubric, sheet)}
        assert stage.low <= min(ends)
        assert max(ends) <= stage.high


@given(rubrics_with_sheets(gaps=True))
def test_the_interval_only_narrows(case: Case) -> None:
    """One more answer never lowers the low end and never raises the high end."""
    rubric, sheets = case
    for sheet in sheets:
        before = judged(rubric, sheet)
        for question in before.open:
            for answer in every_answer(rubric.questions[question]):
                after = judged(rubric, {**sheet, question: answer}).stage
                assert before.stage.low <= after.low
                assert after.high <= before.stage.high


@given(rubrics_with_sheets(closed=True, gaps=True))
def test_a_better_answer_never_lowers_anything(case: Case) -> None:
    """In a rubric closed upwards no better answer to any question lowers low, high or nearest."""
    rubric, sheets = case
    for sheet in sheets:
        before = judged(rubric, sheet).stage
        for question, old in sheet.items():
            for new in every_answer(rubric.questions[question]):
                if better(rubric.questions[question], new, old):
                    after = judged(rubric, {**sheet, question: new}).stage
                    assert after.low >= before.low
                    assert after.high >= before.high
                    assert after.nearest >= before.nearest


@given(rubrics_with_sheets(gaps=True))
def test_the_nearest_profile_is_exact(case: Case) -> None:
    """The nearest profile is the one found with exact fractions, the lower of two equal ones."""
    rubric, sheets = case
    for sheet in sheets:
        assert judged(rubric, sheet).stage.nearest == nearest(rubric, sheet)


@given(rubrics_with_sheets(gaps=True))
def test_the_stage_is_the_nearest_within_the_interval(case: Case) -> None:
    """The stage is the nearest profile where the interval holds it, else the end that is closer to it."""
    rubric, sheets = case
    for sheet in sheets:
        stage = judged(rubric, sheet).stage
        assert stage.number == min(range(stage.low, stage.high + 1), key=lambda number: abs(number - stage.nearest))
        assert stage.id == rubric.stages[stage.number - 1].id


@given(rubrics_with_sheets(gaps=True))
def test_open_lists_what_is_asked_and_unanswered(case: Case) -> None:
    """`open` lists in the file's order the questions that are not ruled out and have no definite answer."""
    rubric, sheets = case
    for sheet in sheets:
        world = best(rubric, sheet)
        assert judged(rubric, sheet).open == tuple(
            question for question in rubric.questions if question not in sheet and world.asked(question)
        )


@given(rubrics_with_sheets(gaps=True))
def test_answering_all_that_settles_closes_the_interval(case: Case) -> None:
    """However the questions under `settles` are answered, low and high meet."""
    rubric, sheets = case
    for sheet in sheets:
        settles = judged(rubric, sheet).settles
        for answers in product(*(every_answer(rubric.questions[question]) for question in settles)):
            settled = {**sheet, **dict(zip(settles, answers, strict=True))}
            assert worst(rubric, settled).stage() == best(rubric, settled).stage()


@given(rubrics_with_sheets(gaps=True))
def test_settles_names_what_the_unknown_signs_read(case: Case) -> None:
    """`settles` are the open questions that the unknown signs of the interval's unknown gates read or depend on."""
    rubric, sheets = case
    for sheet in sheets:
        found = judged(rubric, sheet)
        unknown = {
            question
            for number, gate in enumerate(found.gates, start=2)
            if found.stage.low < number <= found.stage.high and gate.holds is None
            for sign in gate.signs
            if sign.holds is None
            for question in sign.questions
        }
        assert set(found.settles) == behind(rubric, unknown) & set(found.open)
        assert found.settles == tuple(question for question in found.open if question in found.settles)


def behind(rubric: Rubric, questions: set[str]) -> set[str]:
    """Add to some questions those that their `ask_if`s read, and so on."""
    conditions = [rubric.questions[question].ask_if or () for question in questions]
    read = {test.question for condition in conditions for alternative in condition for test in alternative}
    return questions if read <= questions else behind(rubric, questions | read)


def test_settles_leaves_out_what_a_true_gate_reads() -> None:
    """A gate that is true already asks for nothing more, even where one of its signs is unknown."""
    rubric = examples.rubric(
        [examples.question(each, "no-way some", ordered=True, opening=each == "a") for each in "abc"],
        [examples.gate(1, {"a": "some"}), examples.gate(1, {"b": "some"}, {"c": "some"})],
    )
    found = judged(rubric, {"b": ("some",)})
    assert (found.stage.low, found.stage.high) == (1, 3)
    assert (found.settles, found.open) == (("a",), ("a", "c"))


@given(rubrics_with_sheets(gaps=True), st.data())
def test_dont_know_is_no_answer(case: Case, data: st.DataObject) -> None:
    """An answer of "don't know" is worth the same as none."""
    rubric, sheets = case
    for sheet in sheets:
        unanswered = [question for question in rubric.questions if question not in sheet]
        dont_know = frozenset(question for question in unanswered if data.draw(st.booleans()))
        assert judged(rubric, sheet, dont_know) == judged(rubric, sheet)


@given(rubrics_with_sheets(gaps=True), st.data())
def test_order_never_matters(case: Case, data: st.DataObject) -> None:
    """Neither the order of the answers nor the order of the picks in one changes anything, used or not."""
    rubric, sheets = case
    for sheet in sheets:
        answers = {**sheet, **data.draw(strays(rubric, sheet))}
        order = data.draw(st.permutations(list(answers)))
        shuffled = {question: tuple(data.draw(st.permutations(answers[question]))) for question in order}
        assert judged(rubric, shuffled) == judged(rubric, answers)


@given(rubrics_with_sheets(gaps=True), st.data())
def test_a_question_that_does_not_apply_changes_nothing(case: Case, data: st.DataObject) -> None:
    """Answers to questions that are ruled out each get a warning that names them, and change nothing else."""
    rubric, sheets = case
    for sheet in sheets:
        ruled_out = data.draw(strays(rubric, sheet))
        plain = judged(rubric, sheet)
        strayed = judged(rubric, {**ruled_out, **sheet})
        assert replace(strayed, warnings=plain.warnings) == plain
        told = [warning.message for warning in strayed.warnings if warning not in plain.warnings]
        assert len(told) == len(ruled_out)
        assert all(any(question in message for message in told) for question in ruled_out)


@given(rubrics())
def test_no_answer_at_all_is_a_warning(rubric: Rubric) -> None:
    """A sheet without any definite answer is told by a warning, one with an answer is not."""
    assert len(judged(rubric, {}).warnings) == 1
    first = {rubric.opening: every_answer(rubric.questions[rubric.opening])[0]}
    assert judged(rubric, first).warnings == ()
