"""A small rubric about market stalls, in two languages, and tables about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import polars as pl

from sixstages.cohort.blocks import ROW
from sixstages.cohort.columns import understand
from sixstages.cohort.ids import Translator
from sixstages.cohort.mapping import parse_mapping
from sixstages.cohort.wording import Wording
from tests.engine.examples import rubric

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sixstages.cohort.columns import Column, Understanding
    from sixstages.cohort.mapping import Mapping
    from sixstages.rubric import Rubric

ENGLISH = {
    "sold": ("What do you sell?", "Fruit", "Fruit, dried", "Herbs & tea", "Something else", "Nothing (yet)"),
    "market-days": ("On how many days?", "None", "1 or 2", "3, 4 or 5", "Every day"),
    "helper": ("Who helps you?", "Nobody", "Family", "Somebody else"),
}
PORTUGUESE = {
    "sold": ("O que você vende?", "Frutas", "Frutas, secas", "Ervas e chá", "Outra coisa", "Nada (ainda)"),
    "market-days": ("Em quantos dias?", "Nenhum", "1 ou 2", "3, 4 ou 5", "Todos os dias"),
    "helper": ("Quem ajuda você?", "Ninguém", "Família", "Outra pessoa"),
}
MORE: dict[str, dict[str, Any]] = {
    "sold": {"pick": "many", "opening": True},
    "market-days": {"ordered": True},
    "helper": {"renamed_from": "help-from"},
}
OPTIONS: dict[str, list[dict[str, Any]]] = {
    "sold": [
        {"id": "fruit"},
        {"id": "dried-fruit", "renamed_from": "raisins"},
        {"id": "herbs"},
        {"id": "more", "other": True},
        {"id": "nothing", "alone": True},
    ],
    "market-days": [{"id": "none"}, {"id": "one-or-two"}, {"id": "some"}, {"id": "all"}],
    "helper": [{"id": "nobody"}, {"id": "family"}, {"id": "hired", "other": True}],
}
"""One question of each kind: several picks, a scale, and one pick with free text beside it."""


def edition(texts: dict[str, tuple[str, ...]]) -> Rubric:
    """Give the rubric in a language."""
    return rubric(
        [
            {
                "id": id_,
                "ask": ask,
                "why": "It matters.",
                "options": [option | {"text": text} for option, text in zip(OPTIONS[id_], words, strict=True)],
                **MORE[id_],
            }
            for id_, (ask, *words) in texts.items()
        ],
        [],
    )


WORDING = Wording([edition(ENGLISH), edition(PORTUGUESE)])


def mapping(text: str) -> Mapping:
    """Read a mapping file."""
    return parse_mapping(text.encode(), "mapping.yaml", WORDING)


def understood(*head: str, mapped: Mapping | None = None) -> Understanding:
    """Understand a table by its first records, each a line with `|` between cells."""
    records = [tuple(record.split("|")) for record in head]
    return understand("stalls.csv", records, WORDING, mapped)


def in_short(columns: Sequence[Column]) -> list[str]:
    """Write what columns are taken for: a question, an option of it, free text, or the role of another column."""
    words = {"answer": "{}", "option": "{}/{}", "other": "{}/…"}
    return [words.get(each.role, each.role).format(each.question, each.option) for each in columns]


class Read:
    """A table turned into ids, all at once or row by row: a row is a line with `|` between cells."""

    def __init__(
        self, head: str, *rows: str, mapped: Mapping | None = None, at_once: int = 1_000, own_words: bool = False
    ) -> None:
        """Understand the table by its first record, and translate the rows below."""
        self.understanding = understood(head, mapped=mapped)
        self.translator = Translator(self.understanding, WORDING)
        self.translator.keeps_own_words = own_words
        self.blocks = [
            self.translator.ids(block(rows[start : start + at_once], start + 2))
            for start in range(0, len(rows), at_once)
        ]

    def column(self, question: str) -> list[str | None]:
        """Give the ids of a question, row by row, None for nothing."""
        return [ids or None for each in self.blocks for ids in each[question].to_list()]

    @property
    def misread(self) -> list[tuple[str, str, int, tuple[int, ...]]]:
        """Give what was not understood: header, value, cells, first rows."""
        return [(each.column.header, each.value, each.cells, each.rows) for each in self.translator.misread]

    @property
    def own_words(self) -> list[tuple[str, int, list[tuple[str, int, tuple[int, ...]]]]]:
        """Give the free text that was taken for an option: header, cells, and the values as `misread` does."""
        return [
            (each.column.header, each.cells, [(met.value, met.cells, met.rows) for met in each.values])
            for each in self.translator.own_words
        ]


def block(rows: Sequence[str], first: int) -> pl.DataFrame:
    """Make a frame as the tables do; a cell that is `~` is null."""
    cells = [[None if cell == "~" else cell for cell in row.split("|")] for row in rows]
    columns = {str(position): list(values) for position, values in enumerate(zip(*cells, strict=True))}
    frame = pl.DataFrame(columns, schema=dict.fromkeys(columns, pl.String))
    return frame.insert_column(0, pl.int_range(first, first + len(rows), dtype=pl.Int64, eager=True).alias(ROW))
