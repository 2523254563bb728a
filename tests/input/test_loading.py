"""Loading a rubric: the shipped one and others, with everything wrong told in one run."""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sixstages.answers import Answers
from sixstages.assessment import assess
from sixstages.loading import default_folder, load_rubric, read_rubric
from tests import ROOT
from tests.input.rubrics import QUESTIONS, STAGES, changed
from tests.input.told import problems_of, underlined
from tests.library import FOLDER, library


def test_the_shipped_rubric_stands_at_the_root() -> None:
    """In a checkout the default rubric is the repository itself."""
    assert default_folder() == ROOT
    assert load_rubric() == load_rubric(ROOT)


def test_a_rubric_is_read_from_its_folder() -> None:
    """What stands in the files arrives in the models."""
    rubric = library()
    assert (rubric.identity.id, rubric.identity.version) == ("village-library", 2)
    assert [stage.id for stage in rubric.stages] == ["heap", "shelves", "catalogue", "readers"]
    assert rubric.opening == "kept"
    assert rubric.questions["order"].rank["by-subject"] == 2


def test_the_parts_of_a_condition_are_spelt_out() -> None:
    """A condition is rows of tests, each with its operator, its options and its number."""
    rubric = library()
    [[test]] = rubric.gates[0].signs[0].when
    assert (test.question, test.operator, test.options, test.number) == ("order", "at_least", ("by-size",), None)
    [[test]] = rubric.findings[0].items[0].signs[0].when
    assert (test.question, test.operator, test.options) == ("loans", "any_of", ("nothing",))


def test_counting_operators_have_their_number(tmp_path: Path) -> None:
    """A row of several tests keeps them all, whichever key comes first."""
    row = "[{loans: {of: [cards, phone], count: 2}, kept: {fewer_than: 1, of: boxes}}, {who: one}]"
    rubric = load_rubric(changed(tmp_path, STAGES, "{order: {at_least: by-size}}", row))
    [[counted, few], [last]] = rubric.gates[0].signs[0].when
    assert (counted.operator, counted.number, counted.options) == ("count", 2, ("cards", "phone"))
    assert (few.operator, few.number, few.options) == ("fewer_than", 1, ("boxes",))
    assert last.question == "who"


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a file, is told as what it is."""
    for path in (tmp_path / "missing", FOLDER / STAGES):
        [problem] = problems_of(lambda: load_rubric(path))  # noqa: B023 - called at once
        assert problem.code == "Y021"


def test_both_files_may_be_missing(tmp_path: Path) -> None:
    """An empty folder gives a problem for each file that should be there."""
    found = problems_of(lambda: load_rubric(tmp_path))
    assert [each.code for each in found] == ["Y001", "Y001"]
    assert [each.place and each.place.file for each in found] == [
        str(tmp_path / "questions.yaml"),
        str(tmp_path / "stages.yaml"),
    ]


def test_the_problems_of_both_files_are_told_together(tmp_path: Path) -> None:
    """A fault of shape in one and faults of reference in the other come in one run."""
    changed(tmp_path, STAGES, "needs: 2", "needs: two")
    text = (tmp_path / QUESTIONS).read_text(encoding="utf-8").replace("{none_of: [nowhere]}", "{none_of: [nowere]}")
    (tmp_path / QUESTIONS).write_text(text, encoding="utf-8")
    found = problems_of(lambda: load_rubric(tmp_path))
    assert [each.code for each in found] == ["X203"] * 7 + ["S109"]


def test_a_broken_file_silences_only_what_depends_on_it(tmp_path: Path) -> None:
    """Where one file can't be read, the other is still checked by itself, and can be looked at."""
    changed(tmp_path, STAGES, "needs: 2", "needs: 9")
    (tmp_path / QUESTIONS).write_text("sections: [")
    loaded = read_rubric(tmp_path)
    assert loaded.rubric is None
    assert loaded.questions is None
    assert loaded.stages
    assert len(loaded.stages.file.stages) == 4
    assert [each.code for each in loaded.problems] == ["Y008", "X209"]
    changed(tmp_path, QUESTIONS, "opening: true", "opening: false")
    (tmp_path / STAGES).write_text("")
    assert [each.code for each in read_rubric(tmp_path).problems] == ["Y019", "X213"]


