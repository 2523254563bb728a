"""What a table was taken for and what in it was not understood, as it is told."""

from __future__ import annotations

from sixstages.cohort.run import Reading
from sixstages.reports.cohorts.reading import OWN_WORDS, not_understood, understood
from sixstages.speech import speech
from tests.cohort import market
from tests.cohort.market import ENGLISH, Read, edition, mapping

COLUMNS = 100
HEAD = "Email|market-days|Sold where?|helper[other]||Notes"


def told_of(*head: str, ignored: str = "Email") -> str:
    """Say what a table with this head is taken for."""
    mapped = mapping(f"ignore: [{ignored}]")
    return understood(market.understood(*head, mapped=mapped), edition(ENGLISH), COLUMNS).plain


def faults(read: Read, broken: tuple[int, ...] = (), number_broken: int = 0) -> list[str]:
    """Say what in a table was not understood, line by line."""
    told = read.translator
    reading = Reading(told.misread, told.misread_rows, broken, number_broken)
    return not_understood(reading, "en", COLUMNS).plain.splitlines()


def test_every_column_is_named_with_what_it_was_taken_for() -> None:
    """Answers with their question; then what is not used, and why; then the questions that nothing answers."""
    assert told_of(HEAD).splitlines() == [
        "How the table was read",
        "",
        "Columns that hold answers",
        "  - market-days → market-days",
        "  - helper[other] → helper, in people's own words",
        "",
        "Not used: columns that a survey tool adds, and those that the mapping file ignores",
        "  - Email",
        "",
        "Not used: columns that fit no question",
        "  - Sold where?",
        "  - (no header)",
        "  - Notes",
        "",
        "Questions without a column; they count as not answered",
        "  - sold",
        "",
    ]


def test_the_column_of_an_option_is_told_with_the_option() -> None:
    """As a mapping file would write it."""
    assert "  - sold/fruit → sold/fruit\n" in told_of("Email|sold/fruit|sold/herbs")


def test_the_kind_of_an_export_is_told_where_a_tool_wrote_it() -> None:
    """A plain table is of no kind."""
    kind = "It was taken for an export of this kind: "
    assert kind not in told_of(HEAD)
    assert f"{kind}Google Forms.\n" in told_of("Timestamp|Email|What do you sell?")


def looked_at(*rows: str, language: str = "en") -> list[str]:
    """Say how a table is understood that has free text in it, line by line, from where that is told."""
    read = Read("sold|helper[other]|market-days", *rows, own_words=True)
    english = edition(ENGLISH)
    rubric = english.model_copy(update={"identity": english.identity.model_copy(update={"language": language})})
    lines = understood(read.understanding, rubric, COLUMNS, own_words=read.translator.own_words).plain.splitlines()
    title = speech(language)(OWN_WORDS)
    return lines[lines.index(title) + 1 :] if title in lines else []


def test_free_text_is_told_with_the_option_that_it_is_taken_for() -> None:
    """Column by column, the most frequent value first, each with its first rows; it is not called misunderstood."""
    assert looked_at("Honey|Aunt|", "fruit; Eggs||all", *["Eggs||"] * 7) == [
        "  - sold → sold/more",
        '      - "Eggs", in 7 cells (rows 4, 5, 6, 7, 8, …)',
        '      - "Honey", in 1 cell (row 2)',
        '      - "fruit; Eggs", in 1 cell (row 3)',
        "  - helper[other] → helper/hired",
        '      - "Aunt", in 1 cell (row 2)',
        "",
    ]
    assert looked_at("fruit|1|all") == []


def test_of_much_free_text_the_most_frequent_is_told() -> None:
    """And in how many cells there is more."""
    lines = looked_at(*(f"egg {number % 12}||" for number in range(20_012)))
    assert lines[1] == '      - "egg 0", in 1668 cells (rows 2, 14, 26, 38, 50, …)'
    assert lines[11] == "      - and 3334 more cells"
    assert len(lines) == 13


def test_free_text_is_told_in_the_language_asked_for() -> None:
    """With the digits of that language, and the text as it stands."""
    [_, told, _] = looked_at("Honey||", language="bn")
    assert "Honey" in told
    assert "২" in told
    assert "cell" not in told


def test_a_table_that_was_understood_is_told_to_be() -> None:
    """In one sentence."""
    assert faults(Read("market-days", "1 or 2", "")) == ["Every value was understood."]


def test_values_are_told_with_the_first_of_their_rows() -> None:
    """Where there are more rows than are named, that shows."""
    read = Read("market-days|helper", "6|Family", *["often|Nobody"] * 10_000)
    assert faults(read) == [
        "10,001 rows hold values that were not understood. Those answers count as not known.",
        "",
        "Values that were not understood",
        '  - market-days: "often", in 10,000 cells (rows 3, 4, 5, 6, 7, …)',
        '  - market-days: "6", in 1 cell (row 2)',
    ]


def test_of_many_values_the_first_are_told() -> None:
    """And how many more there are."""
    lines = faults(Read("market-days", *map(str, range(100, 125))))
    assert [line for line in lines if "in 1 cell" not in line][-1] == "  - and 5 more values"
    assert sum("in 1 cell" in line for line in lines) == 20


def test_broken_rows_are_told_with_where_to_look() -> None:
    """All of them where they are few."""
    read = Read("market-days", "1 or 2")
    assert faults(read, (7,), 1)[-1] == "Row to look at: 7"
    assert faults(read, (7, 9), 2)[-1] == "Rows to look at: 7, 9"
    assert faults(read, (1, 2, 3, 4, 5), 10_000)[-1] == "Rows to look at: 1, 2, 3, 4, 5, …"


def test_what_stands_in_a_cell_is_told_in_one_line() -> None:
    """Whatever it does to a terminal."""
    assert r'  - market-days: "a\x1b[2Jb\nc", in 1 cell (row 2)' in faults(Read("market-days", "a\x1b[2Jb\nc"))


def test_it_is_told_in_the_language_asked_for() -> None:
    """With the digits of that language."""
    reading = Reading((), 0, (12,), 1)
    assert not_understood(reading, "bn", COLUMNS).plain.splitlines()[-1].endswith(": ১২")
