"""Which language is spoken: by the option, else by the answers file, else by the environment, else the rubric's."""

from __future__ import annotations

import io
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from sixstages import load_rubric, read_answers
from sixstages.cli import language_of, main
from sixstages.cli.conversation import ANSWER, SELF_VIEW_ANSWER
from sixstages.cli.opening import STAYS_HERE
from sixstages.cli.session import Session
from sixstages.speech import LANGUAGES, speech
from sixstages.terminal import Terminal
from tests import ROOT
from tests.cli.driver import NOW, Keyboard, Outcome, run
from tests.library import FOLDER, case

if TYPE_CHECKING:
    from pathlib import Path

CASE = ROOT / "cases" / "asha-textiles.yaml"


def run_in(language: str | None, *argv: object) -> Outcome:
    """Run a command where the environment asks for a language."""
    out, err = io.StringIO(), io.StringIO()
    terminal = Terminal(None, out, err, {"COLUMNS": "80", "TERM": "dumb"})
    code = main([str(each) for each in argv], Session(terminal=terminal, now=lambda: NOW, language=language))
    return Outcome(code, out.getvalue(), err.getvalue())


def language_in(outcome: Outcome) -> str:
    """Give the language that the JSON names."""
    return str(json.loads(outcome.out)["language"])


def in_other_language(folder: Path, line: str) -> Path:
    """Copy the case, with another line where it says its language."""
    file = folder / "asha.yaml"
    file.write_text(CASE.read_text(encoding="utf-8").replace("language: en\n", line), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("environ", "language"),
    [
        ({"LANG": "hi_IN.UTF-8"}, "hi"),
        ({"LANG": "sw"}, "sw"),
        ({"LC_MESSAGES": "pt_BR@latin", "LANG": "hi_IN"}, "pt"),
        ({"LC_ALL": "C.UTF-8", "LANG": "hi_IN"}, "C"),
        ({"LC_ALL": "", "LANG": "uk_UA"}, "uk"),
        ({}, None),
    ],
)
def test_the_environment_names_a_language(environ: dict[str, str], language: str | None) -> None:
    """`LC_ALL` goes before `LC_MESSAGES`, and that before `LANG`; an empty one says nothing."""
    assert language_of(environ) == language


def test_the_option_goes_before_the_file_and_the_file_before_the_environment(tmp_path: Path) -> None:
    """Each speaks where those before it are silent, and the rubric's own language where all are."""
    silent, hindi = in_other_language(tmp_path, ""), CASE
    assert language_in(run_in("uk", "score", silent, "--format", "json")) == "uk"
    assert language_in(run_in("uk", "score", hindi, "--format", "json")) == "en"
    assert language_in(run_in("uk", "score", hindi, "--format", "json", "--lang", "bn")) == "bn"
    assert language_in(run_in("fr", "score", silent, "--format", "json")) == "en"
    assert language_in(run_in(None, "score", silent, "--format", "json")) == "en"


def test_files_in_several_languages_are_each_reported_in_their_own(tmp_path: Path) -> None:
    """One call, and every client reads their language."""
    hindi = in_other_language(tmp_path, "language: hi\n")
    found = json.loads(run("score", hindi, CASE, "--format", "json").out)
    assert [each["language"] for each in found] == ["hi", "en"]
    report = run("score", hindi, CASE).out
    assert load_rubric(ROOT, "hi").stages[0].name in report
    assert load_rubric(ROOT).stages[0].name in report


def test_an_unknown_language_is_told_with_those_there_are() -> None:
    """A wrong word for the option is a wrong call, and names what is possible."""
    outcome = run("score", CASE, "--lang", "klingon")
    assert outcome.code == 2
    assert "Known here: en, bn, hi, pt, sw, uk." in outcome.err


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_interview_is_held_in_each_language(language: str, folder: Path) -> None:
    """Questions, prompts and the first screen are in the language, and the file remembers it."""
    rubric = load_rubric(ROOT, language)
    outcome = run("interview", "--lang", language, "--rubric", ROOT, stdin=Keyboard(["Kijiji", "2", "2", "q"]))
    words = " ".join(outcome.out.split())
    for said in (rubric.identity.title, rubric.questions["accounts"].ask, rubric.questions["posts-total"].ask):
        assert said in words
    for said in (STAYS_HERE, ANSWER, SELF_VIEW_ANSWER):
        assert " ".join(speech(language)(said).split()) in words
    assert read_answers(folder / "kijiji-2026-11-22.yaml", rubric).language == language


def test_l_changes_the_language_and_loses_no_answer(folder: Path) -> None:
    """The same question is put again in the other language, and the file goes on in it."""
    hindi = load_rubric(ROOT, "hi")
    number = hindi.languages.index("hi") + 1
    typed = ["Kijiji", "2", "2", "l", str(number), "2", "q"]
    outcome = run("interview", "--rubric", ROOT, stdin=Keyboard(typed))
    words = " ".join(outcome.out.split())
    assert load_rubric(ROOT).questions["posts-total"].ask in words
    assert hindi.questions["posts-total"].ask in words
    kept = read_answers(folder / "kijiji-2026-11-22.yaml", hindi)
    assert kept.language == "hi"
    assert list(kept.answers) == ["accounts", "posts-total"]


def test_a_language_that_is_not_listed_is_asked_for_again(folder: Path) -> None:  # noqa: ARG001 - to work in
    """A wrong number is told; Enter leaves the language as it is."""
    outcome = run("interview", "--rubric", ROOT, stdin=Keyboard(["Kijiji", "l", "9", "", "2", "q"]))
    assert '"9" is not one of them. Type a number from 1 to 6.' in outcome.out
    assert "ग्राहक" not in outcome.out


