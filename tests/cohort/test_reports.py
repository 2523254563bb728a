"""What the picture of a cohort says to people and to scripts."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from markdown_it import MarkdownIt

from sixstages import Answers
from sixstages.cohort.figures import GroupPicture, ReadingFacts
from sixstages.reports.cohorts import FORMATS, as_html, as_json, as_markdown, as_text, load_format, sentences
from sixstages.reports.cohorts.numbers import grouped, share
from sixstages.reports.cohorts.story import QUESTIONS_SHOWN, Bar
from sixstages.speech import ENGLISH, LANGUAGES, speech
from sixstages.text import width
from tests.cohort.scored import FACTS, LACKING, counted, shelf_of_cases
from tests.library import CASES, library, sheet
from tests.reports.hostile import AS_SHOWN, AS_WRITTEN, NO_LETTERS, STEERING, TEXTS, spoiled
from tests.reports.pages import classed, levels, read, text_of, what_acts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree import ElementTree as ET

    from sixstages.cohort.figures import Cohort, Picture

USUAL = shelf_of_cases()
EMPTY = counted(library(), [([Answers()] * 2, ["Kenya", "Peru"])])
OPEN = counted(library(), [([LACKING] * 3, ["Kenya"] * 3)])
SETTLED = counted(library(), [([sheet(name) for name in CASES], ["Kenya"] * len(CASES))])
ALL = {"usual": USUAL, "empty": EMPTY, "open": OPEN, "settled": SETTLED}

each_cohort = pytest.mark.parametrize("cohort", ALL.values(), ids=ALL)


def unwrapped(text: str) -> str:
    """Take line breaks and indents out of a text."""
    return " ".join(text.split())


def text(cohort: Cohort, columns: int = 80) -> str:
    """Give the text report."""
    return as_text.report(cohort, library(), columns).plain


def part(report: str, title: str) -> list[str]:
    """Give the lines that stand under a heading."""
    return report[report.index(f"\n{title}\n") :].split("\n\n", maxsplit=1)[0].strip().splitlines()[1:]


def page(cohort: Cohort) -> ET.Element:
    """Read the page of a cohort."""
    return read(as_html.report(cohort, library(), 80))


def markdown(cohort: Cohort) -> str:
    """Give the report as Markdown."""
    return as_markdown.report(cohort, library(), 80)


def shape(written: str) -> list[str]:
    """List what Markdown is made of; an escaped letter is a piece of text of its own, which is no matter."""
    tokens = MarkdownIt("commonmark").parse(written)
    kinds = [each.type for token in tokens for each in (token, *(token.children or ()))]
    return [kind for kind in kinds if not kind.startswith("text")]


def lines_of(written: str) -> list[str]:
    """Give the texts of a Markdown document as a reader shows them, line by line."""
    inline = (token for token in MarkdownIt("commonmark").parse(written) if token.type == "inline")
    texts = (
        "".join(each.content or "\n" * (each.type == "hardbreak") for each in line.children or ()) for line in inline
    )
    return [line for each in texts for line in each.split("\n")]


def counts(picture: Picture) -> Iterator[str]:
    """Yield what has to be said of a picture in numbers, whatever the format."""
    whole = picture.rows - picture.unanswered
    for stage in picture.stages:
        beside = f", {stage.incomplete} of them not settled" if stage.incomplete else ""
        here = stage.settled + stage.incomplete
        yield f"{stage.number}, {stage.name}: {here} ({share(ENGLISH, here, whole)}){beside}"
    for number, gate in enumerate(picture.gates, 2):
        passed = gate.reached - gate.stopped - gate.open
        yield (
            f"To stage {number}, {picture.stages[number - 1].name}: {gate.reached} come so far; "
            f"past it {passed}, stopped {gate.stopped}, not known {gate.open}"
        )
    names = ("firm", "close to another stage", "a step was skipped", "some answers are missing")
    for name, count in zip(names, picture.verdicts, strict=True):
        yield f"{name}: {count} of {whole} ({share(ENGLISH, count, whole)})"
    for question in [each for each in picture.questions if each.open][:QUESTIONS_SHOWN]:
        yield f'"{question.ask}": {question.open} of {question.asked} ({share(ENGLISH, question.open, question.asked)})'


def tables(cohort: Cohort) -> list[tuple[str, dict[str, tuple[int, int]]]]:
    """List the rows of all tables: their names, and by the head of each cell how many of how many."""
    findings = [
        (each.name, {"all": (each.holds, each.judged), **by_number((at.holds, at.judged) for at in each.by_stage)})
        for each in cohort.overall.findings
    ]
    return [*findings, *((sentences.group_name(ENGLISH, each), standing(each.picture)) for each in cohort.groups)]


def standing(picture: Picture) -> dict[str, tuple[int, int]]:
    """Give the row of a group: how many stand at each stage, and how many are not settled."""
    whole = picture.rows - picture.unanswered
    settled = by_number((each.settled, whole) for each in picture.stages)
    return {**settled, "?": (sum(each.incomplete for each in picture.stages), whole)}


def by_number(cells: Iterable[tuple[int, int]]) -> dict[str, tuple[int, int]]:
    """Give the cells of stages by their numbers."""
    return {str(number): cell for number, cell in enumerate(cells, 1)}


@each_cohort
@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_no_line_is_wider_than_the_screen(cohort: Cohort, columns: int) -> None:
    """Whatever the width, each line fits."""
    assert max(map(width, text(cohort, columns).splitlines())) <= columns


@pytest.mark.parametrize("cohort", [USUAL, OPEN, SETTLED])
def test_every_format_says_the_same_numbers(cohort: Cohort) -> None:
    """Stages, gates, verdicts and open questions in words, in the text, the Markdown and the page."""
    due = [*counts(cohort.overall)]
    told = unwrapped(text(cohort, 200))
    assert [each for each in due if each not in told] == []
    assert [each for each in due if each not in lines_of(markdown(cohort))] == []
    words = [text_of(each) for each in page(cohort).iter("li")]
    assert [each for each in due if each not in words] == []


def test_a_bar_stands_beside_its_words() -> None:
    """Settled, not settled and the rest look different, and a legend says how."""
    stages = tuple(
        each._replace(settled=settled, incomplete=incomplete)
        for each, settled, incomplete in zip(USUAL.overall.stages, (6, 3, 0, 0), (0, 3, 0, 0), strict=True)
    )
    told = text(replace(USUAL, overall=USUAL.overall._replace(stages=stages, rows=12, unanswered=0)))
    assert part(told, sentences.STAGES) == [
        "[############............] 1, A heap of books: 6 (50%)",
        "[######??????............] 2, Books on shelves: 6 (50%), 3 of them not settled",
        "[........................] 3, A list people use: 0 (0%)",
        "[........................] 4, Readers decide: 0 (0%)",
        "  # settled",
        "  ? not settled: answers are missing, and this stage is the best guess",
    ]


def test_the_tables_of_the_page_are_those_of_the_json() -> None:
    """Each cell gives how many of how many, and the same in per cent."""
    shown = []
    for row in (row for table in classed(page(USUAL), "shares") for row in table.findall("tbody/tr")):
        name, *cells = row
        shown.append((name.text, [(text_of(cell.find("small")), text_of(cell.find("b"))) for cell in cells]))
    assert shown == [
        (name, [(f"{part} of {whole}", share(ENGLISH, part, whole)) for part, whole in cells.values()])
        for name, cells in tables(USUAL)
    ]


def test_the_tables_of_the_text_are_those_of_the_json() -> None:
    """A line a row: the shares below their heads, then the name; where there is no room the name stands above."""
    told = [line.strip() for line in text(USUAL, 200).splitlines()]
    for name, cells in tables(USUAL):
        shares = [share(ENGLISH, *each) for each in cells.values()]
        [line] = [line for line in told if line.endswith(f"  {name}") and line.split()[: len(cells)] == shares]
        assert line.split()[len(cells) :] == name.split()
    narrow = unwrapped(text(USUAL, 50))
    for name, cells in tables(USUAL):
        assert f"{name} {' '.join(f'{head}: {share(ENGLISH, *cell)}' for head, cell in cells.items())} " in narrow


def test_the_tables_of_the_markdown_are_those_of_the_json() -> None:
    """A line an item, each cell behind its head; a share of nothing is left out."""
    told = lines_of(markdown(USUAL))
    for name, cells in tables(USUAL):
        told_of = (
            f"{head}: {share(ENGLISH, *cell)}, {cell[0]} of {cell[1]}" for head, cell in cells.items() if cell[1]
        )
        assert told[told.index(name) + 1] == "; ".join(told_of)


def test_the_darker_the_cell_the_larger_the_share() -> None:
    """A shade for each quarter, none for nothing."""
    for row in (row for table in classed(page(USUAL), "shares") for row in table.findall("tbody/tr")):
        for cell in row.findall("td"):
            found, whole = map(int, text_of(cell.find("small")).split(" of "))
            shade = int(cell.get("class", "").removeprefix("shade-"))
            assert (shade - 1) * whole < 4 * found <= shade * whole or (shade, found) == (0, 0)


def test_the_bars_of_the_page_are_as_long_as_the_json_says() -> None:
    """Full up to what is settled, striped as far as what is not."""
    chart, whole = classed(page(USUAL), "chart")[0], USUAL.overall.rows - USUAL.overall.unanswered
    for item, stage in zip(chart, USUAL.overall.stages, strict=True):
        [bar] = classed(item, "share")
        _, full, stripes = bar
        settled, here = 100 * stage.settled / whole, 100 * (stage.settled + stage.incomplete) / whole
        assert full.get("width") == f"{settled:.3f}%"
        assert (stripes.get("x1"), stripes.get("x2")) == (f"{settled:.3f}%", f"{here:.3f}%")
        assert bar.get("aria-hidden") == "true"


@pytest.mark.parametrize("whole", [0, 1, 23, 1_000_000])
def test_a_bar_of_characters_has_one_length(whole: int) -> None:
    """What is there at all has a cell at least, and nothing makes it longer."""
    for full in {0, min(1, whole), whole // 2, max(0, whole - 1), whole}:
        for opened in {0, min(1, whole - full), whole - full}:
            drawn = as_text.drawn(Bar(full, opened, whole))
            assert len(drawn) == as_text.CELLS + 2
            assert ("#" in drawn) == (full > 0)
            assert ("?" in drawn) == (opened > 0)


@pytest.mark.parametrize(
    ("cohort", "words"),
    [
        (USUAL, "The step that stops most is the one to stage"),
        (OPEN, "As far as the answers tell, no step stops anybody."),
        (EMPTY, "2 rows were read. None of them has an answer"),
    ],
)
def test_the_first_sentences_say_what_there_is(cohort: Cohort, words: str) -> None:
    """How many rows, and the step that stops most, if there is one."""
    head = unwrapped(text(cohort).split("\n\n")[1])
    assert words in head
    assert f"{cohort.overall.rows} rows were read." in head


def test_rows_without_any_answer_are_told_apart() -> None:
    """Where there are none, nothing is said of them."""
    assert "3 of them have no answer that could be read" in unwrapped(text(USUAL))
    assert "no answer that could be read" not in unwrapped(text(OPEN))


def test_without_any_answer_no_picture_is_drawn() -> None:
    """Only how the table was read."""
    assert sentences.STAGES not in text(EMPTY)
    assert classed(page(EMPTY), "share") == []
    assert part(text(EMPTY), sentences.TABLE)[0] == "  - 2 columns were used."


def test_where_every_question_is_answered_that_is_said() -> None:
    """There is no empty list."""
    answered = tuple(each._replace(open=0) for each in USUAL.overall.questions)
    told = text(replace(USUAL, overall=USUAL.overall._replace(questions=answered)))
    assert part(told, sentences.OPEN_QUESTIONS) == [sentences.NO_QUESTIONS]


def test_only_the_questions_that_are_open_most_often_are_listed() -> None:
    """How many more there are is said."""
    many = [question._replace(open=9) for question in OPEN.overall.questions]
    shown = part(text(replace(OPEN, overall=OPEN.overall._replace(questions=(*many, *many)))), sentences.OPEN_QUESTIONS)
    assert sum(line.startswith("  - ") for line in shown) == QUESTIONS_SHOWN
    assert shown[-1] == f"{2 * len(many) - QUESTIONS_SHOWN} more questions are open in some rows."


def test_a_rubric_without_findings_has_no_table_of_them() -> None:
    """Nor has a group of findings without any in it; and without groups there is no table at all."""
    empty = library().findings[0].model_copy(update={"items": ()})
    for findings in ((), (empty,)):
        rubric = library().model_copy(update={"findings": findings})
        found = replace(counted(rubric, [([LACKING], [""])]), groups=())
        assert sentences.FINDINGS not in as_text.report(found, rubric, 80).plain
        assert classed(read(as_html.report(found, rubric, 80)), "shares") == []


def test_a_group_is_named_and_says_what_stops_it() -> None:
    """By its cell, or by what it is made of; with what is found most often in it."""
    picture = USUAL.groups[0].picture
    names = [
        sentences.group_name(ENGLISH, group)
        for group in (GroupPicture("Peru", 0, picture), GroupPicture("", 0, picture), GroupPicture("", 7, picture))
    ]
    rows = picture.rows - picture.unanswered
    assert names == [f"Peru ({rows})", f"no entry ({rows})", f"7 smaller groups ({rows})"]
    said = sentences.about_group(ENGLISH, picture, library())
    gate = sentences.hardest_gate(picture)
    assert gate
    assert said.startswith(f"Stopped most at the step to stage {sentences.stage_number(library(), gate.stage)}: ")
    assert "Found most often: " in said
    assert sentences.about_group(ENGLISH, EMPTY.overall, library()) == ""


def test_folding_is_explained_where_it_was_done() -> None:
    """And the least size of a group is named."""
    folded = replace(USUAL, groups=(USUAL.groups[0], USUAL.groups[0]._replace(label="", folded=2)))
    assert "Groups of fewer than 3 answered rows are told as one" in unwrapped(text(folded))
    assert "are told as one" not in unwrapped(text(replace(USUAL, groups=USUAL.groups[:1])))


def test_what_was_made_of_the_table_is_told() -> None:
    """The kind of export, the columns, and the rows that went wrong; of many columns some are named."""
    facts = ReadingFacts("t.csv", "kobo", broken=1, misread=12_000, used=("a",), unused=("x", "y"))
    assert sentences.about_table(ENGLISH, replace(USUAL, reading=facts)) == [
        "It was taken for an export of this kind: KoboToolbox / ODK.",
        "1 column was used.",
        'Columns that were not used: "x", "y".',
        sentences.BROKEN.one.format(number=1),
        "12,000 rows hold values that were not understood. Those answers count as not known.",
    ]
    many = facts._replace(unused=tuple(map(str, range(100_020))))
    told = sentences.about_table(ENGLISH, replace(USUAL, reading=many))[2]
    assert told.endswith('"19", and 100,000 more.')
    assert sentences.about_table(ENGLISH, replace(USUAL, reading=FACTS._replace(unused=()))) == ["2 columns were used."]


@pytest.mark.parametrize(
    ("language", "number", "written"),
    [
        ("en", 1_234_567, "1,234,567"),
        ("sw", 10_000, "10,000"),
        ("pt", 1_234_567, "1.234.567"),
        ("uk", 1_234_567, "1\u00a0234\u00a0567"),
        ("hi", 12_345_678, "1,23,45,678"),
        ("bn", 1_234_567, "১২,৩৪,৫৬৭"),
        ("hi", 123_456, "1,23,456"),
        ("en", 9_999, "9999"),
        ("en", 0, "0"),
    ],
)
def test_large_numbers_are_written_in_groups_of_digits(language: str, number: int, written: str) -> None:
    """As each language does it; a number of four digits is read without."""
    assert grouped(speech(language), number) == written


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        ((0, 3), "0%"),
        ((1, 3), "33%"),
        ((2, 3), "67%"),
        ((1, 8), "13%"),
        ((1, 1000), "<1%"),
        ((1, 200), "1%"),
        ((999, 1000), ">99%"),
        ((3, 3), "100%"),
        ((0, 0), "-"),
    ],
)
def test_a_share_is_rounded_but_never_to_none_or_all(parts: tuple[int, int], written: str) -> None:
    """Half up; what is there is not called nothing, and where one is missing it is not all."""
    assert share(ENGLISH, *parts) == written


def test_the_keys_of_the_json_are_those_that_scripts_rely_on() -> None:
    """The keys and their order stay."""
    written = json.loads(as_json.report(USUAL, library(), 80))
    assert list(written) == ["format", "rubric", "language", "reading", "by", "min_group", "overall", "groups"]
    assert list(written["reading"]) == ["table", "dialect", "broken", "misread", "used", "unused"]
    keys = ["rows", "unanswered", "stages", "gates", "hardest", "verdicts", "findings", "questions"]
    assert list(written["overall"]) == keys
    assert list(written["overall"]["stages"][0]) == ["id", "number", "name", "settled", "incomplete"]
    assert list(written["overall"]["gates"][0]) == ["stage", "reached", "stopped", "open"]
    assert list(written["overall"]["verdicts"]) == ["firm", "borderline", "uneven", "incomplete"]
    assert list(written["overall"]["findings"][0]) == ["group", "id", "name", "holds", "judged", "by_stage"]
    assert list(written["overall"]["findings"][0]["by_stage"][0]) == ["stage", "holds", "judged"]
    assert list(written["overall"]["questions"][0]) == ["id", "ask", "open", "asked"]
    assert list(written["groups"][0]) == ["label", "folded", "picture"]
    assert list(written["groups"][0]["picture"]) == keys


@each_cohort
def test_the_json_holds_what_was_counted(cohort: Cohort) -> None:
    """Every number of the whole and of its groups; no average of stages."""
    written = json.loads(as_json.report(cohort, library(), 80))
    told = [written["overall"], *(each["picture"] for each in written["groups"])]
    for picture, found in zip(told, (cohort.overall, *(each.picture for each in cohort.groups)), strict=True):
        assert (picture["rows"], picture["unanswered"], picture["hardest"]) == (
            found.rows,
            found.unanswered,
            found.hardest,
        )
        for key in ("stages", "gates", "questions"):
            assert picture[key] == [each._asdict() for each in getattr(found, key)]
        assert picture["verdicts"] == found.verdicts._asdict()
        assert [each["holds"] for each in picture["findings"]] == [each.holds for each in found.findings]
    assert "average" not in json.dumps(written)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_valid_in_each_language(language: str) -> None:
    """Strictly valid, its language said, headings without a gap, nothing that loads or runs."""
    written = as_html.report(replace(USUAL, language=language), library(), 80)
    root = read(written)
    assert root.get("lang") == language
    assert levels(root)[0] == 1
    assert max(abs(one - other) for one, other in zip(levels(root), levels(root)[1:], strict=False)) == 1
    assert what_acts(root) == []
    assert "default-src 'none'" in written


@pytest.mark.parametrize("language", [each for each in LANGUAGES if each != "en"])
def test_each_language_says_it_in_its_own_words(language: str) -> None:
    """No sentence of the program is left in English; a Bengali reader gets Bengali digits."""
    told = unwrapped(as_text.report(replace(USUAL, language=language), library(), 80).plain)
    for words in (sentences.STAGES, sentences.GATES, sentences.FINDINGS, sentences.OPEN_QUESTIONS, sentences.TABLE):
        assert words not in told
        assert speech(language)(words) in told
    assert speech(language).number(USUAL.overall.rows) in told


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_texts_arrive_as_text(name: str) -> None:
    """In the table's name, in headers, in groups and in the rubric: pages keep their shape, and all can be read."""
    hostile, usual = spoilt(name), spoilt("usual")
    rubrics = spoiled(library(), name), spoiled(library(), "usual")
    root, plain = (
        read(as_html.report(each, rubric, 80)) for each, rubric in zip((hostile, usual), rubrics, strict=True)
    )
    assert [each.tag for each in root.iter()] == [each.tag for each in plain.iter()]
    assert text_of(root.find(".//h1")) == unwrapped(name)
    assert f"{name} (" in text_of(root)
    written, other = (
        as_markdown.report(each, rubric, 80) for each, rubric in zip((hostile, usual), rubrics, strict=True)
    )
    assert shape(written) == shape(other)
    assert lines_of(written)[0] == name
    assert any(line.startswith(f"{name} (") for line in lines_of(written))


