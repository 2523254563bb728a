"""Ways to write a value: what our reader takes, check-jsonschema takes by our schemas, and the other way round."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, NamedTuple

import pytest

from tests.schemas.differences import DIFFERENCES
from tests.schemas.reading import SMALL, faults
from tests.schemas.validating import refused

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Hole(NamedTuple):
    """A place in one of the small files: what stands there, and how another value is put in."""

    schema: str
    old: str
    new: str

    def filled(self, value: str) -> str:
        """Return the file with a value in the place."""
        text = SMALL[self.schema].read_text(encoding="utf-8")
        assert self.old in text
        return text.replace(self.old, self.new.replace("{}", value), 1)


PLACES = {
    "number": Hole("questions", "changed_in: 2", "changed_in: {}"),
    "flag": Hole("questions", "opening: true", "opening: {}"),
    "text": Hole("questions", "why: Plants drink.", "why: {}"),
    "id": Hole("questions", "id: herbs", "id: {}"),
    "word": Hole("questions", "pick: one", "pick: {}"),
    "source": Hole("questions", "source: [almanac/2]", "source: {}"),
    "condition": Hole("questions", "ask_if: {beds: {none_of: [nothing]}}", "ask_if: {}"),
    "options": Hole("questions", "{none_of: [nothing]}", "{none_of: {}}"),
    "lowest option": Hole("stages", "at_least: weekly", "at_least: {}"),
    "highest option": Hole("stages", "at_most: monthly", "at_most: {}"),
    "list of signs": Hole("stages", "of: [wet, dewy]", "of: {}"),
    "name of an answers file": Hole("answers", "name: Wanjiru", "name: {}"),
    "version of an answers file": Hole("answers", "rubric_version: 2", "rubric_version: {}"),
    "date": Hole("answers", "date: 2026-11-22", "date: {}"),
    "answer": Hole("answers", "rain: dont-know", "rain: {}"),
    "answers put aside": Hole("answers", "aside: {rain: weekly}", "aside: {}"),
    "verdict": Hole("answers", "verdict: incomplete", "verdict: {}"),
    "findings": Hole("answers", "holds: drought", "holds: {}"),
    "question of a header": Hole("mapping", "How often?: rain", "How often?: {}"),
    "headers to ignore": Hole("mapping", "ignore: Name", "ignore: {}"),
    "option of a text": Hole("mapping", "Basil: herbs", "Basil: {}"),
    "texts of a question": Hole("mapping", "rain: {often: weekly}", "rain: {}"),
    "words of a picked option": Hole("mapping", "picked: [x, ticked]", "picked: {}"),
}

NUMBERS = ["3", '"3"', "0", "-1", "1.0", "010", "0o10", "0x10", "1_000", "1000", "1001", "+2", "2e0", ".nan", ".inf"]
WORDS = ["weekly", "Weekly", "two", "3rd", "dont-know", "x" * 60, "x" * 61, "almanac/1", '"weekly daily"', "small"]
TRUTHS = ["true", "True", "TRUE", '"true"', "false", "False", "yes", "no", "on", "off", "y", "n"]
NOTHING = ["", "null", "Null", "~", '"null"', '""', '" "']
TIMES = ["2026-11-22", '"2026-11-22"', "2026-02-30", "22.11.2026", "2026-11-22T10:04:00Z", "12:30"]
LISTS = ["[]", "[weekly]", "[weekly, daily]", "[[weekly]]", "[true]", "[null]", "[3]", '[""]', "[{a: b}]"]
MAPPINGS = ["{}", "{a: b}", "{a: [b, c]}", "{any_of: [b]}", "{at_least: b}", "{count: 1, of: b}", "{count: 1}"]
WRITTEN = [*NUMBERS, *WORDS, *TRUTHS, *NOTHING, *TIMES, *LISTS, *MAPPINGS]


def files(folder: Path, schema: str) -> Iterator[tuple[Path, tuple[str, str]]]:
    """Write each value in each place of one of the small files; give the files with what stands where in them."""
    places = [name for name, hole in PLACES.items() if hole.schema == schema]
    for number, (place, value) in enumerate(product(places, WRITTEN)):
        file = folder / f"{number}.yaml"
        file.write_text(PLACES[place].filled(value), encoding="utf-8")
        yield file, (place, value)


@pytest.mark.parametrize("schema", SMALL)
def test_what_others_take_is_what_our_reader_takes(schema: str, tmp_path: Path) -> None:
    """Every value in every place is taken by both or refused by both, apart from the differences that are listed."""
    filled = dict(files(tmp_path, schema))
    by_schema = {filled[file] for file in refused(schema, filled)}
    by_reader = {what for file, what in filled.items() if faults(schema, file.read_bytes())}
    expected = {
        (place, value, each.taken_by)
        for each in DIFFERENCES
        for place, value in product(each.places, each.written)
        if PLACES[place].schema == schema
    }
    found = {(*what, "schema") for what in by_reader - by_schema} | {
        (*what, "reader") for what in by_schema - by_reader
    }
    assert found == expected
    assert by_schema & by_reader
