"""What `sixstages check` costs: `python -m benchmarks.check`.

The shipped rubric with all of its cases, against `sixstages score` on one of them: whole processes, taking turns, user
and system CPU, the median of 15. Then a made-up rubric of 100 questions, once: its CPU time, the most memory it takes
at a time, and what of it is not proved. Exits 1 where one of the three is over its limit.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, NamedTuple

from benchmarks.measure import BYTES_OF_MAXRSS, PROGRAM, ROOT, median_cpu
from benchmarks.sheets import SEED

if TYPE_CHECKING:
    from collections.abc import Sequence

    Written = dict[str, Any]

CASE = str(ROOT / "cases" / "asha-textiles.yaml")
RUNS = 15
MOST_TIMES = 3.0
"""The limit for the shipped rubric: so many times the CPU time of `score`."""
MOST_SECONDS = 2.0
MOST_BYTES = 300 * 2**20
"""The limits for the large one."""

QUESTIONS, SIGNS, FINDINGS = 100, 10, 40
STAGES = 6
EVERY = 5
"""Every fifth question takes several picks."""


class Cost(NamedTuple):
    """What one run cost: CPU seconds, the most bytes of memory at a time, and the report that it printed."""

    seconds: float
    peak: int
    report: Written


def write_large_rubric(folder: Path) -> None:
    """Write a rubric of 100 questions, five gates of ten signs and 40 findings; the same one every time.

    Two thirds of the questions are asked only after some answer to an earlier one.
    """
    random = Random(SEED)  # noqa: S311 - chance, not secrecy
    questions: list[Written] = []
    for number in range(QUESTIONS):
        questions.append(_question(random, number, questions))
    stages: list[Written] = [{"id": f"s{number}", "name": "Stage", "summary": "A stage."} for number in range(STAGES)]
    for stage in stages[1:]:
        stage["gate"] = _rule(random, stage["id"], questions, SIGNS)
        for sign in stage["gate"]["signs"]:
            sign |= {"do": f"Gain {sign['id']}.", "effort": "small"}
    identity = {"id": "made-up", "version": 1, "title": "Made up", "language": "en"}
    findings = [
        {"group": "faults", "title": "Faults", "items": [_finding(random, n, questions) for n in range(FINDINGS)]}
    ]
    view = {"ask": "Where are you?", "why": "To compare."}
    files = {
        "stages.yaml": {"rubric": identity, "self_view": view, "stages": stages, "findings": findings},
        "questions.yaml": {"sections": [{"id": "all", "title": "All", "questions": questions}]},
    }
    for name, content in files.items():
        folder.joinpath(name).write_text(json.dumps(content), encoding="utf-8")  # YAML holds all of JSON


def _question(random: Random, number: int, earlier: Sequence[Written]) -> Written:
    question: Written = {"id": f"q{number}", "ask": f"Question {number}?", "why": f"Reason {number}."}
    ordered = [each["id"] for each in earlier if "ordered" in each]
    if number % EVERY == EVERY - 1:
        options: list[Written] = [{"id": f"p{at}", "text": f"Pick {at}"} for at in range(8)]
        question |= {"pick": "many", "options": [*options, {"id": "none", "text": "None", "alone": "true"}]}
    else:
        options = [{"id": f"a{at}", "text": f"Answer {at}"} for at in range(random.randint(3, 5))]
        question |= {"ordered": "true", "options": options}
    if number == 0:
        question["opening"] = "true"
    elif random.random() < 2 / 3:
        question["ask_if"] = {random.choice([*ordered[:3], *ordered[-3:]]): {"at_least": "a1"}}
    return question


def _rule(random: Random, name: str, questions: Sequence[Written], signs: int) -> Written:
    """Write a rule with more than half of its signs needed; a third of them read two questions."""
    made = []
    for number in range(signs):
        read = random.sample(questions, random.choice([1, 1, 2]))
        sign = {"id": f"{name}-{number}", "says": f"Sign {number} of {name}."}
        made.append(sign | {"when": {each["id"]: _test(random, each) for each in read}})
    return {"needs": str(signs // 2 + 1), "signs": made}


def _test(random: Random, question: Written) -> Written:
    if "ordered" in question:
        return {"at_least": random.choice(question["options"][1:])["id"]}
    tests: list[Written] = [
        {"count": "2", "of": ["p1", "p2", "p3", "p5"]},
        {"none_of": ["none"]},
        {"all_of": ["p1", "p2"]},
    ]
    return random.choice(tests)


def _finding(random: Random, number: int, questions: Sequence[Written]) -> Written:
    name = f"f{number}"
    remedy = {"id": "mend", "do": f"Mend {name}.", "why": f"It helps against {name}."}
    explains = {"text": f"Because of {name}.", "source": []}
    return {
        "id": name,
        "name": f"Finding {number}",
        "explains": explains,
        **_rule(random, name, questions, 5),
        "remedies": [remedy],
    }


def run_check(folder: Path) -> Cost:
    """Check a rubric in a process of its own. Raises `CalledProcessError` where it can't be checked at all."""
    command = [PROGRAM, "check", str(folder), "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE)
    report = process.stdout.read() if process.stdout else b""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 1}:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, used.ru_maxrss * BYTES_OF_MAXRSS, json.loads(report))


def shipped() -> bool:
    """Measure the shipped rubric and print it; give whether it is over its limit."""
    seconds = median_cpu(
        {"score": (PROGRAM, "score", CASE, "--format", "json"), "check": (PROGRAM, "check", str(ROOT))}, runs=RUNS
    )
    times = seconds["check"] / seconds["score"]
    print(f"the shipped rubric, CPU time, median of {RUNS}")
    for name, each in seconds.items():
        print(f"  {name:<20}{each * 1000:>8.0f} ms")
    print(f"  {'times score':<20}{times:>8.2f}       at most {MOST_TIMES}")
    return times > MOST_TIMES


def large() -> bool:
    """Measure the made-up rubric and print it; give whether it is over one of its limits."""
    with TemporaryDirectory() as folder:
        write_large_rubric(Path(folder))
        cost = run_check(Path(folder))
    not_proved = [each["message"] for each in cost.report["problems"] if each["code"] == "L399"]
    shares = "proved" if all(each["share"] is not None for each in cost.report["stages"]) else "not proved"
    print(f"a made-up rubric of {QUESTIONS} questions")
    print(f"  {'CPU time':<20}{cost.seconds * 1000:>8.0f} ms    at most {MOST_SECONDS * 1000:.0f}")
    print(f"  {'peak memory':<20}{cost.peak / 2**20:>8.0f} MB    at most {MOST_BYTES / 2**20:.0f}")
    print(f"  {'shares of stages':<20}{shares:>11}")
    print(f"  {'rules not proved':<20}{len(not_proved):>8}")
    for each in not_proved:
        print(f"    {each}")
    return cost.seconds > MOST_SECONDS or cost.peak > MOST_BYTES


def main() -> int:
    """Measure both and return the exit code."""
    over = [shipped(), large()]
    if any(over):
        print("over the limit")
    return 1 if any(over) else 0


if __name__ == "__main__":
    sys.exit(main())
