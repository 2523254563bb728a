"""Two hundred ways to break a rubric, each of a kind that an editor's hand may slip into."""

from __future__ import annotations

import re
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

STAGES, QUESTIONS = "stages.yaml", "questions.yaml"
Lines = list[str]

if TYPE_CHECKING:
    Slips = Callable[[Lines], Iterable[tuple[int, Lines]]]
    """Every file that a kind of slip makes of these lines, with the index of the line where it happened."""


class Break(NamedTuple):
    """A rubric's file with one thing changed in it: `line` counts from 1, `names` are the ids that stood there."""

    kind: str
    file: str
    line: int
    lines: Lines
    names: frozenset[str]

    def __str__(self) -> str:
        """Say what was done where."""
        return f"{self.kind}, {self.file}:{self.line} ({', '.join(sorted(self.names))})"


class Kind(NamedTuple):
    """One kind of slip: the file it happens in, how often it is tried, and what it makes of the file's lines."""

    file: str
    number: int
    breaks: Slips


def all_breaks(texts: dict[str, str]) -> list[Break]:
    """Every break that is tried: of each kind its number, spread over the file."""
    found = []
    for name, kind in KINDS.items():
        lines = texts[kind.file].splitlines(keepends=True)
        possible = list(kind.breaks(lines))
        step = max(1, len(possible) // kind.number)
        for at, changed in possible[::step][: kind.number]:
            found.append(Break(name, kind.file, at + 1, changed, _names(lines, at)))
    return found


def _names(lines: Lines, at: int) -> frozenset[str]:
    """Give the ids on a line, and that of the item which it belongs to."""
    owner = next((lines[i] for i in range(at, 0, -1) if re.match(r" +- id: ", lines[i])), "")
    return frozenset(re.findall(r"[a-z][a-z0-9-]*", re.sub('"[^"]*"', "", owner + lines[at])))


def _replaced(pattern: str, replacement: str | Callable[[re.Match[str]], str]) -> Slips:
    """Make a kind of slip out of a pattern: each line that it changes is one break."""

    def breaks(lines: Lines) -> Iterator[tuple[int, Lines]]:
        for at, line in enumerate(lines):
            changed = re.sub(pattern, replacement, line, count=1)
            if changed != line:
                yield at, [*lines[:at], changed, *lines[at + 1 :]]

    return breaks


def _dropped(pattern: str, below: str = "") -> Slips:
    """Drop a key or an item, whose first line and the line below it the patterns fit, with all that belongs to it."""

    def breaks(lines: Lines) -> Iterator[tuple[int, Lines]]:
        for at, (line, next_line) in enumerate(pairwise(lines)):
            if re.search(pattern, line) and re.search(below, next_line):
                yield at, [*lines[:at], *lines[_end(lines, at) :]]

    return breaks


def _end(lines: Lines, start: int) -> int:
    """Give the index of the first line that no longer belongs to the item or key beginning at `start`."""
    indent = _indent(lines[start])
    end = start + 1
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) > indent):
        end += 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _swapped_options(lines: Lines) -> Iterator[tuple[int, Lines]]:
    """Change the places of two options that follow each other on a scale."""
    for at in range(1, len(lines)):
        pair = lines[at - 1 : at + 1]
        if all(re.match(r" +- \{id: ", line) for line in pair) and _on_a_scale(lines, at):
            yield at, [*lines[: at - 1], *reversed(pair), *lines[at + 1 :]]


def _on_a_scale(lines: Lines, at: int) -> bool:
    start = next(i for i in range(at, 0, -1) if re.match(r" +- id: ", lines[i]))
    return any("ordered: true" in line for line in lines[start:at])


