"""Run by a Python of its own: calls of the program, in a process that ends where anything reaches for a network.

An audit hook sees what Python code asks for, and nobody can take it away again. What compiled libraries ask for is seen
by the system itself, where that is Linux: a filter of system calls leaves no sockets but those within the machine.
"""

from __future__ import annotations

import json
import os
import platform
import sys
from pathlib import Path

REFUSED = 99
"""What a process exits with that reached for a network, or for another program, which could."""

_EVENTS = ("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.", "webbrowser.")
_PROGRAMS = ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "pty.spawn")

_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2
_SOCKET_CALLS = {"x86_64": 41, "aarch64": 198}
_WITHIN_THE_MACHINE = 1  # AF_UNIX
_LOAD, _IF_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _KILL = 0x7FFF0000, 0x80000000
_NUMBER_OF_CALL, _FIRST_ARGUMENT = 0, 16


def is_filtered() -> bool:
    """Whether this system can watch compiled code too."""
    return sys.platform == "linux" and platform.machine() in _SOCKET_CALLS


def filter_system_calls() -> None:
    """Have the system end this process, with SIGSYS, where it asks for a socket that leads out of the machine."""
    import ctypes  # noqa: PLC0415 - where it is not needed it need not be there

    program = (
        (_LOAD, 0, 0, _NUMBER_OF_CALL),
        (_IF_EQUAL, 0, 2, _SOCKET_CALLS[platform.machine()]),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_IF_EQUAL, 0, 1, _WITHIN_THE_MACHINE),
        (_RETURN, 0, 0, _ALLOW),
        (_RETURN, 0, 0, _KILL),
    )
    packed = b"".join(
        code.to_bytes(2, "little") + bytes((if_true, if_false)) + value.to_bytes(4, "little")
        for code, if_true, if_false, value in program
    )
    steps = ctypes.create_string_buffer(packed)
    described = len(program).to_bytes(8, "little") + ctypes.addressof(steps).to_bytes(8, "little")
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) or libc.prctl(_SECCOMP, _FILTER, described, 0, 0):
        raise OSError(ctypes.get_errno(), "no filter of system calls")


def refuse(event: str, arguments: tuple[object, ...]) -> None:
    """End this process where Python code reaches for a network or another program."""
    if event.startswith((*_EVENTS, *_PROGRAMS)):
        os.write(2, f"reached for {event} {arguments}\n".encode(errors="backslashreplace"))
        os._exit(REFUSED)


if __name__ == "__main__":
    codes_file, calls = Path(sys.argv[1]), json.loads(sys.argv[2])
    if is_filtered():
        filter_system_calls()
    sys.addaudithook(refuse)
    from sixstages.cli import main

    codes_file.write_text(json.dumps([main(call) for call in calls]), encoding="utf-8")
