"""One interview at a time on an answers file."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from sixstages.errors import Place, ProblemsFound, problem
from sixstages.files import lock, not_staying, reason

if TYPE_CHECKING:
    from collections.abc import Iterator


class InUse(ProblemsFound):
    """Raised where another interview holds the lock."""


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the lock on an answers file, which need not exist yet; a symbolic link stands for its target.

    The lock is a file beside it, and the system lets go of it however the process ends: one that is left over
    hinders nobody. Raises `InUse` where another interview holds it, `ProblemsFound` where it can't be made.
    """
    place = Place(str(path))
    try:
        target = Path(os.path.realpath(path))
        beside = target.with_name(f".{target.name}.lock")
        descriptor = _locked(beside)
    except (OSError, ValueError) as error:
        raise ProblemsFound([problem("Y022", place, why=reason(error))]) from error
    if descriptor is None:
        raise InUse([problem("U901", place)])
    with not_staying(beside):
        try:
            yield
        finally:
            _remove(beside, descriptor)


def _locked(beside: Path) -> int | None:
    """Return the descriptor of the lock file, open and locked; None where another holds the lock."""
    while True:
        # Reading is enough to lock it: one that another user left behind can't be written to.
        descriptor = os.open(beside, os.O_RDONLY | os.O_CREAT, 0o666)
        if lock(descriptor) is False:  # where there are no locks, an interview without one is better than none
            os.close(descriptor)
            return None
        # Between opening and locking, the one before may have removed it: then this lock would keep nobody out.
        with suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(descriptor), beside.stat()):
                return descriptor
        os.close(descriptor)


def _remove(beside: Path, descriptor: int) -> None:
    """Remove the lock file while it is still locked; Windows removes no open file, so there it is closed first."""
    if sys.platform == "win32":
        os.close(descriptor)
    with suppress(OSError):
        beside.unlink()
    if sys.platform != "win32":
        os.close(descriptor)