def _swapped_items(pattern: str) -> Slips:
    """Change the places of two items of a list, whose first lines the pattern fits."""

    def breaks(lines: Lines) -> Iterator[tuple[int, Lines]]:
        starts = [at for at, line in enumerate(lines) if re.search(pattern, line)]
        for one, other in combinations(starts, 2):
            ends = _end(lines, one), _end(lines, other)
            changed = lines[:one] + lines[other : ends[1]] + lines[ends[0] : other] + lines[one : ends[0]]
            yield one, changed + lines[ends[1] :]

    return breaks


KINDS = {
    "a needs raised": Kind(STAGES, 22, _replaced(r"needs: (\d+)", lambda match: f"needs: {int(match[1]) + 1}")),
    "a needs lowered": Kind(STAGES, 22, _replaced(r"needs: (\d+)", lambda match: f"needs: {int(match[1]) - 1}")),
    "a gate's sign dropped": Kind(STAGES, 14, _dropped(r"^ +- id: ", below="says:")),
    "a finding's sign dropped": Kind(STAGES, 14, _dropped(r"^ +- \{id: .* when: ")),
    "the parts dropped": Kind(STAGES, 5, _dropped(r"^ +each_of:")),
    "two gates swapped": Kind(STAGES, 10, _swapped_items(r"^    gate:")),
    "at_least for at_most": Kind(STAGES, 8, _replaced("at_most", "at_least")),
    "at_most for at_least": Kind(STAGES, 12, _replaced("at_least", "at_most")),
    "a condition turned around": Kind(STAGES, 6, _replaced(r"\{none_of: (\[.*?\])\}", r"\1")),
    "a count raised": Kind(STAGES, 2, _replaced(r"count: 2", "count: 9")),
    "a question's id mistyped in a sign": Kind(STAGES, 10, _replaced(r"when: \{([a-z-]+):", r"when: {\1s:")),
    "an operator mistyped": Kind(STAGES, 3, _replaced("at_least", "at_lest")),
    "a source mistyped": Kind(STAGES, 6, _replaced(r"source: \[?([a-z-]+)/", r"source: \1s/")),
    "a key mistyped": Kind(STAGES, 6, _replaced(r"(says|do|why|name): \"", r"\1s: \"")),
    "an effort mistyped": Kind(STAGES, 3, _replaced("effort: small", "effort: smal")),
    "a quote lost": Kind(STAGES, 6, _replaced(r"\"$", "")),
    "a text emptied": Kind(STAGES, 4, _replaced(r"do: \".*\"", 'do: ""')),
    "a finding's id given twice": Kind(STAGES, 3, _replaced(r"^      - id: (?!no-plan)[a-z-]+", "      - id: no-plan")),
    "an option renamed": Kind(QUESTIONS, 20, _replaced(r"- \{id: ([a-z-]+)", r"- {id: \1-x")),
    "an option dropped": Kind(QUESTIONS, 14, _dropped(r"^ +- \{id: ")),
    "two options swapped": Kind(QUESTIONS, 14, _swapped_options),
    "a question dropped": Kind(QUESTIONS, 8, _dropped(r"^      - id: ")),
    "two questions swapped": Kind(QUESTIONS, 5, _swapped_items(r"^      - id: (accounts|posts-total|rhythm|tools)$")),
    "an ask_if dropped": Kind(QUESTIONS, 10, _dropped(r"^        ask_if: ")),
    "an ask_if turned around": Kind(QUESTIONS, 6, _replaced(r"ask_if: (.*)at_least", r"ask_if: \1at_most")),
    "an order forgotten": Kind(QUESTIONS, 8, _dropped(r"^        ordered: true")),
    "an alone forgotten": Kind(QUESTIONS, 6, _replaced(", alone: true", "")),
    "many forgotten": Kind(QUESTIONS, 4, _dropped(r"^        pick: many")),
    "the opening forgotten": Kind(QUESTIONS, 1, _dropped(r"^        opening: true")),
    "an option's id given twice": Kind(
        QUESTIONS, 4, _replaced(r"- \{id: (week|half|most|two-or-three),", "- {id: none,")
    ),
}
