"""Writing answers files: what is read back is what was written, and what stood there survives every failure."""

from __future__ import annotations

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from sixstages.answers import Answers, Expectation, dump_answers, parse_answers, read_answers, write_answers
from sixstages.files import replace_file, replace_file_by
from sixstages.rubric import DONT_KNOW
from sixstages.text import CONTROL
from tests.input.told import problems_of
from tests.library import library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

AWKWARD = [
    "No", "null", "~", "", " ", "[/]", "a: b", "a #b", "- a", "? a", "&a", "*a", "!a", "%a", "@a", "`a`", "it's",
    'say "yes"', "\\", "\\n", "{a}", "a, b", "1e3", "0x1F", "12:30", "2026-11-22", "=", "<<", "---", "...", "a:", ":a",
    "a ", " a", "a\nb", "\n", "tab\tstop", "आशा टेक्सटाइल्स", "আশা", "Ємко", "😀", "क्ष\u200d", "\u2028", "\ufeff", "\uffff",
    "\x7f", "\x85", "\ud83d", "\u202e", "|", ">", "#", "Ben & Co. (Leeds)", "O'Neil/Son+1", "Žižek", "ß",
]  # fmt: skip
NAMES = st.sampled_from(AWKWARD) | st.text() | st.text(st.sampled_from(" :#-'\"\\[]{}&*!|>%@`,?\nabN~0"))
TIMES = st.datetimes().map(lambda time: time.isoformat(timespec="seconds"))


@st.composite
def sheets(draw: st.DrawFn) -> Answers:
    """Draw any answers that fit the library's rubric."""
    answers, aside, dont_know = {}, {}, set()
    for question in library().questions.values():
        alone = [(option.id,) for option in question.options if option.alone or question.pick == "one"]
        several = [option.id for option in question.options if not option.alone] if question.pick == "many" else []
        subsets = st.lists(st.sampled_from(several), min_size=1, unique=True) if several else st.nothing()
        picks = st.sampled_from(alone) | subsets.map(sorted_by(question.rank))
        where = draw(st.sampled_from(["answers", "aside", "dont know", "nowhere"]))
        if where == "answers":
            answers[question.id] = draw(picks)
        elif where == "aside":
            aside[question.id] = draw(picks)
        elif where == "dont know" and not question.opening:
            dont_know.add(question.id)
    stage = st.none() | st.sampled_from([stage.id for stage in library().stages])
    findings = st.lists(st.sampled_from([finding.id for _, finding in library().each_finding()])).map(tuple)
    expectations = st.builds(Expectation, stage=stage.filter(bool), holds=findings, absent=findings)
    return Answers(
        answers=answers,
        dont_know=frozenset(dont_know),
        name=draw(NAMES.map(without_control)),
        date=draw(st.none() | st.dates().map(str)),
        updated=draw(st.none() | TIMES | TIMES.map(lambda time: f"{time}Z") | TIMES.map(lambda time: f"{time}+05:30")),
        language=draw(st.none() | st.sampled_from(["en", "hi", "uk"])),
        self_view=draw(stage),
        aside=aside,
        about=draw(NAMES.map(without_control)),
        expect=draw(st.none() | expectations),
    )


def sorted_by(rank: Mapping[str, int]) -> Callable[[list[str]], tuple[str, ...]]:
    """Put picks in the rubric's order."""
    return lambda picks: tuple(sorted(picks, key=rank.__getitem__))


def without_control(text: str) -> str:
    """Leave out what no answers file can hold."""
    return CONTROL.sub("", text)


@given(sheets(), st.booleans())
def test_what_is_written_is_read_back(answers: Answers, as_json: bool) -> None:  # noqa: FBT001
    """Every sheet comes back as it was, from YAML and from JSON."""
    written = dump_answers(answers, library(), as_json=as_json)
    assert parse_answers(written.encode(), "x.yaml", library()) == answers


