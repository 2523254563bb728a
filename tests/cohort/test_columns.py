"""What the columns of a table are taken for, whichever tool wrote it."""

from __future__ import annotations

import pytest

from sixstages.cohort.columns import understand
from sixstages.cohort.dialects import PLAIN, all_dialects, title_of
from tests.cohort.market import WORDING, in_short, mapping, understood
from tests.input.told import in_short as told

FORMS = (
    ("plain", ("sold|helper|shop",), ["sold", "helper", "unknown"]),
    ("plain", ("name|What do you sell?|Quem ajuda você?",), ["known", "sold", "helper"]),
    ("plain", ("Where are you?|sold",), ["known", "sold"]),
    ("google-forms", ("Timestamp|What do you sell?",), ["known", "sold"]),
    ("google-forms", ("Carimbo de data/hora|Endereço de e-mail|Em quantos dias?",), ["known", "known", "market-days"]),
    ("google-forms", ("Timestamp|Your stall [What do you sell?]|Your stall [Name]",), ["known", "sold", "unknown"]),
    (
        "microsoft-forms",
        ("ID|Start time|Completion time|Email|What do you sell?\u00a0|Points - What do you sell?|What do you sell?2",),
        ["known", "known", "known", "known", "sold", "known", "unknown"],
    ),
    (
        "kobo",
        ("start|stall/sold|stall/sold/fruit|stall/sold/dried-fruit|stall/sold/other|stall/days|_id",),
        ["known", "sold", "sold/fruit", "sold/dried-fruit", "sold/…", "unknown", "known"],
    ),
    ("plain", ("What do you sell?/Fruit|What do you sell?/Herbs & tea|a/b",), ["sold/fruit", "sold/herbs", "unknown"]),
    ("kobo", ("_uuid|sold/helper|helper_other",), ["known", "helper", "helper/…"]),
    (
        "limesurvey",
        ("submitdate|sold[driedfruit]|sold[other]|marketdays|sold[dontknow]|helper[other]",),
        ["known", "sold/dried-fruit", "sold/…", "market-days", "sold/dont-know", "helper/…"],
    ),
    ("limesurvey", ("Last page|O que você vende? [Frutas, secas]",), ["known", "sold/dried-fruit"]),
    (
        "surveymonkey",
        (
            "Respondent ID|<p>What do you&nbsp;sell?</p>||||Who helps you?|",
            "|Fruit|Herbs &amp; tea|Eggs|Other (please specify)|Response|Other (please specify)",
        ),
        ["known", "sold/fruit", "sold/herbs", "sold/", "sold/…", "helper", "helper/…"],
    ),
    (
        "surveymonkey",
        ("What do you sell?||Who helps you?", "Fruit|Nothing (yet)|Response"),
        ["sold/fruit", "sold/nothing", "helper"],
    ),
    (
        "redcap",
        ("record_id|sold___dried_fruit|market_days|stall_complete",),
        ["known", "sold/dried-fruit", "market-days", "known"],
    ),
    ("redcap", ("Record ID|What do you sell? (choice=Fruit, dried)",), ["known", "sold/dried-fruit"]),
    (
        "formbricks",
        ("No.|Response ID|Timestamp|1. What do you sell?|2. Who helps you?",),
        ["known", "known", "known", "sold", "helper"],
    ),
)


@pytest.mark.parametrize(("dialect", "head", "columns"), FORMS)
def test_a_table_is_understood_as_its_tool_wrote_it(dialect: str, head: tuple[str, ...], columns: list[str]) -> None:
    """The tool is known by columns that only it writes, or by how it heads an option; each column by its header."""
    taken = understood(*head)
    assert (taken.dialect, in_short(taken.columns), taken.header_rows) == (dialect, columns, len(head))


def test_a_second_record_of_answers_is_no_header() -> None:
    """Where something stands below the tool's own column, or no word of the tool is there, one row is the header."""
    assert understood("Respondent ID|sold", "118|fruit").header_rows == 1
    assert understood("Respondent ID|sold", "|fruit").header_rows == 1
    assert understood("sold|", "nothing|Fruit").header_rows == 1
    assert understood("Respondent ID|sold").header_rows == 1


@pytest.mark.parametrize(
    "head",
    [
        "timestamp|sold|market-days",
        "What do you sell?|Timestamp",
        "Timestamp|What do you sell?|market-days",
        "Start time|End time|sold",
        "No.|Finished|sold",
        "_id|sold|sold/fruit|sold_other",
        "sold/fruit|market-days|Timestamp",
        "sold[fruit]|record_id",
        "Date submitted|sold",
    ],
)
def test_headers_that_anybody_may_write_make_no_export(head: str) -> None:
    """A table is not said to come from a tool because it has a column for the time or for a number."""
    assert understood(head).dialect == "plain"


