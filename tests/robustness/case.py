"""What a hostile case is, the lines that the cases stand for, and the sound folder that each begins with."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from sixstages.answers import dump_answers
from sixstages.loading import Editions
from sixstages.reports import translation_sheet
from sixstages.translations import digest_of
from tests.library import FOLDER, library, sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    Make = Callable[[Path], object]
    """Puts what is hostile in the place of a file."""

MEGABYTE = 1_000_000
USUAL, HUGE_CHECK, COHORT = 200 * MEGABYTE, 300 * MEGABYTE, 1_000 * MEGABYTE
"""Bytes of memory that a command may take."""

LINES = {
    "twice": ("A key given twice", "refused, both places named"),
    "aliases": ("Anchors, aliases, merge keys; a bomb made of them", "refused where they stand, not followed"),
    "deep": ("A million open brackets", "refused at the 33rd level, at once"),
    "huge": ("A file of 100 MB", "refused unread; a table is read piece by piece and may be as large"),
    "no-file": ("A folder, a pipe, a device, nothing, or no permission", "refused, and never waited for"),
    "numbers": ("What is no number, or an endless one, where a number is due", "refused there"),
    "as-typed": ("Words that YAML would take for something else", "stay the text that was typed"),
    "encoding": ("Another encoding than UTF-8, or a letter cut off", "refused at the byte; a table is understood"),
    "mark": ("A byte order mark", "passed over, and the columns are right"),
    "controls": ("Control characters, raw or as an escape", "refused where they stand; written out in a table"),
    "surrogates": ("Lone surrogates, signs that turn the direction of text", "refused; joiners are kept"),
    "line-ends": ("Line ends that no editor shows", "the line numbers are right"),
    "tabs": ("A tab as indent", "refused, with the advice to use spaces"),
    "tags": ("Tags, of Python or of YAML", "refused where they stand"),
    "root": ("Two documents, an empty file, a list or a single text", "refused, a mapping is expected"),
    "keys": ("A list or a mapping as a key", "refused there"),
    "markup": ("What looks like markup, or steers a terminal", "shown as typed, controls written out"),
    "annotations": ("Line ends, % and :: on their way to GitHub", "escaped, so that none begins an annotation"),
    "html": ("HTML in a text", "shown as text"),
    "formulas": ("A cell that a spreadsheet would run", "written with an apostrophe in front"),
    "unknown": ("A question, option, key, language or rubric that is not known", "refused, all at once, with advice"),
    "shape": ("An answer of the wrong shape", "refused with its place"),
    "not-asked": ("An answer to a question that does not apply", "a warning; it is not used"),
    "targets": ("A target that can't be written, or should not be", "an error; what stood there stays"),
    "in-use": ("Two interviews on one file", "the second is told, and writes nothing"),
    "killed": ("An interview that is killed", "every answer before the question on the screen is kept"),
    "closed": ("Output that nobody reads", "a quiet end"),
    "terminals": ("No terminal, a narrow or dumb one, a locale without the letters", "readable, no crash"),
}
"""What is hostile, and what it must get."""

ELSEWHERE = {
    "in-use": ("tests/terminal/test_in_use.py",),
    "killed": ("tests/terminal/test_killed.py", "tests/robustness/test_faults.py"),
    "targets": ("tests/robustness/test_faults.py",),
    "no-file": ("tests/robustness/test_permission.py",),
    "markup": ("tests/robustness/test_terminal_safety.py",),
}
"""Further tests of a line."""


class Case(NamedTuple):
    """A hostile file, a command that meets it, and what it must get.

    `file` is the hostile one, in the folder that `lay_out` makes, and `make` puts it there. `problems` are all that
    are told of it, as `Y012 4:1 also 2:1`. What standard output and standard error together must hold stands in
    `shows`, what they must not hold in `hides`; instead of them the first of `writes` is looked at if there are any,
    the files that are new or changed afterwards.
    """

    line: str
    name: str
    kind: str
    command: str
    file: str
    make: Make
    code: int = 0
    problems: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    stdin: bytes = b""
    environ: Mapping[str, str] = {}
    read: bool = True
    memory: int = USUAL

    @property
    def id(self) -> str:
        """What the case is called in the list of tests."""
        return f"{self.line}: {self.name}, {self.kind}, {self.command}"


def lay_out(folder: Path) -> Path:
    """Fill a folder with a sound rubric, sheets, a table and a mapping file."""
    rubric = folder / "rubric"
    shutil.copytree(FOLDER, rubric)
    rubric.joinpath("translations").mkdir()
    rubric.joinpath("translations", "hi.yaml").write_text(_in_hindi(), encoding="utf-8")
    sheets = folder / "sheets"
    sheets.mkdir()
    first = replace(sheet("shelves"), expect=None)
    for name, date in (("a", "2026-01-15"), ("b", "2026-04-11"), ("x", "2026-07-09")):
        text = dump_answers(replace(first, date=date), library())
        sheets.joinpath(f"{name}.yaml").write_text(text, encoding="utf-8")
    folder.joinpath("table.csv").write_text(TABLE, encoding="utf-8")
    folder.joinpath("map.yaml").write_text(MAPPING, encoding="utf-8")
    return folder


TABLE = """\
town,kept,order,tidied
Nakuru,shelves,by-size,weekly
Rampur,boxes;homes,no-order,"Once a week or more often"
"""
MAPPING = """\
ignore: [town]
"""


def _in_hindi() -> str:
    """Translate every text of the library's rubric, more or less."""
    texts = Editions(FOLDER).texts()
    return translation_sheet.written(
        "hi", texts, {key: (digest_of(text), f"हिंदी: {text}") for key, text in texts.items()}
    )


def holding(data: bytes) -> Make:
    """Make a file of these bytes."""
    return lambda path: path.write_bytes(data)


def changed(old: str, new: str) -> Make:
    """Make a file of a sound one, the first `old` in it replaced."""

    def make(path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_bytes(text.replace(old, new, 1).encode(errors="surrogateescape"))

    return make


def sound(_: Path) -> None:
    """Leave the file as it is: what is hostile stands elsewhere."""
