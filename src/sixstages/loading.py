"""A rubric is a folder: reading its files, and telling everything that is wrong with them."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sixstages.documents import read
from sixstages.errors import Place, Problem, ProblemsFound, first_of, problem
from sixstages.references import check_between, check_questions, check_stages
from sixstages.rubric import QuestionsFile, Rubric, StagesFile
from sixstages.rubric_files import Questions, Stages
from sixstages.validation import validate

if TYPE_CHECKING:
    from sixstages.nodes import Document
    from sixstages.validation import AnyModel

RUBRIC_FILES = ("stages.yaml", "questions.yaml")
"""What a rubric's folder must hold."""

_DIGITS = 16


class Loaded(NamedTuple):
    """What a folder holds: a rubric where nothing is wrong, and each file that could be read, None if not."""

    rubric: Rubric | None
    problems: tuple[Problem, ...]
    stages: Stages | None = None
    questions: Questions | None = None


def default_folder() -> Path:
    """Return the folder of the rubric that comes with the program: in the package, or the root of a checkout."""
    packaged = Path(__file__).parent / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


def load_rubric(folder: Path | None = None) -> Rubric:
    """Return the rubric in a folder, by default the one that comes with the program.

    Raises `ProblemsFound` with everything that is wrong with its files.
    """
    loaded = read_rubric(default_folder() if folder is None else folder)
    if loaded.rubric is None:
        raise ProblemsFound(loaded.problems)
    return loaded.rubric


def read_rubric(folder: Path) -> Loaded:
    """Read the files of a rubric; one that can't be used silences only the checks that need it."""
    if not folder.is_dir():
        return Loaded(None, (problem("Y021", Place(str(folder))),))
    problems: list[Problem] = []
    stages_read = _read(folder / "stages.yaml", StagesFile, problems)
    questions_read = _read(folder / "questions.yaml", QuestionsFile, problems)
    stages = Stages(*stages_read) if stages_read else None
    questions = Questions(*questions_read) if questions_read else None
    problems += _checked(stages, questions)
    rubric = _joined(stages, questions) if stages and questions and not problems else None
    return Loaded(rubric, tuple(problems), stages, questions)


def _read(path: Path, model: type[AnyModel], problems: list[Problem]) -> tuple[Document, AnyModel] | None:
    """Return a file and its model, or None once its problems are added."""
    try:
        document = read(path)
    except ProblemsFound as found:
        problems += found.problems
        return None
    file, wrong = validate(document, model)
    problems += wrong
    return (document, file) if file else None


def _checked(stages: Stages | None, questions: Questions | None) -> list[Problem]:
    problems = first_of(check_stages(stages)) if stages else []
    if questions:
        problems += first_of(check_questions(questions))
    if stages and questions:
        problems += first_of(check_between(stages, questions))
    return problems


def _joined(stages: Stages, questions: Questions) -> Rubric:
    return Rubric(
        identity=stages.file.rubric,
        sources=stages.file.sources,
        self_view=stages.file.self_view,
        stages=stages.file.stages,
        findings=stages.file.findings,
        sections=questions.sections(),
        digest=_digest(stages.document, questions.document),
    )


def _digest(*documents: Document) -> str:
    """Name the exact text of the files, whatever line ends and byte order mark an editor gave them."""
    digest = sha256()
    for document in documents:
        digest.update(document.source.text.replace("\r\n", "\n").encode())
        digest.update(b"\0")  # a character that no file may hold
    return digest.hexdigest()[:_DIGITS]
