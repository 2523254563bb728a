"""Files that would stop a careless reader: huge, bottomless, or no files at all."""

from __future__ import annotations

import os
import tracemalloc
from pathlib import Path
from time import process_time

import pytest

from sixstages.answers import parse_answers, read_answers
from sixstages.documents import parse, read
from sixstages.errors import ProblemsFound
from sixstages.files import MAX_BYTES
from tests.input.test_documents import PARSERS
from tests.input.told import problems_of, told
from tests.library import library

AT_ONCE = 2.0  # seconds of CPU, on any machine; measured are hundredths
SOON = 20.0  # measured is one
MEGABYTE = 1_000_000


@PARSERS
@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{", "{a: ", "[a, "])
@pytest.mark.parametrize("times", [10_000, 1_000_000])
def test_a_million_brackets_are_refused_at_once(opening: str, times: int, end: str) -> None:
    """However deep it would go, reading stops at the thirty-third level."""
    text = opening * min(times, (MAX_BYTES - 100) // len(opening)) + end
    begun = process_time()
    assert told(lambda: parse(text.encode(), "x.yaml"))[-1].startswith("Y010 1:")
    assert process_time() - begun < AT_ONCE


@pytest.mark.parametrize(("depth", "codes"), [(31, []), (32, ["Y010 1:35"])])
def test_thirty_two_levels_are_allowed(depth: int, codes: list[str]) -> None:
    """A mapping with 31 lists inside each other is read, with one list more it is not."""
    assert told(lambda: parse(f"a: {'[' * depth}{']' * depth}".encode(), "x.yaml")) == codes


@pytest.mark.parametrize(("values", "codes"), [(199_997, []), (199_998, ["Y011"])])
def test_two_hundred_thousand_values_are_allowed(values: int, codes: list[str]) -> None:
    """The root, a key and its list count too."""
    assert [each.split()[0] for each in told(lambda: parse(f"a: [{'b,' * values}]".encode(), "x.yaml"))] == codes


def test_a_hundred_megabytes_are_refused_unread(tmp_path: Path) -> None:
    """A file that is too large is refused by its size: at once and without taking its memory."""
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(100 * MEGABYTE)
    tracemalloc.start()
    begun = process_time()
    assert told(lambda: read(path)) == ["Y003 1:1"]
    assert process_time() - begun < AT_ONCE
    assert tracemalloc.get_traced_memory()[1] < MEGABYTE
    tracemalloc.stop()


@pytest.mark.parametrize(("size", "codes"), [(MAX_BYTES, []), (MAX_BYTES + 1, ["Y003 1:1"])])
def test_one_mebibyte_is_allowed(size: int, codes: list[str], tmp_path: Path) -> None:
    """The limit holds for files and for standard input alike."""
    data = b"a: " + b"b" * (size - 3)
    (tmp_path / "large.yaml").write_bytes(data)
    assert told(lambda: read(tmp_path / "large.yaml")) == codes
    assert told(lambda: parse(data, "standard input")) == codes


def test_what_is_no_file_is_refused_unopened(tmp_path: Path) -> None:
    """A folder, a pipe that nobody writes to and a device are refused, and none is waited for."""
    os.mkfifo(tmp_path / "pipe")
    for path, kind in ((tmp_path, "a folder"), (tmp_path / "pipe", "a pipe"), (Path(os.devnull), "a device")):
        [problem] = problems_of(lambda: read(path))  # noqa: B023 - called at once
        assert problem.code == "Y002"
        assert kind in problem.message


@pytest.mark.parametrize("name", ["missing.yaml", "file/inside.yaml", "loop", "with\0nul", "x" * 300])
def test_what_can_not_be_opened_is_refused(name: str, tmp_path: Path) -> None:
    """A path that leads to nothing is a problem with the path in its place."""
    (tmp_path / "file").write_text("a: b")
    (tmp_path / "loop").symlink_to("loop")
    [problem] = problems_of(lambda: read(tmp_path / name))
    assert problem.code == "Y001"
    assert problem.place
    assert problem.place.file == str(tmp_path / name)


def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    """A file that may not be read is a problem."""
    path = tmp_path / "secret.yaml"
    path.write_text("a: b")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read every file")
    [problem] = problems_of(lambda: read(path))
    assert problem.message == "The file can't be read: permission denied."


def filled(piece: str) -> bytes:
    """Repeat a text up to the size that is allowed."""
    return (piece * (MAX_BYTES // len(piece.encode()) + 1)).encode()[:MAX_BYTES]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"{" + filled("a: b, "), id="the same key again and again"),
        pytest.param(filled("\x01\n"), id="control characters"),
        pytest.param(b"answers: {" + b", ".join(b"q%d: x" % n for n in range(90_000)) + b"}", id="unknown questions"),
        pytest.param(b"answers: {kept: [" + b"x," * 190_000 + b"]}", id="unknown options"),
        pytest.param(b"answers: {kept: [" + b"shelves," * 120_000 + b"]}", id="the same option again and again"),
        pytest.param(b"answers: {kept: [" + b"[]," * 190_000 + b"]}", id="lists for options"),
        pytest.param(b"{" + b", ".join(b"q%d: x" % n for n in range(90_000)) + b"}", id="unknown keys"),
        pytest.param(b'name: "' + b"\\ud83d\\ude00" * 80_000 + b'"\nfoo', id="letters of two halves"),
        pytest.param(filled("- a\n"), id="values"),
        pytest.param(filled("a "), id="one long text"),
        pytest.param(filled("\r"), id="empty lines"),
    ],
)
def test_the_worst_that_fits_is_refused_soon_and_shortly(data: bytes) -> None:
    """Whatever fits into the size that is allowed is refused in seconds, by a list that a person can read."""
    begun = process_time()
    with pytest.raises(ProblemsFound) as found:
        parse_answers(data[:MAX_BYTES], "x.yaml", library())
    assert len(str(found.value)) < 50_000
    assert process_time() - begun < SOON


def test_a_name_of_a_megabyte_is_a_name(tmp_path: Path) -> None:
    """A long text is no fault, and does not slow the reader down."""
    (tmp_path / "long.yaml").write_text(f"name: {'x' * MEGABYTE}\n")
    assert len(read_answers(tmp_path / "long.yaml", library()).name) == MEGABYTE
