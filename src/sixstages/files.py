"""Files, read and written with care: nothing huge, nothing that is no file, nothing half written."""

from __future__ import annotations

import errno
import os
import re
import stat
import sys
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from sixstages.errors import Place, Problem, ProblemsFound, problem
from sixstages.speech import N_, Phrase

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

MAX_BYTES = 1_048_576

_BESIDE = re.compile("[.]sixstages-[0-9a-f]{12}[.]tmp")
"""What a file is called while it is written beside the one that it will replace."""
_NOT_STAYING: set[Path] = set()

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
    errno.EDQUOT: N_("there is no space left"),
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


def replace_file_by(path: Path, pieces: Iterable[str]) -> None:
    """Do as `replace_file` does with a text too large to hold: each piece is written before the next is asked for."""
    replace_file_with(path, lambda file: file.writelines(piece.encode() for piece in pieces))


def replace_file_with(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Do as `replace_file` does with whatever is written into the file that `write` is given."""
    place = Place(str(path))
    try:
        target = Path(os.path.realpath(path))
        mode = _mode_of(target)
        if mode is not None and not stat.S_ISREG(mode):
            raise ProblemsFound([_no_file(place, mode)])
        _swap_in(target, write, mode)
    except (OSError, ValueError) as error:
        raise ProblemsFound([problem("Y022", place, why=reason(error))]) from error


def _swap_in(target: Path, write: Callable[[BinaryIO], object], mode: int | None) -> None:
    """Write beside the target and rename, so that there is no moment without a whole file."""
    _tidy(target.parent)
    with _beside(target) as (path, file):
        write(file)
        file.flush()
        os.fsync(file.fileno())
        if mode is not None:
            path.chmod(stat.S_IMODE(mode))
        if sys.platform == "win32":
            file.close()  # no open file is renamed there
        path.replace(target)


@contextmanager
def _beside(target: Path) -> Iterator[tuple[Path, BinaryIO]]:
    """Open a new file beside the target, locked, and remove it where anything fails."""
    while True:
        path = target.with_name(f".sixstages-{os.urandom(6).hex()}.tmp")
        try:
            with not_staying(path), path.open("xb") as file:
                # Before it was locked, a run that tidies up here may have taken it for one that is left over.
                if lock(file.fileno()) is not False and os.fstat(file.fileno()).st_nlink:
                    yield path, file
                    return
        except BaseException:
            path.unlink(missing_ok=True)
            raise


@cache
def _tidy(folder: Path) -> None:
    """Remove what was left over in a folder by runs that were killed; one look in a run is enough."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _BESIDE.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                _remove_left_over(Path(entry))


def _remove_left_over(path: Path) -> None:
    """Remove a file that nobody is writing any more: the lock of one who does would be on it."""
    with suppress(OSError), path.open("rb") as file:
        if lock(file.fileno()):
            path.unlink()  # by its own name: has it taken its target's meanwhile, nothing is removed


@contextmanager
def not_staying(path: Path) -> Iterator[None]:
    """Have a file removed if a signal ends the program meanwhile."""
    _NOT_STAYING.add(path)
    try:
        yield
    finally:
        _NOT_STAYING.remove(path)


def remove_what_must_not_stay() -> None:
    """Remove what the program would have removed itself, were it not ended at this moment."""
    for path in tuple(_NOT_STAYING):  # a thread that writes goes on meanwhile
        with suppress(OSError):
            path.unlink()


def lock(descriptor: int) -> bool | None:
    """Lock an open file without waiting; False where another holds the lock, None where there are no locks.

    The system lets go of it when the file is closed, however the process ends.
    """
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - each of the two is there on its own systems only

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - as msvcrt

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):  # held by another, as POSIX and as Windows put it
        return False
    except (ImportError, OSError):  # some network drives know none
        return None
    return True


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
