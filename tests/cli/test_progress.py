"""How far long work is: when that is shown, how, and that nothing else is spoiled by it."""

from __future__ import annotations

import io
import os
import re
import signal
from time import sleep
from types import MappingProxyType
from typing import TYPE_CHECKING

import pytest

from sixstages.cli import main
from sixstages.cli.score import SCORED
from sixstages.cli.session import Session
from sixstages.terminal import Terminal
from tests.cli.driver import NOW, Screen
from tests.library import FOLDER, case

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

LONG_ROW = b"shelves," + b"x" * 50_000 + b"\n"
BAR = re.compile(r"\[#*\.*\] Scored: \d+ of \d+")


class Watch:
    """A clock that goes on by so many seconds whenever it is looked at."""

    def __init__(self, step: float) -> None:
        """Begin at nought."""
        self.now, self._step = 0.0, step

    def __call__(self) -> float:
        """Look at it."""
        self.now += self._step
        return self.now


def left(sent: str) -> list[str]:
    """Give the lines that are left of what was sent to a screen, each taken back where that was asked for."""
    return [line.split("\r\x1b[K")[-1] for line in sent.split("\n")]


def session(
    err: io.StringIO,
    environ: Mapping[str, str] = MappingProxyType({}),
    *,
    out: io.StringIO | None = None,
    step: float = 0.2,
    language: str = "en",
) -> Session:
    """Begin a run with this standard error."""
    terminal = Terminal(None, out or io.StringIO(), err, {"COLUMNS": "80", **environ}, Watch(step))
    return Session(terminal=terminal, now=lambda: NOW, language=language)


def drawn(err: io.StringIO, environ: Mapping[str, str] = MappingProxyType({}), *, language: str = "en") -> list[str]:
    """Give each bar that was drawn while ten things were done one by one, and what is left of them."""
    with session(err, environ, language=language).progress(10, SCORED) as advance:
        for _ in range(10):
            advance(1)
    return err.getvalue().split("\r\x1b[K")


def test_work_that_takes_long_gets_a_bar_that_is_taken_back() -> None:
    """It is drawn after half a second, the longer the more is done, and at the end its line is empty."""
    before, first, *_, last, after = drawn(Screen())
    assert first == "[######..............] Scored: 3 of 10"
    assert last == "[##################..] Scored: 9 of 10"
    assert (before, after) == ("", "")


def test_work_that_is_soon_over_gets_none() -> None:
    """Whoever scores a few files sees their reports and nothing else."""
    err = Screen()
    with session(err, step=0.01).progress(10, SCORED) as advance:
        for _ in range(10):
            advance(1)
    assert err.getvalue() == ""


def test_it_is_drawn_ten_times_a_second_at_most() -> None:
    """Many small things don't make the terminal busy."""
    err = Screen()
    with session(err, step=0.001).progress(2000, SCORED) as advance:
        for _ in range(2000):
            advance(1)
    assert 10 <= err.getvalue().count("Scored") <= 20


@pytest.mark.parametrize(
    ("err", "environ"), [(io.StringIO(), {}), (Screen(), {"TERM": "dumb"}), (Screen(), {"CI": "true"})]
)
def test_only_a_terminal_that_can_take_a_line_back_gets_one(err: io.StringIO, environ: dict[str, str]) -> None:
    """Not a file or a pipe, not a dumb terminal, as screen readers have it, not the log of a build."""
    assert drawn(err, environ) == [""]


@pytest.mark.parametrize(
    ("columns", "bar"),
    [
        ("40", "[##################..] Scored: 9 of 10"),
        ("26", "[######.] Scored: 9 of 10"),
        ("22", "Scored: 9 of 10"),
        ("10", "Scored: …"),
        ("2", "…"),
    ],
)
def test_a_bar_never_fills_the_line(columns: str, bar: str) -> None:
    """A narrow screen gets a short bar, then only words, as far as they go; the last column stays free."""
    assert drawn(Screen(), {"COLUMNS": columns})[-2] == bar


def test_a_single_column_has_no_room_for_a_bar() -> None:
    """Nothing is drawn, and nothing is taken back."""
    assert drawn(Screen(), {"COLUMNS": "1"}) == [""]


def test_a_bar_speaks_the_language_in_which_the_work_began() -> None:
    """With its own order of words and its own digits."""
    assert drawn(Screen(), language="bn")[-2].endswith("] দেখা হয়েছে: ১০টির মধ্যে ৯টি")


