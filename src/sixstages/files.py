"""Files, read and written with care: nothing huge, nothing that is no file, nothing half written."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from sixstages.errors import Place, Problem, ProblemsFound, problem
from sixstages.speech import N_, Phrase

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BYTES = 1_048_576

_KINDS = {
    stat.S_IFDIR: Phrase(N_("a folder")),
    stat.S_IFIFO: Phrase(N_("a pipe")),
    stat.S_IFCHR: Phrase(N_("a device")),
    stat.S_IFBLK: Phrase(N_("a device")),
    stat.S_IFSOCK: Phrase(N_("a socket")),
}


_REASONS = {
    errno.ENOENT: N_("there is no such file or folder"),
    errno.EACCES: N_("you have no permission for it"),
    errno.EPERM: N_("you have no permission for it"),
    errno.ENOSPC: N_("there is no space left"),
    errno.ENOTDIR: N_("a part of the path is not a folder"),
    errno.EROFS: N_("nothing can be written on this disk"),
    errno.ENAMETOOLONG: N_("its name is too long"),
}


def read_bytes(path: Path) -> bytes:
    """Return what stands in a regular file of at most 1 MiB; raises `ProblemsFound` for any other."""
    place = Place(str(path))
    if size_of(path) > MAX_BYTES:
        raise ProblemsFound([too_large(place)])
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ProblemsFound([unreadable(place, error)]) from error


def size_of(path: Path) -> int:
    """Return how many bytes a regular file holds; raises `ProblemsFound` for what is none."""
    place = Place(str(path))
    try:
        status = path.stat()
    except (OSError, ValueError) as error:
        raise ProblemsFound([unreadable(place, error)]) from error
    if not stat.S_ISREG(status.st_mode):
        raise ProblemsFound([_no_file(place, status.st_mode)])
    return status.st_size


def unreadable(place: Place, error: OSError | ValueError) -> Problem:
    """Return the problem of a file that can't be read."""
    return problem("Y001", place, why=reason(error))


def too_large(place: Place) -> Problem:
    """Return the problem of a file that holds more than `MAX_BYTES`."""
    return problem("Y003", place, size="1 MiB")


def replace_file(path: Path, text: str) -> None:
    """Put `text` in a file as UTF-8, whole or not at all: what stood there survives every failure.

    A symbolic link stays, and what it points to is replaced; permission bits are kept.
    Raises `ProblemsFound`, and then nothing new stands in the folder.
    """
    replace_file_by(path, [text])


def replace_file_by(path: Path, pieces: Iterable[str | bytes | memoryview]) -> None:
    """Do as `replace_file` does with a text too large to hold: each piece is written before the next is asked for."""
    place = Place(str(path))
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target)
        if mode is not None and not stat.S_ISREG(mode):
            raise ProblemsFound([_no_file(place, mode)])
        _swap_in(target, pieces, mode)
    except (OSError, ValueError) as error:
        raise ProblemsFound([problem("Y022", place, why=reason(error))]) from error


def _swap_in(target: Path, pieces: Iterable[str | bytes | memoryview], mode: int | None) -> None:
    """Write beside the target and rename, so that there is no moment without a whole file."""
    beside = target.with_name(f".sixstages-{os.urandom(6).hex()}.tmp")
    try:
        with beside.open("xb") as file:
            file.writelines(piece.encode() if isinstance(piece, str) else piece for piece in pieces)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            beside.chmod(stat.S_IMODE(mode))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _mode_of(target: Path) -> int | None:
    """Return the mode of what stands there, None where nothing does; a link left over points to itself."""
    try:
        return target.lstat().st_mode
    except FileNotFoundError:
        return None


def _no_file(place: Place, mode: int) -> Problem:
    return problem("Y002", place, kind=_KINDS.get(stat.S_IFMT(mode), Phrase(N_("not a regular file"))))


def reason(error: OSError | ValueError) -> str:
    """Say why a file can't be read or written: in the words of the program for what is usual, else the system's."""
    known = _REASONS.get(getattr(error, "errno", None) or 0)
    return Phrase(known) if known else getattr(error, "strerror", None) or str(error)
