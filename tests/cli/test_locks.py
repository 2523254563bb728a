"""The lock on an answers file: one holder at a time, and whatever a dead one leaves behind hinders nobody."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sixstages.cli.locks import held
from tests.input.told import problems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.errors import Problem

HOLD = """
import sys
from pathlib import Path
from sixstages.cli.locks import held
with held(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""
TAKE_TURNS = """
import sys
from pathlib import Path
from sixstages.cli.locks import held
from sixstages.errors import ProblemsFound
alone, turns = Path("alone"), 0
while turns < 300:
    try:
        with held(Path("sheet.yaml")):
            alone.touch(exist_ok=False)
            alone.unlink()
            turns += 1
    except ProblemsFound as found:
        assert found.problems[0].code == "U901", found
"""
AS_NOBODY = """
import os, sixstages.cli.locks
if os.geteuid() == 0:
    os.setuid(65534)
"""
TELL = """
from pathlib import Path
from sixstages.cli.locks import held
from sixstages.errors import ProblemsFound
try:
    with held(Path("sheet.yaml")):
        print("held")
except ProblemsFound as found:
    print(found.problems[0].code)
"""


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a folder that everybody can reach and write to; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@contextmanager
def another(path: Path) -> Iterator[subprocess.Popen[str]]:
    """Have another process hold the lock."""
    with subprocess.Popen([sys.executable, "-c", HOLD, path], stdin=-1, stdout=-1, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        yield process


def told(path: Path) -> list[str]:
    """Try to hold the lock, and give the codes of the problems."""
    return [each.code for each in refused(path)]


def refused(path: Path) -> tuple[Problem, ...]:
    """Try to hold the lock, and give the problems."""
    with ExitStack() as stack:
        return problems_of(lambda: stack.enter_context(held(path)))


def run(code: str, folder: Path) -> str:
    """Run a piece of Python in a folder, in a process of its own; return what it prints."""
    return subprocess.run([sys.executable, "-c", code], cwd=folder, stdout=-1, text=True, check=True).stdout.strip()


def test_a_second_holder_is_refused(tmp_path: Path) -> None:
    """While a process holds the lock another is told so with the file's name, and both files stay as they are."""
    path = tmp_path / "sheet.yaml"
    path.write_text("answers", encoding="utf-8")
    with another(path):
        before = sorted(tmp_path.iterdir())
        [problem] = refused(path)
        assert (problem.code, problem.place and problem.place.file) == ("U901", str(path))
        assert sorted(tmp_path.iterdir()) == before
    assert path.read_text(encoding="utf-8") == "answers"


def test_a_process_refuses_itself_too(tmp_path: Path) -> None:
    """The lock belongs to one holder, not to a process."""
    with held(tmp_path / "sheet.yaml"):
        assert told(tmp_path / "sheet.yaml") == ["U901"]


def test_files_have_locks_of_their_own(tmp_path: Path) -> None:
    """Two sheets in a folder can be filled in at the same time."""
    with another(tmp_path / "first.yaml"):
        assert told(tmp_path / "second.yaml") == []


def test_nothing_is_left_at_the_end(tmp_path: Path) -> None:
    """Held for a file that is not there yet and let go, it leaves an empty folder, again and again."""
    for _ in range(2):
        with held(tmp_path / "sheet.yaml"):
            assert [each.name for each in tmp_path.iterdir()] == [".sheet.yaml.lock"]
        assert list(tmp_path.iterdir()) == []


def test_no_open_file_is_left(tmp_path: Path) -> None:
    """Taken or refused, it leaves as many open files as before."""

    def free() -> int:
        """Give the lowest number that no open file has."""
        os.close(number := os.dup(0))
        return number

    with held(tmp_path / "sheet.yaml"):
        before = free()
        assert told(tmp_path / "sheet.yaml") == ["U901"]
        assert free() == before
    assert free() < before


def test_a_failure_frees_it(tmp_path: Path) -> None:
    """Whatever ends the interview, the lock goes with it."""
    with pytest.raises(KeyboardInterrupt), held(tmp_path / "sheet.yaml"):
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_a_killed_holder_hinders_nobody(tmp_path: Path) -> None:
    """The lock is freed with the process; the file it leaves behind is taken over and removed."""
    path = tmp_path / "sheet.yaml"
    with another(path) as process:
        process.kill()
        process.wait()
    assert [each.name for each in tmp_path.iterdir()] == [".sheet.yaml.lock"]
    assert told(path) == []
    assert list(tmp_path.iterdir()) == []


def test_what_somebody_else_left_behind_hinders_nobody(shared: Path) -> None:
    """A lock file that may only be read can be locked all the same."""
    lock = shared / ".sheet.yaml.lock"
    lock.touch()
    lock.chmod(0o444)
    assert run(AS_NOBODY + TELL, shared) == "held"
    assert list(shared.iterdir()) == []


@pytest.mark.parametrize("there", [True, False], ids=["to a file", "to nothing yet"])
def test_a_link_stands_for_its_target(there: bool, tmp_path: Path) -> None:  # noqa: FBT001
    """Who opens the file by a symbolic link and who opens it by its name keep each other out."""
    target = tmp_path / "elsewhere" / "sheet.yaml"
    target.parent.mkdir()
    if there:
        target.touch()
    (tmp_path / "link").symlink_to(target)
    with another(tmp_path / "link"):
        assert told(target) == ["U901"]
    with another(target):
        assert told(tmp_path / "link") == ["U901"]


def test_never_two_at_a_time(tmp_path: Path) -> None:
    """Processes that take and free the lock as fast as they can are never in it together."""
    processes = [subprocess.Popen([sys.executable, "-c", TAKE_TURNS], cwd=tmp_path) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["missing/sheet.yaml", "file/sheet.yaml", "x" * 300, "with\0nul"])
def test_where_no_lock_can_be_made_it_is_told(name: str, tmp_path: Path) -> None:
    """A path beside which nothing can be written is a problem with its reason."""
    (tmp_path / "file").touch()
    assert told(tmp_path / name) == ["Y022"]
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_read_only_folder_is_told(shared: Path) -> None:
    """Where people may read and not write, that is a problem too."""
    shared.chmod(0o555)
    assert run(AS_NOBODY + TELL, shared) == "Y022"
    assert list(shared.iterdir()) == []


@pytest.mark.parametrize(
    "lacking",
    ["sys.modules['fcntl'] = None", "import fcntl; fcntl.flock = lambda *_: os.stat('gone')"],
    ids=["no such module", "a drive without locks"],
)
def test_where_the_system_has_no_locks_it_goes_on(lacking: str, tmp_path: Path) -> None:
    """Then nobody is kept out, and nothing stays behind."""
    assert run(f"import os, sys\n{lacking}\n{TELL}", tmp_path) == "held"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("there", "printed"), [(False, "held"), (True, "U901")])
def test_windows_locks_in_its_own_way(there: bool, printed: str, tmp_path: Path) -> None:  # noqa: FBT001
    """On Windows the first byte is locked without waiting, and PermissionError says that another has it."""
    windows = f"""
import os, sys, types
def locking(descriptor, mode, count):
    assert (os.fstat(descriptor).st_size, mode, count) == (0, 2, 1)
    if {there}:
        raise PermissionError
from sixstages.cli import locks
sys.modules["msvcrt"] = types.SimpleNamespace(LK_NBLCK=2, locking=locking)
sys.platform = "win32"
"""
    assert run(windows + TELL, tmp_path) == printed
