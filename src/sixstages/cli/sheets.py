"""The sheet an interview begins with, and the file it is kept in."""

from __future__ import annotations

import os
import re
from contextlib import ExitStack, suppress
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sixstages.answers import Answers, parse_answers, read_answers
from sixstages.cli.locks import InUse, held
from sixstages.files import read_bytes
from sixstages.interview import Sitting, proposed_name, take_up

if TYPE_CHECKING:
    from sixstages.errors import Problem
    from sixstages.rubric import Rubric

_DATE_AT_THE_END = re.compile(r"(^|-)[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?$")


class Begun(NamedTuple):
    """A sitting, and where it is kept, None until the name of the business says what to call the file.

    `earlier` is the file of the sitting before, which is never written; `warnings` what there is to know about
    the answers that were read; `stood` what stood in the file, None where there was none.
    """

    sitting: Sitting
    file: Path | None = None
    earlier: Path | None = None
    warnings: tuple[Problem, ...] = ()
    stood: bytes | None = None


def begin(rubric: Rubric, file: Path | None, today: str, locks: ExitStack) -> Begun:
    """Go on with the sheet in `file`, or begin a new one where there is none; raises `ProblemsFound`."""
    if file:
        locks.enter_context(held(file))
    stood = read_bytes(file) if file and os.path.lexists(file) else None
    sheet = Answers() if stood is None else parse_answers(stood, str(file), rubric)
    dated = replace(sheet, date=sheet.date or today, warnings=())
    return Begun(take_up(rubric, dated), file, warnings=sheet.warnings, stood=stood)


def begin_again(rubric: Rubric, earlier: Path, today: str, locks: ExitStack) -> Begun:
    """Begin a new sheet in a new file beside an earlier one, whose entries can be repeated; raises `ProblemsFound`."""
    before = read_answers(earlier, rubric)
    sheet = Answers(name=before.name, language=before.language, date=today)
    name = proposed_name(_DATE_AT_THE_END.sub("", earlier.stem), today)
    file = claim_file(locks, earlier.parent, name, earlier.suffix or ".yaml")
    return Begun(take_up(rubric, sheet, before=before), file, earlier, before.warnings)


def claim_file(locks: ExitStack, folder: Path, name: str, suffix: str = ".yaml") -> Path:
    """Lock the first name in a folder that no file has yet and no other interview is about to write."""
    for number in count(1):
        file = folder / f"{name}{f'-{number}' if number > 1 else ''}{suffix}"
        with ExitStack() as lock, suppress(InUse):
            lock.enter_context(held(file))
            if not os.path.lexists(file):
                locks.enter_context(lock.pop_all())
                return file
    raise AssertionError