def test_quick_goes_on_in_the_other_language(folder: Path) -> None:  # noqa: ARG001 - to work in
    """The shortest way is found anew, and asks in the words of the other language."""
    hindi = load_rubric(ROOT, "hi")
    number = hindi.languages.index("hi") + 1
    outcome = run("interview", "--quick", "--rubric", ROOT, stdin=Keyboard(["Kijiji", "2", "2", "l", str(number), "q"]))
    words = " ".join(outcome.out.split())
    assert any(question.ask in words for question in hindi.questions.values())


def test_a_rubric_that_is_not_translated_says_so_once(folder: Path) -> None:
    """It is asked in its own words between the program's sentences in the language."""
    outcome = run("score", case("heap"), case("open"), "--rubric", FOLDER, "--lang", "en")
    assert outcome.err == ""
    shutil.copytree(FOLDER, folder / "rubric")
    translations = folder / "rubric" / "translations"
    translations.mkdir()
    translations.joinpath("uk.yaml").write_text(
        'language: uk\ntexts:\n  stages/heap/name: [abcdef, "Купа книжок"]\n', encoding="utf-8"
    )
    outcome = run("score", case("heap"), case("open"), "--rubric", folder / "rubric", "--lang", "uk")
    assert outcome.err.count("\n") == 1
    assert "Купа книжок" in outcome.out
    assert "Books on shelves" in outcome.out


def test_problems_with_an_answers_file_are_told_in_the_language(tmp_path: Path) -> None:
    """What is wrong and what to do are for whoever answered."""
    file = tmp_path / "wrong.yaml"
    file.write_text("answers:\n  accounts: [nowhere, facebook]\n", encoding="utf-8")
    outcome = run("score", file, "--rubric", ROOT, "--lang", "uk")
    assert outcome.code == 2
    assert "A606" in outcome.err
    assert "Keep it alone" not in outcome.err


def hindi_number() -> str:
    """The number of Hindi in the menu of languages."""
    return str(load_rubric(ROOT).languages.index("hi") + 1)


@pytest.mark.parametrize("before", [["l", "{hi}", "Kijiji"], ["Kijiji", "l", "{hi}"]], ids=["name", "self-view"])
def test_the_language_can_be_changed_before_the_first_question(before: list[str], folder: Path) -> None:
    """At the name and at the self-view `l` is no answer; what follows is all in the other language."""
    hindi = load_rubric(ROOT, "hi")
    typed = [each.format(hi=hindi_number()) for each in before]
    outcome = run("interview", "--rubric", ROOT, stdin=Keyboard([*typed, "2", "q"]))
    words = " ".join(outcome.out.split())
    assert hindi.questions["accounts"].ask in words
    assert load_rubric(ROOT).questions["accounts"].ask not in words
    kept = read_answers(folder / "kijiji-2026-11-22.yaml", hindi)
    assert (kept.name, kept.language) == ("Kijiji", "hi")


def test_a_changed_language_is_kept_although_nothing_is_answered_in_it(folder: Path) -> None:
    """Whoever changes it and leaves goes on in it the next time."""
    run("interview", "--rubric", ROOT, stdin=Keyboard(["Kijiji", "2", "2", "l", hindi_number(), "q"]))
    assert read_answers(folder / "kijiji-2026-11-22.yaml", load_rubric(ROOT)).language == "hi"


def test_a_language_whose_file_is_broken_is_told_and_the_interview_goes_on(folder: Path) -> None:
    """What is wrong stands on standard error; the questions come in the language before."""
    shutil.copytree(FOLDER, folder / "rubric")
    (folder / "rubric" / "translations").mkdir()
    (folder / "rubric" / "translations" / "uk.yaml").write_text("language: uk\ntexts: 7\n", encoding="utf-8")
    outcome = run("interview", "--rubric", folder / "rubric", stdin=Keyboard(["Kijiji", "2", "l", "2", "2,3", "q"]))
    assert "S103" in outcome.err
    assert "The one before stays." in " ".join(outcome.out.split())
    assert outcome.code == 130
    assert read_answers(folder / "kijiji-2026-11-22.yaml", load_rubric(folder / "rubric")).language == "en"


def test_one_can_leave_from_the_menu_of_languages(folder: Path) -> None:
    """`q` saves and stops there too, and a code is as good as a number."""
    assert run("interview", "--rubric", ROOT, stdin=Keyboard(["Kijiji", "2", "2", "l", "q"])).code == 130
    outcome = run("interview", "--rubric", ROOT, stdin=Keyboard(["Duka", "2", "2", "l", "hi", "q"]))
    assert load_rubric(ROOT, "hi").questions["posts-total"].ask in " ".join(outcome.out.split())
    assert (folder / "duka-2026-11-22.yaml").exists()


@pytest.mark.parametrize("option", ["HI", "hi_IN", "हिन्दी", "hi-in.UTF-8"])
def test_the_language_that_was_meant_is_suggested(option: str) -> None:
    """By its code with a country behind it, in capitals, or by its own name."""
    assert "Did you mean 'hi'?" in run("score", CASE, "--lang", option).err


def test_a_file_that_is_not_there_is_told_in_the_language() -> None:
    """Also the reason that the system gives."""
    outcome = run("score", "gone.yaml", "--lang", "pt")
    assert "Y001" in outcome.err
    assert "No such file" not in outcome.err
    assert "no such file" not in outcome.err
