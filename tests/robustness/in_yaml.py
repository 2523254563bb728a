"""Files that are no sound YAML: each kind of file that is read as YAML meets each of them, by each of its commands."""

from __future__ import annotations

import os
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from tests.robustness.case import COHORT, HUGE_CHECK, MEGABYTE, USUAL, Case, holding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.robustness.case import Make


class Fault(NamedTuple):
    """What is wrong with a file, whatever kind it is of, and all that is told of it."""

    line: str
    name: str
    make: Make
    problems: tuple[str, ...]


class Kind(NamedTuple):
    """A kind of file, where it stands, and the commands that read it, which take turns."""

    name: str
    file: str
    commands: tuple[str, ...]


FORMATS = ("text", "json", "github", "sarif", "junit")
_CHECKS = tuple(f"check rubric --format {form}" for form in FORMATS)
_ON = "--rubric rubric"

KINDS = (
    Kind(
        "stages",
        "rubric/stages.yaml",
        (*_CHECKS, f"score sheets/a.yaml {_ON}", f"show stages {_ON}", f"compare sheets/a.yaml sheets/b.yaml {_ON}"),
    ),
    Kind(
        "questions",
        "rubric/questions.yaml",
        (f"interview new.yaml {_ON}", f"show questions --format yaml {_ON}", *_CHECKS, f"cohort table.csv {_ON}"),
    ),
    Kind(
        "translation",
        "rubric/translations/hi.yaml",
        (f"score sheets/a.yaml --lang hi {_ON}", *_CHECKS, f"show findings --lang hi {_ON}"),
    ),
    Kind(
        "answers",
        "sheets/x.yaml",
        (
            *(f"score sheets/x.yaml --format {form} {_ON}" for form in ("text", "json", "markdown", "html", "badge")),
            *(f"compare sheets/a.yaml sheets/x.yaml --format {form} {_ON}" for form in ("text", "json")),
            f"interview sheets/x.yaml {_ON}",
            f"interview --again sheets/x.yaml {_ON}",
            f"cohort sheets {_ON}",
        ),
    ),
    Kind("case", "rubric/cases/x.yaml", _CHECKS),
    Kind(
        "mapping",
        "map.yaml",
        (f"cohort table.csv --mapping map.yaml {_ON}", f"cohort table.csv --mapping map.yaml --dry-run {_ON}"),
    ),
)


