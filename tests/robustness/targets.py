"""What is fuzzed: each target takes any bytes, and raises only where the program does what it never may.

A problem as a value is what bad bytes must get; so `ProblemsFound` is looked at and everything else comes out.
"""

from __future__ import annotations

import atexit
import json
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar
from xml.etree import ElementTree as ET

from rich.text import Text

from sixstages import Answers, assess
from sixstages.answers import dump_answers, parse_answers
from sixstages.catalogue import CATALOGUE
from sixstages.cohort.columns import understand
from sixstages.cohort.mapping import parse_mapping
from sixstages.cohort.run import NUMBERED, Run, Wanted
from sixstages.cohort.scoring import score_columns
from sixstages.cohort.tables import open_table
from sixstages.cohort.whole import Tally
from sixstages.cohort.wording import Wording
from sixstages.cohort.writing import WRITTEN
from sixstages.comparison import Judged, compare
from sixstages.documents import parse
from sixstages.errors import ProblemsFound, describe
from sixstages.loading import load_rubric
from sixstages.reports import FORMATS, PAGES, cohorts, comparing, load_format, load_page
from sixstages.rubric import DONT_KNOW
from sixstages.text import CONTROL
from tests.library import FOLDER, library
from tests.reports.hostile import spoiled
from tests.reports.pages import read as read_page
from tests.reports.pages import what_acts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from sixstages.cohort.figures import Cohort
    from sixstages.errors import Problem
    from sixstages.rubric import Question

_Result = TypeVar("_Result")

DRAWN_OF = {"svg", "title", "rect", "path", "g", "text"}

NAME = "x.yaml"
PARTS = {
    "stages.yaml": FOLDER.joinpath("stages.yaml").read_bytes(),
    "questions.yaml": FOLDER.joinpath("questions.yaml").read_bytes(),
    "translations/hi.yaml": 'language: hi\ntexts:\n  rubric/title: [hmmoii, "गाँव का पुस्तकालय"]\n'.encode(),
}
"""The files of a small rubric, each as it is while another one is fuzzed."""


def rubric(data: bytes) -> None:
    """Load a rubric of which one file, told by the first byte, holds the rest."""
    folder, part = _rubric_folder(), [*PARTS][data[0] % len(PARTS) if data else 0]
    folder.joinpath(part).write_bytes(data[1:])
    try:
        _problems_only(lambda: load_rubric(folder))
        _problems_only(lambda: load_rubric(folder, "hi"))
    finally:
        folder.joinpath(part).write_bytes(PARTS[part])


def answers(data: bytes) -> None:
    """Read an answers file; what is read can be judged, and is the same once it is written and read again."""
    _problems_only(lambda: parse(data, NAME))
    sheet = _problems_only(lambda: parse_answers(data, NAME, library()))
    if sheet is None:
        return
    assess(library(), sheet)
    for as_json in (False, True):
        written = dump_answers(sheet, library(), as_json=as_json)
        assert parse_answers(written.encode(), NAME, library()) == sheet, written


def mapping(data: bytes) -> None:
    """Read a mapping file, and a table's header by what it says."""
    said = _problems_only(lambda: parse_mapping(data, NAME, _wording()))
    own = [*said.columns] if said else []
    for head in ([], [["order", "list"], ["by-subject", "x"]], [["Where?", "x / y"]], [own]):
        for each in understand("x.csv", head, _wording(), said).problems:
            _in_order(describe(each))


def table(data: bytes) -> None:
    """Read a table, score its rows, write them, and report the whole."""
    path = Path(_folder(), "table.csv")
    path.write_bytes(data)
    _problems_only(lambda: _score(path))


def reports(data: bytes) -> None:
    """Judge answers by a rubric that holds one text everywhere, and report them.

    The first byte tells in which format, the second how wide; then come the answers, and then the text.
    """
    form, columns, *picks = (data[: len(library().questions) + 2] + bytes(2))[: len(library().questions) + 2]
    text = data[len(library().questions) + 2 :].decode("utf-8", "surrogateescape")
    given = _sheet(picks, text)
    written = [*_WRITERS][form % len(_WRITERS)]
    _as_promised(written[1], _WRITERS[written](given, text, columns + 1))


def _one(name: str, given: Answers, text: str, columns: int) -> Iterable[str | Text]:
    form, judged, by = load_format(name), assess(library(), given), spoiled(library(), text)
    yield form.one(judged, by, columns)


def _several(name: str, given: Answers, text: str, columns: int) -> Iterable[str | Text]:
    judged, by = assess(library(), given), spoiled(library(), text)
    return load_format(name).several([(judged, by)] * 2, columns)