ANSWER_SET = """
answer_sets:
  sizes: [{id: small, text: Small}, {id: large, text: Large}]
  one: [{id: only, text: Only}]
"""


def with_answer_set(folder: Path, name: str) -> Path:
    """Copy the library's rubric with the options of `who` in an answer set."""
    changed(folder, QUESTIONS, "sections:\n", f"{ANSWER_SET}sections:\n")
    text = (folder / QUESTIONS).read_text(encoding="utf-8")
    before, options = text.split("is ill.\n")
    after = options.partition("      - id: loans")[2]
    changed_text = f"{before}is ill.\n        answer_set: {name}\n      - id: loans{after}"
    (folder / QUESTIONS).write_text(changed_text.lstrip(), encoding="utf-8")
    text = (folder / STAGES).read_text(encoding="utf-8").replace("when: {who: one}", "when: {who: small}")
    (folder / STAGES).write_text(text, encoding="utf-8")
    return folder


def test_an_answer_set_gives_a_question_its_options(tmp_path: Path) -> None:
    """A question that names a set has the set's options, and still its name."""
    question = load_rubric(with_answer_set(tmp_path, "sizes")).questions["who"]
    assert [option.id for option in question.options] == ["small", "large"]
    assert question.answer_set == "sizes"


@pytest.mark.parametrize(("name", "told_at"), [("size", ("X217", "size")), ("one", ("X218", "who"))])
def test_an_answer_set_has_to_be_there_and_large_enough(name: str, told_at: tuple[str, str], tmp_path: Path) -> None:
    """A set that is not there is told at its name and nowhere else, one with a single option at the question."""
    found = problems_of(lambda: load_rubric(with_answer_set(tmp_path, name)))
    expected = [told_at] if name == "size" else [told_at, ("X203", "small")]
    assert [(each.code, underlined(each.place)) for each in found] == expected


def test_a_question_without_options_is_told_once(tmp_path: Path) -> None:
    """Conditions that read a question without options are not blamed for it."""
    with_answer_set(tmp_path, "sizes")
    text = (tmp_path / QUESTIONS).read_text(encoding="utf-8").replace("        answer_set: sizes\n", "")
    (tmp_path / QUESTIONS).write_text(text, encoding="utf-8")
    [problem] = problems_of(lambda: load_rubric(tmp_path))
    assert (problem.code, underlined(problem.place)) == ("X218", "who")


def test_options_of_a_set_have_their_ids_once(tmp_path: Path) -> None:
    """An id that stands twice in a set is told there."""
    with_answer_set(tmp_path, "sizes")
    text = (tmp_path / QUESTIONS).read_text(encoding="utf-8").replace("{id: large,", "{id: small,")
    (tmp_path / QUESTIONS).write_text(text, encoding="utf-8")
    [problem] = problems_of(lambda: load_rubric(tmp_path))
    assert (problem.code, underlined(problem.place)) == ("X201", "small")


def test_the_digest_names_the_text_of_the_files(tmp_path: Path) -> None:
    """Line ends and a byte order mark make no difference to it, a letter does."""
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    for name in (STAGES, QUESTIONS):
        data = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n"))
    assert load_rubric(tmp_path).digest == library().digest
    assert len(library().digest) == 16
    changed(tmp_path, STAGES, "A heap of books", "A heap of Books")
    assert load_rubric(tmp_path).digest != library().digest


