"""What fuzzing begins with: files as people write them, and what was kept because it once found something."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests import ROOT
from tests.library import CASES, case
from tests.reports.hostile import STEERING, TEXTS
from tests.robustness.targets import PARTS

CORPUS = Path(__file__).parent / "corpus"

HEAD = b"Timestamp,kept,order,tidied\n"
TABLES = (
    HEAD + b"2026-11-22,shelves;boxes,by-subject,\n,nowhere,,\n",
    HEAD.replace(b",", b";") + b'x;"shelves, boxes";"by ""subject""";weekly\r\n',
    b"kept/shelves,kept/boxes,order\n1,0,by-subject\n0,TRUE,=1+1\n",
    'kept\tतारीख\n\nshelves\tनीता\n"a\nb"\tc\n'.encode("utf-16"),
    "name,order\nJoão,by-size\n".encode("cp1252"),
)
MAPPING = ROOT.joinpath("tests", "schemas", "small", "mapping.yaml").read_bytes()
OWN_MAPPING = b"""\
columns: {"Where?": kept, "x / y": kept/shelves}
ignore: [Comment]
values: {order: {"by theme": by-subject, "no idea": dont-know}}
picked: [ticked]
not_picked: ["-"]
blank: [n/a]
"""


def kept(target: str) -> list[bytes]:
    """Give what was kept of earlier runs; a line of a file is one, as JSON, a letter a byte."""
    file = CORPUS / f"{target}.jsonl"
    lines = file.read_text(encoding="ascii").splitlines() if file.exists() else []
    return [json.loads(line).encode("latin-1") for line in lines]


def keep(target: str, found: list[bytes]) -> None:
    """Keep what a run found, each once."""
    every = sorted({*kept(target), *found} - {*as_people_write(target)})
    lines = [json.dumps(each.decode("latin-1")) + "\n" for each in every]
    if lines:
        CORPUS.joinpath(f"{target}.jsonl").write_text("".join(lines), encoding="ascii")


def as_people_write(target: str) -> list[bytes]:
    """Give files that are as they should be, or nearly so."""
    return _SEEDS[target]


def vocabulary() -> list[bytes]:
    """Give the words that mean something in any of the files, and such as mean something to a careless reader."""
    files = [each for seeds in _SEEDS.values() for each in seeds]
    return [*sorted({word for each in files for word in re.findall(rb"[\w-]{2,24}", each)}), *STRANGE]


STRANGE = (
    *b'&a |*a |<<: |!!binary |!!python/object:os.system |---\n|...\n|? |- |>-\n|[|]|{|}|: |, |#|\'|"|""|\\|%'.split(
        b"|"
    ),
    *(b"|\n", b"\t", b"\r", b"\n", b"\r\n", b"\0", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\x1b]0;x\x07"),
    *(rb'"\e"', rb'"\0"', rb'"\ud800"', rb'"\ud83d\ude00"', rb'"\Uffffffff"'),
    *(each.encode() for each in "\x85\u2028\u202e\u2066\u200d\ufffeहि\U0001f600"),
    *b".nan 1e999999 010 1_000 -1 12:30 2024-13-45 no null ~ dont-know".split(),
    b"9" * 40,
    *b"=1+1 @x <script> [/] ::error:: {{x}} ]]> PAR1 PK\x03\x04".split(),
)

_SEEDS = {
    "answers": [
        *(case(name).read_bytes() for name in CASES),
        b'{"answers": {"kept": ["shelves"], "order": "by-size"}}',
    ],
    "mapping": [MAPPING, OWN_MAPPING],
    "reports": [
        bytes([number, 79, *range(9)]) + text.encode(errors="surrogateescape")
        for number, text in enumerate((*TEXTS, *[STEERING] * 11))
    ],
    "rubric": [bytes([number]) + data for number, data in enumerate(PARTS.values())],
    "table": [*TABLES, ROOT.joinpath("tests", "exports", "kobo-names.csv").read_bytes()[:2_000]],
}
