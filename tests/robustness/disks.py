"""Disks for tests: small ones that fill up, and one that nothing can be written on."""

from __future__ import annotations

import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_KILOBYTES = 512


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """Have a folder be a disk of its own; needs a root who may mount one."""
    folder.mkdir()
    _mount("-t", "tmpfs", "-o", f"size={_KILOBYTES}k", "sixstages-tests", str(folder))
    try:
        yield
    finally:
        subprocess.run(["umount", folder], check=True)  # noqa: S607 - wherever the system has it


def fill_up(folder: Path) -> None:
    """Leave no room on the disk."""
    with folder.joinpath("filling").open("wb", buffering=0) as file:
        for size in (4096, 1):
            while _is_written(file.fileno(), size):
                pass


def make_read_only(folder: Path) -> None:
    """Let nothing be written on the disk any more."""
    _mount("-o", "remount,ro", str(folder))


def _is_written(descriptor: int, size: int) -> bool:
    try:
        return bool(os.write(descriptor, b"\0" * size))
    except OSError:
        return False


def _mount(*options: str) -> None:
    mount = shutil.which("mount")
    done = subprocess.run([mount, *options], stderr=-1, check=False) if mount and not os.geteuid() else None
    if done is None or done.returncode:
        pytest.skip("only a root who may mount a disk can run this")
