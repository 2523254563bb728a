"""What a comparison says to people and to scripts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from sixstages.reports.comparing import FORMATS, as_json, as_markdown, as_text, load_format, sentences
from sixstages.speech import ENGLISH, speech
from sixstages.text import width
from tests.comparison.sittings import HEAP, LISTED, compared, sitting, unanswered
from tests.library import library
from tests.reports.hostile import TEXTS

if TYPE_CHECKING:
    from markdown_it.token import Token

    from sixstages.comparison import Comparison

HOSTILE = "[red]*Asha*[/] `x` <script>\x1b]0;x\x07 1. # _a_ :bomb:\nsecond line"

UP = compared(sitting("2026-03-02", **HEAP), sitting("2026-06-02"), sitting("2026-09-02", **LISTED))
DOWN = compared(sitting("2026-03-02"), sitting("2026-06-02", **HEAP, loans="nothing"))
SAME = compared(sitting("2026-03-02"), sitting("2026-06-02"))
OPEN = compared(sitting("2026-03-02", tidied=None, found=None), sitting("2026-06-02", **LISTED))
ODD = compared(
    sitting(None, file="odd/one.yaml", name=""), sitting("2026-06-02", file="a"), sitting("2026-06-02", file="b")
)
ALL = {"up": UP, "down": DOWN, "same": SAME, "open": OPEN, "odd": ODD}

each_comparison = pytest.mark.parametrize("comparison", ALL.values(), ids=ALL)


def unwrapped(text: str) -> str:
    """Take line breaks and indents out of a text."""
    return " ".join(text.split())


def text(comparison: Comparison, columns: int = 80) -> str:
    """Give the text report."""
    return as_text.report(comparison, library(), columns).plain


def part(report: str, title: str) -> str:
    """Give what stands under a heading, without line breaks."""
    return unwrapped(report[report.index(title) + len(title) :].split("\n\n", maxsplit=1)[0])


def inline(tokens: list[Token]) -> list[str]:
    """Give the texts of a Markdown document as a reader shows them."""
    return ["".join(each.content for each in token.children or ()) for token in tokens if token.type == "inline"]


@each_comparison
@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_screen(comparison: Comparison, columns: int) -> None:
    """Whatever the width, each line fits."""
    assert max(map(width, text(comparison, columns).splitlines())) <= columns


@each_comparison
def test_every_width_says_the_same(comparison: Comparison) -> None:
    """A narrow screen only breaks lines elsewhere."""
    assert unwrapped(text(comparison, 40)) == unwrapped(text(comparison, 100))


@pytest.mark.parametrize(
    ("comparison", "words"),
    [
        (UP, "You have come from stage 1 to stage 3. 5 new signs have come since then."),
        (SAME, "You stand at stage 2, as you did at the first sitting."),
        (DOWN, "You stand at stage 1; at the first sitting it was stage 2. That can happen, and what"),
        (OPEN, "Some answers are missing, so it can't be said for certain how the stage has moved"),
    ],
)
def test_the_first_sentence_says_how_the_stage_has_moved(comparison: Comparison, words: str) -> None:
    """Up, down, not at all, or not known; it counts the signs that have come."""
    assert unwrapped(text(comparison)).startswith(f"Kijiji {words}")


def test_each_sitting_stands_on_the_line_with_its_place_in_words() -> None:
    """A row a sitting: the date, the ladder, the stage and how sure it is."""
    assert text(UP).splitlines()[4:7] == [
        "Your stage over time",
        "  2 March 2026      [#...]  stage 1 of 4, A heap of books; firm",
        "  2 June 2026       [##..]  stage 2 of 4, Books on shelves; close to another",
    ]


def test_sittings_of_one_day_and_those_without_a_date_are_told_by_their_files() -> None:
    """A date that says too little has the file beside it."""
    assert sentences.labels(ODD) == ["2 June 2026 (a)", "2 June 2026 (b)", "no date (odd/one.yaml)"]


def test_a_short_file_name_beside_the_drawing_steers_no_terminal() -> None:
    """Where there is room for the drawing behind it, too, control characters are written out."""
    odd = replace(ODD, sittings=(ODD.sittings[0]._replace(file="\x1b[31m\x9b\n"), *ODD.sittings[1:]))
    assert r"2 June 2026 (\x1b[31m\x9b\n)" in text(odd)


def test_an_open_stage_is_drawn_and_said_as_an_interval() -> None:
    """What is certain and what is possible look different, and words stand beside it."""
    assert sentences.drawing(OPEN.sittings[0], library()) == "[#??.]"
    row = part(text(OPEN), sentences.OVER_TIME)
    assert row.startswith(
        "2 March 2026 [#??.] stages 1 to 3 of 4 are possible, most likely 1, A heap of books; some answers are missing"
    )


def test_a_sheet_without_an_answer_has_no_place() -> None:
    """No stage is named, nothing is drawn, and no step is claimed to have been given."""
    found = compared(unanswered("2026-03-02"), sitting("2026-06-02"))
    row = part(text(found), sentences.OVER_TIME)
    assert row.startswith("2 March 2026 [....] no definite answer yet 2 June 2026 [##..]")
    assert found.steps != ()
    assert "next steps you were given" not in text(found)
    assert "next steps you were given" not in as_markdown.report(found, library(), 80)


def test_signs_are_listed_with_their_stages() -> None:
    """What no longer shows stands under a line of its own; lists without anything are left out."""
    assert part(text(DOWN), "What has changed from 2 March 2026 to 2 June 2026") == (
        "Signs that no longer show: "
        "- The books stand in an order that somebody else could follow. (stage 2) "
        "- Somebody tidies the shelves at least once a month. (stage 2) "
        "- There is a written list of the books. (stage 3) "
        "- Loans are written down. (stage 3)"
    )


def test_findings_that_went_and_came_are_named() -> None:
    """A finding is named by what it is called, under what became of it."""
    there = compared(sitting("2026-03-02"), sitting("2026-06-02", **LISTED))
    back = compared(sitting("2026-03-02", **LISTED), sitting("2026-06-02"))
    assert "Found before, and no longer: * Nobody knows who has the book" in unwrapped(text(there))
    assert "Found now, and not before: * Nobody knows who has the book" in unwrapped(text(back))


def test_that_nothing_changed_is_said() -> None:
    """An empty list would leave one wondering; where something is unclear the sentence claims less."""
    unclear = compared(sitting("2026-03-02"), sitting("2026-06-02", tidied=None))
    title = "What has changed from 2 March 2026 to 2 June 2026"
    assert part(text(SAME), title) == "No sign and no finding has changed."
    assert part(text(unclear), title) == (
        "Of what can be compared, nothing has changed. "
        "1 sign can't be compared, because an answer is missing in one of the two sittings."
    )


def test_three_sittings_are_told_as_a_whole_and_step_by_step() -> None:
    """First from the first to the last, further down each way between neighbours; of two there is one way only."""
    ways = [line for line in text(UP).splitlines() if line.startswith("What has changed")]
    assert [line.removeprefix("What has changed from ") for line in ways] == [
        "2 March 2026 to 2 September 2026",
        "2 March 2026 to 2 June 2026",
        "2 June 2026 to 2 September 2026",
    ]
    assert text(DOWN).count("What has changed") == 1


def test_earlier_steps_are_grouped_by_what_became_of_them() -> None:
    """Done, no longer needed, not known and still worth doing, in words above each group."""
    told = part(text(UP), "The next steps you were given on 2 June 2026, and how they stand now")
    assert told == (
        "Done: [x] Ask the next five readers what they look for, and note where the book was found. "
        "No longer needed: [x] Put a notebook beside the door."
    )
    found = compared(sitting("2026-03-02", **HEAP), sitting(None, tidied=None))
    told = part(text(found), "The next steps you were given on 2 March 2026, and how they stand now")
    assert "Done: [x] Take one shelf" in told
    assert "Not known, because an answer is missing: [?] Choose one day of the month for tidying" in told
    assert "Still worth doing: [ ] Put a notebook beside the door." in told


def test_steps_of_a_sitting_without_a_date_are_those_of_the_one_before() -> None:
    """No date is made up for them."""
    found = compared(sitting(None, file="a"), sitting(None, file="b"))
    assert "The next steps you were given at the sitting before" in unwrapped(text(found))


def test_what_there_is_to_know_about_the_files_is_told_once() -> None:
    """A missing date, a missing name and an answer that is not used, each with its file."""
    notes = part(text(ODD), sentences.NOTES)
    assert notes.count("odd/one.yaml has no date") == 1
    assert notes.count("odd/one.yaml names no business") == 1
    assert part(text(DOWN), sentences.NOTES).count("2026-06-02.yaml: The question 'used-for' does not apply") == 1
    assert sentences.NOTES not in text(UP)


def test_without_any_name_the_rubric_s_title_stands_above() -> None:
    """Nothing is said of names where nobody gave one."""
    found = compared(sitting("2026-03-02", name=""), sitting("2026-06-02", name=""))
    assert text(found).startswith(f"{library().identity.title}\n")
    assert "names no business" not in text(found)


@each_comparison
def test_markdown_says_what_the_text_says(comparison: Comparison) -> None:
    """Every paragraph and item of one stands in the other, in the same order."""
    shown = inline(MarkdownIt("commonmark").parse(as_markdown.report(comparison, library(), 80)))
    told = unwrapped(text(comparison))
    place = 0
    for words in shown:
        place = told.index(unwrapped(words), place)
    assert len("".join(shown)) > len(told) * 3 / 4


@pytest.mark.parametrize("name", TEXTS)
def test_markup_is_text_in_markdown(name: str) -> None:
    """What looks like markup in a name or in a file's name arrives as it was typed."""
    sittings = (*UP.sittings[:2], UP.sittings[2]._replace(file=name, date=None))
    parsed = MarkdownIt("commonmark").parse(
        as_markdown.report(replace(UP, name=name, sittings=sittings), library(), 80)
    )
    assert inline(parsed)[0] == name
    assert f"no date ({name}) [###.]" in " ".join(inline(parsed))
    kinds = {child.type for token in parsed for child in token.children or ()}
    assert kinds <= {"text", "text_special", "strong_open", "strong_close", "code_inline"}
    assert not any(token.type.startswith("html") for token in parsed)


