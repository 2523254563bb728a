"""What all commands share: help, version, wrong calls, errors, streams."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
import typer

from sixstages import __version__
from sixstages.cli import how_to_call, main
from sixstages.cli.app import COMMANDS, app_for
from sixstages.cli.session import Session
from sixstages.terminal import Terminal
from tests.cli.driver import NOW, pipe, run
from tests.library import FOLDER, case

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def test_the_version_is_told() -> None:
    """`--version` says which version this is."""
    assert run("--version").out == f"sixstages {__version__}\n"


def test_without_a_command_and_a_terminal_there_is_help() -> None:
    """A script that calls the bare program gets help and exit code 0, and no questions."""
    outcome = run()
    assert (outcome.code, outcome.err) == (0, "")
    assert all(command in outcome.out for command in COMMANDS)


@pytest.mark.parametrize("command", [[], *([command] for command in COMMANDS)])
def test_every_command_has_help(command: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` exits with 0 and says how the command is used."""
    assert run(*command, "--help").code == 0
    assert capsys.readouterr().out.startswith("Usage: " + " ".join(["sixstages", *command]))


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["scroe"], "Did you mean 'score'?"),
        (["score"], "Missing argument 'FILE'"),
        (["score", "--sharp"], "No such option"),
        (["score", "a\x1b.yaml", "--format"], "requires an argument"),
        (["score", "a.yaml", "--format", "\n::error::x"], r'"\n::error::x" is not one'),
    ],
)
def test_a_wrong_call_says_what_is_possible(argv: list[str], words: str) -> None:
    """It exits with 2, on standard error, without a traceback."""
    outcome = run(*argv)
    assert (outcome.code, outcome.out) == (2, "")
    assert words in outcome.err
    assert "sixstages --help" in outcome.err


@pytest.mark.parametrize("command", COMMANDS)
def test_what_may_not_be_read_is_told_by_the_readers(command: str) -> None:
    """No path is refused while the call is parsed, without a code and before the other files are read."""
    program: Any = typer.main.get_command(app_for([command]))
    kinds = [each.type for each in program.commands[command].params]
    assert not any(getattr(each, "readable", False) for each in kinds)


def unforeseen() -> datetime:
    """Be a clock that fails as nobody foresaw."""
    message = "the clock has stopped"
    raise ZeroDivisionError(message)


def failing(*argv: object) -> str:
    """Run an interview whose clock fails; give its standard error."""
    err = io.StringIO()
    terminal = Terminal(pipe("Kijiji"), io.StringIO(), err, {})
    code = main([*map(str, argv), "interview", "--rubric", str(FOLDER)], Session(terminal=terminal, now=unforeseen))
    assert code == 2
    return err.getvalue()


def test_an_unforeseen_error_is_an_apology() -> None:
    """No traceback reaches the owner of a shop; one sentence says what to do."""
    said = failing()
    assert said.startswith("Sorry, this should not have happened (ZeroDivisionError)")
    assert said.count("\n") == 1


def test_debug_shows_the_traceback() -> None:
    """Whoever asks for it sees where it failed."""
    said = failing("--debug")
    assert "Traceback" in said
    assert "the clock has stopped" in said


def program(*argv: object, without: int | None = None, **environ: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own, if wanted without standard input (0), output (1) or error (2)."""
    command = [sys.executable, "-m", "sixstages", *map(str, argv)]
    if without is not None:
        command = ["sh", "-c", f'exec "$@" {without}>&-', "sh", *command]
    return subprocess.run(command, env={**os.environ, **environ}, capture_output=True, check=False)


def test_the_program_gives_its_exit_code() -> None:
    """A process ends with the code of its command, a problem on standard error only."""
    done = program("score", "gone.yaml", "--rubric", FOLDER)
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"gone.yaml" in done.stderr


def test_a_closed_pipe_ends_quietly() -> None:
    """`sixstages score FILE | head -1` says nothing on standard error."""
    command = [sys.executable, "-m", "sixstages", "score", *[str(case("heap"))] * 40, "--rubric", str(FOLDER)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_letters_that_the_locale_lacks_are_replaced() -> None:
    """Text in another script than the terminal's is no crash; JSON is UTF-8 all the same."""
    text = program("score", case("shelves"), "--rubric", FOLDER, PYTHONIOENCODING="ascii")
    assert (text.returncode, text.stderr) == (0, b"")
    assert text.stdout.startswith(b"?")
    as_json = program("score", case("shelves"), "--rubric", FOLDER, "--format", "json", PYTHONIOENCODING="ascii")
    assert json.loads(as_json.stdout)["name"] == "पुस्तकालय, रामपुर"


@pytest.mark.parametrize("fd", [0, 1, 2])
def test_a_missing_stream_is_no_crash(fd: int) -> None:
    """Started without standard input, output or error, it does what it can without them."""
    done = program("score", case("heap"), "--rubric", FOLDER, without=fd)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def imported_by(*argv: object) -> set[str]:
    """Give the packages that a command imports."""
    done = program(*argv, PYTHONPROFILEIMPORTTIME="1")
    return {line.rsplit(b"|", 1)[-1].strip().decode().split(".")[0] for line in done.stderr.splitlines()}


def test_the_version_needs_no_heavy_imports() -> None:
    """`--version` waits neither for pydantic nor for YAML nor for Rich."""
    assert imported_by("--version").isdisjoint({"pydantic", "yaml", "rich"})


def test_json_needs_no_rich() -> None:
    """A script does not wait for what only people see."""
    assert "rich" not in imported_by("score", case("heap"), "--rubric", FOLDER, "--format", "json")


class Closed(io.StringIO):
    """A stream that fails at the first word."""

    def __init__(self, failure: BaseException) -> None:
        """Keep how it fails."""
        super().__init__()
        self._failure = failure

    def write(self, _text: str, /) -> int:
        """Fail."""
        raise self._failure


@pytest.mark.parametrize(("failure", "code"), [(BrokenPipeError(), 0), (KeyboardInterrupt(), 130)])
def test_nobody_who_reads_is_no_error(failure: BaseException, code: int) -> None:
    """Output that is closed ends the program quietly, and so does Ctrl-C while it writes."""
    err = io.StringIO()
    terminal = Terminal(None, Closed(failure), err, {})
    assert main(["show", "--rubric", str(FOLDER)], Session(terminal=terminal, now=lambda: NOW)) == code
    assert err.getvalue() == ""


@pytest.mark.parametrize(("failure", "code"), [(BrokenPipeError(), 2), (OSError(), 2), (KeyboardInterrupt(), 130)])
def test_where_errors_can_t_be_told_the_exit_code_tells(failure: BaseException, code: int) -> None:
    """A closed or full standard error is no success; Ctrl-C while an error is told ends the program as ever."""
    terminal = Terminal(None, io.StringIO(), Closed(failure), {})
    assert main(["scroe"], Session(terminal=terminal, now=lambda: NOW)) == code


def test_it_says_how_it_was_called(tmp_path: Path) -> None:
    """What resumes an interview can be typed as it stands: a path where the program is not on the PATH."""
    program = tmp_path / "sixstages"
    assert how_to_call(str(program)) == (str(program),)
    assert how_to_call("src/sixstages/__main__.py") == (sys.executable, "-m", "sixstages")
    python = shutil.which("python3") or ""
    assert how_to_call(python) == ("python3",)