def test_names_of_groups_are_read_whoever_wrote_them() -> None:
    """An export of which somebody kept the questions alone is not known by its tool any more."""
    plain = understood("shop/stall/sold|shop/market-days|_id")
    assert [column.question for column in plain.columns] == ["sold", "market-days", ""]
    assert plain.dialect == "plain"


def test_a_tool_is_told_though_others_write_some_of_its_headers() -> None:
    """It takes more of them, or a place that only the tool gives them."""
    assert understood("Response ID|Last page|What do you sell?|Timestamp").dialect == "limesurvey"
    assert understood("Timestamp|Start time|Completion time|What do you sell?").dialect == "microsoft-forms"
    assert understood("Response ID|No.|Timestamp|What do you sell?").dialect == "formbricks"


@pytest.mark.parametrize("name", ["google-forms", "microsoft-forms", "formbricks", "redcap"])
def test_what_a_tool_that_writes_plain_tables_is_taken_for_changes_no_answer(name: str) -> None:
    """Should the guess be wrong, columns and cells are read as in any table."""
    [dialect] = [each for each in all_dialects() if each.name == name]
    known_by = ("name", "title", "marks", "enough", "first", "option_marks", "own", "own_forms")
    assert dialect._replace(**{field: getattr(PLAIN, field) for field in known_by}) == PLAIN


def test_the_headers_of_two_rows_are_joined() -> None:
    """A blank above goes on with what stands to its left; a blank below adds nothing."""
    taken = understood("Respondent ID|What do you sell?|", "|Fruit|Nothing (yet)")
    headers = ["Respondent ID", "What do you sell? / Fruit", "What do you sell? / Nothing (yet)"]
    assert [column.header for column in taken.columns] == headers


def test_every_dialect_is_known_by_its_name() -> None:
    """Each module of a tool is found, and has marks that it can be told by, or option columns of its own."""
    assert len(all_dialects()) == 7
    assert all(dialect.marks and dialect.title for dialect in all_dialects())


def test_people_are_told_the_name_of_a_tool() -> None:
    """As the tool writes it; what has no other name goes by its own."""
    assert (title_of("google-forms"), title_of("made-up")) == ("Google Forms", "made-up")


def test_two_columns_for_one_question_are_a_fault() -> None:
    """The second is told with the first, and so are two columns of one option; a column of all picks beside is none."""
    taken = understood("sold|What do you sell?|helper|sold/fruit|sold/fruit|sold/eggs|sold/milk")
    assert [told(each) for each in taken.problems] == ["C720 1:2 also 1:1", "C720 1:5 also 1:4"]
    assert "sold/fruit" in taken.problems[1].message


def test_a_table_without_any_question_is_a_fault() -> None:
    """Where no column is for a question, it is told once."""
    for head in ((), ("",), ("name|shop",)):
        assert [each.code for each in understood(*head).problems] == ["C721"]


def test_a_table_without_the_opening_question_is_a_warning() -> None:
    """What everything depends on is missed, and the rest is still read."""
    [problem] = understood("helper").problems
    assert (problem.code, problem.severity) == ("C723", "warning")
    assert "sold" in problem.message


def test_a_mapping_file_comes_first() -> None:
    """It says what unknown columns are for, takes columns out, and gives words for what was picked."""
    said = mapping(
        'columns: {"My goods": sold, Eggs: sold/more}\nignore: [helper]\npicked: [ticked]\nnot_picked: ["1"]'
    )
    taken = understood("my goods |EGGS|helper|market-days", mapped=said)
    assert in_short(taken.columns) == ["sold", "sold/more", "known", "market-days"]
    assert taken.problems == ()
    assert "ticked" in taken.words.picked
    assert ("1" in taken.words.picked, "1" in taken.words.not_picked) == (False, True)


def test_a_mapping_file_that_does_not_fit_the_table_is_told() -> None:
    """A header that no column has, and one that two have, at their places in the mapping file."""
    said = mapping("columns:\n  Godos: sold\n  Help: helper\n")
    taken = understood("Goods|Help|help|sold", mapped=said)
    assert [told(each) for each in taken.problems] == ["C720 1:3 also 1:2", "C722 2:3", "C725 3:3"]
    assert "Goods" in taken.problems[1].remedy


def test_hostile_headers_are_no_trouble() -> None:
    """Very long ones, many slashes and brackets, and thousands of them are unknown, and nothing worse."""
    head = ["/" * 300_000, "[" * 300_000 + "]", "sold/" * 300, *[f"column {number}" for number in range(3_000)]]
    taken = understand("stalls.csv", [head], WORDING)
    assert {column.role for column in taken.columns} == {"unknown", "option"}
    assert in_short(taken.columns[:3]) == ["unknown", "unknown", "sold/"]
