"""What the files of a rubric say of each other: every id once, every reference to something that is there.

A rubric without these problems never makes the engine stumble. Every check yields all that it finds, with places.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any

from sixstages.errors import problem, suggestion

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from sixstages.errors import Place, Problem
    from sixstages.nodes import Document, Steps
    from sixstages.rubric import Condition, Finding, Gate, Model, Question, Sources, Test
    from sixstages.rubric_files import Questions, Stages

_ON_A_SCALE = frozenset({"at_least", "at_most"})
_OVER_PICKS = frozenset({"all_of", "count", "fewer_than"})
_FEWEST_OPTIONS = 2
_DEEPEST = 50  # the engine follows an ask_if to those behind it by calling itself


def check_stages(stages: Stages) -> Iterator[Problem]:
    """Check `stages.yaml` by itself."""
    for kind, ids in _ids_of_stages(stages):
        yield from _check_once(stages.document, kind, ids)
    for number, stage in enumerate(stages.file.stages):
        if number == 0 and stage.gate:
            yield problem("X211", stages.document.key_place("stages", 0, "gate"))
        elif number > 0 and not stage.gate:
            yield problem("X212", stages.document.place("stages", number, "id"), stage=stage.id)
    for path, rule in stages.rules():
        yield from _check_rule(stages.document, path, rule)
    yield from _check_sources(stages.document, sources_of_stages(stages), stages.file.sources)


def check_questions(questions: Questions) -> Iterator[Problem]:
    """Check `questions.yaml` by itself."""
    for kind, ids in _ids_of_questions(questions):
        yield from _check_once(questions.document, kind, ids)
    yield from _check_opening(questions)
    for path, question in questions.questions():
        yield from _check_answer_set(questions, path, question)
        yield from _check_options(questions.document, path, questions.with_options(question))
    yield from _check_ask_ifs(questions, questions.known())


def check_between(stages: Stages, questions: Questions) -> Iterator[Problem]:
    """Check what the two files say of each other."""
    known = questions.known()
    for path, sign in stages.signs():
        yield from _check_condition(stages.document, (*path, "when"), sign.when, known)
    sourced = (((*path, "source"), question.source) for path, question in questions.questions())
    yield from _check_sources(questions.document, sourced, stages.file.sources)


def _ids_of_stages(stages: Stages) -> Iterator[tuple[str, Iterable[tuple[Steps, str]]]]:
    file = stages.file
    yield "stage", _ids(("stages",), file.stages)
    yield "group", _ids(("findings",), file.findings, "group")
    yield "finding", (((*path, "id"), finding.id) for path, finding in stages.findings())
    yield "sign", (((*path, "id"), sign.id) for path, sign in stages.signs())
    for number, stage in enumerate(file.stages):
        yield "mark", _ids(("stages", number, "looks_like"), stage.looks_like)
    for path, rule in stages.rules():
        yield "part", _ids((*path, "each_of"), rule.each_of)
    for path, finding in stages.findings():
        yield "remedy", _ids((*path, "remedies"), finding.remedies)


def _ids_of_questions(questions: Questions) -> Iterator[tuple[str, Iterable[tuple[Steps, str]]]]:
    """The id that something had before must not come back as another's: old answers would be taken for new ones."""
    file = questions.file
    yield "section", _ids(("sections",), file.sections)
    in_sections = (
        _ids(("sections", number, "questions"), section.questions, "id", "renamed_from")
        for number, section in enumerate(file.sections)
    )
    yield "question", chain.from_iterable(in_sections)
    for path, question in questions.questions():
        yield "option", _ids((*path, "options"), question.options, "id", "renamed_from")
    for name, options in file.answer_sets.items():
        yield "option", _ids(("answer_sets", name), options, "id", "renamed_from")


def _ids(path: Steps, items: Sequence[Model], *keys: str) -> Iterator[tuple[Steps, str]]:
    for number, item in enumerate(items):
        for key in keys or ("id",):
            if value := getattr(item, key):
                yield (*path, number, key), value


def _check_once(document: Document, kind: str, ids: Iterable[tuple[Steps, str]]) -> Iterator[Problem]:
    first: dict[str, Steps] = {}
    for path, given in ids:
        if first.setdefault(given, path) != path:
            yield problem("X201", document.place(*path), also=(document.place(*first[given]),), kind=kind, id=given)


def _check_rule(document: Document, path: Steps, rule: Gate | Finding) -> Iterator[Problem]:
    known = [sign.id for sign in rule.signs]
    if rule.needs > len(known):
        yield problem("X209", document.place(*path, "needs"), needs=rule.needs, number=len(known))
    first: dict[str, Steps] = {}
    for number, part in enumerate(rule.each_of):
        for at, sign in enumerate(part.of):
            here = (*path, "each_of", number, "of", at)
            if sign not in known:
                yield problem("X207", document.place(*here), sign=sign, hint=suggestion(sign, known))
            elif first.setdefault(sign, here) != here:
                yield problem("X208", document.place(*here), also=(document.place(*first[sign]),), sign=sign)


