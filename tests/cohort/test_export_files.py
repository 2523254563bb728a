"""The exports that are kept in `exports`: as the tools write them, and up to date."""

from __future__ import annotations

import csv
import io

import pytest

from tools.exports import FOLDER, files

MADE = files()
TABLES = sorted(name for name in MADE if name.endswith(".csv"))
ENCODINGS = {"microsoft-forms.csv": "cp1252"}
SEPARATORS = dict.fromkeys(("kobo.csv", "kobo-names.csv", "limesurvey-texts.csv", "microsoft-forms.csv"), ";")
HEADER_ROWS = {"surveymonkey.csv": 2}
OWNERS = 42

HABITS = (
    ("google-forms.csv", '"Carimbo de data/hora","Endereço de e-mail",'),
    ("google-forms.csv", 'TikTok;Bluesky; e um site de reservas"'),
    ("google-sheet.csv", " कार्ड पर, हमारी "),
    ("microsoft-forms.csv", "\N{NO-BREAK SPACE};"),
    ("microsoft-forms.csv", ';";'),
    ("microsoft-forms.csv", ";Nome2;"),
    ("kobo.csv", '?/Facebook";'),
    ("kobo.csv", '"Facebook Instagram";"0";"1";"1";"0";'),
    ("kobo-names.csv", '"where-you-are/posts-total"'),
    ("limesurvey.csv", '"shownwhere[told]"'),
    ("limesurvey.csv", '"\'=Pinterest"'),
    ("limesurvey.csv", '"A1"'),
    ("limesurvey-texts.csv", '"Так";"Ні"'),
    ("limesurvey-texts.csv", '"Н/Д";"Н/Д"'),
    ("surveymonkey.csv", "<p><strong>Which</strong>&nbsp;pages"),
    ("surveymonkey.csv", ",Response,"),
    ("surveymonkey.csv", ",Other (please specify),"),
    ("redcap.csv", ",shown_where___told,"),
    ("formbricks.csv", '"2. Which pages'),
    ("formbricks.csv", "; "),
)
"""What must stand in a file, or it would test less than it seems to."""


def text(name: str) -> str:
    """Return the text of a file as it is kept."""
    return FOLDER.joinpath(name).read_bytes().decode(ENCODINGS.get(name, "utf-8"))


def test_they_are_all_there_and_no_others() -> None:
    """The folder holds what is made, and what tells about it."""
    assert {path.name for path in FOLDER.iterdir()} == {*MADE, "README.md", ".gitattributes"}


@pytest.mark.parametrize("name", MADE)
def test_they_are_up_to_date(name: str) -> None:
    """Each file is what the cases give now; `python -m tools.exports` makes it so."""
    assert FOLDER.joinpath(name).read_bytes() == MADE[name]


@pytest.mark.parametrize("name", TABLES)
def test_every_owner_has_a_row(name: str) -> None:
    """Each table has the same number of owners below its headers, and all rows are equally long."""
    rows = list(csv.reader(io.StringIO(text(name), newline=""), delimiter=SEPARATORS.get(name, ",")))
    assert len(rows) == OWNERS + HEADER_ROWS.get(name, 1)
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(("name", "habit"), HABITS)
def test_a_tool_keeps_its_habits(name: str, habit: str) -> None:
    """What makes a tool's files hard to read is there."""
    assert habit in text(name)


def test_line_ends_and_marks_differ() -> None:
    """Some files have a byte order mark or CRLF, some have neither, and one is not UTF-8."""
    marked = {name for name in TABLES if MADE[name].startswith(b"\xef\xbb\xbf")}
    assert marked == {"limesurvey.csv", "limesurvey-texts.csv", "surveymonkey.csv"}
    with_crlf = {name for name in TABLES if b"\r\n" in MADE[name]}
    assert all((marked & with_crlf, marked - with_crlf, with_crlf - marked, {*TABLES} - marked - with_crlf))
    with pytest.raises(UnicodeDecodeError):
        MADE["microsoft-forms.csv"].decode()
