"""The files beside a rubric: what is said of those that can't be read, are passed over or contradict themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sixstages.checks import check_rubric
from sixstages.loading import load_rubric, read_rubric
from sixstages.translations import digest_of, texts_of
from tests.input.rubrics import STAGES, changed
from tests.input.told import underlined
from tests.library import case

if TYPE_CHECKING:
    from pathlib import Path

    from sixstages.errors import Problem

LATER = "# check: allow T401 because the rest comes next week"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A rubric with empty folders for cases and translations."""
    for name in ("cases", "translations"):
        tmp_path.joinpath(name).mkdir()
    return changed(tmp_path, STAGES, "", "")


def found(folder: Path, letter: str) -> list[Problem]:
    """Check the rubric, and give the problems of a class."""
    return [each for each in check_rubric(folder).problems if each.code.startswith(letter)]


def codes(folder: Path, letter: str) -> list[str]:
    """Give the codes of the problems of a class."""
    return [each.code for each in found(folder, letter)]


def add_case(folder: Path, name: str, old: str = "", new: str = "") -> None:
    """Put a case of the library into the rubric's folder, a word in it replaced."""
    text = case("heap").read_text(encoding="utf-8")
    assert old in text
    folder.joinpath("cases", name).write_text(text.replace(old, new, 1), encoding="utf-8")


def test_what_is_asked_of_all_cases_is_left_open_where_some_could_not_be_read(folder: Path) -> None:
    """Its own fault is told, and none of what may only follow from it."""
    add_case(folder, "heap.yaml")
    assert {"G501", "G504"} <= set(codes(folder, "G"))
    add_case(folder, "shelves.yaml", "rubric: village-library", "rubric: another")
    assert codes(folder, "G") == []
    assert codes(folder, "A") == ["A601"]


def test_a_rubric_whose_only_case_could_not_be_read_is_not_without_cases(folder: Path) -> None:
    """G510 would be wrong."""
    add_case(folder, "heap.yaml", "rubric: village-library", "rubric: another")
    assert codes(folder, "G") == []


@pytest.mark.parametrize("name", ["heap.YAML", "heap.txt", "heap"])
def test_a_file_that_is_no_case_is_named(name: str, folder: Path) -> None:
    """Nobody takes it for one that is looked at."""
    add_case(folder, name)
    [passed_over] = found(folder, "G")
    assert (passed_over.code, passed_over.place and passed_over.place.file) == ("G512", str(folder / "cases" / name))


@pytest.mark.parametrize("name", ["heap.yaml", "heap.yml", "heap.json"])
def test_a_case_has_one_of_three_endings(name: str, folder: Path) -> None:
    """It is read, and not passed over; a file that the system hides is no matter."""
    add_case(folder, name)
    folder.joinpath("cases", ".heap.txt").write_text("hidden", encoding="utf-8")
    assert {"G510", "G512"}.isdisjoint(codes(folder, "G"))


@pytest.mark.parametrize("name", ["hi.yml", "hi.YAML", "hi.json"])
def test_a_file_that_is_no_translation_is_named(name: str, folder: Path) -> None:
    """The program does not offer its language."""
    folder.joinpath("translations", name).write_text("language: hi\n", encoding="utf-8")
    folder.joinpath("translations", ".hidden").write_text("", encoding="utf-8")
    assert codes(folder, "T") == ["T407"]
    assert load_rubric(folder).languages == ("en",)


def test_a_translation_that_the_system_hides_is_none(folder: Path) -> None:
    """What some systems put beside each file they copy, under its name, offers no language and is no matter."""
    folder.joinpath("translations", "._hi.yaml").write_bytes(b"\0\5\x16\7")
    assert codes(folder, "T") == []
    assert load_rubric(folder).languages == ("en",)


@pytest.mark.parametrize("expect", ["holds: [damp, damp]", "absent: [damp, damp]", "holds: damp, absent: damp"])
def test_what_a_case_expects_of_a_finding_is_said_once(expect: str, folder: Path) -> None:
    """A second time is told with both places."""
    add_case(folder, "heap.yaml", "expect:", "was:")
    path = folder / "cases" / "heap.yaml"
    text = path.read_text(encoding="utf-8").partition("was:")[0]
    path.write_text(f"{text}expect: {{stage: heap, {expect}}}\n", encoding="utf-8")
    [twice] = [each for each in found(folder, "G") if each.code == "G513"]
    assert underlined(twice.place) == "damp"
    assert twice.place
    assert [each.column < twice.place.column for each in twice.also] == [True]


def translated(folder: Path, language: str, change: str) -> list[Problem]:
    """Translate one text of the rubric by a change to it, and check."""
    loaded = read_rubric(folder)
    assert loaded.stages
    assert loaded.questions
    key, text = "stages/heap/name", texts_of(loaded.stages, loaded.questions)["stages/heap/name"]
    entry = f'{key}: [{digest_of(text)}, "{change.format(text=text, upper=text.upper())}"]'
    content = f"language: {language}\ntexts:  {LATER}\n  {entry}\n"
    folder.joinpath("translations", "pt.yaml").write_text(content, encoding="utf-8")
    return found(folder, "T")


@pytest.mark.parametrize("change", ["{text}", "  {text} ", "{upper}"])
def test_a_text_that_only_looks_changed_is_still_untouched(change: str, folder: Path) -> None:
    """Capital letters and spaces are no translation."""
    assert [each.code for each in translated(folder, "pt", change)] == ["T404"]


def test_braces_where_the_text_has_none_are_to_be_taken_out(folder: Path) -> None:
    """There are none to write instead."""
    [braces] = translated(folder, "pt", "Um monte {{de livros}}")
    assert (braces.code, braces.remedy) == ("T405", "Take them out.")


def test_the_rubric_s_own_language_needs_no_translation(folder: Path) -> None:
    """Renaming the file would not help, and is not advised."""
    assert [each.code for each in translated(folder, "en", "Um monte")] == ["T408"]
    assert [each.code for each in translated(folder, "es", "Um monte")] == ["T406"]
