"""A rubric is a folder: reading its files, and telling everything that is wrong with them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from sixstages.documents import read
from sixstages.errors import Place, Problem, ProblemsFound, first_of, problem
from sixstages.references import check_between, check_questions, check_stages
from sixstages.rubric import QuestionsFile, Rubric, StagesFile
from sixstages.rubric_files import Questions, Stages
from sixstages.validation import validate

if TYPE_CHECKING:
    from sixstages.nodes import Document
    from sixstages.validation import AnyModel

TRANSLATIONS = "translations"
"""The folder, within a rubric's, that holds a file for each language."""

RUBRIC_FILES = ("stages.yaml", "questions.yaml")
"""What a rubric's folder must hold."""


class Loaded(NamedTuple):
    """What a folder holds: a rubric where nothing is wrong, and each file that could be read, None if not."""

    rubric: Rubric | None
    problems: tuple[Problem, ...]
    stages: Stages | None = None
    questions: Questions | None = None


def languages_in(folder: Path) -> tuple[str, ...]:
    """Return the languages that a rubric's folder holds translations into; files that the system hides are none."""
    return tuple(sorted(path.stem for path in folder.joinpath(TRANSLATIONS).glob("[!.]*.yaml")))


def default_folder() -> Path:
    """Return the folder of the rubric that comes with the program: in the package, or the root of a checkout."""
    packaged = Path(__file__).parent / "data"
    return packaged if packaged.is_dir() else Path(__file__).parents[2]


class Editions:
    """A rubric in every language that it comes in; each is read when it is asked for."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read the rubric in a folder, by default the one that comes with the program; raises `ProblemsFound`."""
        self._folder = default_folder() if folder is None else folder
        loaded = read_rubric(self._folder)
        if not (loaded.rubric and loaded.stages and loaded.questions):
            raise ProblemsFound(loaded.problems)
        self.original = loaded.rubric
        self._files = loaded.stages, loaded.questions
        self._editions = {self.original.identity.language: Edition(self.original, 0)}

    def edition(self, language: str) -> Edition:
        """Return the rubric in a language, its own words where they are not translated; raises `ProblemsFound`."""
        if language not in self._editions:
            self._editions[language] = self._translated(language)
        return self._editions[language]

    def texts(self) -> dict[str, str]:
        """Return every text that is to be translated, by its key."""
        from sixstages.translations import texts_of  # noqa: PLC0415 - as below

        return texts_of(*self._files)

    def translations(self, language: str) -> dict[str, tuple[str, str]]:
        """Return the digest and the text of each translation into a language; raises `ProblemsFound`."""
        from sixstages.translations import read_translation  # noqa: PLC0415 - whoever reads the original needs none

        if language not in self.original.languages[1:]:
            return {}
        return read_translation(self._folder / TRANSLATIONS / f"{language}.yaml").file.texts

    def _translated(self, language: str) -> Edition:
        from sixstages.translations import lay_over  # noqa: PLC0415 - as above

        texts = {key: text for key, (_, text) in self.translations(language).items()}
        stages, questions, missing = lay_over(*self._files, texts)
        rubric = _joined(stages, questions, self.original.languages, self.original.digest)
        identity = rubric.identity.model_copy(update={"language": language})
        return Edition(rubric.model_copy(update={"identity": identity}), missing)


class Edition(NamedTuple):
    """A rubric in one language, and how many of its texts are not translated into it."""

    rubric: Rubric
    missing: int


def load_rubric(folder: Path | None = None, language: str | None = None) -> Rubric:
    """Return the rubric in a folder, by default the one that comes with the program, in a language or its own.

    Raises `ProblemsFound` with everything that is wrong with its files.
    """
    editions = Editions(folder)
    return editions.edition(language).rubric if language else editions.original


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
    if problems or not (stages and questions):
        return Loaded(None, tuple(problems), stages, questions)
    languages = (stages.file.rubric.language, *languages_in(folder))
    digest = _digest(stages.document, questions.document)
    return Loaded(_joined(stages, questions, languages, digest), (), stages, questions)


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


def _joined(stages: Stages, questions: Questions, languages: tuple[str, ...], digest: str) -> Rubric:
    return Rubric.model_construct(  # of parts that are validated
        identity=stages.file.rubric,
        sources=stages.file.sources,
        self_view=stages.file.self_view,
        stages=stages.file.stages,
        findings=stages.file.findings,
        sections=questions.sections(),
        languages=languages,
        digest=digest,
    )


def _digest(*documents: Document) -> str:
    """Tell the texts of the files from others, whatever line ends and byte order mark an editor gave them.

    A checksum is enough: nobody gains by two rubrics that look the same.
    """
    texts = (document.source.text.replace("\r\n", "\n").encode() for document in documents)
    return "".join(f"{crc32(text):08x}" for text in texts)
