"""Rubrics written by hand, each with a turn that chance seldom finds."""

from __future__ import annotations

from sixstages.proofs import Proofs
from tests.engine.examples import finding, gate, question, rubric


def test_of_several_closing_answers_the_smallest_is_given() -> None:
    """Picking c rules the second question out, whatever is picked besides."""
    of = rubric(
        [
            question("start", "small large", ordered=True, opening=True),
            question("ways", "a b c none*", pick="many"),
            question("then", "never often", ordered=True, ask_if={"ways": {"none_of": "c"}}),
        ],
        [gate(1, {"then": "often"})],
    )
    assert Proofs(of).closed_by("ways", of.gates[0]) == ("c",)


def test_an_answer_closes_a_gate_also_where_others_pass_it_unasked() -> None:
    """Whoever starts large passes the gate; whoever starts small and never goes further does not."""
    of = rubric(
        [
            question("start", "small large", ordered=True, opening=True),
            question("further", "never often", ordered=True, ask_if={"start": "small"}),
            question("then", "never often", ordered=True, ask_if={"further": "often"}),
        ],
        [gate(1, {"start": "large"}, {"then": "often"})],
    )
    proofs = Proofs(of)
    assert proofs.closed_by("further", of.gates[0]) == ("never",)
    assert proofs.closed_by("then", of.gates[0]) is None


def test_the_opening_question_may_close_a_gate() -> None:
    """That whoever has nothing is asked nothing is what the opening question is there for."""
    of = rubric(
        [
            question("start", "small large", ordered=True, opening=True),
            question("then", "never often", ask_if={"start": "large"}),
        ],
        [gate(1, {"then": "often"})],
    )
    assert Proofs(of).closed_by("start", of.gates[0]) is None


def test_what_only_a_gate_out_of_reach_reads_does_not_matter() -> None:
    """The upper gate asks for less than two picks, the lower one for two others: the pick of a changes no stage."""
    picks = question("ways", "a b c none*", pick="many", opening=True)
    gates = [gate(1, {"ways": {"all_of": ["b", "c"]}}), gate(1, {"ways": {"fewer_than": 2, "of": ["a", "b", "c"]}})]
    proofs = Proofs(rubric([picks], gates))
    assert proofs.question_matters("ways")
    assert not proofs.option_matters("ways", "a")
    assert proofs.stage_sheet(3) is None


def test_questions_asked_after_one_answer_only_may_be_answered_in_any_way() -> None:
    """The stage hangs on the second question, and whether it is asked on the first: so the first one matters."""
    of = rubric(
        [
            question("start", "small large", ordered=True, opening=True),
            question("then", "never often", ask_if={"start": "large"}),
        ],
        [gate(1, {"then": "often"})],
        [finding(1, {"then": {"none_of": "often"}})],
    )
    proofs = Proofs(of)
    assert proofs.question_matters("start")
    assert proofs.sheets() == 3
    assert proofs.shares() == [2 / 3, 1 / 3]
    assert proofs.finding_sheet("fault") == {"start": ("large",), "then": ("never",)}


def test_what_the_questions_leave_open_is_answered_by_the_first_option() -> None:
    """A sheet is complete: also questions that have nothing to do with what is wanted are answered."""
    of = rubric(
        [question("start", "small large", ordered=True, opening=True), question("ways", "a b none*", pick="many")],
        [gate(1, {"start": "large"})],
    )
    assert Proofs(of).stage_sheet(2) == {"start": ("large",), "ways": ("a",)}
