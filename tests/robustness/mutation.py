"""Bytes changed as an editor, a program or a transfer spoils a file: by words and lines, not only by bytes."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Bytewise = Callable[[bytes, int], bytes]

_WORD = re.compile(rb"[\w-]+|[ ]+|.", re.DOTALL)
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_MOST_CHANGES = 3


class Mutator:
    """Makes new inputs of old ones; the same seed makes the same."""

    def __init__(self, words: Sequence[bytes], bytewise: Bytewise) -> None:
        """Keep the words that are put in, and what changes single bytes."""
        self._words = words
        self._bytewise = bytewise

    def __call__(self, data: bytes, longest: int, seed: int) -> bytes:
        """Change an input, as libFuzzer asks for it."""
        chance = Random(seed)  # noqa: S311 - chance, not secrecy
        if not data or chance.random() < 1 / 2:
            return self._bytewise(data, longest)
        for _ in range(chance.randint(1, _MOST_CHANGES)):
            data = self._changed(data, chance)
        return data[:longest]

    def _changed(self, data: bytes, chance: Random) -> bytes:
        """Take a run of words or of lines, and leave it out, repeat it, move it or put a word in its place."""
        parts = chance.choice((_WORD, _LINE)).findall(data) or [b""]
        start = chance.randrange(len(parts))
        end = min(len(parts), start + chance.choice((1, 1, 2, 5)))
        before, run, after = parts[:start], parts[start:end], parts[end:]
        at = chance.randint(0, len(after))
        changed = (
            [*before, *after],
            [*before, *run, *run, *after],
            [*before, *after[:at], *run, *after[at:]],
            [*before, chance.choice(self._words), *after],
            [*before, chance.choice(self._words), *run, *after],
            [*before, *after[:at], *run, *after[at:], *run],
        )
        return b"".join(chance.choice(changed))
