"""Nothing that a file, a name, a word of the command or the environment holds steers the terminal.

YAML with control characters is refused, so they come as they can: in names of files, in cells and headers, typed,
as words of the command, and in YAML as the letters of an escape.
"""

from __future__ import annotations

import os
import re
import shutil
from typing import TYPE_CHECKING

import pytest

from sixstages.loading import Editions
from sixstages.reports import translation_sheet
from sixstages.reports.checking import FORMATS as CHECKS
from sixstages.text import visible
from sixstages.translations import digest_of
from tests.library import FOLDER
from tests.robustness.case import lay_out
from tests.robustness.running import PROGRAM, run, steering_in, text_of
from tests.terminal.program import terminal

if TYPE_CHECKING:
    from pathlib import Path

RAW = "\x1b]0;x\x07\x1b[2J\x9b31m\x90q\x9c\u202e\u2066\r\n::error::"
"""Control sequences: a title, a cleared screen, the same as C1 controls, a turned direction, a line of their own."""

NO_UTF8 = os.fsdecode(b"\x9b2J\x1b[2J")
TYPED = r"\x1b[2J \u202e [/]"
SPELLED = re.compile(r"\\x1b|\\u001b|%1B")
"""How ESC is written where it is told: in a text, in JSON, in an address."""

RUBRIC, SHEETS, TABLE, MAPPING, BROKEN = (f"{name}{RAW}" for name in ("rubric", "sheets", "table", "map", "broken"))
SHEET, EARLIER, BAD, LATIN = f"{SHEETS}/x.yaml", f"{SHEETS}/a.yaml", f"{SHEETS}/{RAW}.yaml", f"{SHEETS}/{NO_UTF8}.yaml"
ON = ("--rubric", RUBRIC, "--lang", "hi")
SCORES, COMPARISONS = ("text", "json", "markdown", "html", "badge"), ("text", "json", "markdown", "html")

COMMANDS = {
    **{f"score {form}": ("score", SHEET, *ON, "--format", form) for form in SCORES},
    **{f"compare {form}": ("compare", EARLIER, SHEET, *ON, "--format", form) for form in COMPARISONS},
    **{f"show {part}": ("show", part, *ON) for part in ("stages", "findings", "questions", "texts")},
    "show": ("show", *ON),
    "show questions yaml": ("show", "questions", *ON, "--format", "yaml"),
    **{f"check {form}": ("check", RUBRIC, "--format", form) for form in CHECKS},
    **{f"check broken {form}": ("check", BROKEN, "--format", form) for form in CHECKS},
    "score refused": ("score", BAD, LATIN, f"{RAW}.yaml", "--rubric", RUBRIC),
    "score a rubric refused": ("score", SHEET, "--rubric", BROKEN),
    "score no rubric": ("score", SHEET, "--rubric", RAW),
    "compare refused": ("compare", BAD, LATIN, "--rubric", RUBRIC),
    "interview": ("interview", f"{RAW}.yaml", *ON),
    "interview refused": ("interview", BAD, *ON),
    "interview again": ("interview", "--again", SHEET, *ON),
    "cohort": ("cohort", f"{TABLE}.csv", *ON, "--by", RAW, "--keep", RAW, "--min-group", "1", "--output", "rows.csv"),
    "cohort dry run": ("cohort", f"{TABLE}.csv", *ON, "--dry-run"),
    "cohort mapped": ("cohort", f"{TABLE}.csv", *ON, "--mapping", f"{MAPPING}.yaml"),
    "cohort of sheets": ("cohort", SHEETS, *ON),
    "init": ("init", f"new{RAW}"),
    "init refused": ("init", RUBRIC),
    "witness": ("check", RUBRIC, "--witness", f"new{RAW}"),
    "output": ("score", SHEET, *ON, "--output", f"none{RAW}/x"),
    "schema": ("schema", RAW),
    "explain": ("check", "--explain", RAW),
    "language": ("score", SHEET, "--rubric", RUBRIC, "--lang", RAW),
    "format": ("score", SHEET, "--format", RAW),
    "report": ("check", "--report", RAW),
    "columns": ("cohort", f"{TABLE}.csv", *ON, "--columns", RAW),
    "header": ("cohort", f"{TABLE}.csv", *ON, "--by", f"{RAW}x"),
    "part": ("show", RAW),
    "number": ("cohort", f"{TABLE}.csv", "--min-group", RAW),
    "option": (f"--{RAW}",),
    "command": (RAW,),
    "debug": ("--debug", "score", RAW),
}
"""Every command in every format, where all it meets is hostile; and each way to call it wrongly."""

TYPING = (
    "--again",
    RAW,
    "\x1b[A",
    "1",
    "\x9b",
    "99",
    "?",
    "b",
    RAW.replace("\n", " "),
    "lang",
    "\x1b]0;x\x07",
    "q",
)
"""What somebody types: sequences as keys send them, and answers."""


