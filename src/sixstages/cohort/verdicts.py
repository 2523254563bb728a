"""From answers to verdicts, in columns: what is asked, signs, rules, what other answers would do, stages, results.

In `low:X` and `high:X` everything unknown counts as false and as true; X is known where the two agree. Each layer is
worked out of those before it, and only the last ones have nulls.
"""

from __future__ import annotations

from functools import reduce
from itertools import accumulate
from math import lcm
from operator import add, and_
from typing import TYPE_CHECKING

from sixstages.assessment import severity
from sixstages.cohort.expressions import Work
from sixstages.rubric import MAX_COUNT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from sixstages.assessment import VerdictWord
    from sixstages.cohort.expressions import Layer, Value
    from sixstages.cohort.flips import Flip
    from sixstages.rubric import Gate

WORDS: tuple[VerdictWord, ...] = ("incomplete", "uneven", "borderline", "firm")
"""In the order in which they are given: the first that holds."""

_AT_ONCE = 8
"""So many signs of a gate are looked up at once: the table has an entry for each choice of them."""

_MOST_IN_16_BITS = 1 << 15


def verdicts(work: Work, there: Collection[str]) -> Iterator[Layer]:
    """Yield layers over columns that have `known:Q`, and the plan's tests, of the questions that are there."""
    column, plan = work.columns.column, work.plan
    yield _absent(work, there)
    yield ((f"blank:{question}", ~column(f"known:{question}")) for question in plan.rubric.questions)
    yield from _asked(work)
    yield _used(work)
    work = Work(plan, work.columns)  # what the other one remembers was true of all answers, not of those that are used
    yield ((name, work.truth(formula)) for name, formula in plan.signs.items())
    yield _counts(work)
    yield _rules(work)
    yield ((f"flips:{name}", _flips(work, name, gate)) for name, gate in plan.gates.items())
    yield _ends(work)
    yield _distances(work)
    yield iter([("nearest", _nearest(work))])
    yield _results(work)


def _absent(work: Work, there: Collection[str]) -> Layer:
    """Yield what is to be said of questions without a column: nothing is known of them."""
    never = work.columns.certain(truth=False)
    yield from ((f"known:{question}", never) for question in work.plan.rubric.questions if question not in there)
    yield from ((name, never) for test, name in work.plan.tests.items() if test.question not in there)


def _asked(work: Work) -> Iterator[Layer]:
    """Yield whether questions are asked, those first that hang on none that may not be."""
    for names in work.plan.asked_in_turn():
        yield ((name, work.truth(work.plan.asked[name])) for name in names)


def _used(work: Work) -> Layer:
    """Leave out answers to questions that are ruled out, say which are asked and open, and count what is left."""
    column, plan = work.columns.column, work.plan
    asked = {each: column(f"high:asked:{each}") for each, question in plan.rubric.questions.items() if question.ask_if}
    used = {each: column(f"known:{each}") for each in plan.rubric.questions}
    used |= {each: used[each] & asked[each] for each in asked}
    yield from (
        (name, column(name) & asked[test.question]) for test, name in plan.tests.items() if test.question in asked
    )
    yield from ((f"known:{each}", used[each]) for each in asked)
    for each in plan.rubric.questions:
        blank = column(f"blank:{each}")
        yield f"open:{each}", blank & asked[each] if each in asked else blank
    always = work.columns.certain(truth=True)
    yield from ((f"asked:{each}", asked.get(each, always)) for each in plan.rubric.questions)
    yield "answered", work.count(used.values(), 16)


def _counts(work: Work) -> Layer:
    for name, rule in work.plan.rules.items():
        for world in work.plan.worlds(name):
            yield f"{world}:count:{name}", work.count(work.columns.column(f"{world}:{sign.id}") for sign in rule.signs)


def _rules(work: Work) -> Layer:
    column = work.columns.column
    for name, rule in work.plan.rules.items():
        for world in work.plan.worlds(name):
            signs = {sign.id: column(f"{world}:{sign.id}") for sign in rule.signs}
            yield f"{world}:{name}", work.fulfilled(rule, column(f"{world}:count:{name}"), signs)


def _flips(work: Work, name: str, gate: Gate) -> Value:
    """Whether one different answer turns a gate around."""
    return work.any_of(_turned(work, name, gate, flip) for flip in work.plan.flips[name])


def _turned(work: Work, name: str, gate: Gate, flip: Flip) -> Value:
    column = work.columns.column
    signs = {sign.id: column(f"low:{sign.id}") for sign in gate.signs}
    others = {sign: work.truth(formula) for sign, formula in flip.signs}
    met = column(f"low:count:{name}") - work.count(signs[each] for each in others) + work.count(others.values())
    possible = column(f"known:{flip.question}") & work.truth(flip.possible)
    return possible & (work.fulfilled(gate, met, signs | others) != column(f"low:{name}"))


