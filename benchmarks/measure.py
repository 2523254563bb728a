"""Run whole processes and say what they cost."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ROOT = Path(__file__).parents[1]
PROGRAM = str(Path(sysconfig.get_path("scripts"), "sixstages"))
"""The `sixstages` command that belongs to the Python in use."""


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
    """Run a command from the project's folder, its output thrown away; return its user and system CPU seconds."""
    # Whoever runs a program twice has it compiled; some build machines forbid that, and would measure the compiler.
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    process = subprocess.Popen(command, cwd=ROOT, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return used.ru_utime + used.ru_stime


def python(code: str) -> tuple[str, ...]:
    """Return the command that runs one line of Python."""
    return (sys.executable, "-c", code)
