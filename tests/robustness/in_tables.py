"""Tables that are none, and tables with hostile cells."""

from __future__ import annotations

import gzip
from io import BytesIO
from itertools import chain
from typing import TYPE_CHECKING
from zipfile import ZipFile

from tests.robustness.case import COHORT, MEGABYTE, Case, holding
from tests.robustness.in_yaml import NO_FILES, zeros

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.robustness.case import Make

_COHORT = "cohort table.csv --rubric rubric"
_KEPT = "cohort table.csv --rubric rubric --by town --min-group 1"
_DRY = "cohort table.csv --rubric rubric --dry-run"
_NOT_UNDERSTOOD = 1

_REFUSED = (
    ("root", "an empty file", b"", "C701 1:1"),
    ("root", "a header and no rows", b"kept,order\n", "C702 2:1"),
    ("root", "a packed file", gzip.compress(b"kept\nshelves\n"), "C703 1:1"),
    ("root", "a damaged Parquet file", b"PAR1" + b"x" * 1_000 + b"PAR1", "C708 1:1"),
    ("controls", "NUL", b"kept\nshelves\nshel\0ves\n", "C704 3:1"),
    ("deep", "a quotation mark that is never closed", b'kept\n"shelves\n' + b"boxes\n" * MEGABYTE, "C705 2:1"),
    ("huge", "a line of two MB", b"x" * 2 * MEGABYTE, "C706 1:1"),
    ("huge", "a million columns", b"," * MEGABYTE + b"\n1\n", "C707 1:1"),
    ("twice", "two columns for one question", b"kept,order,kept\nshelves,by-size,boxes\n", "C720 1:3 also 1:1"),
    ("unknown", "no column of the rubric", b"kpt,ordr\nshelves,by-size\n", "C721 1:1"),
)

_DIFFERENTLY_ENCODED = (
    ("Latin-1", "town,kept\nS\xe3o,shelves\n".encode("latin-1"), "São (1)"),
    ("UTF-16", "town,kept\nपुणे,shelves\n".encode("utf-16"), "पुणे (1)"),
    ("UTF-16 without a mark", "town,kept\nNakuru,shelves\n".encode("utf-16-be"), "Nakuru (1)"),
    ("a letter cut off", "town,kept\nNakuru,shelves\nपु".encode()[:-1], "2 rows were read"),
)

_FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1")


def _workbook() -> bytes:
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("sheet.xml", "<cells/>")
    return packed.getvalue()


def cases() -> Iterator[Case]:
    """Give the cases of tables."""
    return chain(_refused(), _understood(), _not_understood(), _written(), _from_folders())


def _refused() -> Iterator[Case]:
    for name, make, problems in NO_FILES[1:]:  # the first, a folder, is a table of answers files
        yield _case("no-file", name, make, 2, problems)
    yield _case("huge", "100 MB of zeros", zeros, 2, ("C704 1:1",))
    yield _case("root", "a workbook", holding(_workbook()), 2, ("C703 1:1",))
    for line, name, data, told in _REFUSED:
        yield _case(line, name, holding(data), 2, (told,))


def _understood() -> Iterator[Case]:
    for name, data, shows in _DIFFERENTLY_ENCODED:
        yield _case("encoding", name, holding(data), shows=(shows,), command=_KEPT)
    yield _case("mark", "a byte order mark", holding(b"\xef\xbb\xbfkept\nshelves\n"), shows=("1 row was read",))
    yield _case("line-ends", "CR alone", holding(b"kept\rshelves\rboxes\r"), shows=("2 rows were read",))
    yield _case("line-ends", "NEL and U+2028 in a cell", holding("town,kept\na\x85b\u2028c,shelves\n".encode()),
                shows=(r"a\x85b\u2028c",), hides=("\x85", "\u2028"), command=_KEPT)  # fmt: skip
    yield _case("controls", "ESC and C1 in headers and cells",
                holding("town,kept,\x1b]0;x\x07\n\x1b[31mred\x9b,shelves,1\n".encode()),
                shows=(r"\x1b[31mred\x9b", r"\x1b]0;x\x07"), command=_KEPT)  # fmt: skip
    yield _case("surrogates", "the direction turned around, joiners",
                holding("town,kept\n\u202eevil,shelves\nक\u094d\u200dष,boxes\n".encode()),
                shows=(r"\u202eevil", "क\u094d\u200dष"), hides=("\u202e",), command=_KEPT)  # fmt: skip
    yield _case("markup", "in headers and cells", holding(b"town,kept,[/]\n[red] :bomb:,shelves,1\n"),
                shows=("[red] :bomb:", "[/]"), command=_KEPT)  # fmt: skip
    yield _case("huge", "16 MB of rows", holding(b"town,kept\n" + b"Nakuru,shelves\n" * MEGABYTE),
                shows=("1,000,000 rows were read",))  # fmt: skip


