"""The page of what is hostile, from the cases that the tests run: `python -m tools.robustness` writes it."""

from __future__ import annotations

import re
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from sixstages.text import one_line
from tests.robustness.case import COHORT, ELSEWHERE, HUGE_CHECK, LINES, MEGABYTE, USUAL
from tests.robustness.cases import CASES
from tests.robustness.test_hostile import SOON

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from tests.robustness.case import Case

PAGE = Path(__file__).parents[1] / "docs" / "robustness.md"

HEAD = """\
# What is hostile, and what it gets

Written by `python -m tools.robustness` from the {number} cases in `tests/robustness`. In each the installed program
runs a command on a folder that holds something hostile. It has to end with the exit code that stands here and tell
exactly these problems, each with its line and column. In every case besides:

- on standard output and standard error no traceback, no control character but line ends and tabs, and no sign that
  turns the direction of text;
- at most {seconds:g} seconds of CPU, and {most} MB of memory; `check` {check} MB, `cohort` {cohort} MB;
- no file that stood there is changed and none is left behind, but what the command is to write.

`make test` runs some of them: each line and each kind of file with each command that it is tried with, and each format
of output. `HOSTILE=all .venv/bin/pytest tests/robustness` runs them all, as continuous integration does. What the codes
mean is told by `sixstages check --explain CODE` and in [the pages of the rules](rules/README.md).
"""

_SPECIAL = re.compile(r"[\\|`*_<>\[\]&]")

COLUMNS = "| what | where | commands | exit | told |\n| --- | --- | --- | --- | --- |\n"


def page() -> str:
    """Return the page."""
    head = HEAD.format(
        number=len(CASES),
        seconds=SOON,
        most=USUAL // MEGABYTE,
        check=HUGE_CHECK // MEGABYTE,
        cohort=COHORT // MEGABYTE,
    )
    return head + "".join(_section(line) for line in LINES)


def _section(line: str) -> str:
    what, gets = LINES[line]
    own = [case for case in CASES if case.line == line]
    table = "\n" + COLUMNS + "".join(_rows(own)) if own else ""
    more = "More is" if own else "This is"
    elsewhere = "".join(f"\n{more} tried in `{file}`.\n" for file in ELSEWHERE.get(line, ()))
    return f"\n## {what}\n\n{gets[0].upper()}{gets[1:]}.\n{table}{elsewhere}"


def _rows(cases: Iterable[Case]) -> Iterator[str]:
    """Yield a row for the cases that differ only in their kinds of files and in their commands."""
    for (name, told), same in groupby(sorted(cases, key=_alike), key=_alike):
        group = list(same)
        kinds = ", ".join(dict.fromkeys(case.kind for case in group))
        commands = ", ".join(dict.fromkeys(_command(case) for case in group))
        codes = ", ".join(sorted({str(case.code) for case in group}))
        yield f"| {name} | {kinds} | {commands} | {codes} | {told} |\n"


def _alike(case: Case) -> tuple[str, str]:
    told = [f"`{each}`" for each in case.problems] or [f"“{_cell(each)}”" for each in case.shows]
    return _cell(case.name), ", ".join(told)


def _command(case: Case) -> str:
    """Give the name of a command, of a call that names none its first word."""
    return f"`{one_line(case.command.split()[0])}`"


def _cell(text: str) -> str:
    """Write a text as Markdown shows it as it is, in a cell of a table."""
    return _SPECIAL.sub(r"\\\g<0>", one_line(text))


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