def test_what_is_typed_in_a_file_is_shown_and_not_obeyed() -> None:
    """Markup and control characters in a name and a file's name are text on a terminal."""
    hostile = replace(
        ODD, name="[red]Asha[/] \x1b]0;x\x07", sittings=(ODD.sittings[0]._replace(file=HOSTILE), *ODD.sittings[1:])
    )
    assert text(hostile).startswith("[red]Asha[/] \\x1b]0;x\\x07\n")
    assert "\x1b" not in text(hostile)
    assert "<script>\\x1b]0;x\\x07 1. # _a_ :bomb:" in unwrapped(text(hostile))


def test_the_keys_of_the_json_are_those_that_scripts_rely_on() -> None:
    """The keys and their order stay."""
    written = json.loads(as_json.report(UP, library(), 80))
    keys = ["format", "rubric", "name", "language", "sittings", "changes", "overall", "steps"]
    assert list(written) == keys
    assert list(written["rubric"]) == ["id", "version", "digest"]
    assert list(written["sittings"][0]) == ["file", "name", "date", "stage", "verdict", "open", "warnings"]
    assert list(written["sittings"][0]["stage"]) == ["number", "id", "name", "low", "high", "nearest"]
    moved = ["gained", "lost", "unclear", "findings_came", "findings_went", "findings_unclear"]
    assert [list(each) for each in (*written["changes"], written["overall"])] == [["from", "to", *moved]] * 3
    assert list(written["overall"]["gained"][0]) == ["id", "says", "stage"]
    assert list(written["overall"]["findings_went"][0]) == ["id", "name", "group"]
    assert list(written["steps"][0]) == ["do", "why", "for", "sign", "done", "needed"]


