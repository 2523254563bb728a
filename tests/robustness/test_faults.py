"""Faults of the machine: what was answered is not lost, what stood there is not damaged, and nothing is left over."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
import time
from contextlib import contextmanager
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest

from sixstages import read_answers
from tests.library import FOLDER, case, library
from tests.robustness.case import lay_out
from tests.robustness.disks import fill_up, make_read_only, small_disk
from tests.robustness.running import ENVIRONMENT, PROGRAM, contents, run, text_of
from tests.robustness.told import told
from tests.terminal.program import ANSWER, NAME, OWN_VIEW, kept, library_interview

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

MOMENTS = int(os.environ.get("KILLED_MOMENTS", "10")) // 10
"""How often each command is ended by each signal at random moments; the variable is that of tests/terminal."""
SLOWEST = 0.6  # seconds; each of these commands takes less, unless the machine is busy
STARTED = 0.2  # seconds; by then Python has begun to ignore what it ignores

ROWS = 200_000
ENDING = {signal.SIGKILL: -9, signal.SIGTERM: -15, signal.SIGHUP: -1}
OLD = "what stood there"
TARGET = "out/x.csv"
SHEETS = "sheets/a.yaml " * 400
WRITING = [
    f"score sheets/a.yaml sheets/b.yaml --rubric rubric --format json --output {TARGET}",
    f"score sheets/a.yaml --rubric rubric --format html --output {TARGET}",
    f"compare sheets/a.yaml sheets/b.yaml --rubric rubric --format html --output {TARGET}",
    f"check rubric --report junit={TARGET}",
    f"cohort table.csv --rubric rubric --output {TARGET}",
    f"cohort table.csv --rubric rubric --report html={TARGET}",
]
NEW_FILES = ["init out/rubric", "check rubric --witness out/witnesses"]
INTERVIEW = "interview out/new.yaml --rubric rubric"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with a rubric, answers and a table, and one for what is written."""
    return laid_out(tmp_path / "here")


def laid_out(folder: Path) -> Path:
    """Fill a folder, and put something in the place of what is written."""
    lay_out(folder).joinpath("out").mkdir()
    folder.joinpath(TARGET).write_text(OLD, encoding="utf-8")
    return folder


