"""The stage alone, as a careful analyst writes it with pandas for this one rubric: what `cohort` is compared with.

No other rubric, no other language, and of the interval only the low end: what is not known counts as no.
"""

from __future__ import annotations

from functools import reduce
from itertools import accumulate
from operator import add, and_
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Truths = pd.Series[bool]
    Numbers = pd.Series[int]

ANSWERS_OF = {
    "accounts": "channel facebook instagram tiktok youtube linkedin elsewhere",
    "posts-from": "owner family staff spare-hand marketing customers",
    "shown-where": "told counter paper vehicle website",
    "tools": "site-figures planner inbox alerts trends ad-figures",
    "passed-on": "tools examples guides own-figures talk",
}
"""Of the questions with several picks: those that count."""

SCALES = {
    "posts-total": "none under-ten under-thirty under-hundred hundred-up",
    "age": "weeks new months half-year year-up",
    "rhythm": "none one-or-two three-to-five six-or-seven all",
    "looks-in": "longer month week daily",
    "heard": "not-watched nobody one-or-two three-to-five six-up",
    "hoped": "no-comparison less about more",
    "echo": "none one-or-two three-or-four all",
    "answered": "nobody-wrote none some most nearly-all",
    "outreach": "none one-or-two three-to-five six-up",
    "set-time": "none dropped half kept",
    "figures": "never long-ago quarter month",
    "mentions": "never told now-and-then monthly alert",
    "acted": "never long-ago year quarter",
    "plan": "nothing ideas goal number",
    "sceptic": "agreed let-pass argued own-story sent",
    "helped": "none one two-or-three four-up",
}
"""The others, from least to most."""


def stages(path: Path) -> Numbers:
    """Read a table and return the stage of each row."""
    table = pd.read_csv(path, usecols=[*ANSWERS_OF, *SCALES], dtype="category")
    return _stages(_at_least(table), _picks(table))


def _at_least(table: pd.DataFrame) -> Callable[[str, str], Truths]:
    places = {question: {each: at for at, each in enumerate(scale.split())} for question, scale in SCALES.items()}
    ranks = {question: table[question].map(places[question]).astype(float) for question in SCALES}
    return lambda question, option: ranks[question] >= places[question][option]


def _picks(table: pd.DataFrame) -> Callable[[str, int], Truths]:
    counted = {question: set(options.split()) for question, options in ANSWERS_OF.items()}
    picked = {
        question: table[question].map(lambda cell, of=of: len(of & set(cell.split(";"))), na_action="ignore")
        for question, of in counted.items()
    }
    return lambda question, number: picked[question].astype(float) >= number


def _stages(at_least: Callable[[str, str], Truths], picks: Callable[[str, int], Truths]) -> Numbers:
    here = picks("accounts", 1)
    posts = here & at_least("posts-total", "under-ten")
    echo = posts & at_least("echo", "three-or-four")
    heard = here & at_least("heard", "nobody")
    weighed = here & at_least("hoped", "less")
    fair_time = (posts & at_least("age", "months")) | echo
    changed = here & at_least("acted", "long-ago")
    steady = posts & at_least("rhythm", "six-or-seven")
    set_time = here & at_least("set-time", "half")
    daily = here & at_least("looks-in", "daily")
    answers = here & at_least("answered", "most")
    joins_in = here & at_least("outreach", "three-to-five")
    say_so = here & at_least("heard", "three-to-five")
    figures = here & at_least("figures", "month")
    insight = here & picks("tools", 2)
    hears = at_least("mentions", "monthly")
    spreads = at_least("sceptic", "argued") | (here & at_least("heard", "one-or-two") & figures)
    trying = [
        here,
        posts,
        (posts & at_least("rhythm", "one-or-two")) | (here & at_least("posts-total", "under-hundred")),
        here & at_least("looks-in", "month"),
        here & picks("shown-where", 1),
        at_least("sceptic", "let-pass") | weighed,
    ]
    many_posts = posts & at_least("posts-total", "under-thirty") & picks("posts-from", 1)
    tools = [figures, insight, hears, here & at_least("acted", "quarter"), here & at_least("plan", "goal")]
    evangelist = [
        at_least("sceptic", "own-story"),
        spreads & picks("passed-on", 2),
        spreads & at_least("helped", "two-or-three"),
        here & picks("shown-where", 3),
    ]
    gates = [
        _number_of(trying).ge(4),
        _number_of([fair_time, many_posts, heard, weighed, changed]).ge(3) & (fair_time | changed),
        _number_of([steady, set_time, daily, answers, joins_in, say_so, echo]).ge(4)
        & (steady | set_time)
        & (answers | joins_in)
        & (say_so | echo),
        _number_of(tools).ge(3) & (insight | hears),
        _number_of(evangelist).ge(3),
    ]
    return _number_of(list(accumulate(gates, and_))) + 1


def _number_of(truths: list[Truths]) -> Numbers:
    return reduce(add, (each.astype("int8") for each in truths))