def sources_of_stages(stages: Stages) -> Iterator[tuple[Steps, Sources]]:
    """Every `source` in `stages.yaml`, with its path."""
    yield ("self_view", "source"), stages.file.self_view.source
    for number, stage in enumerate(stages.file.stages):
        yield ("stages", number, "source"), stage.source
        for at, mark in enumerate(stage.looks_like):
            yield ("stages", number, "looks_like", at, "source"), mark.source
    for path, sign in stages.signs():
        yield (*path, "source"), sign.source
    for path, finding in stages.findings():
        yield (*path, "explains", "source"), finding.explains.source
        for at, remedy in enumerate(finding.remedies):
            yield (*path, "remedies", at, "source"), remedy.source


def _check_sources(
    document: Document, sourced: Iterable[tuple[Steps, Sources]], known: Collection[str]
) -> Iterator[Problem]:
    for path, points in sourced:
        for number, point in enumerate(points):
            source = point.partition("/")[0]
            if source not in known:
                hint = suggestion(source, known)
                yield problem("X210", document.place(*path, number), source=source, hint=hint)


def _check_opening(questions: Questions) -> Iterator[Problem]:
    opening = [(path, question) for path, question in questions.questions() if question.opening]
    if not opening:
        yield problem("X213", questions.document.key_place("sections"))
    for path, _ in opening[1:]:
        also = questions.document.place(*opening[0][0], "id")
        yield problem("X214", questions.document.place(*path, "opening"), also=(also,))
    for path, question in opening:
        if question.ask_if:
            yield problem("X215", questions.document.key_place(*path, "ask_if"))


def _check_answer_set(questions: Questions, path: Steps, question: Question) -> Iterator[Problem]:
    document, known = questions.document, questions.file.answer_sets
    if question.answer_set is None:
        return
    if question.options:
        yield problem("X216", document.place(*path, "answer_set"), also=(document.key_place(*path, "options"),))
    elif question.answer_set not in known:
        hint = suggestion(question.answer_set, known)
        yield problem("X217", document.place(*path, "answer_set"), set=question.answer_set, hint=hint)


def _check_options(document: Document, path: Steps, question: Question) -> Iterator[Problem]:
    """Check the options of a question, at the question: those of an answer set may well suit another one."""
    if question.answer_set and not question.options:
        return  # the answer set is what is wrong
    alone = [option.id for option in question.options if option.alone]
    if len(question.options) < _FEWEST_OPTIONS:
        yield problem("X218", document.place(*path, "id"), question=question.id)
    elif question.pick == "many" and not alone:
        yield problem("X219", document.place(*path, "id"), question=question.id)
    elif question.pick == "one" and alone:
        place = _place_of_option(document, path, question, alone[0])
        yield problem("X220", place, question=question.id, option=alone[0])
    if question.pick == "many" and question.ordered:
        yield problem("X221", document.key_place(*path, "ordered"), question=question.id)
    other = [option for option in question.options if option.other]
    for option in other:
        if question.ordered or option.alone or option != other[0]:
            yield problem("X224", _place_of_option(document, path, question, option.id), option=option.id)


def _place_of_option(document: Document, path: Steps, question: Question, option: str) -> Place:
    at = ("options", question.rank[option], "id") if question.answer_set is None else ("id",)
    return document.place(*path, *at)


def _check_ask_ifs(questions: Questions, known: Mapping[str, Question]) -> Iterator[Problem]:
    depths: dict[str, int] = {}  # of the questions so far: how many ask_ifs stand behind each other before it is asked
    for path, question in questions.questions():
        condition = question.ask_if or ()
        yield from _check_condition(questions.document, (*path, "ask_if"), condition, known)
        for at, test in tests_in((*path, "ask_if"), condition):
            if test.question in known and test.question not in depths:
                yield problem("X204", questions.document.place(*at, "question"), question=test.question)
        depth = max((1 + depths.get(test.question, 0) for row in condition for test in row), default=0)
        depths.setdefault(question.id, depth)
        if depth == _DEEPEST + 1:
            yield problem("X223", questions.document.key_place(*path, "ask_if"), number=_DEEPEST)


def tests_in(path: Steps, condition: Condition) -> Iterator[tuple[Steps, Test]]:
    """Every test of the condition that stands at a path, with its own path."""
    for row, tests in enumerate(condition):
        for at, test in enumerate(tests):
            yield (*path, row, at), test


def _check_condition(
    document: Document, path: Steps, condition: Condition, known: Mapping[str, Question]
) -> Iterator[Problem]:
    for at, test in tests_in(path, condition):
        question = known.get(test.question)
        if question:
            yield from _check_operator(document, at, test, question)
            if question.options:
                yield from _check_operands(document, at, test, question)
        else:
            hint = suggestion(test.question, known)
            yield problem("X202", document.place(*at, "question"), question=test.question, hint=hint)


def _check_operator(document: Document, path: Steps, test: Test, question: Question) -> Iterator[Problem]:
    facts: dict[str, Any] = {"operator": test.operator, "question": question.id}
    if test.operator in _ON_A_SCALE and not question.ordered:
        yield problem("X205", document.place(*path, "operator"), **facts)
    if test.operator in _OVER_PICKS and question.pick == "one":
        yield problem("X206", document.place(*path, "operator"), **facts)


def _check_operands(document: Document, path: Steps, test: Test, question: Question) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, option in enumerate(test.options):
        if option not in question.rank:
            facts: dict[str, Any] = {"question": question.id, "hint": suggestion(option, question.rank)}
            yield problem("X203", document.place(*path, "options", number), option=option, **facts)
        elif option in seen:
            yield problem("X222", document.place(*path, "options", number), option=option)
        seen.add(option)