@contextmanager
def started(command: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Start the program; what it writes goes nowhere."""
    words = [str(PROGRAM), *shlex.split(command)]
    with subprocess.Popen(words, cwd=folder, env=ENVIRONMENT, stdin=-3, stdout=-3, stderr=-3) as process:
        yield process


def names(folder: Path) -> list[str]:
    """List what stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def call(command: str, folder: Path, **environ: str) -> tuple[int, str]:
    """Run the program; return its exit code and what it wrote."""
    done = run([PROGRAM, *shlex.split(command)], folder, environ=environ)
    return done.code, text_of(done)


@pytest.mark.parametrize("spoil", [fill_up, make_read_only], ids=["full", "read-only"])
def test_a_disk_that_takes_nothing(spoil: Callable[[Path], None], tmp_path: Path) -> None:
    """Each command ends with 2 and says why; the old file stays, and nothing is left beside it."""
    folder = lay_out(tmp_path / "here")
    with small_disk(folder / "out"):
        folder.joinpath(TARGET).write_text(OLD, encoding="utf-8")
        spoil(folder / "out")
        before = contents(folder / "out")
        for command in (*WRITING, *NEW_FILES):
            code, words = call(command, folder)
            assert (command, code) == (command, 2)
            assert "Y022 1:1" in [each for _, each in told(words)]
            assert {path: what for path, what in contents(folder / "out").items() if what != "a folder"} == before


def test_room_for_what_is_made_on_the_way(folder: Path, tmp_path: Path) -> None:
    """Where the folder for temporary files is full, a table in Parquet is told or written, and nothing half of it."""
    with small_disk(tmp_path / "temporary"):
        fill_up(tmp_path / "temporary")
        command = "cohort table.csv --rubric rubric --output out/x.parquet"
        code, words = call(command, folder, TMPDIR=str(tmp_path / "temporary"))
        assert (code, [each for _, each in told(words)]) in ((2, ["Y022 1:1"]), (0, []))
        assert names(tmp_path / "temporary") == ["filling"]
    assert names(folder / "out") == (["x.csv"] if code else ["x.csv", "x.parquet"])


def test_an_interview_on_a_full_disk_loses_nothing(tmp_path: Path) -> None:
    """The answer that finds no room is saved by Enter once there is some, and the old file is whole until then."""
    with small_disk(tmp_path / "disk"):
        file = tmp_path / "disk" / "mine.yaml"
        with library_interview(file) as opened:
            for prompt, typed in ((NAME, "Kijiji"), (OWN_VIEW, "2"), (ANSWER, "2,3")):
                opened.until(prompt)
                opened.type(typed)
            opened.until(ANSWER)
            fill_up(file.parent)
            opened.type("2")
            opened.until("there is no space left")
            opened.until("press Enter to try again", "Press Enter to try again")
            assert kept(file) == {"kept": ("boxes", "homes")}
            file.with_name("filling").unlink()
            opened.type("")
            opened.until(ANSWER)
            assert kept(file) == {"kept": ("boxes", "homes"), "order": ("by-size",)}
            opened.type("q")
            assert opened.end() == 130
        assert names(file.parent) == ["mine.yaml"]


def test_a_file_that_another_program_changes_is_left_to_it(tmp_path: Path) -> None:
    """The interview goes on in a new file with all of the answers; removed, the file is written again."""
    file, further = tmp_path / "mine.yaml", tmp_path / "mine-2.yaml"
    with library_interview(file) as opened:
        for prompt, typed in ((NAME, "Kijiji"), (OWN_VIEW, "2"), (ANSWER, "2,3")):
            opened.until(prompt)
            opened.type(typed)
        opened.until(ANSWER)
        file.write_text("name: edited\n", encoding="utf-8")
        opened.type("2")
        opened.until("mine.yaml was changed by another program")
        opened.until(ANSWER)
        further.unlink()
        opened.type("q")
        assert opened.end() == 130
    assert names(tmp_path) == ["mine.yaml"]
    assert file.read_text(encoding="utf-8") == "name: edited\n"


@pytest.mark.parametrize("command", [*WRITING, *NEW_FILES])
def test_ended_at_any_moment(command: str, folder: Path) -> None:
    """The old file or the new one stands there, whole; the next run goes through, and leaves what one alone leaves."""
    first = laid_out(folder.with_name("alone"))
    expected = call(command, first)[0], contents(first / "out").keys()
    chance = Random(command)  # noqa: S311 - nothing here is secret
    for number in list(ENDING) * MOMENTS:
        with started(command, folder) as process:
            time.sleep(chance.random() * SLOWEST)
            process.send_signal(number)
        assert process.returncode in (ENDING[number], expected[0])
        assert folder.joinpath(TARGET).read_bytes() in (OLD.encode(), first.joinpath(TARGET).read_bytes())
    assert (call(command, folder)[0], contents(folder / "out").keys()) == expected


class Long(NamedTuple):
    """A command that writes for long enough to be ended in the middle, and how often a mark stands in the result."""

    command: str
    mark: str
    times: int


LONG = {
    "table": Long(f"cohort long.csv --rubric rubric --output {TARGET}", ",incomplete,", ROWS),
    "sheets": Long(f"score {SHEETS} --rubric rubric --format json --output {TARGET}", '"format": 1', 400),
    "more sheets": Long(f"score {SHEETS * 2} --rubric rubric --format json --output {TARGET}", '"format": 1', 800),
}


def begun(kind: str, folder: Path) -> AbstractContextManager[subprocess.Popen[bytes]]:
    """Start a command that takes long."""
    folder.joinpath("long.csv").write_text("kept,order\n" + "homes,by-size\n" * ROWS, encoding="utf-8")
    return started(LONG[kind].command, folder)


def is_whole(kind: str, folder: Path) -> bool:
    """Whether all stands there that the command was to write."""
    return folder.joinpath(TARGET).read_text(encoding="utf-8").count(LONG[kind].mark) == LONG[kind].times


@pytest.mark.parametrize("number", ENDING)
@pytest.mark.parametrize("kind", ["table", "sheets"])
def test_ended_while_it_writes(kind: str, number: signal.Signals, folder: Path) -> None:
    """What SIGKILL leaves is removed by the next run that writes there; no other signal leaves anything."""
    with begun(kind, folder) as process:
        while not list(folder.joinpath("out").glob(".sixstages-*.tmp")):
            assert process.poll() is None
            time.sleep(0.001)
        process.send_signal(number)
    assert process.returncode == ENDING[number]
    # A signal that comes during the renaming comes too late.
    assert folder.joinpath(TARGET).read_text(encoding="utf-8") == OLD or is_whole(kind, folder)
    assert number == signal.SIGKILL or names(folder / "out") == ["x.csv"]
    assert call(WRITING[0], folder)[0] == 0
    assert names(folder / "out") == ["x.csv"]


def test_a_broken_pipe_elsewhere_ends_nothing(folder: Path) -> None:
    """SIGPIPE itself is ignored: whether somebody reads the output is seen where it is written."""
    with begun("table", folder) as process:
        time.sleep(STARTED)
        for _ in range(10):
            process.send_signal(signal.SIGPIPE)
            time.sleep(0.02)
    assert process.returncode == 0
    assert is_whole("table", folder)


def test_two_that_write_one_file(folder: Path) -> None:
    """Started at the same moment both come to their end, and the file is one of the two, whole."""
    with begun("sheets", folder) as first, begun("more sheets", folder) as second:
        pass
    assert (first.returncode, second.returncode) == (0, 0)
    assert is_whole("sheets", folder) or is_whole("more sheets", folder)
    assert names(folder / "out") == ["x.csv"]


@pytest.mark.parametrize("nobody", ["2>&-", "2>/dev/full", ">/dev/full 2>/dev/full", "2>&1 >&-"])
def test_where_errors_can_t_be_told_the_rest_is_done(nobody: str, folder: Path) -> None:
    """A file that can't be read makes the exit code 2, and the others are scored all the same."""
    command = f"score sheets/a.yaml none.yaml --rubric rubric --format json --output {TARGET}"
    done = run(["/bin/sh", "-c", f"{shlex.quote(str(PROGRAM))} {command} {nobody}"], folder)
    assert done.code == 2
    assert '"format": 1' in folder.joinpath(TARGET).read_text(encoding="utf-8")


def test_nobody_who_reads_errors(folder: Path) -> None:
    """A pipe for errors that is closed is not taken for success."""
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run([PROGRAM, "score", "none.yaml"], cwd=folder, env=ENVIRONMENT, stderr=write, check=False)
    os.close(write)
    assert done.returncode == 2


@pytest.mark.parametrize("locale", ["C", "xx_XX.UTF-16"])
def test_without_a_home_and_a_locale(locale: str, folder: Path) -> None:
    """With nothing in the environment but a locale that knows no letters, every command does its work."""
    bare = ["/usr/bin/env", "-i", f"LC_ALL={locale}", str(PROGRAM)]
    for command in (*WRITING[::2], INTERVIEW, "score sheets/a.yaml --rubric rubric --lang hi"):
        done = run([*bare, *shlex.split(command)], folder, stdin=b"Kijiji\n2\n2,3\n")
        assert (command, done.code) == (command, 1 if "interview" in command else 0)
    assert kept(folder / "out" / "new.yaml") == {"kept": ("boxes", "homes")}


def typed_slowly(lines: Sequence[bytes], command: str, folder: Path, **environ: str) -> subprocess.Popen[bytes]:
    """Send lines through a pipe, each in two parts with a pause between; return the process at its end."""
    words = [str(PROGRAM), *shlex.split(command)]
    process = subprocess.Popen(words, cwd=folder, env=ENVIRONMENT | environ, stdin=-1, stdout=-1, bufsize=0)
    assert process.stdin
    for line in lines:
        for part in (line[: len(line) // 2], line[len(line) // 2 :]):
            time.sleep(0.02)
            process.stdin.write(part)
    return process


def test_a_slow_pipe_is_waited_for(folder: Path) -> None:
    """Answers that come bit by bit are read to their end, to be scored."""
    text = case("heap").read_bytes()
    parts = [text[start : start + 90] for start in range(0, len(text), 90)]
    process = typed_slowly(parts, "score - --rubric rubric --format json", folder)
    assert b'"verdict": ' in process.communicate()[0]
    assert process.returncode == 0


@pytest.mark.parametrize("environ", [{}, {"CI": "true"}], ids=["attended", "unattended"])
def test_an_interview_waits_for_a_slow_pipe(environ: dict[str, str], folder: Path) -> None:
    """Each line is an answer, however slowly it comes; where the pipe ends, all answers are saved."""
    lines = [b"Kijiji\n", b"2\n", b"2,3\n", b"1\n"]
    process = typed_slowly(lines, "interview out/slow.yaml --rubric rubric", folder, **environ)
    process.communicate()
    assert process.returncode == 1
    assert kept(folder / "out" / "slow.yaml") == {"kept": ("boxes", "homes"), "order": ("no-order",)}


def test_a_clock_that_was_set_back(folder: Path) -> None:
    """A sheet from the future is gone on with as any other, keeps its day, and is followed by one of today."""
    future = case("heap").read_text(encoding="utf-8").replace("2026", "2999")
    file = folder / "out" / "later.yaml"
    file.write_text(future, encoding="utf-8")
    before = read_answers(file, library())
    done = run([PROGRAM, "interview", "--again", file, "--rubric", FOLDER], folder, stdin=b"2\n2,3\n")
    assert done.code == 1
    assert read_answers(file, library()) == before
    [new] = list(file.parent.glob("later-*.yaml"))
    assert call(f"compare {file} {new} --rubric {FOLDER}", folder)[0] == 0
