"""What every command is given: the terminal and the clock of this run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from sixstages.terminal import Terminal


@dataclass(kw_only=True)
class Session:
    """One run of the program.

    `now` gives the local time with its zone, `called_as` is what to type to call the program again,
    `debug` asks for tracebacks.
    """

    terminal: Terminal
    now: Callable[[], datetime]
    called_as: tuple[str, ...] = ("sixstages",)
    debug: bool = False
