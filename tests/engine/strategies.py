"""Small rubrics and answer sheets for hypothesis, as model objects.

Rubrics come in two flavours: any legal one, and those closed upwards, whose gates read ordered and pick-many questions
by tests that stay true for every better answer, behind `ask_if`s of the same kind. Each is small enough for all of
its complete sheets to be listed.
"""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from sixstages.rubric import Rubric
from tests.engine.reference import Sheet, best, every_answer

if TYPE_CHECKING:
    from random import Random

    from tests.engine.examples import Written

MOST_SHEETS = 200
KINDS = {  # of each kind, the sizes there are: how many picks or levels, how many `alone` options, how many answers
    "ordered": [(2, 0, 2), (3, 0, 3), (4, 0, 4)],
    "unordered": [(2, 0, 2), (3, 0, 3)],
    "many": [(1, 2, 3), (2, 1, 4), (2, 2, 5), (3, 1, 8)],
}
CLIMBING = ("ordered", "many")
EFFORTS = ("small", "medium", "large")
CHANCE = st.randoms(use_true_random=True)  # seeded by hypothesis, so that runs repeat


@st.composite
def rubrics(draw: st.DrawFn, *, closed: bool = False) -> Rubric:
    """Draw any legal rubric, or one closed upwards.

    Hypothesis draws how much there is of everything and shrinks that; the rest is chance from a seed that it draws,
    because a draw for each option of each test takes ten times as long as all that is tested.
    """
    questions = _questions(draw(CHANCE), draw(st.integers(3, 7)), closed=closed)
    for_gates = [each for each in questions if each["climbs"]] if closed else questions
    stages: list[Written] = [{"id": "s1", "name": "Stage 1", "summary": "The first."}]
    for number in range(2, draw(st.integers(2, 5)) + 1):
        gate = _rule(draw(CHANCE), f"g{number}", for_gates, draw(st.integers(1, 7)), closed=closed)
        stages.append({"id": f"s{number}", "name": f"Stage {number}", "summary": "One more.", "gate": gate})
    findings = [
        _finding(draw(CHANCE), f"f{number}", questions, draw(st.integers(1, 4)))
        for number in range(draw(st.integers(0, 3)))
    ]
    return Rubric.model_validate(
        {
            "identity": {"id": "made-up", "version": 1, "title": "Made up", "language": "en"},
            "sources": {},
            "self_view": {"ask": "Where are you?", "why": "To compare."},
            "stages": stages,
            "findings": [{"group": "faults", "title": "Faults", "items": findings}],
            "sections": [{"id": "all", "title": "All", "questions": [_model(each) for each in questions]}],
        }
    )


def _model(question: Written) -> Written:
    return {key: value for key, value in question.items() if key not in {"kind", "climbs"}}


def _questions(random: Random, most: int, *, closed: bool) -> list[Written]:
    """Make questions as long as their sheets can still be listed; `climbs` marks those that a closed gate may read."""
    made: list[Written] = []
    sheets = 1
    for number in range(1, most + 1):
        kind = random.choice(CLIMBING if number == 1 else list(KINDS))
        room = [size for size in KINDS[kind] if sheets * size[2] <= MOST_SHEETS]
        if not room:
            break
        choices, alone, answers = random.choice(room)
        sheets *= answers
        question = _question(f"q{number}", kind, choices, alone)
        made.append(question | {"opening": number == 1, "climbs": kind in CLIMBING})
        if number > 1 and random.random() < 1 / 2:
            _skip(random, made, closed=closed and random.random() < 1 / 2)
    return made


def _skip(random: Random, made: list[Written], *, closed: bool) -> None:
    """Give the last question an `ask_if` on those before it."""
    *earlier, last = made
    last["ask_if"] = _condition(random, [each for each in earlier if each["climbs"] or not closed], closed=closed)
    last["climbs"] = last["climbs"] and closed


def _question(question_id: str, kind: str, choices: int, alone: int) -> Written:
    picks = [{"id": f"{question_id}-{number}", "text": f"Choice {number}"} for number in range(choices)]
    others = [{"id": f"{question_id}-none{number}", "text": "None", "alone": True} for number in range(alone)]
    return {
        "id": question_id,
        "ask": "How is it?",
        "why": "It matters.",
        "pick": "many" if kind == "many" else "one",
        "ordered": kind == "ordered",
        "options": picks + others,
        "kind": kind,
    }


