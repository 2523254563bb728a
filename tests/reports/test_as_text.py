"""The report for a terminal: what its first screen holds, and that it fits every width."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sixstages import assess
from sixstages.answers import Answers
from sixstages.reports import as_text, wording
from sixstages.reports.details import HOW_SURE, details
from sixstages.reports.layout import drawn_beside
from sixstages.speech import ENGLISH
from sixstages.text import width
from tests.library import CASES, assessed, library

SCREEN = 24


def report(name: str, columns: int = 80) -> str:
    """Give the text report of a case."""
    return as_text.one(assessed(name), library(), columns).plain


def first_screen(name: str) -> str:
    """Give what stands on the first screen of 80 by 24, its line breaks as spaces."""
    return " ".join(" ".join(report(name).splitlines()[:SCREEN]).split())


def unwrapped(text: str) -> str:
    """Take line breaks and indents out of a text."""
    return " ".join(text.split())


@pytest.mark.parametrize("columns", [40, 80, 200])
@pytest.mark.parametrize("name", CASES)
def test_no_line_is_wider_than_the_screen(name: str, columns: int) -> None:
    """Whatever the width and the script, each line fits."""
    assert max(map(width, report(name, columns).splitlines())) <= columns


@pytest.mark.parametrize("name", CASES)
def test_every_width_says_the_same(name: str) -> None:
    """A narrow screen only breaks lines elsewhere."""
    assert unwrapped(report(name, 60)) == unwrapped(report(name, 100))


@pytest.mark.parametrize("name", CASES)
def test_the_first_screen_holds_what_matters(name: str) -> None:
    """Name, date, every stage, where one is, the reason, the verdict and three steps stand in the first 24 lines."""
    found = assessed(name)
    screen = first_screen(name)
    assert screen.startswith(f"{found.name}, {ENGLISH.date(str(found.date))}")
    assert all(f"{number} {stage.name}" in screen for number, stage in enumerate(library().stages, 1))
    assert f"> {found.stage.number} {found.stage.name} <- you are here" in screen
    assert wording.reason(found, library()) in screen
    assert wording.verdict(found, library()) in screen
    assert all(step.do.split(". ")[0] in screen for step in found.next_steps[:3])


def test_steps_are_told_in_full_where_there_is_room() -> None:
    """A step of two sentences keeps both on a roomy screen, the first one on a full one."""
    step = assessed("heap").next_steps[0].do
    crowded = replace(assessed("heap"), next_steps=assessed("heap").next_steps[:1] * 3)
    long_reason = replace(crowded, name="A very long name " * 30)
    assert step in first_screen("heap")
    summary = unwrapped(" ".join(line.words for line in as_text.summary(long_reason, library(), 80)))
    assert step not in summary
    assert summary.count(step.split(". ")[0]) == 3


def test_an_open_stage_is_shown_as_an_interval() -> None:
    """Every stage that the answers leave open is marked in words, and the best guess among them."""
    lines = [line.strip() for line in report("open").splitlines()[2:6]]
    assert lines == [
        "1  A heap of books",
        "2  Books on shelves <- possible",
        ">  3  A list people use <- you are here, as far as your answers tell",
        "4  Readers decide <- possible",
    ]


def test_without_an_answer_no_stage_is_named() -> None:
    """An empty sheet gets the ladder and a kind word, no place on it and no advice."""
    text = as_text.one(assess(library(), Answers(name="Kijiji")), library(), 80).plain
    assert "you are here" not in text
    assert "no stage can be named" in unwrapped(text)
    assert as_text.WHAT_FIRST not in text


def test_a_sheet_without_a_name_is_headed_by_the_rubric() -> None:
    """Neither name nor date has to be given."""
    text = as_text.one(assess(library(), Answers()), library(), 80).plain
    assert text.startswith("How a village library keeps its books\n")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("heap", "You put yourself at stage 2; your answers say 1: stage 2 shows 0 of its 3 signs"),
        ("readers", "You put yourself at stage 4, and your answers say the same: stage 4 shows 3 of its 3 signs"),
        (
            "catalogue",
            "Your answers say stage 3: stage 3 shows 5 of its 5 signs; stage 4 shows 1 of its 3 signs",
        ),
        ("shelves", "stage 3 shows 2 of its 5 signs and needs 3, books that are found when asked for among them"),
        ("open", "Your answers leave stages 2 to 4 open: stage 2 shows 2 of its 3 signs"),
    ],
)
def test_the_reason_sets_own_view_and_answers_side_by_side(name: str, words: str) -> None:
    """It counts the signs that decide, and names a part of a gate that has none."""
    assert words in first_screen(name)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("heap", "This is firm: no single other answer would change it, the first question aside."),
        ("readers", 'with "None yet" as your answer to "What list of the books is there?" it would be stage 2.'),
        (
            "uneven",
            "the signs of stage 3 and stage 4 show already, those of stage 2 not yet. Look again at your answers to",
        ),
        ("open", 'Answers to these would settle it: "What list of the books is there?", "Of the last five books'),
    ],
)
def test_the_verdict_comes_with_its_evidence(name: str, words: str) -> None:
    """Firm, close, uneven and open are told in plain words, with the answers they rest on."""
    assert words in first_screen(name)


def test_a_better_answer_is_named_before_a_worse_one() -> None:
    """Where one answer leads up and another down, the first screen tells of the one that leads up."""
    assert 'with "By subject" as your answer' in first_screen("shelves")


def test_all_the_evidence_stands_further_down() -> None:
    """Every question that settles the stage, every one to look at again and every telling change is listed."""
    for question in assessed("open").settles:
        assert library().questions[question].ask in unwrapped(report("open"))
    for question in ("order", "tidied", "counted"):
        assert library().questions[question].ask in unwrapped(report("uneven"))
    assert 'How often does somebody tidy the books? With "Once or a few times a year": stage 1.' in unwrapped(
        report("shelves")
    )


def test_what_is_there_comes_before_what_is_missing() -> None:
    """Each gate first lists the signs that show; what to do stands below each that is missing."""
    text = report("shelves")
    gate = text[text.index("Stage 3, ") : text.index("Stage 4, ")]
    assert gate.index("+ There is a written list") < gate.index("- The list can be searched")
    assert "- Books on one subject stand together.\n    Medium step: Bring the books" in gate


@pytest.mark.parametrize(
    ("name", "bars"),
    [
        ("heap", ["[..|.]", "[...|..]", "[..|.]"]),
        ("readers", ["[##|#]", "[###|##]", "[##|#]"]),
        ("shelves", ["[##|.]", "[##.|..]", "[..|.]"]),
        ("open", ["[##|?]", "[##?|??]", "[??|?]"]),
    ],
)
def test_each_gate_has_a_bar_of_its_signs(name: str, bars: list[str]) -> None:
    """A cell a sign: it shows, may show or does not; the line stands where enough show. Words stand beside it."""
    lines = [line for line in report(name).splitlines() if line.startswith("[")]
    gates = assessed(name).gates
    assert [line.split()[0] for line in lines] == bars
    assert [bar.count("#") for bar in bars] == [gate.met for gate in gates]
    assert [bar.index("|") - 1 for bar in bars] == [gate.needs for gate in gates]
    assert all(f"{gate.met} of {len(gate.signs)} signs show" in line for gate, line in zip(gates, lines, strict=True))


@pytest.mark.parametrize(
    ("columns", "told"), [(39, ["[##|?] one two"]), (36, ["[##|?]", "one two"]), (5, ["one two"]), (1, ["one two"])]
)
def test_a_narrow_screen_is_the_words_first(columns: int, told: list[str]) -> None:
    """Where a bar would leave them little room they stand below it; a bar that does not fit is left out."""
    assert [line.words for line in drawn_beside("[##|?]", "one two", columns)] == told


def test_far_stages_name_what_is_missing_without_advice() -> None:
    """Nobody takes ten steps at once: what to do is told up to the next gate."""
    text = report("heap")
    assert "step:" in text[text.index("Stage 2, ") : text.index("Stage 3, ")]
    assert "step:" not in text[text.index("Stage 3, ") : text.index("Why books")]


def test_the_two_worst_findings_are_told_in_full_and_the_rest_named() -> None:
    """Somebody told of every fault mends none."""
    text = unwrapped(report("heap"))
    assert "Nobody knows who has the book (3 of 3 signs) A loan that isn't written down" in text
    assert "What helps: - Put bricks and a board under the boxes. A hand of air below" in text
    assert "Also found: The order is in one head only." in text
    assert "Put a paper label on each board." not in text


def test_a_group_without_findings_is_told_too() -> None:
    """Good news counts: what was looked at and not found is named, and what the answers leave open."""
    assert "Looked at, and nothing found - Why books get lost" in unwrapped(report("readers"))
    assert "Too few answers to tell - Why books get lost" in unwrapped(report("open"))


def test_findings_that_do_not_apply_are_left_out() -> None:
    """Who has no books hears nothing about losing them."""
    assert "Why books get lost" not in report("none-yet")


def test_the_second_opinion_is_given_only_where_it_differs() -> None:
    """The nearest profile stands in the report where it is another stage."""
    same = assessed("shelves")
    other = replace(same, stage=same.stage._replace(nearest=3))
    words = "All signs taken together look most like stage 3 (A list people use)."
    assert words in unwrapped(as_text.one(other, library(), 80).plain)
    assert "All signs taken together" not in report("shelves")


def test_several_reports_stand_one_below_the_other() -> None:
    """Reports of several files follow each other in their order."""
    pieces = as_text.several([(assessed(name), library()) for name in ("heap", "readers")], 80)
    assert "".join(piece.plain for piece in pieces) == f"{report('heap')}\n\n{report('readers')}"


def test_what_is_typed_in_a_file_is_shown_and_not_obeyed() -> None:
    """Markup and control characters in a name are text."""
    hostile = replace(assessed("heap"), name="[red]Asha[/] \x1b]0;x\x07:bomb:")
    title = as_text.one(hostile, library(), 80).plain.splitlines()[0]
    assert title == r"[red]Asha[/] \x1b]0;x\x07:bomb:, 2 March 2026"


@pytest.mark.parametrize("name", CASES)
def test_after_a_quick_interview_nothing_is_said_of_how_firm_it_is(name: str) -> None:
    """The stage stands alone: the words for firm, close and uneven, and the answers behind them, are left out."""
    found = assessed(name)
    lines = as_text.summary(found, library(), 80, quick=True) + details(found, library(), 80, quick=True)
    told = unwrapped(" ".join(line.words for line in lines))
    assert (wording.SETTLED in told) == (found.verdict != "incomplete")
    assert HOW_SURE not in told
    assert not any(words in told for words in ("This is firm", "This is close", "A step was skipped"))
