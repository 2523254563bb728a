"""Long work in a thread, while the command itself only waits, so that Ctrl-C can end it well."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    Advance = Callable[[int], None]


def work_beside(work: Callable[[Advance], None], advance: Advance) -> None:
    """Do work that tells by `advance` how far it is; at Ctrl-C it is ended the next time that it does.

    Raised in the middle of a library, KeyboardInterrupt is swallowed there, or ends in a panic.
    """
    with suppress(ValueError):  # not in the main thread, which alone is interrupted
        signal.signal(signal.SIGINT, signal.getsignal(signal.SIGINT))  # Polars put its own in the place of Python's
    is_over = Event()

    def go_on(more: int) -> None:
        if is_over.is_set():
            raise KeyboardInterrupt
        advance(more)

    with ThreadPoolExecutor(1) as beside:
        try:
            beside.submit(work, go_on).result()
        except KeyboardInterrupt:
            is_over.set()
            raise
