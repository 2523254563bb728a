"""What goes out: texts that another format would take for its own, targets that can't be written, odd terminals."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tests.robustness.case import Case, changed, holding, sound
from tests.robustness.in_words import HEAD, HINDI, QUESTIONS, SHEET, STAGES, TABLE
from tests.robustness.in_yaml import memory_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from tests.robustness.case import Make

_ON = "--rubric rubric"
_SCORE, _COMPARE = f"score {SHEET}", f"compare sheets/a.yaml {SHEET}"
_MARKUP = r"[/] [red]x[/red] :bomb: \x1b[31m"
_SCRIPT = "<script>alert(1)</script>"
_NAME = "पुस्तकालय, रामपुर"

_ODD_TERMINALS: Mapping[str, Mapping[str, str]] = {
    "one column": {"COLUMNS": "1"},
    "no column, a million": {"COLUMNS": "0", "LINES": "1000000"},
    "a dumb terminal": {"TERM": "dumb"},
    "a terminal that nobody knows": {"TERM": "[/]\x1b]0;x\x07"},
    "no colours": {"NO_COLOR": "1", "TERM": "xterm-256color"},
    "the locale C": {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "ASCII": {"PYTHONIOENCODING": "ascii"},
    "a locale that there is not": {"LC_ALL": "\x1b[31m_[/].UTF-8", "LANG": "%s"},
}

_COMMANDS = (
    f"{_SCORE} --lang hi {_ON}", f"{_COMPARE} --lang hi {_ON}", f"show --lang hi {_ON}", "check rubric",
    f"cohort table.csv --lang hi {_ON}", f"interview new.yaml --lang hi {_ON}", "check --list", "schema",
)  # fmt: skip
"""Every command; an interview has no terminal here, and says so."""


def cases() -> Iterator[Case]:
    """Give the cases of output."""
    return chain(_markup(), _annotations(), _html(), _targets(), _links(), _closed(), _terminals())


def _markup() -> Iterator[Case]:
    sheet = holding(f"{HEAD}name: '{_MARKUP}'\nanswers: {{kept: [shelves]}}\n".encode())
    for form in ("text", "html", "badge"):
        yield _case("markup", "in a name", "answers", f"{_SCORE} --format {form} {_ON}", SHEET, sheet, shows=(_MARKUP,))
    yield _case("markup", "in a name", "answers", f"compare {SHEET} sheets/y.yaml {_ON}", SHEET, _two_of(_MARKUP),
                shows=(_MARKUP,))  # fmt: skip
    yield _case("markup", "in a name", "answers", f"{_SCORE} --format json {_ON}", SHEET, sheet,
                shows=(_MARKUP.replace("\\", r"\\"),))  # fmt: skip
    yield _case("markup", "in a name", "answers", f"{_SCORE} --format markdown {_ON}", SHEET, sheet,
                shows=(r"\[red\]", r"\\x1b"))  # fmt: skip
    for part, old in (("stages", "Books on shelves"), ("findings", "Books spoil where they lie")):
        yield _case("markup", "in a text", "stages", f"show {part} {_ON}", STAGES, changed(old, f"'{_MARKUP}'"),
                    shows=(_MARKUP,))  # fmt: skip
    yield _case("markup", "in a text", "questions", f"show questions {_ON}", QUESTIONS,
                changed("title: The books", f"title: '{_MARKUP}'"), shows=(_MARKUP,))  # fmt: skip
    yield _case("markup", "in a text", "translation", f"show --lang hi {_ON}", HINDI,
                changed('"हिंदी: Books on shelves"', f"'{_MARKUP}'"), shows=(_MARKUP,))  # fmt: skip
    yield _case("markup", "in an id", "questions", "check rubric", QUESTIONS, changed("id: order", "id: '[/]'"), 1,
                ("S107 17:13",), shows=("[/]",))  # fmt: skip
    odd = "sheets/[red] :bomb: \x1b]0;x\x07.yaml"
    yield _case("markup", "in a file's name", "answers", f"score '{odd}' {_ON}", odd, holding(b"[]"), 2, ("Y019 1:1",),
                shows=(r"[red] :bomb: \x1b]0;x\x07.yaml",))  # fmt: skip
    yield _case("markup", "in a word of the command", "command line", "score '--[/]\x1b[31m' x", "", sound, 2,
                shows=(r"--[/]\x1b[31m",))  # fmt: skip


def _annotations() -> Iterator[Case]:
    forged = "a\n::error file=x::y, 100%0A"
    path = f"rubric/cases/{forged}.yaml"
    yield _case("annotations", "in a file's name", "case", "check rubric --format github", path, holding(b"[]"), 1,
                shows=("file=rubric/cases/a%0A%3A%3Aerror file=x%3A%3Ay%2C 100%250A.yaml,",),
                hides=("\n::error file=x",))  # fmt: skip
    yield _case("annotations", "in a key", "case", "check rubric --format github", "rubric/cases/x.yaml",
                holding(rf'"{forged}": 1'.replace("\n", r"\n").encode()), 1, ("S102 1:1",),
                shows=(r"'a\n::error file=x::y, 100%250A'",), hides=("\n::error file=x",))  # fmt: skip


def _html() -> Iterator[Case]:
    sheet = holding(f"{HEAD}name: {_SCRIPT}\nanswers: {{kept: [shelves]}}\n".encode())
    safe = "&lt;script&gt;alert(1)"
    for form in ("html", "badge"):
        yield _case("html", "in a name", "answers", f"{_SCORE} --format {form} {_ON}", SHEET, sheet,
                    shows=(safe,), hides=(_SCRIPT,))  # fmt: skip
    yield _case("html", "in a name", "answers", f"score {SHEET} --format markdown {_ON}", SHEET, sheet,
                hides=(_SCRIPT,))  # fmt: skip
    yield _case("html", "in a name", "answers", f"compare {SHEET} sheets/y.yaml --format html {_ON}", SHEET,
                _two_of(_SCRIPT), shows=(safe,), hides=(_SCRIPT,))  # fmt: skip
    for file, kind, old in (
        (STAGES, "stages", "name: Books on shelves"), (QUESTIONS, "questions", "text: On shelves"),
        (HINDI, "translation", '"हिंदी: Books on shelves"'),
    ):  # fmt: skip
        language = "hi" if file == HINDI else "en"
        new = f"{old.partition(' ')[0]} {_SCRIPT}" if language == "en" else f'"{_SCRIPT}"'
        yield _case("html", "in a text", kind, f"score sheets/a.yaml --lang {language} --format html {_ON}", file,
                    changed(old, new), shows=(safe,) if file != QUESTIONS else (), hides=(_SCRIPT,))  # fmt: skip


def _two_of(name: str) -> Make:
    """Make two sittings of a business of this name."""

    def make(path: Path) -> None:
        for day, file in enumerate((path, path.with_name("y.yaml")), 1):
            text = f"{HEAD}name: '{name}'\ndate: 2026-01-0{day}\nanswers: {{kept: [shelves]}}\n"
            file.write_text(text, encoding="utf-8")

    return make


def _targets() -> Iterator[Case]:
    for option in (
        f"{_SCORE} {_ON} --output", f"{_SCORE} --format json {_ON} --output", f"{_COMPARE} {_ON} --output",
        f"{_COMPARE} --format html {_ON} --output", f"show {_ON} --output",
        f"show questions --format yaml {_ON} --output", "check rubric --output", "check rubric --format sarif --output",
        f"cohort table.csv {_ON} --output", "schema stages --output", "check --list --output",
    ):  # fmt: skip
        yield _case("targets", "a folder", "output", f"{option} there.csv", "there.csv", _a_folder, 2, ("Y002 1:1",))
    for option in ("check rubric --report junit=there.csv", f"cohort table.csv {_ON} --report html=there.csv"):
        yield _case("targets", "a folder", "report", option, "there.csv", _a_folder, 2, ("Y002 1:1",))
    for name, target, told in (
        ("a folder that there is not", "none/out.json", "Y022 1:1"),
        ("a folder that is a file", "table.csv/out.json", "Y022 1:1"),
        ("a device", "/dev/full", "Y002 1:1"),
        ("a name too long", f"{'x' * 300}.json", "Y022 1:1"),
    ):
        command = f"{_SCORE} --format json {_ON} --output {target}"
        yield _case("targets", name, "output", command, target, _nothing, 2, (told,))
    for name, command in (
        ("the file that is read", f"{_SCORE} {_ON} --output {SHEET}"),
        ("the file that is read", f"{_COMPARE} {_ON} --output {SHEET}"),
        ("the table that is read", f"cohort {TABLE} {_ON} --output {TABLE}"),
        ("the mapping that is read", f"cohort {TABLE} --mapping map.yaml {_ON} --report markdown=map.yaml"),
        ("a file of the rubric", f"{_SCORE} {_ON} --output {STAGES}"),
        ("a file of the rubric", f"check rubric --report json={HINDI}"),
        ("a rubric that is there", "init rubric"),
    ):
        yield _case("targets", name, "output", command, "", sound, 2)


def _a_folder(path: Path) -> None:
    path.mkdir()


def _nothing(_: Path) -> None:
    """Make nothing: the target is what is wrong."""


def _links() -> Iterator[Case]:
    for command in (f"{_SCORE} --format json {_ON} --output link", "check rubric --report json=link",
                    f"{_COMPARE} {_ON} --output link", f"show {_ON} --output link"):  # fmt: skip
        yield _case("targets", "a link, which stays", "output", command, "link", _link, writes=("behind.txt",),
                    hides=("what stood there",))  # fmt: skip
    yield _case("targets", "a link to itself", "output", f"{_SCORE} {_ON} --output link", "link",
                lambda path: path.symlink_to("link"), 2, ("Y002 1:1",))  # fmt: skip


def _link(path: Path) -> None:
    path.with_name("behind.txt").write_text("what stood there")
    path.symlink_to("behind.txt")


def _closed() -> Iterator[Case]:
    for command in _COMMANDS:
        yield _case("closed", "a pipe", "output", command, "", sound, read=False)


def _terminals() -> Iterator[Case]:
    for number, (name, environ) in enumerate(_ODD_TERMINALS.items()):
        for command in (_COMMANDS[(2 * number) % 6], _COMMANDS[(2 * number + 1) % 6]):
            yield _case("terminals", name, "terminal", command, "", sound,
                        1 if command.startswith("interview") else 0, environ=environ)  # fmt: skip


def _case(  # noqa: PLR0913, PLR0917 - as a case has fields
    line: str,
    name: str,
    kind: str,
    command: str,
    file: str,
    make: Make,
    code: int = 0,
    problems: tuple[str, ...] = (),
    shows: tuple[str, ...] = (),
    writes: tuple[str, ...] = (),
    *,
    hides: tuple[str, ...] = (),
    environ: Mapping[str, str] = {},
    read: bool = True,
) -> Case:
    return Case(line, name, kind, command, file, make, code, problems, shows, hides, writes, environ=environ,
                read=read, memory=memory_of(command))  # fmt: skip
