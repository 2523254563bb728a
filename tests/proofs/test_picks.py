"""Sets of picks: options that every test takes for the same are counted, not listed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.proofs import NotProved, Proofs
from tests.engine.examples import finding, gate, question, rubric
from tests.engine.strategies import CHANCE, counts, some
from tests.proofs.enumeration import Everything

if TYPE_CHECKING:
    from random import Random

    from sixstages.rubric import Rubric
    from tests.engine.examples import Written

OPTIONS = "a b c d e f none* never*"


@st.composite
def rubrics_of_one_question(draw: st.DrawFn) -> Rubric:
    """Draw a rubric with one pick-many question, six picks to it, and one to four tests of it."""
    random = draw(CHANCE)
    tests = [_test(random) for _ in range(draw(st.integers(1, 4)))]
    needs = draw(st.integers(1, len(tests)))
    signs = [{"nets": test} for test in tests]
    return rubric([question("nets", OPTIONS, pick="many", opening=True)], [gate(needs, *signs)], [finding(1, signs[0])])


def _test(random: Random) -> Written | list[str]:
    options = OPTIONS.replace("*", "").split()
    named = random.choice(some(options))
    among, number = random.choice(counts(options))
    tests: list[Written | list[str]] = [named, {"none_of": named}, {"all_of": named[:3]}]
    return random.choice([*tests, {"count": number, "of": among}, {"fewer_than": number, "of": among}])


@given(rubrics_of_one_question())
def test_every_set_of_picks_is_counted_once(of: Rubric) -> None:
    """Shares are those of all sets, whatever is taken together to find them."""
    proofs, everything = Proofs(of), Everything(of)
    assert proofs.sheets() == 2**6 - 1 + 2
    for rule in everything.rules:
        assert proofs.share(rule) == len(everything.with_rules(rule)) / len(everything.worlds)


@given(rubrics_of_one_question())
def test_every_step_by_an_option_is_looked_at(of: Rubric) -> None:
    """An option matters if one pick more or less, anywhere, leads to another conclusion."""
    proofs, everything = Proofs(of), Everything(of)
    for option in of.questions["nets"].rank:
        assert proofs.option_matters("nets", option) == everything.option_matters("nets", option)


def test_long_lists_of_options_are_no_trouble() -> None:
    """Forty options, of which a rule names two: all 2 to the power of 40 answers are there."""
    options = " ".join(f"o{number}" for number in range(40))
    of = rubric([question("nets", f"{options} none*", pick="many", opening=True)], [gate(1, {"nets": ["o1", "o7"]})])
    proofs = Proofs(of)
    assert proofs.sheets() == 2**40
    assert proofs.shares() == [1 / 4, 3 / 4]
    assert proofs.option_matters("nets", "o7")
    assert not proofs.option_matters("nets", "o8")


def test_too_many_options_tested_one_by_one_are_not_proved() -> None:
    """Each set of twenty options may act differently: nothing is said of them, and no time is lost."""
    options = [f"o{number}" for number in range(20)]
    questions = [question("nets", f"{' '.join(options)} none*", pick="many", opening=True), question("who", "me staff")]
    of = rubric(questions, [gate(1, *({"nets": option} for option in options))], [finding(1, {"who": "me"})])
    proofs = Proofs(of)
    with pytest.raises(NotProved):
        proofs.shares()
    assert proofs.question_matters("who")
