"""Take the pictures of real pages that stand in `docs/reports.md`: `python -m tools.html_pictures`.

Only those that are out of date are taken, for letters look a little different on each machine. Every picture carries a
digest of what it was taken of, by which a test tells without any browser that it is out of date.
"""

from __future__ import annotations

import re
import sys
from hashlib import sha256
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING, Literal, NamedTuple
from zlib import crc32

from sixstages import assess, load_rubric, read_answers
from sixstages.comparison import Judged, compare
from sixstages.reports import as_html
from sixstages.reports.comparing import as_html as comparing_as_html
from tools.chromium import NONE, found, started

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playwright.sync_api import Browser

    from sixstages import Answers, Assessment, Rubric

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"

WIDTH = 800
HEIGHT = 100  # the least one: a picture is as high as what it shows
END = "</section>"

_BEHIND_HEADER = 33  # bytes: the signature of a PNG, and its first chunk
_KEYWORD = b"tEXtpage-digest\0"
_MARK = re.compile(re.escape(_KEYWORD) + rb"([0-9a-f]{64})")


class Picture(NamedTuple):
    """The report on an answers file, or the comparison of several, up to the end of its first section."""

    files: tuple[str, ...]
    language: str = "en"
    scheme: Literal["light", "dark"] = "light"


CASE = "cases/asha-textiles.yaml"
SITTINGS = ("docs/sittings/asha-textiles-2026-02-18.yaml", "docs/sittings/asha-textiles-2026-06-21.yaml", CASE)
PICTURES: Mapping[str, Picture] = {
    "report": Picture((CASE,)),
    "report-in-hindi": Picture((CASE,), "hi", "dark"),
    "comparison": Picture(SITTINGS),
}
"""The pictures by the names of their files."""


def file_of(name: str) -> Path:
    """Return where a picture stands."""
    return DOCS / f"{name}.png"


def page_of(picture: Picture) -> str:
    """Return the page as far as it is shown: what stands below can change without making the picture old."""
    rubric = load_rubric(ROOT, picture.language)
    page = _written([_judged(file, rubric) for file in picture.files], rubric)
    return page[: page.index(END)] + END


def digest_of(picture: Picture) -> str:
    """Return a digest of all that decides what a picture shows."""
    return sha256(f"{picture.scheme} {WIDTH} {page_of(picture)}".encode()).hexdigest()


def digest_in(png: bytes) -> str:
    """Return the digest that a picture carries, nothing where it has none."""
    mark = _MARK.search(png)
    return mark[1].decode() if mark else ""


def marked(png: bytes, digest: str) -> bytes:
    """Put a digest into a picture, as a chunk of text behind its header."""
    content = _KEYWORD + digest.encode()
    chunk = pack(">I", len(content) - len("tEXt")) + content + pack(">I", crc32(content))
    return png[:_BEHIND_HEADER] + chunk + png[_BEHIND_HEADER:]


def is_old(name: str) -> bool:
    """Whether a picture has to be taken again, or for the first time."""
    file = file_of(name)
    return not file.exists() or digest_in(file.read_bytes()) != digest_of(PICTURES[name])


def _written(sittings: list[tuple[str, Answers, Assessment]], rubric: Rubric) -> str:
    """Write what `score --format html` gives of one sitting, `compare --format html` of several."""
    if len(sittings) > 1:
        return comparing_as_html.report(compare(Judged(*each) for each in sittings), rubric, 0)
    [(_, answers, assessment)] = sittings
    return as_html.page(assessment, rubric, answers)


def _judged(file: str, rubric: Rubric) -> tuple[str, Answers, Assessment]:
    answers = read_answers(ROOT / file, rubric)
    return file, answers, assess(rubric, answers)


def _taken(picture: Picture, browser: Browser) -> bytes:
    screen = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme=picture.scheme)
    screen.set_content(page_of(picture))  # the browser closes what is left open at the cut
    return marked(screen.screenshot(full_page=True), digest_of(picture))


def main() -> str | None:
    """Take the pictures that are out of date; returns what is wrong."""
    old = list(filter(is_old, PICTURES))
    program = found()
    if old and not program:
        return NONE
    if old and program:
        with started(program) as browser:
            for name in old:
                file_of(name).write_bytes(_taken(PICTURES[name], browser))
    return None


if __name__ == "__main__":
    sys.exit(main())