def spoilt(name: str) -> Cohort:
    """Give a cohort that has a text wherever a table can bring one."""
    groups = tuple(each._replace(label=name) for each in USUAL.groups)
    facts = ReadingFacts(name, name, 1, 1, (name,), (name, name))
    return replace(USUAL, reading=facts, by=name, groups=groups)


@pytest.mark.parametrize("kind", ["text", "html", "markdown"])
def test_control_characters_are_written_out(kind: str) -> None:
    """What would steer a terminal or turn the writing round stands there in letters."""
    written = str(load_format(kind).report(spoilt(STEERING), library(), 200))
    shown = lines_of(written)[0] if kind == "markdown" else written
    assert AS_WRITTEN in shown
    assert "\x1b" not in written
    assert "\u202e" not in written


def test_what_is_no_letter_is_shown_as_the_sign_for_it() -> None:
    """What Unicode never makes a letter of would be an error on the page, wherever it stands."""
    root = read(as_html.report(spoilt(NO_LETTERS), spoiled(library(), NO_LETTERS), 80))
    assert text_of(root.find(".//h1")) == AS_SHOWN
    assert f"{AS_SHOWN} (" in text_of(root)


def test_every_format_has_its_module() -> None:
    """The formats that the command names are there."""
    assert list(FORMATS) == ["text", "json", "html", "markdown"]
    assert all(load_format(name).report(USUAL, library(), 80) for name in FORMATS)
