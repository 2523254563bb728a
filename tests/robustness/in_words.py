"""Files that are sound YAML, or JSON, and hold words that can't be meant."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from tests.robustness.case import COHORT, MEGABYTE, Case, changed, holding, sound
from tests.robustness.in_yaml import FORMATS, memory_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.robustness.case import Make

_ON = "--rubric rubric"
STAGES, QUESTIONS, HINDI = "rubric/stages.yaml", "rubric/questions.yaml", "rubric/translations/hi.yaml"
SHEET, CASE, MAPPING, TABLE = "sheets/x.yaml", "rubric/cases/x.yaml", "map.yaml", "table.csv"
SCORE, COMPARE = f"score {SHEET} {_ON}", f"compare sheets/a.yaml {SHEET} {_ON}"
MAPPED = f"cohort {TABLE} --mapping {MAPPING} {_ON}"

_KINDS = {STAGES: "stages", QUESTIONS: "questions", HINDI: "translation", SHEET: "answers", CASE: "case",
          MAPPING: "mapping", TABLE: "table", "": "command line"}  # fmt: skip

HEAD = "rubric: village-library\nrubric_version: 2\n"
"""How a sheet begins; its third line is the next one."""

_TYPED = ("No", "no", "12:30", "010", "1_000", "2024-13-45", "~", "1e3", "0x1F")
"""What plain YAML takes for false, 750, 8, 1000, a date that there is not, nothing, 1000.0 and 31."""

_NO_NUMBERS = (".nan", "-.inf", "1e999999", "9" * 5_000)

_SHAPES = (
    ("two answers where one is taken", "{kept: [shelves], order: [by-size, by-subject]}", "A605 3:35"),
    ("an option that stands alone, with another", "{kept: [shelves, nowhere]}", "A606 3:27"),
    ("the same pick twice", "{kept: [shelves, boxes, shelves]}", "A607 3:34"),
    ("an empty list", "{kept: []}", "A608 3:17"),
    ("a mapping for an answer", "{kept: {shelves: true}}", "S118 3:17"),
    ("a list in a list", "{kept: [[shelves]]}", "S105 3:18"),
    ("don't know, with a pick", "{kept: [shelves], order: [dont-know, by-size]}", "A605 3:35"),
    ("don't know, of the opening question", "{kept: dont-know}", "A609 3:17"),
    ("a text for all answers", "shelves", "S103 3:10"),
)

_UNKNOWN = {
    STAGES: (
        ("a question and an option", changed("{order: {at_least: by-size}}", "[{ordr: a}, {order: [by-sise]}]"),
         ("X202 29:19", "X203 29:38")),
        ("a key", changed("needs: 2", "nedes: 2"), ("S101 24:5", "S102 25:7")),
        ("a source", changed("shelf-notes/N2.2", "self-notes/N2.2"), ("X210 32:19",)),
        ("a language without a shape", changed("language: en", "language: English"), ("S107 3:99",)),
    ),
    QUESTIONS: (
        ("a question and an option", changed("{kept: {none_of: [nowhere]}}", "[{kpt: a}, {kept: [noweer]}]"),
         ("X202 18:19", "X203 18:36")),
        ("a key", changed("ordered: true", "orderd: true"), ("S102 21:9",)),
    ),
    HINDI: (
        ("a text", changed("rubric/title:", "rubric/titel:"), ("T401 6:1", "T403 7:3")),
        ("a key and a language", changed("language: hi", "langauge: hi"), ("S101 5:1", "S102 5:1")),
    ),
    SHEET: (
        ("a question, an option, a stage, a finding", holding(
            f"{HEAD}answers: {{kpt: [shelves], order: by-sise}}\nself_view: heep\nexpect: {{holds: [dmp]}}\n".encode()),
         ("A603 3:11", "A604 3:34", "A610 4:12", "A611 5:18")),
        ("a key", changed("answers:", "anwsers:"), ("S102 6:1",)),
        ("a language", changed("answers:", "language: hindi\nanswers:"), ("A612 6:11",)),
        ("a rubric", changed("village-library", "village-libary"), ("A601 1:9",)),
        ("a date and a time that there are not", changed("2026-07-09", "2026-13-45\nupdated: 25:61"),
         ("A613 4:7", "A614 5:10")),
    ),
    CASE: (
        ("a question, an option, a stage, a finding", holding(
            f"{HEAD}answers: {{kpt: [shelves], order: by-sise}}\nself_view: heep\nexpect: {{holds: [dmp]}}\n".encode()),
         ("A603 3:11", "A604 3:34", "A610 4:12", "A611 5:18")),
    ),
    MAPPING: (
        ("a question, an option and a header", holding(
            b"columns: {town: twon, kept: kept/shelfs}\nvalues: {ordr: {x: y}, tidied: {z: dayly}}\n"),
         ("A603 1:17", "A604 1:29", "A603 2:10", "A604 2:36")),
        ("a header", holding(b"ignore: [Twon]\ncolumns: {kpt: kept}\n"), ("C722 1:10", "C722 2:11")),
        ("a key", holding(b"colums: {town: kept}\n"), ("S102 1:1",)),
    ),
}  # fmt: skip

_PASSED_OVER = "does not apply; its answer is not used"

_IN_JSON = (
    ("twice", "a key given twice", b'{"name": "a", "name": "b"}', "Y012 1:15 also 1:2"),
    ("deep", "a million brackets", b'{"answers": ' + b"[" * MEGABYTE, "Y010 1:44"),
    ("encoding", "a letter cut off", '{"name": "पु'.encode()[:-1], "Y004 1:12"),
    ("encoding", "UTF-16 without a mark", '{"name": "a"}'.encode("utf-16-le"), "Y004 1:2"),
    ("mark", "a byte order mark before a fault", b'\xef\xbb\xbf{"name": "a", "name": "b"}', "Y012 1:15 also 1:2"),
    ("controls", "NUL and ESC as escapes", rb'{"name": "\u0000", "about": "\u001b[31m"}', "Y007 1:10", "Y007 1:29"),
    ("surrogates", "half a letter", rb'{"name": "\ud83d"}', "Y007 1:10"),
    ("numbers", "NaN", b'{"rubric_version": NaN}', "S109 1:20"),
    ("root", "a list", b'[{"name": "a"}]', "Y019 1:1"),
)

_FROM_STANDARD_INPUT = (
    ("huge", "two MB", b"a: " + b"x" * 2 * MEGABYTE, "Y003 1:1"),
    ("encoding", "Latin-1", "name: caf\xe9\n".encode("latin-1"), "Y004 1:10"),
    ("controls", "raw bytes", b"name: \x1b]0;x\x07\n", "Y005 1:7", "Y005 1:12"),
    ("root", "nothing", b"", "Y019 1:1"),
)


def cases() -> Iterator[Case]:
    """Give the cases of words, file by file."""
    return chain(_numbers(), _typed(), _unknown(), _shapes(), _not_asked(), _json_and_standard_input(), _missing())


def _numbers() -> Iterator[Case]:
    places = (
        (STAGES, "needs: 2", "needs: ", "S109 25:14", f"check rubric --format {FORMATS[0]}", 1),
        (QUESTIONS, "opening: true", "opening: true\n        changed_in: ", "S109 8:21", f"show {_ON}", 2),
        (SHEET, "rubric_version: 2", "rubric_version: ", "S109 2:17", SCORE, 2),
        (CASE, "rubric_version: 2", "rubric_version: ", "S109 2:17", "check rubric --format json", 1),
    )
    for file, old, new, told, command, code in places:
        for number in _NO_NUMBERS:
            name = number if len(number) < 20 else f"{len(number)} digits"
            make = _as_a_sheet(changed(old, new + number)) if file == CASE else changed(old, new + number)
            yield _case("numbers", name, file, command, make, code, (told,))


def _as_a_sheet(make: Make) -> Make:
    """Make a case of a sheet."""

    def both(path: Path) -> None:
        path.write_bytes(path.parents[2].joinpath(SHEET).read_bytes())
        make(path)

    return both


def _typed() -> Iterator[Case]:
    for typed in _TYPED:
        yield _case("as-typed", typed, STAGES, f"show stages {_ON}",
                    changed("name: Books on shelves", f"name: {typed}"), shows=(f"2. {typed}",))  # fmt: skip
    for typed in ("No", "12:30"):
        yield _case("as-typed", f"{typed} as a name", SHEET, f"{SCORE} --format json",
                    changed("पुस्तकालय, रामपुर", typed), shows=(f'"name": "{typed}"',))  # fmt: skip
        yield _case("as-typed", f"{typed} as a header", MAPPING, MAPPED,
                    holding(f"columns: {{{typed!r}: loans}}\nignore: [{typed}]\n".encode()), 2,
                    ("C724 2:10 also 1:11",))  # fmt: skip
    yield _case("as-typed", "no as a key", HINDI, "check rubric",
                changed("texts:", "no: x\ntexts:"), 1, ("S102 6:1",))  # fmt: skip
    yield _case("as-typed", "no as an id", QUESTIONS, "check rubric",
                changed("id: no-order", "id: no"), 1, ("S112 23:18",))  # fmt: skip


def _unknown() -> Iterator[Case]:
    commands = {STAGES: "check rubric", QUESTIONS: "check rubric --format sarif", HINDI: "check rubric --format github",
                CASE: "check rubric --format junit", SHEET: SCORE, MAPPING: MAPPED}  # fmt: skip
    for file, each in _UNKNOWN.items():
        for name, make, told in each:
            code = 1 if commands[file].startswith("check") else 2
            yield _case("unknown", name, file, commands[file], make, code, told)
    for command, said in (
        (f"{SCORE} --lang hindi", "Known here: en, hi, pt"),
        (f"{SCORE} --format jsno", "is not one of the formats"),
        (f"cohort {TABLE} --by twon {_ON}", "Did you mean 'town'?"),
        (f"cohort {TABLE} --columns stgae {_ON}", "Did you mean 'stage'?"),
        ("check rubric --explain L31", "Did you mean 'L3"),
        ("schema stges", "is not one of the schemas"),
        ("scroe", "No such command"),
    ):
        yield _case("unknown", "a word of the command", "", command, sound, 2, shows=(said,))


def _shapes() -> Iterator[Case]:
    for number, (name, answers, told) in enumerate(_SHAPES):
        make = holding(f"{HEAD}answers: {answers}\n".encode())
        yield _case("shape", name, SHEET, (SCORE, COMPARE)[number % 2], make, 2, (told,))
        yield _case("shape", name, CASE, f"check rubric --format {FORMATS[number % 5]}", make, 1, (told,))
    yield _case(
        "shape", "a list for a column", MAPPING, MAPPED, holding(b"columns: {town: [kept]}\n"), 2, ("S105 1:17",)
    )
    yield _case("shape", "a text for a translation", HINDI, "check rubric",
                changed("rubric/title: [", "rubric/title: x\n  rubric/other: ["), 1, ("S119 7:17",))  # fmt: skip


def _not_asked() -> Iterator[Case]:
    make = holding(f"{HEAD}name: Mto wa Mbu\nanswers: {{kept: [nowhere], order: by-size}}\n".encode())
    for form, shows in {"text": _PASSED_OVER, "json": "A690", "markdown": _PASSED_OVER, "html": _PASSED_OVER}.items():
        yield _case("not-asked", "a later one", SHEET, f"{SCORE} --format {form}", make, shows=(shows,))
    yield _case("not-asked", "a later one", TABLE, f"cohort {TABLE} {_ON}",
                holding(b"kept,order\nnowhere,subject-and-author\n"), shows=("A heap of books: 1 (100%)",))  # fmt: skip
    yield _case("not-asked", "a later one", CASE, "check rubric", make, 1, ("G509 1:1", "A690 4:28"))


def _json_and_standard_input() -> Iterator[Case]:
    for line, name, data, *told in _IN_JSON:
        yield Case(line, name, "answers in JSON", f"score x.json {_ON}", "x.json", holding(data), 2, (*told,))
    for line, name, data, *told in _FROM_STANDARD_INPUT:
        yield Case(line, name, "answers from standard input", f"score - {_ON}", "standard input", sound, 2, (*told,),
                   stdin=data)  # fmt: skip


def _missing() -> Iterator[Case]:
    for file, command in (
        (STAGES, "check rubric"), (QUESTIONS, "check rubric --format json"), (SHEET, SCORE), (MAPPING, MAPPED),
        (TABLE, f"cohort {TABLE} {_ON}"),
    ):  # fmt: skip
        yield _case("no-file", "nothing", file, command, lambda path: path.unlink(), 2, ("Y001 1:1",))


def _case(  # noqa: PLR0913, PLR0917 - as a case has fields
    line: str,
    name: str,
    file: str,
    command: str,
    make: Make,
    code: int = 0,
    problems: tuple[str, ...] = (),
    *,
    shows: tuple[str, ...] = (),
) -> Case:
    memory = COHORT if file == TABLE else memory_of(command)
    return Case(line, name, _KINDS[file], command, file, make, code, problems, shows, memory=memory)
