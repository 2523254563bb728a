"""What a killed run leaves beside a file: removed by the next one that writes there, and never while it is written."""

from __future__ import annotations

import subprocess
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from sixstages.files import replace_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LEFT_OVER = ".sixstages-0123456789ab.tmp"
WRITE_SLOWLY = """
import sys
from pathlib import Path
from sixstages.files import replace_file_by
def pieces():
    yield "half"
    print("begun", flush=True)
    sys.stdin.read()
replace_file_by(Path("slow"), pieces())
"""
WRITE_AND_TIDY = """
from pathlib import Path
from sixstages.files import _tidy, replace_file
for number in range(400):
    _tidy.cache_clear()
    replace_file(Path("sheet.yaml"), "text")
"""
WITHOUT_LOCKS = """
import sys
from pathlib import Path
sys.modules["fcntl"] = None
from sixstages.files import replace_file
replace_file(Path("sheet.yaml"), "text")
"""


@contextmanager
def writing(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Have another process in the middle of writing the file `slow`; it goes on when its input ends."""
    command = (sys.executable, "-c", WRITE_SLOWLY)
    with subprocess.Popen(command, cwd=folder, stdin=-1, stdout=-1, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "begun\n"
        yield process


def names(folder: Path) -> list[str]:
    """List what stands in a folder."""
    return sorted(path.name for path in folder.iterdir())


def test_what_is_left_over_is_removed(tmp_path: Path) -> None:
    """Whichever file a killed run was about to write, the next one that writes in the folder tidies up."""
    with writing(tmp_path) as process:
        process.kill()
    assert len(names(tmp_path)) == 1
    replace_file(tmp_path / "sheet.yaml", "text")
    assert names(tmp_path) == ["sheet.yaml"]


def test_what_is_being_written_stays(tmp_path: Path) -> None:
    """Another run in the middle of its work is not disturbed, and comes to its end."""
    with writing(tmp_path) as process:
        replace_file(tmp_path / "sheet.yaml", "text")
        process.communicate("")
    assert process.returncode == 0
    assert names(tmp_path) == ["sheet.yaml", "slow"]


def test_only_what_is_left_over_is_removed(tmp_path: Path) -> None:
    """Files of other names stay, and so does what is no file or leads to one."""
    mine = [".sixstages-notes.tmp", f"{LEFT_OVER}.yaml", f"x{LEFT_OVER}", ".sheet.yaml.lock"]
    for name in mine:
        (tmp_path / name).touch()
    (tmp_path / LEFT_OVER.replace("0", "1")).mkdir()
    (tmp_path / LEFT_OVER).symlink_to(mine[0])
    before = names(tmp_path)
    replace_file(tmp_path / "sheet.yaml", "text")
    assert names(tmp_path) == sorted([*before, "sheet.yaml"])


def test_who_tidies_up_takes_nothing_from_who_begins(tmp_path: Path) -> None:
    """Runs that write and tidy up in one folder as fast as they can all come to their end, and leave nothing."""
    processes = [subprocess.Popen([sys.executable, "-c", WRITE_AND_TIDY], cwd=tmp_path) for _ in range(3)]
    assert [process.wait(60) for process in processes] == [0, 0, 0]
    assert names(tmp_path) == ["sheet.yaml"]


def test_without_locks_nothing_is_removed(tmp_path: Path) -> None:
    """Where nobody can know whether a file is being written, it stays, and hinders nothing."""
    (tmp_path / LEFT_OVER).touch()
    subprocess.run([sys.executable, "-c", WITHOUT_LOCKS], cwd=tmp_path, check=True)
    assert names(tmp_path) == [LEFT_OVER, "sheet.yaml"]