def _page(name: str, given: Answers, text: str, _: int) -> Iterable[str]:
    yield load_page(name).page(assess(library(), given), spoiled(library(), text), given)


def _compared(name: str, given: Answers, text: str, columns: int) -> Iterable[str | Text]:
    sittings = [
        Judged(text, given, assess(library(), given)),
        Judged("b.yaml", Answers(), assess(library(), Answers())),
    ]
    yield comparing.load_format(name).report(compare(sittings), spoiled(library(), text), columns)


_WRITERS: dict[tuple[str, str], Callable[[Answers, str, int], Iterable[str | Text]]] = {
    (kind, name): partial(write, name)
    for kind, write, names in (
        ("one", _one, FORMATS),
        ("several", _several, FORMATS),
        ("page", _page, PAGES),
        ("compared", _compared, comparing.FORMATS),
    )
    for name in names
}


TARGETS: dict[str, Callable[[bytes], None]] = {
    each.__name__: each for each in (answers, mapping, reports, rubric, table)
}


def _problems_only(action: Callable[[], _Result]) -> _Result | None:
    """Do something; a problem that comes of it has a known code and words that steer no terminal."""
    try:
        return action()
    except ProblemsFound as found:
        _look_at(found.problems)
    return None


def _look_at(problems: Sequence[Problem]) -> None:
    assert problems
    for each in problems:
        assert each.code in CATALOGUE
        _in_order(describe(each))


def _in_order(text: str) -> None:
    assert not CONTROL.search(text.replace("\n", "")), text


def _as_promised(form: str, pieces: Iterable[str | Text]) -> None:
    """Hold a report to what its format promises, whatever texts stand in it."""
    text = "".join(each.plain if isinstance(each, Text) else each for each in pieces)
    text.encode()
    _PROMISED.get(form, _in_order)(text)


def _does_nothing(page: str) -> None:
    """Hold a page to be valid and without effect."""
    _in_order(page)
    assert what_acts(read_page(page)) == []


def _score(path: Path) -> None:
    """Do as `cohort` does; how long the table is tells how its rows are written."""
    opened = open_table(path, library())
    understood = understand(opened.name, opened.head, _wording())
    if any(each.severity == "error" for each in understood.problems):
        raise ProblemsFound(understood.problems)
    for each in understood.problems:
        _in_order(describe(each))
    results = tuple(score_columns(library()))
    keep = {each.header: each for each in understood.columns if each.header not in ("", NUMBERED, *results)}
    wanted = Wanted(keep, results, next(iter(keep.values()), None), 1)
    run, tally = Run(opened, understood, _wording()), Tally(library())
    write = [*WRITTEN.values()][opened.size % len(WRITTEN)]
    write(run.score(library(), wanted, tally, lambda _: None), [*keep], BytesIO())
    _report(tally.cohort(run.facts(), "x", 1), [*cohorts.FORMATS][opened.size % len(cohorts.FORMATS)])


def _report(whole: Cohort, name: str) -> None:
    _as_promised(name, [cohorts.load_format(name).report(whole, library(), 80)])


def _sheet(picks: Iterable[int], text: str) -> Answers:
    """Answer each question as its byte says: an option, nothing, or that it is not known."""
    answered: dict[str, tuple[str, ...]] = {}
    unknown: set[str] = set()
    for byte, question in zip(picks, library().questions.values(), strict=False):
        choices = _choices(question)
        picked = choices[byte % len(choices)]
        if picked == (DONT_KNOW,):
            unknown.add(question.id)
        elif picked:
            answered[question.id] = picked
    return Answers(answers=answered, dont_know=frozenset(unknown), name=text, date=None)


def _choices(question: Question) -> list[tuple[str, ...]]:
    single = [(option.id,) for option in question.options]
    several = [tuple(option.id for option in question.options if not option.alone)] if question.pick == "many" else []
    return [*single, *several, *([] if question.opening else [(), (DONT_KNOW,)])]


@cache
def _folder() -> str:
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    return folder.name


@cache
def _rubric_folder() -> Path:
    folder = Path(_folder(), "rubric")
    folder.joinpath("translations").mkdir(parents=True)
    for name, data in PARTS.items():
        folder.joinpath(name).write_bytes(data)
    return folder


@cache
def _wording() -> Wording:
    return Wording([library()])


def _is_json(text: str) -> None:
    json.loads(text)
    _in_order(text)


def _is_xml(text: str) -> None:
    _in_order(text)
    root = ET.fromstring(text)  # noqa: S314 - drawn by ourselves
    assert {each.tag.rpartition("}")[2] for each in root.iter()} <= DRAWN_OF


_PROMISED = {"json": _is_json, "html": _does_nothing, "badge": _is_xml}