@pytest.fixture(scope="module")
def hostile_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Lay a folder out in which every name and every text holds control sequences."""
    folder = lay_out(tmp_path_factory.mktemp("hostile"))
    _spoil_texts(folder)
    shutil.copytree(folder / "rubric", folder / BROKEN)
    _break(folder / BROKEN)
    for old, new in (("rubric", RUBRIC), ("sheets", SHEETS)):
        folder.joinpath(old).rename(folder / new)
    folder.joinpath(BAD).write_bytes(f"name: {RAW}\n".encode())
    folder.joinpath(LATIN).write_bytes(b"\xe9\x1b[2J\x9b")
    header, cell = (f'"{RAW.replace(chr(10), "")}{end}"' for end in ("x", ""))
    folder.joinpath(f"{TABLE}.csv").write_bytes(
        f'"{RAW}",kept,order,{header}\n"{RAW}",shelves,{cell},{cell}\n{cell},{cell},by-size,\n'.encode()
    )
    folder.joinpath(f"{MAPPING}.yaml").write_text(rf'columns: {{"{TYPED}": kept}}'.replace("\\", r"\\"))
    return folder


def _spoil_texts(folder: Path) -> None:
    """Put the letters of escapes into every text of the rubric in Hindi, and into the names of businesses."""
    texts = {key: (digest_of(text), f"{TYPED} {text}") for key, text in Editions(FOLDER).texts().items()}
    written = translation_sheet.written("hi", Editions(FOLDER).texts(), texts)
    folder.joinpath("rubric", "translations", "hi.yaml").write_text(written, encoding="utf-8")
    for sheet in folder.glob("sheets/*.yaml"):
        text = re.sub("^name: .*$", lambda _: f"name: '{TYPED}'", sheet.read_text(encoding="utf-8"), flags=re.MULTILINE)
        sheet.write_text(text, encoding="utf-8")
    for name in ("cases", "translations"):  # which the check passes over, and names
        folder.joinpath("rubric", name, f"{RAW}.txt").write_bytes(b"")
        folder.joinpath("rubric", name, f"{NO_UTF8}.yaml").write_bytes(b"\x1b[2J\x9b\xe9")


def _break(rubric: Path) -> None:
    """Put raw sequences into every text, and escapes of them into ids and keys."""
    text = rubric.joinpath("stages.yaml").read_text(encoding="utf-8")
    spoiled = re.sub("(says|do|name|title): (?=[A-Z])", lambda found: f"{found[0]}{RAW[:24]}", text)
    rubric.joinpath("stages.yaml").write_text(spoiled, encoding="utf-8")
    rubric.joinpath("questions.yaml").write_text(r'{"\e[2J": {"\x9b": "\u202e"}, "\ud800": "\x07"}')


def assert_harmless(written: str) -> None:
    """Hold that nothing could steer a terminal, and that what could have been is told as letters."""
    assert steering_in(written) == []
    assert "Traceback" not in written
    assert SPELLED.search(written)


@pytest.mark.parametrize("name", COMMANDS)
def test_nothing_that_is_read_steers_the_terminal(name: str, hostile_folder: Path) -> None:
    """Every command, in every format, right or wrong, writes control characters as letters."""
    done = run([PROGRAM, *COMMANDS[name]], hostile_folder, stdin="\n".join(TYPING).encode())
    assert_harmless(text_of(done))
    assert "\n::error::" not in text_of(done)


def test_nothing_that_is_typed_steers_the_terminal(tmp_path: Path) -> None:
    """What comes from a keyboard or a pipe as an answer or a name is written as letters when it is told."""
    folder = lay_out(tmp_path / "here")
    done = run([PROGRAM, "interview", "--rubric", "rubric"], folder, stdin="\n".join(TYPING).encode())
    assert_harmless(text_of(done))


def test_the_name_it_is_called_by_does_not_either(hostile_folder: Path, tmp_path: Path) -> None:
    """A link of a hostile name to the program is named in the commands that it tells."""
    link = tmp_path / f"six{RAW}"
    link.symlink_to(PROGRAM)
    done = run([link, "interview", f"y{RAW}.yaml", *ON], hostile_folder, stdin=b"1\nq\n")
    assert_harmless(text_of(done))


@pytest.mark.parametrize("variable", ["LANG", "LC_ALL", "TERM", "COLUMNS", "NO_COLOR", "HOME", "TMPDIR", "CI"])
def test_the_environment_does_not_either(variable: str, hostile_folder: Path) -> None:
    """Whatever a variable holds, it changes nothing of that."""
    done = run([PROGRAM, *COMMANDS["score text"]], hostile_folder, environ={variable: RAW})
    assert done.code == 0
    assert_harmless(text_of(done))


_OWN = re.compile("\x1b\\[[0-9;]*m|\r(?=\n)|\r\x1b\\[K")
"""What the program itself sends to a terminal: styles, line ends, a bar taken back."""


@pytest.mark.parametrize(
    "name", ["score text", "score refused", "compare text", "show", "check broken text", "cohort", "cohort dry run"]
)
def test_a_real_terminal_gets_only_the_programs_own_styles(name: str, hostile_folder: Path) -> None:
    """With a terminal behind it, nothing is sent but styles and line ends."""
    with terminal(PROGRAM, *COMMANDS[name], folder=hostile_folder) as opened:
        opened.end()
        assert_harmless(_OWN.sub("", opened.sent))


def test_the_sequences_would_be_found() -> None:
    """Each kind of them is one that is looked for, and written as letters none is."""
    for each in (RAW, NO_UTF8, "\x1b", "\x9b", "\u202e", "\r"):
        assert steering_in(each)
    assert steering_in(visible(RAW)) == []
