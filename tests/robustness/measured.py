"""Runs a command and writes down what it took: a process of its own, so small that it adds nothing to the figures.

Linux counts the memory of whoever starts a process as the process's own until it runs its program. So pytest, which
is large, starts this one, and this one the program. It is called with a file for the figures, then the command.
"""

from __future__ import annotations

import json
import os
import sys

_UNIT = 1 if sys.platform == "darwin" else 1_024
"""Bytes in the unit in which the system tells how much memory was taken."""


def _main(figures: str, *command: str) -> None:
    process = os.posix_spawn(command[0], command, os.environ)
    _, status, used = os.wait4(process, 0)
    taken = {
        "code": os.waitstatus_to_exitcode(status),
        "seconds": used.ru_utime + used.ru_stime,
        "bytes": used.ru_maxrss * _UNIT,
    }
    with open(figures, "w", encoding="utf-8") as file:  # noqa: PTH123 - pathlib would take its own time and memory
        json.dump(taken, file)


if __name__ == "__main__":
    _main(*sys.argv[1:])
