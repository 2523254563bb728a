"""The program killed at random moments, and the interview gone on with each time."""

from __future__ import annotations

import os
import time
from random import Random
from typing import TYPE_CHECKING

from tests.library import library
from tests.terminal.program import ANSWER, LOOK_AGAIN, NAME, OWN_VIEW, READ_ON, Terminal, asked, kept, library_interview

if TYPE_CHECKING:
    from pathlib import Path

MOMENTS = int(os.environ.get("KILLED_MOMENTS", "10"))
"""How often the program is killed; more than the usual run does are one variable away."""


class Sitting:
    """Somebody who answers by chance, and knows what has to be in the file."""

    def __init__(self, file: Path, chance: Random) -> None:
        """Go on with a file, or begin it."""
        self._file, self._chance = file, chance
        self._given = kept(file)
        self._last: dict[str, tuple[str, ...]] = {}
        self.done = False

    def hold(self) -> None:
        """Answer up to five prompts, wait a moment, and kill the program."""
        with library_interview(self._file) as opened:
            for _ in range(self._chance.randrange(6)):
                if not self.done:
                    self._answer(opened)
            time.sleep(self._chance.random() * self._chance.choice([0.3, 0.02]))
            opened.kill()

    def _answer(self, opened: Terminal) -> None:
        """Answer what is asked; the answer before is safe once a next question stands on the screen."""
        shown = opened.until(NAME, OWN_VIEW, ANSWER, LOOK_AGAIN, READ_ON)
        self._given |= self._last
        self._last = {}
        self.done = shown.endswith(READ_ON)
        typed = self._pick(shown) if shown.endswith(ANSWER) else ""
        opened.type(typed)

    def _pick(self, shown: str) -> str:
        question = asked(shown, library())
        assert question.id not in self._given
        number = self._chance.randrange(len(question.options))
        self._last = {question.id: (question.options[number].id,)}
        return str(number + 1)

    def nothing_is_lost(self) -> bool:
        """Whether the file, whole as it is, holds every answer, the last one perhaps."""
        return kept(self._file) in (self._given, self._given | self._last)


def test_killed_at_any_moment_it_loses_only_the_question_on_the_screen(tmp_path: Path) -> None:
    """Each time the file is whole, holds every answer before the last, and the interview goes on behind them."""
    chance = Random(6)  # noqa: S311 - nothing here is secret
    number = 0
    for _ in range(MOMENTS):
        sitting = Sitting(tmp_path / f"{number}.yaml", chance)
        sitting.hold()
        assert sitting.nothing_is_lost()
        number += sitting.done
