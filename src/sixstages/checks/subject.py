"""What the rules of a check look at: the rubric with the places of its parts, its cases, and what is proved of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from sixstages.answers import understand
from sixstages.assessment import assess
from sixstages.documents import read
from sixstages.errors import ProblemsFound
from sixstages.loading import TRANSLATIONS
from sixstages.logic import questions_read, with_ask_ifs
from sixstages.proofs import Proofs
from sixstages.rubric import Finding
from sixstages.translations import read_translation, texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Sequence
    from pathlib import Path

    from sixstages.answers import Answers, Expectation
    from sixstages.assessment import Assessment
    from sixstages.errors import Place, Problem
    from sixstages.nodes import Document, Steps
    from sixstages.rubric import Condition, Gate, Question, Rubric
    from sixstages.rubric_files import Questions, Stages
    from sixstages.translations import Translation

AnyFile = TypeVar("AnyFile")

_CASE_SUFFIXES = (".yaml", ".yml", ".json")
_TRANSLATION_SUFFIXES = (".yaml",)

CASES = "cases"
"""The folder, within a rubric's, of answers files with the verdict that they must get."""


class Case(NamedTuple):
    """An answers file in `cases/`, and what it gets."""

    document: Document
    answers: Answers
    assessment: Assessment


class Found(NamedTuple, Generic[AnyFile]):
    """What a folder holds: the files that could be read, whether those are all, and what else lies there."""

    read: Sequence[AnyFile] = ()
    complete: bool = True
    others: Sequence[Path] = ()


class CasesUnread(Exception):  # noqa: N818 - named for what is the matter: nothing went wrong in the rule
    """Raised where something is asked of all cases together, and some could not be read."""


class Subject:
    """A rubric that could be loaded, its files and its cases."""

    def __init__(
        self,
        rubric: Rubric,
        stages: Stages,
        questions: Questions,
        cases: Found[Case],
        translations: Found[Translation],
    ) -> None:
        """Keep what was read; what is to be proved is proved when it is asked for."""
        self.rubric, self.stages, self.questions = rubric, stages, questions
        self.cases, self.translations = cases.read, translations.read
        self.other_cases, self.other_translations = cases.others, translations.others
        self._cases_complete = cases.complete

    @cached_property
    def texts(self) -> dict[str, str]:
        """The texts of the rubric that are to be translated, by their keys."""
        return texts_of(self.stages, self.questions)

    @cached_property
    def proofs(self) -> Proofs:
        """What follows from the rubric, whatever is answered."""
        return Proofs(self.rubric)

    @cached_property
    def read_by_gates(self) -> set[str]:
        """The questions that a gate reads, itself or through an `ask_if`."""
        return with_ask_ifs(self.rubric, (each for gate in self.rubric.gates for each in questions_of(gate)))

    def is_asked(self, question: str) -> bool:
        """Whether some answers before it lead to the question."""
        condition = self.rubric.questions[question].ask_if
        return condition is None or self.proofs.condition_sheet(condition, holds=True) is not None

    def can_be_asked(self, condition: Condition) -> bool:
        """Whether some row of the condition names no question that is never asked."""
        return any(all(self.is_asked(test.question) for test in row) for row in condition)

    def stage_at(self, path: Steps) -> str:
        """The id of the stage whose gate stands at a path."""
        return self.rubric.stages[int(path[1])].id

    def name_of(self, path: Steps, rule: Gate | Finding) -> str:
        """What the rule at a path is called in a message."""
        return f"'{rule.id}'" if isinstance(rule, Finding) else f"the gate of '{self.stage_at(path)}'"

    def option_place(self, path: Steps, question: Question, option: str) -> Place:
        """Where an option of the question at a path stands: at the question, or in its answer set."""
        place = ("answer_sets", question.answer_set) if question.answer_set else (*path, "options")
        return self.questions.document.place(*place, self.rubric.questions[question.id].rank[option], "id")

    def all_cases(self) -> Sequence[Case]:
        """Every case there is; raises `CasesUnread` where some could not be read."""
        if not self._cases_complete:
            raise CasesUnread
        return self.cases

    def expectations(self) -> Iterator[tuple[Case, Expectation]]:
        """The cases that expect something, each with what it expects."""
        for case in self.cases:
            if case.answers.expect:
                yield case, case.answers.expect


def questions_of(rule: Gate | Finding) -> list[str]:
    """The questions that the signs of a rule name, each once."""
    return list(dict.fromkeys(each for sign in rule.signs for each in questions_read(sign.when)))


def read_cases(folder: Path, rubric: Rubric, problems: list[Problem]) -> Found[Case]:
    """Read and assess the cases of a rubric; what is wrong is added to the problems."""

    def read_case(path: Path) -> Case:
        document = read(path)
        answers = understand(document, rubric)
        assessment = assess(rubric, answers)
        place = document.key_place("answers")
        problems.extend(each if each.place else each._replace(place=place) for each in assessment.warnings)
        return Case(document, answers, assessment)

    return _read_all(folder / CASES, _CASE_SUFFIXES, read_case, problems)


def read_translations(folder: Path, problems: list[Problem]) -> Found[Translation]:
    """Read the translations of a rubric; what is wrong is added to the problems."""
    return _read_all(folder / TRANSLATIONS, _TRANSLATION_SUFFIXES, read_translation, problems)


def _read_all(
    folder: Path, suffixes: Collection[str], read_one: Callable[[Path], AnyFile], problems: list[Problem]
) -> Found[AnyFile]:
    """Read the files of a folder that have one of these endings; those that the system hides count for nothing."""
    paths = sorted(each for each in folder.glob("*") if not each.name.startswith("."))
    found = []
    for path in (each for each in paths if each.suffix in suffixes):
        try:
            found.append(read_one(path))
        except ProblemsFound as wrong:
            problems += wrong.problems
    return Found(found, len(found) == len(paths), [each for each in paths if each.suffix not in suffixes])