def with_chain(folder: Path, length: int) -> Path:
    """Copy the library's rubric with questions that each are asked only because of the one before."""
    one = "      - {{id: n{}, ask_if: {{{}: {}}}, ask: A, why: W, options: [{{id: a, text: A}}, {{id: b, text: B}}]}}\n"
    links = [("kept", "boxes"), *((f"n{number}", "a") for number in range(length - 1))]
    chain = "".join(one.format(number, *link) for number, link in enumerate(links))
    return changed(folder, QUESTIONS, "      - id: order\n", f"{chain}      - id: order\n")


def test_questions_may_hang_on_each_other_fifty_deep(tmp_path: Path) -> None:
    """A chain of `ask_if`s that the engine can follow is scored, a longer one is refused at its first link too many."""
    folder = with_chain(tmp_path, 50)
    text = (folder / STAGES).read_text(encoding="utf-8").replace("{order: {at_least: by-size}}", "{n49: a}")
    (folder / STAGES).write_text(text, encoding="utf-8")
    assert assess(load_rubric(folder), Answers()).stage.low == 1
    [problem] = problems_of(lambda: load_rubric(with_chain(tmp_path, 60)))
    assert problem.code == "X223"
    assert problem.place
    assert "id: n50," in problem.place.excerpt


LINES = {name: FOLDER.joinpath(name).read_text(encoding="utf-8").splitlines() for name in (STAGES, QUESTIONS)}


@given(st.sampled_from([STAGES, QUESTIONS]), st.data())
def test_a_rubric_that_loads_can_be_scored(name: str, data: st.DataObject) -> None:
    """A file with a line lost, doubled or exchanged is refused with places, or gives a rubric that scores."""
    lines = LINES[name].copy()
    index = st.integers(0, len(lines) - 1)
    for _ in range(data.draw(st.integers(1, 3))):
        at, other = data.draw(index), data.draw(index)
        lines[at : at + 1] = data.draw(
            st.sampled_from([[], [lines[at]] * 2, [lines[other]], [lines[at], lines[other]]])
        )
        lines += [""] * (len(LINES[name]) - len(lines))
    assess_if_it_loads(name, "\n".join(lines))


WORDS = [
    "kept",
    "order",
    "by-size",
    "nowhere",
    "cards",
    "in-order",
    "at_least",
    "none_of",
    "count",
    "of",
    "2",
    "true",
    "{}",
    "[]",
    "one",
]


@given(st.sampled_from([STAGES, QUESTIONS]), st.data())
def test_a_rubric_with_another_word_that_loads_can_be_scored(name: str, data: st.DataObject) -> None:
    """A file with a word exchanged is refused with places, or gives a rubric that scores."""
    words = "\n".join(LINES[name]).replace(":", " :\0").replace(",", " ,\0").replace("}", " }\0").split(" ")
    at = data.draw(st.sampled_from([n for n, word in enumerate(words) if word.strip("\n\0{}[],:")]))
    words[at] = data.draw(st.sampled_from(WORDS))
    assess_if_it_loads(name, " ".join(words).replace(" :\0", ":").replace(" ,\0", ",").replace(" }\0", "}"))


def assess_if_it_loads(name: str, text: str) -> None:
    """Load the library's rubric with another text for a file, and score an empty and a full sheet."""
    with TemporaryDirectory() as temporary:
        folder = shutil.copytree(FOLDER, Path(temporary), dirs_exist_ok=True)
        folder.joinpath(name).write_text(text, encoding="utf-8")
        loaded = read_rubric(folder)
    assert all(problem.place and problem.place.line for problem in loaded.problems)
    assert bool(loaded.problems) is (loaded.rubric is None)
    if loaded.rubric:
        for position in (0, -1):
            full = {each.id: (each.options[position].id,) for each in loaded.rubric.questions.values()}
            assert assess(loaded.rubric, Answers(answers=full)).stage.low <= len(loaded.rubric.stages)
        assert assess(loaded.rubric, Answers()).stage.low == 1
