"""Try bytes that nobody thought of: `python -m tests.robustness.fuzz --seconds 60`; it needs atheris.

The seconds are shared by the targets. What goes wrong is shown, kept in the corpus, and makes the exit code 1; with
`--keep`, so is the shortest of what led to code that nothing led to before. The tests replay the corpus.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.robustness.seeds import as_people_write, keep, kept
from tests.robustness.targets import TARGETS

LIMITS = {
    "timeout": 10,  # seconds for one input
    "rss_limit_mb": 1_000,  # what is instrumented, and every library at once
    "max_len": 4_096,
}
MOST_KEPT = 25
LAST_LINES = 40


def main(argv: list[str]) -> int:
    """Fuzz targets one after the other; return 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.fuzz")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    called = parser.parse_args(argv)
    if find_spec("atheris") is None:
        _say("atheris is not there for this system: only the corpus is tried, by pytest")
        return 0
    targets = called.targets or [*TARGETS]
    failed = [each for each in targets if _fails(each, called.seconds // len(targets), keep_new=called.keep)]
    _say(f"something was found in: {', '.join(failed) or 'none of them'}")
    return 1 if failed else 0


def _fails(target: str, seconds: int, *, keep_new: bool) -> bool:
    """Fuzz one target in a process of its own, which ends at the first failure."""
    _say(f"{target}, {seconds} s")
    with TemporaryDirectory() as folder:
        begun, wrong = Path(folder, "begun"), Path(folder, "wrong")
        begun.mkdir()
        wrong.mkdir()
        for number, data in enumerate([*as_people_write(target), *kept(target)]):
            begun.joinpath(f"seed-{number}").write_bytes(data)
        code = _run(target, seconds, begun, wrong)
        found = [path.read_bytes() for path in wrong.iterdir()]
        new = sorted((path.read_bytes() for path in begun.glob("[!s]*")), key=lambda data: (len(data), data))
    keep(target, [*found, *(new[:MOST_KEPT] if keep_new else [])])
    return code != 0


def _run(target: str, seconds: int, begun: Path, wrong: Path) -> int:
    """Run until the time is over; tell how many inputs there were, or what is wrong with the last one."""
    limits = [f"-{name}={value}" for name, value in LIMITS.items()]
    options = [*limits, f"-max_total_time={seconds}", "-print_final_stats=1"]
    command = [sys.executable, "-m", "tests.robustness.fuzzed", target, str(wrong), *options, str(begun)]
    done = subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace", check=False
    )
    lines = [each for each in done.stdout.splitlines() if "Instrumenting" not in each]
    shown = lines[-LAST_LINES:] if done.returncode else [each for each in lines if "number_of_executed" in each]
    _say(*shown)
    return done.returncode


def _say(*lines: str) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