def test_what_is_told_meanwhile_stands_above_the_bar() -> None:
    """A problem takes the bar's line, and the bar goes on below it."""
    err = Screen()
    begun = session(err, step=1)
    with begun.progress(10, SCORED) as advance:
        advance(6)
        begun.terminal.complain("gone.yaml is not there")
        assert left(err.getvalue()) == ["gone.yaml is not there", "[############........] Scored: 6 of 10"]
    assert left(err.getvalue()) == ["gone.yaml is not there", ""]


def test_an_interruption_takes_the_bar_back() -> None:
    """However the work ends, the prompt comes in an empty line."""
    err = Screen()

    def interrupted() -> None:
        with session(err, step=1).progress(10, SCORED) as advance:
            advance(6)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert BAR.search(err.getvalue())
    assert left(err.getvalue()) == [""]


@pytest.mark.parametrize("wanted", ["text", "json"])
@pytest.mark.parametrize("is_shown", [True, False], ids=["screen", "file"])
def test_scoring_many_files_shows_how_far_it_is(*, is_shown: bool, wanted: str) -> None:
    """The results are the same with and without; on a screen nothing of the bar stays between them."""
    screen = Screen()
    out = screen if is_shown else io.StringIO()
    call = ["score", *[str(case("heap"))] * 6, "gone.yaml", str(case("readers")), "--rubric", str(FOLDER)]
    quiet = session(io.StringIO(), out=(expected := io.StringIO()))
    assert main([*call, "--format", wanted], quiet) == 2
    assert main([*call, "--format", wanted], session(screen, {"TERM": "xterm"}, out=out)) == 2
    seen = re.sub("\x1b\\[[0-9;]*m", "", "\n".join(left(screen.getvalue())))
    assert BAR.search(screen.getvalue())
    assert not BAR.search(seen)
    assert seen.count("gone.yaml:1:1: error Y001") == 1
    if is_shown:
        problem = seen[seen.index("gone.yaml") : seen.index("read the file.") + len("read the file.\n")]
        assert seen.replace(problem, "") == expected.getvalue()
    else:
        assert out.getvalue() == expected.getvalue()


@pytest.mark.parametrize("more", [("--output", "rows.csv"), ("--output", "rows.parquet"), ("--dry-run",), ()])
def test_a_large_table_shows_how_far_it_is(more: tuple[str, ...], folder: Path) -> None:
    """In percent of what there is to read; nothing of the bar is left between what is said."""
    (folder / "survey.csv").write_bytes(b"kept,note\n" + LONG_ROW * 1_000)
    call = ["cohort", "survey.csv", "--rubric", str(FOLDER), *more]
    quiet, screen = session(io.StringIO(), out=(expected := io.StringIO())), Screen()
    assert main(call, quiet) == 0
    assert main(call, session(screen, {"TERM": "xterm"}, out=(out := io.StringIO()), step=1)) == 0
    assert re.findall(r"Table read: (\d+)%", screen.getvalue()) == ["33", "67"]
    assert left(screen.getvalue()) == [""]
    assert out.getvalue() == expected.getvalue()


@pytest.fixture
def heeding() -> Iterator[None]:
    """Heed Ctrl-C, which a shell has ignored by what it starts in the background."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


class Interrupting(Screen):
    """A terminal at which somebody presses Ctrl-C as soon as a bar is seen."""

    def write(self, text: str, /) -> int:
        """Press it once, and take the time that it takes to let go."""
        if "Table read" in text and "Table read" not in self.getvalue():
            os.kill(os.getpid(), signal.SIGINT)
            sleep(0.3)
        return super().write(text)


@pytest.mark.usefixtures("heeding")
@pytest.mark.parametrize("more", [("--output", "rows.csv"), ("--output", "rows.parquet"), ("--dry-run",), ()])
def test_an_interruption_ends_the_reading_of_a_large_table(more: tuple[str, ...], folder: Path) -> None:
    """Soon, with nothing said and no file left."""
    (folder / "survey.csv").write_bytes(b"kept,note\n" + LONG_ROW * 1_000)
    screen, out = Interrupting(), io.StringIO()
    call = ["cohort", "survey.csv", "--rubric", str(FOLDER), *more]
    assert main(call, session(screen, {"TERM": "xterm"}, out=out, step=1)) == 130
    assert screen.getvalue().count("Table read") == 1
    assert (left(screen.getvalue()), out.getvalue()) == ([""], "")
    assert [path.name for path in folder.iterdir()] == ["survey.csv"]
