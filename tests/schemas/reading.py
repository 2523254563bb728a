"""Small files with every key, and what our reader says of the shape of such files."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from sixstages.answers import AnswersShape, understand
from sixstages.cohort.mapping import MappingFile
from sixstages.documents import parse
from sixstages.errors import ProblemsFound
from sixstages.loading import load_rubric
from sixstages.rubric import QuestionsFile, StagesFile
from sixstages.validation import validate

if TYPE_CHECKING:
    from sixstages.rubric import Model, Rubric

FOLDER = Path(__file__).parent / "small"
MODELS: dict[str, type[Model]] = {
    "stages": StagesFile,
    "questions": QuestionsFile,
    "answers": AnswersShape,
    "mapping": MappingFile,
}
WITHOUT_EMPTY = ("answers", "mapping")
SMALL = {name: FOLDER / f"{name}.yaml" for name in MODELS}
NO_DATE = "A613"


@cache
def garden() -> Rubric:
    """Load the rubric that the small files are."""
    return load_rubric(FOLDER)


def faults(name: str, data: bytes) -> list[str]:
    """Give the codes of what is wrong with the shape of a file; of an answers file a date that is none as well."""
    document = parse(data, name)
    _, problems = validate(document, MODELS[name], without_empty=name in WITHOUT_EMPTY)
    codes = [each.code for each in problems]
    if name == "answers":
        try:
            understand(document, garden())
        except ProblemsFound as found:
            codes += [each.code for each in found.problems if each.code == NO_DATE]
    return codes