def _not_understood() -> Iterator[Case]:
    for line, name, cell in (
        ("numbers", "no number", ".nan"),
        ("numbers", "5000 digits", "9" * 5_000),
        ("as-typed", "words of YAML", "No"),
        ("keys", "a mapping in a cell", '"{a: b}"'),
        ("tags", "a tag in a cell", "!!python/object"),
        ("aliases", "an alias in a cell", "*a"),
        ("unknown", "an option", "by-sise"),
        ("shape", "two answers where one is taken", "by-size;by-subject"),
    ):
        make = holding(f"kept,order\nshelves,{cell}\n".encode())
        yield _case(line, name, make, _NOT_UNDERSTOOD, shows=("order", cell.strip('"')[:20]))
    yield _case("shape", "an option that stands alone, with another", holding(b"kept\nshelves;nowhere\n"),
                _NOT_UNDERSTOOD, shows=("shelves;nowhere",))  # fmt: skip
    yield _case("shape", "the same in a dry run", holding(b"kept\nshelves;nowhere\n"), _NOT_UNDERSTOOD,
                shows=("shelves;nowhere",), command=_DRY)  # fmt: skip
    yield _case("tabs", "tabs between cells, and at the beginning", holding(b"kept\torder\n\tby-size\nshelves\t\n"),
                shows=("2 rows were read",))  # fmt: skip


def _written() -> Iterator[Case]:
    for formula in _FORMULAS:
        make = holding(f"{formula},kept\n{formula}x,shelves\n".encode())
        yield _case("formulas", formula, make, command=f"cohort table.csv --rubric rubric --output out.csv "
                    f"--columns stage --keep '{formula}'",
                    shows=(f"'{formula},", f"'{formula}x,"), hides=(f"\n{formula}", f",{formula}"),
                    writes=("out.csv",))  # fmt: skip
    yield _case("html", "in headers, cells and the name", _to_a_page, file="<script>alert(1)<%2Fscript>.csv",
                command="cohort '<script>alert(1)<%2Fscript>.csv' --rubric rubric --by '<u>' --min-group 1 "
                "--report html=out.html", shows=("&lt;script&gt;alert(2)", "&lt;script&gt;alert(1)"),
                hides=("<script>alert", "<u>"), writes=("out.html",))  # fmt: skip


def _to_a_page(path: Path) -> None:
    path.write_bytes(b"<u>,kept\n<script>alert(2)</script>,shelves\n")


def _from_folders() -> Iterator[Case]:
    yield _case("no-file", "a folder without answers files", lambda path: path.mkdir(), 2, ("C710 1:1",), file="empty",
                command="cohort empty --rubric rubric")  # fmt: skip
    yield _case("markup", "in a file's name", holding(b"kept: [shelves]\n"), 1, ("S102 1:1",),
                file="sheets/[red] :bomb:\x1b[31m.yaml", command="cohort sheets --rubric rubric")  # fmt: skip


def _case(  # noqa: PLR0913 - as a case has fields
    line: str,
    name: str,
    make: Make,
    code: int = 0,
    problems: tuple[str, ...] = (),
    *,
    file: str = "table.csv",
    command: str = _COHORT,
    shows: tuple[str, ...] = (),
    hides: tuple[str, ...] = (),
    writes: tuple[str, ...] = (),
) -> Case:
    return Case(line, name, "table", command, file, make, code, problems, shows, hides, writes, memory=COHORT)