@given(sheets())
def test_other_readers_of_yaml_see_the_same_texts(answers: Answers) -> None:
    """A name that other programs would take for a truth value, a number or a date is in quotes."""
    sheet = yaml.safe_load(dump_answers(answers, library()))
    assert sheet.get("name", "") == answers.name or str(sheet["name"]) == answers.name
    assert sheet["answers"].keys() == answers.answers.keys() | answers.dont_know


@given(NAMES)
def test_control_characters_are_left_out(name: str) -> None:
    """A sheet that holds what could not be read back is written without it."""
    written = dump_answers(Answers(name=name), library())
    assert parse_answers(written.encode(), "x.yaml", library()).name == without_control(name)


def test_a_written_file_is_pleasant_to_read() -> None:
    """One question a line in the rubric's order, ids and usual names without quotes."""
    answers = Answers(
        answers={"order": ("by-size",), "kept": ("homes",), "loans": ("cards", "phone")},
        dont_know=frozenset({"tidied"}),
        name="Ben's Books & Tea (Leeds)",
        date="2026-11-22",
        updated="2026-11-22T10:04:00Z",
        language="en",
        self_view="heap",
        about="Says: hello",
        expect=Expectation(stage="heap", holds=("damp",)),
    )
    assert dump_answers(answers, library()).splitlines() == [
        "rubric: village-library",
        "rubric_version: 2",
        "name: Ben's Books & Tea (Leeds)",
        "date: 2026-11-22",
        "updated: 2026-11-22T10:04:00Z",
        "language: en",
        "self_view: heap",
        "answers:",
        "  kept: [homes]",
        "  order: by-size",
        "  tidied: dont-know",
        "  loans: [cards, phone]",
        'about: "Says: hello"',
        "expect:",
        "  stage: heap",
        "  holds: [damp]",
    ]


def test_an_empty_sheet_is_a_file_too() -> None:
    """Where nothing is answered yet, there is a place for the answers."""
    assert dump_answers(Answers(), library()) == "rubric: village-library\nrubric_version: 2\nanswers: {}\n"


def test_a_file_of_json_stays_json(tmp_path: Path) -> None:
    """What ends in .json is written as JSON."""
    path = tmp_path / "sheet.json"
    write_answers(path, Answers(name="आशा", dont_know=frozenset({"order"})), library())
    assert json.loads(path.read_text(encoding="utf-8"))["answers"] == {"order": DONT_KNOW}
    assert "आशा" in path.read_text(encoding="utf-8")
    assert read_answers(path, library()).dont_know == {"order"}


def test_a_file_is_replaced_whole_and_nothing_is_left_beside_it(tmp_path: Path) -> None:
    """After writing there is the new text, and no other file."""
    path = tmp_path / "sheet.yaml"
    for text in ("first", "second, नमस्ते"):
        replace_file(path, text)
        assert path.read_text(encoding="utf-8") == text
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_written_piece_by_piece(tmp_path: Path) -> None:
    """Each piece is on its way before the next is asked for; the old file stays until the last."""
    path = tmp_path / "list"
    path.write_text("old")

    def pieces() -> Iterator[str]:
        yield "n" * 1_000_000
        [beside] = set(tmp_path.iterdir()) - {path}
        assert beside.stat().st_size >= 1_000_000
        assert path.read_text() == "old"
        yield "नमस्ते"

    replace_file_by(path, pieces())
    assert path.read_text(encoding="utf-8") == "n" * 1_000_000 + "नमस्ते"
    assert list(tmp_path.iterdir()) == [path]


def test_a_piece_that_never_comes_leaves_the_old_file(tmp_path: Path) -> None:
    """Where making a piece fails, that is told as it is, and nothing lies beside the old file."""
    path = tmp_path / "list"
    path.write_text("old")

    def pieces() -> Iterator[str]:
        yield "new"
        raise LookupError

    with pytest.raises(LookupError):
        replace_file_by(path, pieces())
    assert [(each.name, each.read_text()) for each in tmp_path.iterdir()] == [("list", "old")]


def test_a_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """A new file may be read by whom the user lets read new files."""
    path, usual = tmp_path / "sheet.yaml", tmp_path / "usual"
    usual.touch()
    replace_file(path, "text")
    assert path.stat().st_mode == usual.stat().st_mode