def _folder(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink(missing_ok=True)
    os.mkfifo(path)


def _endless(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to("/dev/zero")


def _round(path: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(path.name)


def zeros(path: Path) -> None:
    """Make a file of 100 MB, which takes no room on most disks."""
    with path.open("wb") as file:
        file.truncate(100 * MEGABYTE)


NO_FILES = (
    ("a folder", _folder, ("Y002 1:1",)),
    ("a pipe that nobody writes to", _pipe, ("Y002 1:1",)),
    ("a device without an end", _endless, ("Y002 1:1",)),
    ("a link that leads to itself", _round, ("Y001 1:1",)),
)
"""What stands in the place of a file and is none; a table meets it as well."""

_BOMB = b"a: &a [x, x]\n" + b"".join(b"%c: &%c [*%c, *%c]\n" % (n, n, n - 1, n - 1) for n in range(0x62, 0x66))

FAULTS = (
    Fault("twice", "a key given twice", holding(b"a: 1\nb: {yes: 1, on: 2, yes: 3}\na: 2\n"),
          ("Y012 2:20 also 2:5", "Y012 3:1 also 1:1")),
    Fault("aliases", "a bomb of aliases", holding(_BOMB),
          ("Y013 1:4", *(f"{code} {row}:{column}" for row in range(2, 6)
                         for code, column in (("Y013", 4), ("Y014", 8), ("Y014", 12))))),
    Fault("aliases", "an alias to itself, a merge key", holding(b"a: &a [*a]\nb: {<<: {c: d}}\n"),
          ("Y013 1:4", "Y014 1:8", "Y015 2:5")),
    Fault("deep", "a million brackets", holding(b"a: " + b"[" * MEGABYTE), ("Y010 1:35",)),
    Fault("huge", "100 MB", zeros, ("Y003 1:1",)),
    *(Fault("no-file", *each) for each in NO_FILES),
    Fault("encoding", "Latin-1", holding("a: b\nb: caf\xe9\n".encode("latin-1")), ("Y004 2:7",)),
    Fault("encoding", "UTF-16", holding("a: b\n".encode("utf-16")), ("Y004 1:1",)),
    Fault("encoding", "a letter cut off", holding("a: b\nb: पु".encode()[:-1]), ("Y004 2:5",)),
    Fault("mark", "a byte order mark before a fault", holding(b"\xef\xbb\xbf{a: 1, a: 2}\n"), ("Y012 1:8 also 1:2",)),
    Fault("controls", "NUL, ESC and C1 as they are", holding("a: x\0\nb: \x1b[31m\nc: \x9b\n".encode()),
          ("Y005 1:5", "Y005 2:4", "Y005 3:4")),
    Fault("controls", "NUL and ESC as escapes", holding(b'a: "\\0"\nb: "\\e]0;x\\a"\n'),
          ("Y007 1:4", "Y007 2:4")),
    Fault("surrogates", "half a letter, as an escape", holding(rb'a: "\ud800"'), ("Y007 1:4",)),
    Fault("surrogates", "half a letter, as bytes", holding(b"a: \xed\xa0\x80\n"), ("Y004 1:4",)),
    Fault("surrogates", "the direction turned around", holding("a: \u202eevil\nb: \u2066\n".encode()),
          ("Y006 1:4", "Y006 2:4")),
    Fault("line-ends", "NEL, U+2028 and a lone CR", holding('a: "\x85\u2028"\rb: 1\nb: 2\n'.encode()),
          ("Y012 3:1 also 2:1",)),
    Fault("tabs", "a tab as indent", holding(b"a:\n\tb: c\n"), ("Y009 2:1",)),
    Fault("tags", "tags of Python and of YAML",
          holding(b"a: !!python/object:os.system x\nb: !!binary aGk=\nc: !!set {d}\ne: !!omap [f: g]\nh: !i j\n"),
          ("Y016 1:4", "Y016 2:4", "Y016 3:4", "Y016 4:4", "Y016 5:4")),
    Fault("root", "two documents", holding(b"a: b\n---\nc: d\n"), ("Y017 1:1 also 2:1",)),
    Fault("root", "an empty file", holding(b""), ("Y019 1:1",)),
    Fault("root", "a list", holding(b"- a\n- b\n"), ("Y019 1:1",)),
    Fault("root", "a single text", holding(b"forty-two\n"), ("Y019 1:1",)),
    Fault("keys", "a list and a mapping as keys", holding(b"[a, b]: c\n{d: e}: f\n"), ("Y018 1:1", "Y018 2:1")),
)  # fmt: skip

_UNUSABLE = ("Y001", "Y002")
_INTERVIEW_NEEDS = ("stages", "questions")


def cases() -> Iterator[Case]:
    """Let every kind of file meet every fault."""
    for number, kind in enumerate(KINDS):
        turns = count(number)
        for fault in FAULTS:
            command = kind.commands[next(turns) % len(kind.commands)]
            yield Case(
                line=fault.line,
                name=fault.name,
                kind=kind.name,
                command=command,
                file=kind.file,
                make=fault.make,
                code=_code(kind, fault, command),
                problems=fault.problems,
                memory=memory_of(command),
            )


def _code(kind: Kind, fault: Fault, command: str) -> int:
    """The check says 1 of what it found, 2 where a file that a rubric must have can't be read at all."""
    if command.startswith("cohort sheets"):
        return 1  # the other rows are scored
    is_needed = kind.name in _INTERVIEW_NEEDS and fault.problems[0].startswith(_UNUSABLE)
    return 1 if command.startswith("check") and not is_needed else 2


def memory_of(command: str) -> int:
    """Give the bytes of memory that a command may take."""
    return {"cohort": COHORT, "check": HUGE_CHECK}.get(command.partition(" ")[0], USUAL)