@each_comparison
def test_the_json_holds_what_was_found(comparison: Comparison) -> None:
    """Stages, verdicts, signs and steps are those of the comparison."""
    written = json.loads(as_json.report(comparison, library(), 80))
    assert (written["format"], written["name"], written["language"]) == (1, comparison.name, "en")
    for told, found in zip(written["sittings"], comparison.sittings, strict=True):
        assert (told["file"], told["date"], told["verdict"]) == (found.file, found.date, found.verdict)
        assert told["stage"] == found.stage._asdict()
    for told, moved in zip(written["changes"], comparison.changes, strict=True):
        assert (told["from"], told["to"]) == (moved.from_, moved.to)
        assert [each["id"] for each in told["gained"]] == [each.id for each in moved.gained]
        assert [each["id"] for each in told["lost"]] == [each.id for each in moved.lost]
    for told, step in zip(written["steps"], comparison.steps, strict=True):
        assert told == {key.removesuffix("_"): value for key, value in step._asdict().items()}


def test_a_file_name_that_is_not_utf8_becomes_readable_json() -> None:
    """A lone surrogate would be refused by many readers."""
    hostile = replace(UP, sittings=(UP.sittings[0]._replace(file="caf\udce9.yaml"), *UP.sittings[1:]))
    written = as_json.report(hostile, library(), 80)
    assert json.loads(written.encode())["sittings"][0]["file"] == r"caf\udce9.yaml"


def test_every_format_has_its_module() -> None:
    """The formats that the command names are there."""
    assert list(FORMATS) == ["text", "json", "html", "markdown"]
    assert all(load_format(name).report(UP, library(), 80) for name in FORMATS)


def test_numbers_and_dates_are_written_as_the_language_does() -> None:
    """A Bengali reader gets Bengali digits."""
    bengali = replace(UP, language="bn")
    assert sentences.labels(bengali)[0] == speech("bn").date("2026-03-02")
    assert speech("bn").number(5) in sentences.course(bengali)
    assert sentences.labels(UP)[0] == ENGLISH.date("2026-03-02")