def test_permissions_are_kept(tmp_path: Path) -> None:
    """A file that only its owner may read stays so."""
    path = tmp_path / "sheet.yaml"
    path.touch(0o600)
    path.chmod(0o640)
    replace_file(path, "text")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing yet"])
def test_a_link_stays_a_link(there: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Writing to a symbolic link writes what it points to, over several links if need be."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    if there:
        (folder / "sheet.yaml").write_text("old")
    (tmp_path / "first").symlink_to("second")
    (tmp_path / "second").symlink_to(folder / "sheet.yaml")
    replace_file(tmp_path / "first", "new")
    assert (tmp_path / "first").readlink() == Path("second")
    assert (folder / "sheet.yaml").read_text() == "new"
    assert [each.name for each in folder.iterdir()] == ["sheet.yaml"]


def test_what_is_no_file_is_not_written_over(tmp_path: Path) -> None:
    """A folder, a pipe, a device and a link that leads to itself stay what they are."""
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "folder").mkdir()
    (tmp_path / "loop").symlink_to("loop")
    before = {path: path.lstat().st_mode for path in (*tmp_path.iterdir(), Path(os.devnull))}
    for path in before:
        [problem] = problems_of(lambda: replace_file(path, "text"))  # noqa: B023 - called at once
        assert problem.code == "Y002"
    assert {path: path.lstat().st_mode for path in before} == before


@pytest.mark.parametrize("name", ["missing/sheet.yaml", "file/sheet.yaml", "x" * 300, "with\0nul"])
def test_what_can_not_be_written_is_a_problem(name: str, tmp_path: Path) -> None:
    """A path that can't be written is told with its reason."""
    (tmp_path / "file").touch()
    [problem] = problems_of(lambda: replace_file(tmp_path / name, "text"))
    assert problem.code == "Y022"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def run(code: str, folder: Path) -> int:
    """Run a piece of Python in a folder, in a process of its own; return its exit code."""
    return subprocess.run([sys.executable, "-c", code], cwd=folder, check=False).returncode


def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    """Where the new text finds no room, the old one stays, and nothing half written lies beside it."""
    (tmp_path / "sheet.yaml").write_text("old")
    code = """
import resource, signal, sys
from pathlib import Path
from sixstages.errors import ProblemsFound
from sixstages.files import replace_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
try:
    replace_file(Path("sheet.yaml"), "n" * 1000)
except ProblemsFound as found:
    sys.exit(7 if found.problems[0].code == "Y022" else 1)
"""
    assert run(code, tmp_path) == 7
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("sheet.yaml", "old")]


def test_an_interruption_leaves_the_old_file(tmp_path: Path) -> None:
    """Ctrl-C while the new text is on its way to the disk leaves the old one and nothing beside it."""
    (tmp_path / "sheet.yaml").write_text("old")
    code = """
import os, sys
from pathlib import Path
from sixstages.files import replace_file
def interrupted(number):
    raise KeyboardInterrupt
os.fsync = interrupted
try:
    replace_file(Path("sheet.yaml"), "new")
except KeyboardInterrupt:
    sys.exit(7)
"""
    assert run(code, tmp_path) == 7
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("sheet.yaml", "old")]


def test_a_killed_process_leaves_a_whole_file(tmp_path: Path) -> None:
    """Killed at any moment between two texts, a process leaves one of them."""
    first, second = "first" * 100_000, "second" * 100_000
    path = tmp_path / "sheet.yaml"
    code = """
from pathlib import Path
from sixstages.files import replace_file
while True:
    replace_file(Path("sheet.yaml"), "first" * 100_000)
    replace_file(Path("sheet.yaml"), "second" * 100_000)
"""
    for moment in range(8):
        with subprocess.Popen([sys.executable, "-c", code], cwd=tmp_path) as process:
            while not path.exists():
                assert process.poll() is None
            try:
                process.wait(0.003 * moment)
            except subprocess.TimeoutExpired:
                process.send_signal(signal.SIGKILL)
        assert path.read_text() in (first, second)
