"""The check: is this rubric sound? Rules look at it and yield problems; nothing is printed here."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sixstages.checks.checked import Checked, Share
from sixstages.checks.rules import all_rules
from sixstages.checks.subject import CasesUnread, Subject, read_cases, read_translations
from sixstages.checks.suppressions import Suppressions, read_suppressions
from sixstages.errors import MAX_PROBLEMS, in_reading_order, problem
from sixstages.loading import read_rubric
from sixstages.proofs import NotProved

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from sixstages.errors import Problem

NOT_PROVED = "L399"

_UNREADABLE = frozenset({"Y001", "Y002", "Y021"})


def check_rubric(folder: Path) -> Checked:
    """Check the rubric in a folder, with its cases and translations."""
    loaded = read_rubric(folder)
    problems = list(loaded.problems)
    documents = [read.document for read in (loaded.stages, loaded.questions) if read]
    identity = loaded.stages.file.rubric if loaded.stages else None
    subject = None
    if loaded.rubric and loaded.stages and loaded.questions:
        cases = read_cases(folder, loaded.rubric, problems)
        translations = read_translations(folder, problems)
        subject = Subject(loaded.rubric, loaded.stages, loaded.questions, cases, translations)
        documents += [case.document for case in cases.read]
        documents += [translation.document for translation in translations.read]
    suppressions = Suppressions(each for document in documents for each in read_suppressions(document))
    problems += suppressions.wrong
    problems += _found_by_rules(subject, suppressions) if subject else ()
    return Checked(
        folder=str(folder),
        rubric=identity.id if identity else None,
        version=identity.version if identity else None,
        problems=tuple(sorted(problems, key=in_reading_order)),
        shares=_shares(subject) if subject else (),
        unusable=any(each.code in _UNREADABLE for each in loaded.problems),
    )


def _found_by_rules(subject: Subject, suppressions: Suppressions) -> Iterator[Problem]:
    """Yield what the rules find and nothing allows, and the comments that allow what no rule finds."""
    finished: set[str] = set()
    not_proved: list[Problem] = []
    for code, rule in all_rules().items():
        try:
            yield from _listed(suppressions.remaining(rule.check(subject)))
        except NotProved:
            not_proved.append(problem(NOT_PROVED, subject.stages.document.place("rubric", "id"), rule=code))
        except CasesUnread:
            continue
        else:
            finished.add(code)
    yield from suppressions.remaining(not_proved)
    yield from suppressions.not_needed(finished | {NOT_PROVED})


def _listed(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the first problems in each file; where there are more, one further problem says so."""
    numbers: Counter[str] = Counter()
    for each in problems:
        file = each.place.file if each.place else ""
        numbers[file] += 1
        if numbers[file] <= MAX_PROBLEMS:
            yield each
        elif numbers[file] == MAX_PROBLEMS + 1:
            yield problem("Y020", each.place, number=MAX_PROBLEMS)


def _shares(subject: Subject) -> tuple[Share, ...]:
    ids = [stage.id for stage in subject.rubric.stages]
    try:
        shares = subject.proofs.shares()
    except NotProved:
        return tuple(Share(stage=each, share=None) for each in ids)
    return tuple(Share(stage=each, share=share) for each, share in zip(ids, shares, strict=True))
