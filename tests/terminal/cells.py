"""Run in a terminal: prints each line of a file and asks the terminal where its cursor stands then.

`python cells.py LINES CELLS` writes to the file CELLS how many cells each of the LINES took, a number a line.
"""

from __future__ import annotations

import os
import re
import sys
import termios
import tty
from pathlib import Path

ASK = "\x1b[6n"
ANSWER = re.compile(rb"\x1b\[\d+;(\d+)R$")


def taken(line: str) -> int:
    """Print a line at the left edge of an empty row; return how many cells it took."""
    os.write(sys.stdout.fileno(), f"\r\x1b[K{line}{ASK}".encode())
    answer = b""
    while not (found := ANSWER.search(answer)):
        answer += os.read(sys.stdin.fileno(), 32)
    return int(found[1]) - 1


def main(lines: Path, cells: Path) -> None:
    """Measure them all; the terminal is left as it was."""
    before = termios.tcgetattr(sys.stdin)
    tty.setraw(sys.stdin)
    try:
        numbers = [taken(line) for line in lines.read_text(encoding="utf-8").splitlines()]
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSADRAIN, before)
    written = cells.with_suffix(".part")
    written.write_text("".join(f"{number}\n" for number in numbers), encoding="utf-8")
    written.replace(cells)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
