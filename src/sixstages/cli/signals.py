"""Signals that end the program at once: they still do, and no file is left that would not have stayed."""

from __future__ import annotations

import signal
from typing import TYPE_CHECKING

from sixstages.files import remove_what_must_not_stay

if TYPE_CHECKING:
    from types import FrameType

_ENDING = ("SIGTERM", "SIGHUP")


def heed_signals() -> None:
    """Tidy up where the system would only end the process; what is ignored, as nohup has it, stays ignored.

    Nothing is raised, as it is at Ctrl-C: an import or a destructor that is interrupted at the wrong moment swallows
    what is raised in it, and the program would go on.
    """
    for name in _ENDING:
        number = getattr(signal, name, None)  # Windows knows no SIGHUP
        if number and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _end)


def _end(number: int, _: FrameType | None) -> None:
    remove_what_must_not_stay()
    signal.signal(number, signal.SIG_DFL)
    signal.raise_signal(number)
