"""The YAML files of the project, as editors and other checkers see them."""

from __future__ import annotations

import re

import pytest

from tests import ROOT
from tests.library import FOLDER
from tests.schemas.reading import SMALL
from tests.schemas.validating import SCHEMAS, refused

FILES = {
    "stages": [ROOT / "stages.yaml", FOLDER / "stages.yaml", SMALL["stages"]],
    "questions": [ROOT / "questions.yaml", FOLDER / "questions.yaml", SMALL["questions"]],
    "translations": [*ROOT.glob("translations/*.yaml")],
    "answers": [*ROOT.glob("cases/*.yaml"), *FOLDER.glob("cases/*.yaml"), SMALL["answers"]],
    "mapping": [*ROOT.glob("tests/exports/*.yaml"), SMALL["mapping"]],
}
NO_RUBRICS = (ROOT / "tests" / "schemas", ROOT / "tests" / "exports", FOLDER / "cases")
POINTER = re.compile(r"# yaml-language-server: \$schema=(\S+)")


@pytest.mark.parametrize("name", FILES)
def test_every_file_fits_its_schema(name: str) -> None:
    """check-jsonschema refuses none of them."""
    assert refused(name, FILES[name]) == set()


@pytest.mark.parametrize("name", FILES)
def test_editors_are_told_where_the_schema_is(name: str) -> None:
    """The first line of each file of the rubrics here leads from its folder to its schema."""
    for file in FILES[name]:
        if any(map(file.is_relative_to, NO_RUBRICS)):
            continue
        found = POINTER.fullmatch(file.read_text(encoding="utf-8").splitlines()[0])
        assert found
        assert file.parent.joinpath(found[1]).resolve() == SCHEMAS / f"{name}.json"
