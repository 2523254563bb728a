"""Columns of texts as columns of numbers: each different text is met once, and then told by its place in a list.

In Polars that is an `Enum`, whose categories are the texts that were met so far.
"""

from __future__ import annotations

import polars as pl

_REMEMBERED = 200_000
"""Characters of a column's texts; one that has more of them holds free text, and they are hardly met again."""
_NOTHING = pl.Enum([])


class Encoder:
    """Encodes the columns of many frames, by texts that are remembered from one to the next."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._met: dict[str, pl.Enum] = {}
        self.likely: dict[str, pl.Enum] = {}
        """The kinds of the columns in which nothing new was met after their first texts."""

    def encoded(self, frame: pl.DataFrame) -> pl.DataFrame:
        """Encode the texts of a frame; null stays null. Columns that are encoded already stay as they are."""
        texts = frame.select(name for name, kind in frame.schema.items() if kind == pl.String)
        encoded = texts.select(self._encoded(name) for name in texts.columns)
        nulls = zip(texts.columns, texts.null_count().row(0), encoded.null_count().row(0), strict=True)
        with_new = [name for name, before, now in nulls if now > before]
        for name in with_new:
            self._meet(name, texts[name].unique().drop_nulls().to_list())
        return frame.with_columns(encoded).with_columns(texts.select(self._encoded(name) for name in with_new))

    def _encoded(self, name: str) -> pl.Expr:
        return pl.col(name).cast(self._met.get(name, _NOTHING), strict=False)

    def _meet(self, name: str, texts: list[str]) -> None:
        before = self._met[name].categories.to_list() if name in self._met else []
        self.likely.pop(name, None)
        kept = before if sum(map(len, before)) < _REMEMBERED else []
        self._met[name] = pl.Enum([*kept, *sorted(set(texts) - set(kept))])
        if not before:
            self.likely[name] = self._met[name]