def _condition(random: Random, questions: list[Written], *, closed: bool) -> list[Written]:
    """Make one or two alternatives, each with a test of one or two questions."""
    tests = _closed_tests if closed else _any_tests
    alternatives = []
    for width in random.choice([(1,), (2,), (1, 1), (1, 2)]):
        read = random.sample(questions, min(width, len(questions)))
        alternatives.append({each["id"]: random.choice(tests(each)) for each in read})
    return alternatives


def _any_tests(question: Written) -> list[Any]:
    """List every test that a question allows."""
    options = [option["id"] for option in question["options"]]
    tests: list[Any] = [*some(options), *({"none_of": named} for named in some(options))]
    if question["kind"] == "ordered":
        tests += [{operator: option} for operator in ("at_least", "at_most") for option in options]
    if question["kind"] == "many":
        tests += [{"all_of": named} for named in some(options)]
        for operator in ("count", "fewer_than"):
            tests += [{operator: number, "of": named} for named, number in counts(options)]
    return tests


def _closed_tests(question: Written) -> list[Any]:
    """List the tests of a question that stay true for every better answer."""
    picks = [option["id"] for option in question["options"] if not option.get("alone")]
    alone = [option["id"] for option in question["options"] if option.get("alone")]
    if question["kind"] == "ordered":
        cuts = range(1, len(picks))
        upper = [[{"at_least": picks[cut]}, picks[cut:], {"none_of": picks[:cut]}] for cut in cuts]
        return list(chain.from_iterable(upper))
    tests: list[Any] = [*some(picks), *({"all_of": named} for named in some(picks))]
    tests += [{"count": number, "of": named} for named, number in counts(picks)]
    return tests + [{"none_of": named} for named in some(alone)] + [picks + named for named in some(alone)]


def some(options: list[str]) -> list[list[str]]:
    """List every choice of at least one of these."""
    return [list(each) for size in range(1, len(options) + 1) for each in combinations(options, size)]


def counts(options: list[str]) -> list[tuple[list[str], int]]:
    """List every choice of options with each number that can be asked of it."""
    return [(named, number) for named in some(options) for number in range(1, len(named) + 1)]


def _rule(random: Random, name: str, questions: list[Written], count: int, *, closed: bool) -> Written:
    """Make a gate: its signs, how many it needs, and up to two parts."""
    signs: list[Written] = []
    parts: dict[int, list[str]] = {1: [], 2: []}
    for number in range(count):
        sign = {"id": f"{name}-{number}", "says": f"Shows {name}-{number}", "do": f"Do {name}-{number}"}
        when = _condition(random, questions, closed=closed)
        signs.append(sign | {"when": when, "effort": random.choice(EFFORTS)})
        parts.get(random.randrange(4), []).append(sign["id"])
    each_of = [{"id": f"part{at}", "says": "a part", "of": part} for at, part in parts.items() if part]
    return {"needs": random.randint(1, count), "each_of": each_of, "signs": signs}


def _finding(random: Random, name: str, questions: list[Written], count: int) -> Written:
    rule = _rule(random, name, questions, count, closed=False)
    rule["signs"] = [{key: sign[key] for key in ("id", "says", "when")} for sign in rule["signs"]]
    remedies = [{"id": f"{name}-r{number}", "do": f"Mend {name} {number}", "why": f"Helps {name}"} for number in (1, 2)]
    return {"id": name, "name": name, "explains": {"text": "Why.", "source": "book/1"}, **rule, "remedies": remedies}


def _sheet(random: Random, rubric: Rubric, *, gaps: bool) -> Sheet:
    """Answer questions that apply: all of them, or with gaps."""
    sheet: dict[str, tuple[str, ...]] = {}
    for question_id, question in rubric.questions.items():
        if best(rubric, sheet).asked(question_id) and not (gaps and random.random() < 1 / 2):
            sheet[question_id] = random.choice(every_answer(question))
    return sheet


@st.composite
def rubrics_with_sheets(draw: st.DrawFn, *, closed: bool = False, gaps: bool = False) -> tuple[Rubric, list[Sheet]]:
    """Draw a rubric and one to six sheets for it."""
    rubric, random = draw(rubrics(closed=closed)), draw(CHANCE)
    return rubric, [_sheet(random, rubric, gaps=gaps) for _ in range(draw(st.integers(1, 6)))]


@st.composite
def strays(draw: st.DrawFn, rubric: Rubric, sheet: Sheet) -> Sheet:
    """Draw answers to the questions that the sheet rules out."""
    world, random = best(rubric, sheet), draw(CHANCE)
    ruled_out = [question for question_id, question in rubric.questions.items() if not world.asked(question_id)]
    return {question.id: random.choice(every_answer(question)) for question in ruled_out}
