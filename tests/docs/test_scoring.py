"""The worked example in docs/scoring.md is what the program finds."""

from __future__ import annotations

from fractions import Fraction
from math import lcm

import pytest

from sixstages import assess, load_rubric, read_answers
from tests import ROOT

PAGE = ROOT.joinpath("docs/scoring.md").read_text(encoding="utf-8")
RUBRIC = load_rubric()
FOUND = assess(RUBRIC, read_answers(ROOT / "cases/lakshmi-tiffin.yaml", RUBRIC))
WORDS = {True: "true", False: "false", None: "unknown"}


def block(mark: str) -> list[str]:
    """Return the lines of the page behind a mark, up to the next blank line; a table's without its head."""
    lines = PAGE.split(f"<!-- {mark} -->\n")[1].split("\n\n")[0].splitlines()
    return lines[2:] if lines[0].startswith("|") else lines


def test_the_gates_are_counted_as_the_page_says() -> None:
    """Each gate's row gives its signs, how many are needed, true and unknown, and what follows."""
    expected = []
    for number, gate in enumerate(FOUND.gates, 2):
        unknown = [sign.holds for sign in gate.signs].count(None)
        name = f"{number} {RUBRIC.stages[number - 1].name}"
        cells = (name, len(gate.signs), gate.needs, gate.met, unknown, WORDS[gate.holds])
        expected.append(f"| {' | '.join(map(str, cells))} |")
    assert block("gates") == expected


def test_the_nearest_profile_is_summed_as_the_page_says() -> None:
    """Each stage's row gives its two sums in 840ths, worked out here with fractions; the least is the nearest."""
    unit = 2 * lcm(*(len(gate.signs) for gate in FOUND.gates))
    present = [
        Fraction(sum({True: 2, None: 1, False: 0}[sign.holds] for sign in gate.signs), 2 * len(gate.signs))
        for gate in FOUND.gates
    ]
    expected, sums = [], []
    for stage in range(1, len(RUBRIC.stages) + 1):
        missing, above = sum(1 - share for share in present[: stage - 1]), sum(present[stage - 1 :])
        sums.append(missing + above)
        expected.append(f"| {stage} | {missing * unit} | {above * unit} | {(missing + above) * unit} |")
    assert unit == 840
    assert block("nearest") == expected
    assert FOUND.stage.nearest == sums.index(min(sums)) + 1


def test_the_verdict_is_the_one_on_the_page() -> None:
    """The page names the word, the interval, what settles it and every change."""
    stage = FOUND.stage
    settles = ", ".join(f"`{each}`" for each in FOUND.settles)
    changes = [f"- `{each.question}: {each.to}` would give {each.stage}" for each in FOUND.changes]
    interval = f"- {FOUND.verdict}, between {stage.low} and {stage.high}; {settles} would settle it"
    assert block("verdict") == [interval, *changes]
    assert f"Lakshmi's stage is {stage.number}." in PAGE


def test_the_first_steps_are_those_on_the_page() -> None:
    """The page lists the steps in their order."""
    assert block("steps") == [f"{number}. {step.do}" for number, step in enumerate(FOUND.next_steps, 1)]


@pytest.mark.parametrize("sign", ["steady", "reads-figures"])
def test_the_signs_it_names_are_there(sign: str) -> None:
    """A sign that the page explains is one of the rubric's."""
    assert any(each.id == sign for gate in RUBRIC.gates for each in gate.signs)
    assert sign in PAGE
