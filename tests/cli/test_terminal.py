"""What reaches the streams, and what comes from them."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest
from rich.text import Text

from sixstages.errors import Place, Problem, ProblemsFound
from sixstages.terminal import InputEnded, OutputClosed, Terminal
from tests.cli.driver import Keyboard, Screen, pipe


def terminal(
    stdin: io.TextIOBase | None = None, out: io.TextIOBase | None = None, **environ: str
) -> tuple[Terminal, io.StringIO]:
    """Make a terminal on fake streams; gives its standard error too."""
    err = io.StringIO()
    return Terminal(stdin, out or io.StringIO(), err, environ), err  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("environ", "styled"),
    [
        ({"TERM": "xterm-256color"}, "\x1b[1;31mhere\x1b[0m\n"),
        ({"TERM": "xterm-256color", "NO_COLOR": "1"}, "\x1b[1mhere\x1b[0m\n"),
        ({"TERM": "dumb"}, "here\n"),
    ],
)
def test_styles_are_those_of_the_terminal(environ: dict[str, str], styled: str) -> None:
    """Colours only where they are wanted, no codes at all on a dumb terminal."""
    screen = Screen()
    terminal(Keyboard([]), screen, **environ)[0].show(Text("here\n", "bold red"))
    assert screen.getvalue() == styled


def test_without_a_terminal_text_is_plain_and_whole() -> None:
    """In a file or a pipe stand no codes, and no line is cut or broken."""
    out = io.StringIO()
    terminal(None, out, TERM="xterm")[0].show(Text(f"{'long ' * 100}[bold]:bomb:[/]\n", "bold"))
    assert out.getvalue() == f"{'long ' * 100}[bold]:bomb:[/]\n"


@pytest.mark.parametrize("columns", ["0", "00", "1", "-1", "99999"])
def test_a_text_is_shown_whatever_the_width(columns: str) -> None:
    """No width makes words vanish."""
    out = io.StringIO()
    terminal(None, out, COLUMNS=columns)[0].show(Text("You are at stage 2.\n"))
    assert out.getvalue() == "You are at stage 2.\n"


@pytest.mark.parametrize(("wanted", "columns"), [("40", 40), ("0", 80), ("wide", 80), ("", 80), ("9" * 5000, 99999)])
def test_the_width_may_be_asked_for(wanted: str, columns: int) -> None:
    """COLUMNS says how wide; what is no width does not count, and without a terminal it is 80."""
    assert terminal(COLUMNS=wanted)[0].columns == columns


def test_documents_are_utf8_whatever_the_locale_says() -> None:
    """What machines read is UTF-8 with plain line ends."""
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
    terminal(None, out)[0].document("नमस्ते\n")
    assert raw.getvalue() == "नमस्ते\n".encode()


def test_problems_are_described_on_standard_error() -> None:
    """Each with its place, and nothing that could steer the terminal."""
    out = io.StringIO()
    shown, err = terminal(None, out)
    shown.problems([Problem("A000", "error", "wrong \x1b[2J", "mend it", Place("a\x1b.yaml", 3, 4))])
    assert r"a\x1b.yaml:3:4: error A000: wrong \x1b[2J" in err.getvalue()
    assert out.getvalue() == ""


def test_a_line_is_asked_for() -> None:
    """The prompt is shown and the line comes back without its line break."""
    screen = Screen()
    assert terminal(Keyboard([" 2 "]), screen)[0].ask("Answer: ") == "2"
    assert screen.getvalue() == "Answer: "


def test_a_piped_answer_ends_the_line_of_its_prompt() -> None:
    """Nobody types the line break, so it is written: prompts don't run together."""
    out = io.StringIO()
    assert terminal(pipe("2"), out)[0].ask("Answer: ") == "2"
    assert out.getvalue() == "Answer: \n"


@pytest.mark.parametrize("stdin", [None, pipe(), Keyboard([])])
def test_the_end_of_input_is_an_event(stdin: io.StringIO | None) -> None:
    """Where no line comes any more, that is told apart from an empty one."""
    with pytest.raises(InputEnded):
        terminal(stdin)[0].ask("Answer: ")


def test_a_device_is_no_input_but_a_file_is() -> None:
    """Nothing comes from `/dev/null`, nor where there is no standard input; lines come from all else."""
    with Path(os.devnull).open(encoding="utf-8") as nothing, Path(__file__).open(encoding="utf-8") as file:
        assert not terminal(nothing)[0].has_input
        assert not terminal(None)[0].has_input
        assert all(terminal(each)[0].has_input for each in (file, pipe(), Keyboard([])))


def test_where_nobody_attends_a_silent_pipe_is_no_input() -> None:
    """With CI=true nothing waits for a pipe that stays open and says nothing; elsewhere somebody may be slow."""
    reading, writing = os.pipe()
    with os.fdopen(reading, encoding="utf-8") as silent, os.fdopen(writing, "wb", buffering=0) as other_end:
        assert terminal(silent)[0].has_input
        assert not terminal(silent, CI="true")[0].has_input
        other_end.write(b"2\n")
        assert terminal(silent, CI="true")[0].has_input


def test_a_closed_pipe_is_an_event() -> None:
    """Where nobody reads any more that is told apart from an error, and closing the stream stays quiet."""
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w", encoding="utf-8") as out, pytest.raises(OutputClosed):
        terminal(None, out)[0].document("text")


def test_a_full_disk_is_a_problem() -> None:
    """Output that can't be written is told like any other file that can't."""
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("only Linux has a device that is always full")
    with full.open("w", encoding="utf-8") as out, pytest.raises(ProblemsFound) as caught:
        terminal(None, out)[0].document("text")
    assert [each.place and each.place.file for each in caught.value.problems] == ["standard output"]
