"""Try bytes that nobody thought of: `python -m tests.robustness.fuzz --seconds 60`; it needs atheris.

The seconds are shared by the targets, and chance is another one each time. With `--runs 1500` each target gets so many
inputs, and the same program gets the same ones, but for the little that hangs on where things lie in memory: whoever
changed nothing that matters is not told of what others left behind. What goes wrong is shown, kept in the corpus, and
makes the exit code 1; with `--keep`, so is the shortest of what led to code that nothing led to before. The tests
replay the corpus.
"""

from __future__ import annotations

import argparse
import os
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
SAME_EACH_TIME = {
    "seed": 1,
    "reload": 0,  # what it wrote itself would be read again whenever a second is over
}
MOST_KEPT = 25
LAST_LINES = 40


def main(argv: list[str]) -> int:
    """Fuzz targets one after the other; return 1 where something was found."""
    parser = argparse.ArgumentParser(prog="python -m tests.robustness.fuzz")
    until = parser.add_mutually_exclusive_group()
    until.add_argument("--seconds", type=int, default=60)
    until.add_argument("--runs", type=int)
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    called = parser.parse_args(argv)
    if find_spec("atheris") is None:
        _say("atheris is not there for this system: only the corpus is tried, by pytest")
        return 0
    targets = called.targets or [*TARGETS]
    seconds = {"max_total_time": called.seconds // len(targets)}
    options = {"runs": called.runs, **SAME_EACH_TIME} if called.runs else seconds
    failed = [each for each in targets if _fails(each, options, keep_new=called.keep)]
    _say(f"something was found in: {', '.join(failed) or 'none of them'}")
    return 1 if failed else 0


def _fails(target: str, options: dict[str, int], *, keep_new: bool) -> bool:
    """Fuzz one target in a process of its own, which ends at the first failure."""
    _say(target)
    with TemporaryDirectory() as folder:
        begun, wrong = Path(folder, "begun"), Path(folder, "wrong")
        begun.mkdir()
        wrong.mkdir()
        for number, data in enumerate([*as_people_write(target), *kept(target)]):
            begun.joinpath(f"seed-{number}").write_bytes(data)
        code = _run(target, LIMITS | options, begun, wrong)
        found = [path.read_bytes() for path in wrong.iterdir()]
        new = sorted((path.read_bytes() for path in begun.glob("[!s]*")), key=lambda data: (len(data), data))
    keep(target, [*found, *(new[:MOST_KEPT] if keep_new else [])])
    return code != 0


def _run(target: str, options: dict[str, int], begun: Path, wrong: Path) -> int:
    """Run to the end; tell how many inputs there were, or what is wrong with the last one."""
    words = [f"-{name}={value}" for name, value in options.items()]
    command = [sys.executable, "-m", "tests.robustness.fuzzed", target, str(wrong), *words, "-print_final_stats=1"]
    done = subprocess.run(
        [*command, str(begun)],
        env=os.environ | {"PYTHONHASHSEED": "0"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
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
