"""The pages of the rules and the examples in them: `python -m tools.rule_pages` prints their problems anew."""

from __future__ import annotations

import re
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from sixstages.checks import check_rubric
from sixstages.checks.pages import CLASSES, read_pages
from sixstages.errors import describe, in_reading_order

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.errors import Place, Problem

PAGES = Path(__file__).parents[1] / "docs" / "rules"
README = PAGES / "README.md"
NAME = "cafe-books"
"""The folder of the examples' rubric."""

MOST = 6
"""Of more problems than these only the first few are printed in a page."""

_FENCE = re.compile(r"^```(?P<kind>yaml|yaml escaped|sh)\n(?P<body>.*?)^```\n", re.MULTILINE | re.DOTALL)
_PRINTED = re.compile(r"\n```text\n(?P<body>.*?)^```\n", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"# (?P<file>[a-z/-]+\.yaml)(?:, (?P<whole>the whole file)|, after (?P<after>[a-z0-9-]+))?\n")
_KEY = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)
_ITEM = re.compile(r"- \{?(?:id|group): (?P<id>[a-z0-9-]+)")
_ESCAPED = re.compile(rb"\\x([0-9a-f]{2})|\\u([0-9a-f]{4})")


def section(text: str, heading: str) -> str:
    """Return what stands in a page under `## heading`, nothing where there is no such heading."""
    found = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1] if found else ""


def printed(example: str) -> str:
    """Return the problems that stand below an example."""
    found = _PRINTED.search(example)
    return found["body"] if found else ""


def problems_of(example: str) -> list[Problem]:
    """Return the problems of the rubric of the examples, changed by the blocks of one; files relative to its folder."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, NAME)
        folder.mkdir()
        _change(folder, README.read_text(encoding="utf-8"))
        _change(folder, example)
        found = [_beneath(folder, each) for each in check_rubric(folder).problems]
    return sorted(found, key=in_reading_order)


def in_words(problems: list[Problem]) -> str:
    """Return problems as the check prints them; of many the first ones."""
    shown = problems if len(problems) <= MOST else problems[: MOST // 2]
    more = "" if shown == problems else f"… and {len(problems) - len(shown)} more\n"
    return "".join(f"{describe(each)}\n" for each in shown) + more


def renewed(text: str) -> str:
    """Return a page with the problems of its bad example as they are now."""
    bad = section(text, "Bad")
    if not bad:
        return text
    output = f"\n```text\n{in_words(problems_of(bad))}```\n"
    before = _PRINTED.sub("", bad)
    end = max(fence.end() for fence in _FENCE.finditer(before))
    return text.replace(bad, before[:end] + output + before[end:])


def with_list(readme: str) -> str:
    """Return the README of the pages with the list of all pages as it is now."""
    before = f"## The pages\n{section(readme, 'The pages')}"
    return readme.replace(before, f"## The pages\n{''.join(_listed())}\n")


def _listed() -> Iterator[str]:
    pages = sorted(read_pages().values())
    for letter, name in CLASSES.items():
        own = [page for page in pages if page.code.startswith(letter)]
        yield f"\n### {name}\n\n" if own else ""
        yield from (f"- [{page.code}]({page.code}.md): {page.title}\n" for page in own)


def _change(folder: Path, text: str) -> None:
    """Do in a rubric's folder what the blocks of a text say."""
    for fence in _FENCE.finditer(text):
        if fence["kind"] == "sh":
            run(("/bin/sh", "-eu"), input=fence["body"].encode(), cwd=folder, check=True)
        else:
            _write(folder, _bytes(fence["body"]) if fence["kind"] == "yaml escaped" else fence["body"].encode())


def _write(folder: Path, block: bytes) -> None:
    text = block.decode(errors="surrogateescape")
    named = _NAMED.match(text)
    if not named:
        raise ValueError(f"This block names no file: {text}")
    path, change = folder / named["file"], text[named.end() :]
    path.parent.mkdir(exist_ok=True)
    if path.exists() and not named["whole"]:
        change = _merged(path.read_text(encoding="utf-8"), change, named["after"])
    path.write_bytes(change.encode(errors="surrogateescape"))


def _bytes(text: str) -> bytes:
    return _ESCAPED.sub(
        lambda found: bytes.fromhex(found[1].decode()) if found[1] else _character(found[2]), text.encode()
    )


def _character(digits: bytes) -> bytes:
    return chr(int(digits, 16)).encode()


def _merged(base: str, change: str, after: str | None) -> str:
    item = _ITEM.match(change)
    if item:
        return _with_item(base, change, after or item["id"], instead=not after)
    head, *entries = _KEY.split(change)
    for entry in (head + entries[0], *entries[1:]):
        key = _KEY.split(entry)[-1].partition(":")[0]
        old = re.search(rf"^{key}:.*\n(?:(?![a-z_]+:).*\n)*", base, re.MULTILINE)
        start, end = old.span() if old else (len(base), len(base))
        base = base[:start] + entry + base[end:]
    return base


def _with_item(base: str, change: str, item: str, *, instead: bool) -> str:
    """Put a change in place of an item of a list, or behind it, as far to the right as the item stands."""
    pattern = rf"^(?P<indent> *)- \{{?(?:id|group): {item}(?![a-z0-9-]).*\n(?:(?P=indent) +.*\n)*"
    old = re.search(pattern, base, re.MULTILINE)
    if not old:
        raise ValueError(f"The rubric of the examples has no item '{item}'")
    indented = re.sub(r"^(?=[^\n])", old["indent"], change, flags=re.MULTILINE)
    return base[: old.start() if instead else old.end()] + indented + base[old.end() :]


def _beneath(folder: Path, found: Problem) -> Problem:
    also = tuple(_relative(folder, each) for each in found.also)
    return found._replace(place=_relative(folder, found.place) if found.place else None, also=also)


def _relative(folder: Path, place: Place) -> Place:
    return place._replace(file=str(Path(place.file).relative_to(folder)))


def _renew_all() -> None:
    for page in read_pages().values():
        PAGES.joinpath(f"{page.code}.md").write_text(renewed(page.text), encoding="utf-8")
    README.write_text(with_list(README.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    _renew_all()
