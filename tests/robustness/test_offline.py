"""No command asks for anything from outside the machine, or starts another program."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import polars as pl
import pytest

from sixstages.cli.app import COMMANDS
from sixstages.reports import FORMATS, PAGES, cohorts, comparing
from sixstages.reports.checking import FORMATS as OF_CHECKS
from tests import ROOT
from tests.library import FOLDER, case
from tests.robustness.offline import REFUSED, is_filtered

OFFLINE = Path(__file__).with_name("offline.py")
LIBRARY = ("--rubric", str(FOLDER))
SHEET = str(case("heap"))
SITTINGS = [str(path) for path in sorted(ROOT.glob("docs/sittings/*.yaml"))]
SHIPPED = [str(path) for path in sorted(ROOT.glob("cases/a*.yaml"))]
TABLE = "kept,order,Country\nshelves;boxes,by-subject,Kenya\nnowhere,,Peru\nhouse,by-size,Kenya\n"

DONE, NO, ENDED, WRONG = 0, 1, 1, 2

CALLS: dict[str, list[tuple[int, tuple[str, ...]]]] = {
    "": [(DONE, ("--version",)), (DONE, ("--help",)), (DONE, ())],
    "interview": [
        (ENDED, ("mine.yaml",)),
        (ENDED, ("mine.yaml", "--lang", "hi", "--coach")),
        (ENDED, ("other.yaml", *LIBRARY, "--quick")),
    ],
    "score": [
        *((DONE, (SHEET, *LIBRARY, "--format", each)) for each in (*FORMATS, *PAGES)),
        (DONE, (*SHIPPED, "--lang", "sw", "--output", "report.txt")),
        (WRONG, ("https://example.org/answers.yaml",)),
        (WRONG, (SHEET, "--rubric", "https://example.org/rubric")),
    ],
    "compare": [(DONE, (*SITTINGS, "--format", each)) for each in comparing.FORMATS],
    "cohort": [
        *((NO, (each, *LIBRARY)) for each in ("table.csv", "table.parquet")),
        (DONE, (str(FOLDER / "cases"), *LIBRARY)),
        *((NO, ("table.csv", *LIBRARY, "--output", f"rows.{each}")) for each in ("csv", "parquet", "jsonl")),
        *((NO, ("table.csv", *LIBRARY, "--report", f"{each}=whole")) for each in cohorts.FORMATS),
        (NO, ("table.csv", *LIBRARY, "--by", "Country", "--dry-run")),
        *((WRONG, (each,)) for each in ("https://example.org/table.csv", "s3://example/table.parquet")),
    ],
    "check": [
        *((DONE, (str(FOLDER), "--format", each)) for each in OF_CHECKS),
        (DONE, (str(FOLDER), "--witness", "witnesses")),
        (DONE, ("--explain", "L301")),
        (DONE, ("--list",)),
    ],
    "show": [
        *((DONE, part) for part in ((), ("stages",), ("findings",), ("questions", "--format", "yaml"))),
        (DONE, ("texts", "--lang", "fr")),
    ],
    "init": [(DONE, ("own",))],
    "schema": [(DONE, ()), (DONE, ("answers",))],
}
"""The exit code, and what stands behind the command."""


def python(folder: Path, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run Python in a folder, with an answer on its standard input, where a proxy is named that nobody may ask."""
    command = (sys.executable, "-I", *map(str, arguments))
    proxies = dict.fromkeys(("http_proxy", "https_proxy", "all_proxy"), "http://127.0.0.1:9")
    return subprocess.run(
        command, cwd=folder, env={**os.environ, **proxies}, input=b"1\n", capture_output=True, check=False
    )


@pytest.mark.parametrize("command", CALLS)
def test_a_command_reaches_for_no_network(command: str, tmp_path: Path) -> None:
    """With sockets and other programs out of reach, it does all that it does, in every format."""
    tmp_path.joinpath("table.csv").write_text(TABLE, encoding="utf-8")
    pl.read_csv(tmp_path / "table.csv").write_parquet(tmp_path / "table.parquet")
    calls = [[command, *arguments] if command else [*arguments] for _, arguments in CALLS[command]]
    done = python(tmp_path, OFFLINE, "codes.json", json.dumps(calls))
    assert done.returncode == 0, done.stderr
    codes = json.loads(tmp_path.joinpath("codes.json").read_text(encoding="utf-8"))
    assert [*zip(codes, calls, strict=True)] == [
        (code, call) for (code, _), call in zip(CALLS[command], calls, strict=True)
    ]


def test_every_command_is_tried() -> None:
    """None is left out."""
    assert {*CALLS} == {"", *COMMANDS}


@pytest.mark.parametrize(
    "reaching",
    [
        "import socket; socket.getaddrinfo('localhost', 80)",
        "import socket; socket.create_connection(('127.0.0.1', 9))",
        "import socket; socket.socket().bind(('127.0.0.1', 0))",
        "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
        "import os; os.system('true')",
        "import subprocess; subprocess.run(['true'])",
    ],
)
def test_python_code_that_reached_out_would_be_seen(reaching: str, tmp_path: Path) -> None:
    """The hook ends the process, whatever is tried: the tests above can fail."""
    assert python(tmp_path, "-c", f"{with_hook()}; {reaching}").returncode == REFUSED


@pytest.mark.skipif(not is_filtered(), reason="only Linux can watch compiled code")
def test_compiled_code_that_reached_out_would_be_seen(tmp_path: Path) -> None:
    """The filter ends the process too where no hook knows of it; sockets within the machine are left alone."""
    listening = "import socket; socket.socket(socket.AF_UNIX).close(); print('within'); socket.socket()"
    done = python(tmp_path, "-c", f"{with_module()}; offline.filter_system_calls(); {listening}")
    assert (done.returncode, done.stdout) == (-signal.SIGSYS, b"")


def with_module() -> str:
    """Give code that imports what watches."""
    return f"import sys; sys.path.append({str(OFFLINE.parent)!r}); import offline"


def with_hook() -> str:
    """Give code that sets the hook."""
    return f"{with_module()}; sys.addaudithook(offline.refuse)"
