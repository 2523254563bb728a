"""Faults in the files of a rubric: each is told with its code, under the very words it is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.loading import load_rubric
from tests.input.rubrics import QUESTIONS, STAGES, changed
from tests.input.told import problems_of, underlined

if TYPE_CHECKING:
    from pathlib import Path


def found_in(folder: Path) -> list[tuple[str, str]]:
    """Give the code of each problem and the words it is about."""
    return [(each.code, underlined(each.place)) for each in problems_of(lambda: load_rubric(folder))]


SHAPES = [
    # in which file, what is replaced, by what, the code, the words that are underlined
    (STAGES, "  - id: heap\n", "  - name: Heap\n", [("Y012", "name")]),
    (STAGES, "    name: A heap of books\n", "", [("S101", "id")]),
    (STAGES, "id: village-library, version: 2,", "id: village-library,", [("S101", "rubric")]),
    (STAGES, "self_view:\n", "selfview:\n", [("S101", "rubric"), ("S102", "selfview")]),
    (STAGES, "needs: 2", "needs: [2]", [("S105", "[2]")]),
    (STAGES, "      needs: 2\n", "      need: 2\n", [("S101", "gate"), ("S102", "need")]),
    (STAGES, 'year: "2019"', 'yaer: "2019"', [("S102", "yaer")]),
    (STAGES, "          effort: small\n", "          effrot: small\n", [("S101", "id"), ("S102", "effrot")]),
    (
        STAGES,
        "    gate:\n      needs: 2\n",
        "    gate: later\n    nothing:\n      needs: 2\n",
        [("S103", "later"), ("S102", "nothing")],
    ),
    (STAGES, "{id: boxes, text:", "{id: boxes, text: {a: b}, txet:", [("S105", "{a: b}"), ("S102", "txet")]),
    (STAGES, "name: A heap of books", "name:", [("S106", "name")]),
    (STAGES, "name: A heap of books", "name: '  '", [("S106", "'  '")]),
    (STAGES, "name: A heap of books", "name: [A heap]", [("S105", "[A heap]")]),
    (STAGES, "- id: heap", "- id: Heap", [("S107", "Heap")]),
    (STAGES, "- id: heap", "- id: no", [("S112", "no")]),
    (STAGES, "- id: heap", "- id: dont-know", [("S112", "dont-know")]),
    (STAGES, "- id: heap", "- id: [heap]", [("S105", "[heap]")]),
    (STAGES, "- id: heap", f"- id: {'x' * 61}", [("S111", "x" * 61)]),
    (STAGES, "shelf-notes: {title", "Shelf Notes: {title", [("S107", "Shelf Notes")]),
    (STAGES, "shelf-notes: {title", "null: {title", [("S112", "null")]),
    (STAGES, "source: shelf-notes/N1.1", "source: page 4", [("S107", "page 4")]),
    (STAGES, "source: shelf-notes/N1.1", "source: [shelf-notes/N1.1, 'x y']", [("S107", "'x y'")]),
    (STAGES, "effort: small", "effort: smal", [("S108", "smal")]),
    (STAGES, "looks_like:\n", "looks_like: boxes\n    gaet:\n", [("S104", "boxes"), ("S102", "gaet")]),
    (STAGES, "of: [has-list, reachable-list]", "of: []", [("S110", "[]")]),
    (STAGES, "when: {order: {at_least: by-size}}", "when:", [("S114", "when")]),
    (STAGES, "when: {order: {at_least: by-size}}", "when: {}", [("S114", "{}")]),
    (STAGES, "when: {order: {at_least: by-size}}", "when: []", [("S114", "[]")]),
    (STAGES, "when: {order: {at_least: by-size}}", "when: [{list: cards}, order]", [("S114", "order")]),
    (STAGES, "when: {order: {at_least: by-size}}", "when: [[order]]", [("S114", "[order]")]),
    (
        STAGES,
        "{at_least: by-size}}",
        "{at_least: by-size, at_most: by-size}}",
        [("S115", "{at_least: by-size, at_most: by-size}")],
    ),
    (STAGES, "{at_least: by-size}}", "{}}", [("S115", "{}")]),
    (STAGES, "{at_least: by-size}}", "{count: 2}}", [("S115", "{count: 2}")]),
    (
        STAGES,
        "{at_least: by-size}}",
        "{count: 2, fewer_than: 3, of: [by-size]}}",
        [("S115", "{count: 2, fewer_than: 3, of: [by-size]}")],
    ),
    (STAGES, "{at_least: by-size}}", "{of: [by-size]}}", [("S108", "of")]),
    (STAGES, "{at_least: by-size}}", "{atleast: by-size}}", [("S108", "atleast")]),
    (
        STAGES,
        "{at_least: by-size}}",
        "{at_least: [by-size, by-subject]}}",
        [("S116", "{at_least: [by-size, by-subject]}")],
    ),
    (STAGES, "{at_least: by-size}}", "{none_of: []}}", [("S110", "[]")]),
    (STAGES, "{at_least: by-size}}", "{none_of: {a: b}}}", [("S118", "{a: b}")]),
    (STAGES, "{at_least: by-size}}", "{none_of: [by-size, By Subject]}}", [("S107", "By Subject")]),
    (STAGES, "when: {order: {at_least: by-size}}", "when: {order: [by-size, No]}", [("S107", "No")]),
    (STAGES, "when: {order: {at_least: by-size}}", "when: {Order: by-size}", [("S107", "Order")]),
    (
        STAGES,
        "when: {order: {at_least: by-size}}",
        "when: [{list: cards, kept: {of: [boxes], count: x}}]",
        [("S109", "x")],
    ),
    (
        STAGES,
        "when: {order: {at_least: by-size}}",
        "when: {kept: {fewer_than: 2, of: [boxes, Boxes]}}",
        [("S107", "Boxes")],
    ),
    (QUESTIONS, "opening: true", "opening: yes", [("S113", "yes")]),
    (QUESTIONS, "opening: true", "opening: [true]", [("S105", "[true]")]),
    (QUESTIONS, "pick: many", "pick: several", [("S108", "several")]),
    (QUESTIONS, "alone: true}", "alnoe: true}", [("S102", "alnoe")]),
]


@pytest.mark.parametrize(("name", "old", "new", "expected"), SHAPES)
def test_a_fault_of_shape_is_told_where_it_is(
    name: str, old: str, new: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    """A value of the wrong shape, a missing or an unknown key: exactly these problems, at these words."""
    assert sorted(found_in(changed(tmp_path, name, old, new))) == sorted(expected)


@pytest.mark.parametrize(
    "written",
    [
        "0",
        "-1",
        "1.0",
        "010",
        "1_000",
        "1001",
        "+2",
        "2e0",
        ".nan",
        ".inf",
        "1e999999",
        "9" * 5_000,
        "²",
        "２",
        "two",
        "true",
    ],
    ids=lambda written: written[:8],
)
def test_a_number_is_written_in_digits(written: str, tmp_path: Path) -> None:
    """Where a count is due, nothing but a whole number from 1 to 1000 is taken, as a person would write it."""
    [problem] = problems_of(lambda: load_rubric(changed(tmp_path, STAGES, "needs: 2", f"needs: {written}")))
    assert problem.code == "S109"
    assert underlined(problem.place) == written
    assert len(problem.message) < 400


REFERENCES = [
    (STAGES, "- id: shelves\n", "- id: heap\n", "X201", "heap"),
    (STAGES, "- id: tidied\n", "- id: in-order\n", "X201", "in-order"),
    (STAGES, "{id: nothing-noted,", "{id: in-order,", "X201", "in-order"),
    (STAGES, "- id: damp\n", "- id: no-notes\n", "X201", "no-notes"),
    (STAGES, "{id: name-inside,", "{id: notebook,", "X201", "notebook"),
    (STAGES, "{id: finding, says", "{id: list, says", "X201", "list"),
    (QUESTIONS, "- id: readers\n", "- id: books\n", "X201", "books"),
    (QUESTIONS, "- id: order\n", "- id: kept\n", "X201", "kept"),
    (QUESTIONS, "- id: order\n", "- id: order\n        renamed_from: tidied\n", "X201", "tidied"),
    (QUESTIONS, "{id: boxes,", "{id: shelves,", "X201", "shelves"),
    (QUESTIONS, "{id: boxes,", "{id: boxes, renamed_from: homes,", "X201", "homes"),
    (STAGES, "when: {order: {at_least: by-size}}", "when: {oder: {at_least: by-size}}", "X202", "oder"),
    (STAGES, "when: {order: {at_least: by-size}}", "when: [{list: cards}, {oder: by-size}]", "X202", "oder"),
    (QUESTIONS, "ask_if: {kept: {none_of: [nowhere]}}", "ask_if: {kpet: {none_of: [nowhere]}}", "X202", "kpet"),
    (STAGES, "{at_least: by-size}}", "{at_least: bysize}}", "X203", "bysize"),
    (STAGES, "when: {order: {at_least: by-size}}", "when: {order: bysize}", "X203", "bysize"),
    (STAGES, "{at_least: by-size}}", "{none_of: [by-size, bysubject]}}", "X203", "bysubject"),
    (
        STAGES,
        "when: {order: {at_least: by-size}}",
        "when: {kept: {of: [boxes, Hom], count: 2}}".replace("Hom", "hom"),
        "X203",
        "hom",
    ),
    (
        STAGES,
        "when: {order: {at_least: by-size}}",
        "when: [{list: cards, loans: {count: 1, of: cadrs}}]",
        "X203",
        "cadrs",
    ),
    (QUESTIONS, "{none_of: [nowhere]}", "{none_of: [nowehre]}", "X203", "nowehre"),
    (QUESTIONS, "ask_if: {kept: {none_of: [nowhere]}}", "ask_if: {tidied: weekly}", "X204", "tidied"),
    (QUESTIONS, "ask_if: {kept: {none_of: [nowhere]}}", "ask_if: {order: by-size}", "X204", "order"),
    (STAGES, "when: {order: {at_least: by-size}}", "when: {kept: {at_least: boxes}}", "X205", "at_least"),
    (STAGES, "when: {order: {at_least: by-size}}", "when: {who: {at_most: several}}", "X205", "at_most"),
    (STAGES, "when: {order: {at_least: by-size}}", "when: {order: {all_of: [by-size]}}", "X206", "all_of"),
    (STAGES, "when: {order: {at_least: by-size}}", "when: {order: {count: 1, of: [by-size]}}", "X206", "count"),
    (
        STAGES,
        "when: {order: {at_least: by-size}}",
        "when: {order: {of: [by-size], fewer_than: 1}}",
        "X206",
        "fewer_than",
    ),
    (STAGES, "of: [has-list, reachable-list]", "of: [has-list, reachable]", "X207", "reachable"),
    (STAGES, "of: [has-list, reachable-list]", "of: [has-list, in-order]", "X207", "in-order"),
    (STAGES, "of: [found, by-subject]", "of: [found, has-list]", "X208", "has-list"),
    (STAGES, "of: [found, by-subject]", "of: [found, found]", "X208", "found"),
    (STAGES, "needs: 2", "needs: 4", "X209", "4"),
    (STAGES, "source: shelf-notes/N1.1", "source: shelf-note/N1.1", "X210", "shelf-note/N1.1"),
    (
        STAGES,
        "source: shelf-notes/N1.2\n    looks",
        "source: [shelf-notes, self-notes/N1]\n    looks",
        "X210",
        "self-notes/N1",
    ),
    (STAGES, "in., source: shelf-notes/N1.2}", "in., source: shelf}", "X210", "shelf"),
    (STAGES, "source: shelf-notes/N2.2", "source: shelf", "X210", "shelf"),
    (STAGES, 'week.", source: shelf-notes/L1.1}', 'week.", source: shelf}', "X210", "shelf"),
    (STAGES, "back., source: shelf-notes/L1.5}", "back., source: shelf}", "X210", "shelf"),
    (QUESTIONS, "source: shelf-notes/N1.2", "source: shelf", "X210", "shelf"),
    (
        STAGES,
        "    looks_like:",
        "    gate: {needs: 1, signs: [{id: x, says: X, when: {kept: boxes}, do: X, effort: small}]}\n    looks_like:",
        "X211",
        "gate",
    ),
    (STAGES, "  - id: shelves\n", "  - {id: new, name: New, summary: New}\n  - id: shelves\n", "X212", "new"),
    (QUESTIONS, "opening: true", "opening: false", "X213", "sections"),
    (QUESTIONS, "- id: found\n", "- id: found\n        opening: true\n", "X214", "true"),
    (QUESTIONS, "opening: true", "opening: true\n        ask_if: {kept: boxes}", "X215", "ask_if"),
    (QUESTIONS, "- id: order\n", "- id: order\n        answer_set: sizes\n", "X216", "sizes"),
    (QUESTIONS, '{id: nowhere, text: "We have no books yet", alone: true}', "{id: nowhere, text: No}", "X219", "kept"),
    (QUESTIONS, "{id: no-order, text: In none}", "{id: no-order, text: In none, alone: true}", "X220", "no-order"),
    (QUESTIONS, "opening: true", "opening: true\n        ordered: true", "X221", "ordered"),
    (STAGES, "{at_least: by-size}}", "{none_of: [by-size, by-size]}}", "X222", "by-size"),
]


@pytest.mark.parametrize(("name", "old", "new", "code", "words"), REFERENCES)
def test_a_fault_of_reference_is_told_where_it_is(  # noqa: PLR0913, PLR0917 - a row of the table above
    name: str, old: str, new: str, code: str, words: str, tmp_path: Path
) -> None:
    """What leads nowhere, stands twice or does not fit is told with its code, at these words."""
    assert (code, words) in found_in(changed(tmp_path, name, old, new))