def _ends(work: Work) -> Layer:
    """Yield the ends of the interval."""
    for world in ("low", "high"):
        climbed = accumulate((work.columns.column(f"{world}:{gate}") for gate in work.plan.gates), and_)
        yield world, work.count(climbed) + 1


def _distances(work: Work) -> Layer:
    """Yield how far the answers are from the profile of each stage, in whole numbers as `assess` counts them."""
    gates = work.plan.gates.values()
    unit = lcm(*(len(gate.signs) for gate in gates))
    bits = 16 if 2 * unit * len(gates) < _MOST_IN_16_BITS else 64
    below, above = [], []
    for gate in gates:
        worlds = [work.columns.column(f"{world}:{sign.id}") for world in ("low", "high") for sign in gate.signs]
        present, share = work.count(worlds, bits), unit // len(gate.signs)
        below.append((2 * len(gate.signs) - present) * share)
        above.append(present * share)
    for stage in range(len(gates) + 1):
        yield f"distance:{stage + 1}", reduce(add, [*below[:stage], *above[stage:]])


def _nearest(work: Work) -> Value:
    """The first stage among those that are least far."""
    distances = [work.columns.column(f"distance:{stage + 1}") for stage in range(len(work.plan.gates) + 1)]
    least = work.columns.least(distances)
    too_far = [work.columns.number(distance > least, 16) * MAX_COUNT for distance in distances]
    return work.columns.least([out + stage for stage, out in enumerate(too_far, start=1)])


def _results(work: Work) -> Layer:
    column, columns = work.columns.column, work.columns
    low, high, nearest = column("low"), column("high"), column("nearest")
    highest_of_two = low + nearest - columns.least([low, nearest])
    yield "stage", columns.least([high, highest_of_two])
    yield "verdict", _verdict(work)
    yield "missing", _missing(work)
    for name, finding in work.plan.findings.items():
        yield name, _holds(work, name)
        yield f"severity:{finding.id}", _severity(work, name)


def _verdict(work: Work) -> Value:
    """The first word that is true: each counts one for all words before it that are not."""
    column = work.columns.column
    low, numbered = column("low"), list(enumerate(work.plan.gates, start=1))
    tests = [
        low < column("high"),
        work.any_of((low < number) & column(f"low:{gate}") for number, gate in numbered),
        work.any_of((low >= number) & column(f"flips:{gate}") for number, gate in numbered),
    ]
    none_so_far = accumulate((~test for test in tests), and_)
    return work.columns.look_up(work.count(none_so_far), dict(enumerate(WORDS)))


def _missing(work: Work) -> Value:
    """The signs that the next gate is still without, null at the highest stage."""
    most = max(len(gate.signs) for gate in work.plan.gates.values())
    parts = [_missing_among(work, slice(start, start + _AT_ONCE)) for start in range(0, most, _AT_ONCE)]
    return work.columns.joined(parts) if parts[1:] else parts[0]


def _missing_among(work: Work, part: slice) -> Value:
    """Look up the text for some signs of the next gate; to put it together in each row takes ten times as long.

    The code has a bit for each sign, and the number of the gate above them.
    """
    column, number = work.columns.column, work.columns.number
    codes, texts = [], {}
    for stage, gate in enumerate(work.plan.gates.values(), start=1):
        ids = [sign.id for sign in gate.signs[part]]
        bits = [number(~column(f"low:{sign}"), 32) * (1 << place) for place, sign in enumerate(ids)]
        codes.append(number(column("low") == stage, 32) * reduce(add, bits, stage << _AT_ONCE))
        for code in range(1, 1 << len(ids)):
            missing = (sign for place, sign in enumerate(ids) if code >> place & 1)
            texts[(stage << _AT_ONCE) + code] = ";".join(missing)
    return work.columns.look_up(reduce(add, codes), texts)


def _holds(work: Work, name: str) -> Value:
    """Null where the finding does not apply (0), or may hold (2)."""
    column, number = work.columns.column, work.columns.number
    code = number(column(f"applies:{name}")) * (number(column(f"low:{name}")) + number(column(f"high:{name}")) + 1)
    return work.columns.look_up(code, {1: False, 3: True})


def _severity(work: Work, name: str) -> Value:
    """True signs over applying ones, looked up: to two decimals, half up, as `assess` rounds."""
    column = work.columns.column
    true, applying = column(f"low:count:{name}"), column(f"applies:count:{name}")
    signs = len(work.plan.findings[name].signs)
    step = signs + 1
    there = work.columns.number(column(f"applies:{name}"), 32)
    shares = {of * step + shown: severity(shown, of) for of in range(1, step) for shown in range(of + 1)}
    return work.columns.look_up(there * applying * step + there * true, shares)
