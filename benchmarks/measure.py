"""Run whole processes and say what they cost."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[1]
PROGRAM = str(Path(sysconfig.get_path("scripts"), "sixstages"))
"""The `sixstages` command that belongs to the Python in use."""

BYTES_OF_MAXRSS = 1 if sys.platform == "darwin" else 1024


class Used(NamedTuple):
    """What a process took: seconds on the clock, of user and system CPU, and the most bytes of memory at a time.

    A process begins with the memory of the one that starts it: where `peak` counts, that has to be a small one.
    """

    wall: float
    cpu: float
    peak: int


def median_cpu(commands: Mapping[str, Sequence[str]], *, runs: int) -> dict[str, float]:
    """Return the median user and system CPU seconds of each command over `runs` runs.

    The commands take turns, so that a slow moment of the machine falls on all of them. A first turn is not
    counted: it leaves the compiled modules behind. Raises `CalledProcessError` where a command fails.
    """
    seconds: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs + 1):
        for name, command in commands.items():
            seconds[name].append(cpu_seconds(command))
    return {name: median(each[1:]) for name, each in seconds.items()}


def cpu_seconds(command: Sequence[str]) -> float:
    """Run a command as `used_by` does; return its user and system CPU seconds."""
    return used_by(command).cpu


def used_by(command: Sequence[str]) -> Used:
    """Run a command from the project's folder, its output thrown away. Raises `CalledProcessError` where it fails."""
    # Whoever runs a program twice has it compiled; some build machines forbid that, and would measure the compiler.
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Used(wall, used.ru_utime + used.ru_stime, used.ru_maxrss * BYTES_OF_MAXRSS)


def python(code: str) -> tuple[str, ...]:
    """Return the command that runs one line of Python."""
    return (sys.executable, "-c", code)
