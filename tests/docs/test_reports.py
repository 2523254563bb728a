"""What the page on reports tells to type works, and its pictures are those of today's reports."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from struct import unpack_from
from zlib import crc32

import pytest

from sixstages import load_rubric, read_answers
from sixstages.reports import FORMATS, PAGES
from sixstages.reports.comparing import FORMATS as COMPARISONS
from tests import ROOT
from tests.cli.driver import run
from tools.html_pictures import DOCS, PICTURES, SITTINGS, digest_in, digest_of, file_of, marked, page_of

PAGE = (DOCS / "reports.md").read_text(encoding="utf-8")
LARGEST = 120_000  # bytes
HEADER = b"\x89PNG\r\n\x1a\n" + bytes(25)

each_picture = pytest.mark.parametrize("name", PICTURES)


@each_picture
def test_a_picture_is_of_what_the_program_gives_today(name: str) -> None:
    """If the page, the case or a translation has changed since: python -m tools.html_pictures."""
    assert digest_in(file_of(name).read_bytes()) == digest_of(PICTURES[name])


@each_picture
def test_a_picture_is_sound_and_small(name: str) -> None:
    """Each chunk of the file has its checksum, the digest's as well, and it is loaded quickly."""
    png = file_of(name).read_bytes()
    assert len(png) < LARGEST
    at = 8
    while at < len(png):
        [length] = unpack_from(">I", png, at)
        end = at + 8 + length
        assert unpack_from(">I", png, end) == (crc32(png[at + 4 : end]),)
        at = end + 4


def test_every_picture_is_shown_with_words_for_those_who_do_not_see_it() -> None:
    """The pictures on the page are those that the command takes, and no other one lies beside them."""
    shown = re.findall(r"!\[([^\]]{20,})\]\((\S+)\)", PAGE)
    assert sorted(file for _, file in shown) == sorted(file_of(name).name for name in PICTURES)
    assert {path.name for path in DOCS.glob("*.png")} == {file for _, file in shown}


def test_a_digest_is_that_of_what_is_shown() -> None:
    """Another language, another case and another scheme have others; a picture keeps the one it is given."""
    pictures = [*PICTURES.values(), PICTURES["report"]._replace(scheme="dark")]
    digests = {digest_of(each) for each in pictures}
    assert len(digests) == len(pictures)
    assert {digest_in(marked(HEADER, each)) for each in digests} == digests
    assert digest_in(HEADER) == ""


def test_what_stands_below_the_picture_makes_it_no_older() -> None:
    """The sources, the answers and the rubric's digest are not part of what it is taken of."""
    page = page_of(PICTURES["report"])
    assert "What to do first" in page
    assert load_rubric().digest[:12] not in page
    assert len(re.findall("<h2", page)) == 1


@pytest.mark.parametrize("file", SITTINGS)
def test_the_sittings_fit_the_rubric_of_today(file: str) -> None:
    """Nothing in them is passed over, and every question that applies is answered."""
    answers = read_answers(ROOT / file, load_rubric())
    assert answers.warnings == ()
    assert run("score", ROOT / file, "--strict").code == 0


def test_what_the_page_tells_to_type_works(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command ends well, and every file that it names is there then."""
    shutil.copytree(ROOT / "cases", tmp_path / "cases")
    shutil.copytree(DOCS / "sittings", tmp_path / "docs" / "sittings")
    tmp_path.joinpath("reports").mkdir()
    monkeypatch.chdir(tmp_path)
    told = [shlex.split(line)[1:] for line in PAGE.splitlines() if line.startswith("sixstages ")]
    assert told
    for command in told:
        assert run(*with_files(command)).code == 0
        assert not (made := output_of(command)) or made.exists()


def with_files(command: list[str]) -> list[str]:
    """Put the files in the place of a pattern, as a shell does."""
    return [each for word in command for each in (sorted(map(str, Path().glob(word))) if "*" in word else [word])]


def output_of(command: list[str]) -> Path | None:
    """Give where a command writes to."""
    return Path(command[command.index("--output") + 1]) if "--output" in command else None


def test_the_table_has_every_format() -> None:
    """Each of `score` and of `compare`, said so in its column."""
    rows = [[cell.strip(" `") for cell in row.strip("|").split("|")] for row in PAGE.splitlines() if row[:3] == "| `"]
    assert {name for name, _, score, _ in rows if score} == {*FORMATS, *PAGES}
    assert {name for name, _, _, comparing in rows if comparing} == set(COMPARISONS)
