"""What makes an interview easy to finish: the way back, skipping, help, and coming back to it later."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from sixstages import load_rubric, read_answers
from sixstages.cli import main
from sixstages.cli.session import Session
from sixstages.terminal import Terminal
from tests.cli.driver import NOW, Keyboard, Outcome, pipe, run
from tests.cli.interviews import ANSWERS, BEGINNING, FILE, RUBRIC, hold, saved
from tests.library import FOLDER, case, sheet

pytestmark = pytest.mark.usefixtures("folder")


def words(outcome: Outcome) -> str:
    """Give what was said, on one line."""
    return " ".join(outcome.out.replace("\u00a0", " ").split())


def copied(name: str, **changes: str) -> Path:
    """Put the answers of a case in a file of this folder, with texts in it replaced."""
    text = case(name).read_text(encoding="utf-8")
    for old, new in changes.items():
        assert old in text
        text = text.replace(old, new)
    file = Path(f"{name}.yaml")
    file.write_text(text, encoding="utf-8")
    return file


def test_back_goes_over_any_number_of_questions() -> None:
    """Three back, across a section; what was answered is shown, Enter keeps it, and the way on is the same again."""
    outcome = hold(*BEGINNING, "2", "1", "2", "1", "1", "0", "b", "back", "3", "", "", "2", "q")
    assert "Before: Once or a few times a year (Enter keeps it)" in outcome.out
    kept = saved().answers
    assert (kept["tidied"], kept["counted"], kept["list"]) == (("monthly",), ("never",), ("none-yet",))
    assert kept["found"] == ("one-or-two",)


def test_at_the_first_question_there_is_nothing_to_go_back_to() -> None:
    """It says so, and asks the first question again."""
    outcome = hold(*BEGINNING, "b", "2", "q")
    assert "This is the first question; there is none to go back to." in outcome.out
    assert saved().answers == {"kept": ("boxes",)}


def test_a_resumed_interview_can_go_back_too() -> None:
    """Answers of an earlier run can be changed as those of this one."""
    hold(*BEGINNING, "2", "1", "q")
    hold("b", "b", "1", "q", file=FILE)
    assert saved().answers == {"kept": ("shelves",), "order": ("no-order",)}


def test_answers_that_stop_applying_are_put_aside_and_come_back() -> None:
    """In the file they stand under `aside` until the answer before is changed again."""
    hold("", "loans", "4", "", "", file=copied("uneven"))
    assert saved("uneven.yaml").aside == {"used-for": ("remind", "buy")}
    assert "used-for" not in saved("uneven.yaml").answers
    hold("", "loans", "3", "", "", file="uneven.yaml")
    assert saved("uneven.yaml").answers == sheet("uneven").answers
    assert saved("uneven.yaml").aside == {}


def test_a_skipped_question_is_left_out_of_the_file_and_asked_again_another_time() -> None:
    """Not in this run, though: it ends in the report, which says how to answer what was left out."""
    outcome = hold(*BEGINNING, "2", "s", *ANSWERS[2:], "")
    assert outcome.code == 0
    assert "order" not in saved().answers
    assert "You left out one question." in outcome.out
    assert f"\n  sixstages interview {FILE} --rubric {FOLDER}\n" in outcome.out
    again = hold("1", "", file=FILE)
    assert "question 2 of about 8" in again.out
    assert saved().answers["order"] == ("no-order",)


def test_dont_know_is_repeated_by_enter_too() -> None:
    """Going back to it shows it in words."""
    outcome = hold(*BEGINNING, "2", "don't know", "b", "", "q")
    assert "Before: I don't know (Enter keeps it)" in outcome.out
    assert saved().dont_know == {"order"}


@pytest.mark.parametrize("typed", ["d", "s"])
def test_the_opening_question_says_why_it_can_t_be_left_open(typed: str) -> None:
    """Neither "don't know" nor skip is an answer to it."""
    outcome = hold(*BEGINNING, typed, "q")
    assert "Everything else depends on this question" in outcome.out
    assert (saved().answers, saved().dont_know) == ({}, frozenset())


def test_the_legend_is_shown_once_and_on_a_question_mark() -> None:
    """At the start in short; asked for, with the words that do the same."""
    start = words(hold(*BEGINNING, *ANSWERS[:4], "q"))
    assert start.count("b = go back") == 1
    asked = hold(*BEGINNING, "2", "?", "q").out
    assert "  - d (or don't know, dont know) = I don't know\n" in asked
    assert "  - q (or quit, save) = save and stop\n" in asked


def test_the_legend_of_the_opening_question_offers_only_what_is_possible() -> None:
    """There it lists neither skip nor "don't know"."""
    asked = hold(*BEGINNING, "?", "q").out.split("Besides numbers:")[-1]
    assert "go back" in asked
    assert "skip" not in asked
    assert "don't know" not in asked


def test_asked_for_another_language_it_says_that_there_is_one() -> None:
    """And goes on with the same question, the self-view's too."""
    outcome = hold("Kijiji", "l", "2", "2", "language", "1", "q")
    assert words(outcome).count("These questions come in one language so far.") == 2
    assert saved().answers == {"kept": ("boxes",), "order": ("no-order",)}


def test_with_coach_each_answer_tells_the_stages_left_open() -> None:
    """The interval, then the stage once it is settled; without the option neither."""
    typed = (*BEGINNING, *ANSWERS, "")
    told = hold(*typed, options=("--coach",)).out
    assert told.count("So far your answers") == len(ANSWERS)
    assert "So far your answers leave stages 1 to 4 open." in told
    assert "So far your answers say stage 1." in told
    assert "So far" not in hold(*typed).out


@pytest.mark.parametrize(
    ("updated", "when"), [("2026-11-22T09:00:00Z", "today"), ("2026-11-19T09:00:00Z", "3 days ago")]
)
def test_resuming_says_how_long_ago_the_last_answer_was(updated: str, when: str) -> None:
    """By the calendar on the wall."""
    hold(*BEGINNING, "2", "q")
    text = Path(FILE).read_text(encoding="utf-8")
    Path(FILE).write_text(text.replace("2026-11-22T10:04:00Z", updated), encoding="utf-8")
    assert f"question 2 of about 9. Your last answer was given {when}." in words(hold("q", file=FILE))


def test_the_own_view_is_asked_for_once() -> None:
    """Who left at the first question comes back to it, and not to what came before."""
    hold(*BEGINNING, "q")
    outcome = hold("2", "q", file=FILE)
    assert "Which of these sounds most like your library?" not in outcome.out
    assert (saved().self_view, saved().answers) == ("shelves", {"kept": ("boxes",)})


def test_a_sheet_filled_in_by_hand_is_resumed_as_any_other() -> None:
    """Where it does not say when the last answer was given, nothing is said about that."""
    outcome = hold("q", file=copied("heap", **{"  who: one\n": ""}))
    assert "question 7 of about 8." in words(outcome)
    assert "Your last answer was given" not in words(outcome)


def altered(changes: dict[str, dict[str, str]]) -> Path:
    """Make a copy of the library's rubric with texts in its files replaced."""
    folder = Path("altered")
    shutil.copytree(FOLDER, folder, ignore=shutil.ignore_patterns("cases"))
    for name, replaced in changes.items():
        text = (folder / name).read_text(encoding="utf-8")
        for old, new in replaced.items():
            assert old in text
            text = text.replace(old, new)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def next_version() -> Path:
    """Make version 3: a question with another meaning, one renamed, one gone and one new, and an option gone."""
    questions = {
        "- id: tidied\n": "- id: tidied\n        changed_in: 3\n",
        "- id: who\n": "- id: people\n        renamed_from: who\n",
        "- id: found\n": "- id: looked-for\n",
        "- {id: phone, text: On a phone}": "- {id: computer, text: On a computer}",
    }
    stages = {"version: 2": "version: 3", "{who:": "{people:", "{found:": "{looked-for:"}
    return altered({"questions.yaml": questions, "stages.yaml": stages})


def test_after_a_new_version_only_what_is_new_is_asked() -> None:
    """What changed its meaning, what is gone, and what lost an option; all that is dropped is told first."""
    folder = next_version()
    file = copied("uneven", **{"[phone]": "[cards, phone]"})
    outcome = run("interview", file, "--rubric", folder, stdin=Keyboard(["4", "2", "", "", ""]))
    assert outcome.out.count("of about 9") == 4  # three questions, and where it goes on
    assert outcome.out.count("Enter keeps it") == outcome.out.count("Before: On cards (Enter keeps it)") == 1
    assert "No longer fitting: tidied, found, loans." in outcome.err
    kept = read_answers(file, load_rubric(folder))
    assert kept.warnings == ()
    expected = {**sheet("uneven").answers, "tidied": ("weekly",), "people": ("one",), "loans": ("cards",)}
    del expected["who"], expected["found"]
    assert kept.answers == {**expected, "looked-for": ("one-or-two",)}


def test_again_starts_a_new_file_beside_the_old_one() -> None:
    """Enter repeats each answer, the own view too; the old file stays as it is."""
    Path("books").mkdir()
    old = copied("shelves").rename(Path("books", "mine-2026-04-11.yaml"))
    before = old.read_bytes()
    outcome = hold("", "", "3", *[""] * 8, "", file=old, options=("--again",))
    assert outcome.code == 0
    assert f"This is a new sitting beside {old}, which stays as it is." in words(outcome)
    assert "The name of the business" not in outcome.out
    assert "Before: A list people use (Enter keeps it)" in outcome.out
    assert old.read_bytes() == before
    new = saved("books/mine-2026-11-22.yaml")
    assert new.answers == {**sheet("shelves").answers, "order": ("by-subject",)}
    assert (new.name, new.date, new.self_view) == (sheet("shelves").name, "2026-11-22", "catalogue")


def test_again_finds_a_name_that_no_file_has() -> None:
    """On the same day too, and in the form of the old file."""
    hold(*BEGINNING, "2", "q", file="mine.json")
    Path("mine-2026-11-22.json").write_text("{}", encoding="utf-8")
    hold("", "1", "q", file="mine.json", options=("--again",))
    assert saved("mine-2026-11-22-2.json").answers == {"kept": ("shelves",)}
    assert Path("mine-2026-11-22.json").read_text(encoding="utf-8") == "{}"


@pytest.mark.parametrize("arguments", [["--again"], ["--again", "none.yaml"]])
def test_again_needs_a_file(arguments: list[str], folder: Path) -> None:
    """Without one, or with one that is not there, it exits with 2."""
    outcome = run("interview", *arguments, *RUBRIC, stdin=Keyboard([]))
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("named", ["order", "2", "२"])
def test_on_a_finished_file_one_answer_can_be_changed(named: str) -> None:
    """Named by its id or its number; the report follows anew, and Enter leaves."""
    file = copied("heap")
    outcome = hold("", named, "2", "", "", file=file)
    assert outcome.code == 0
    assert outcome.out.count("Your answers are kept in heap.yaml.") == 2
    assert saved("heap.yaml").answers == {**sheet("heap").answers, "order": ("by-size",)}


def test_on_a_finished_file_the_questions_can_be_listed() -> None:
    """With number, id and answer; what is no question is told."""
    outcome = hold("", "99", "?", "", file=copied("heap"))
    assert '"99" is no question here. Type a number from 1 to 8, or ? for the list.' in outcome.out
    assert "2. In what order do most of the books stand? (order): In none" in words(outcome)


def test_on_a_finished_file_a_new_sitting_can_begin() -> None:
    """As with `--again`."""
    outcome = hold("", "again", "", "2", "q", file=copied("heap"))
    assert outcome.code == 130
    assert saved("heap-2026-11-22.yaml").answers == {"kept": ("boxes",)}


@pytest.mark.parametrize("left", [["", ""], ["", "q"], [""], []])
def test_a_finished_file_can_be_left_as_it_is(left: list[str]) -> None:
    """Enter, `q` and the end of input all leave, and nothing is written."""
    file = copied("heap")
    before = file.read_bytes()
    assert hold(*left, file=file).code == 0
    assert file.read_bytes() == before


def test_a_finished_file_asks_nothing_in_a_pipe() -> None:
    """There it is the report and no more."""
    outcome = run("interview", copied("heap"), *RUBRIC, stdin=pipe("order", "2"))
    assert outcome.code == 0
    assert "Everything is answered here" not in outcome.out
    assert saved("heap.yaml").answers == sheet("heap").answers


UNEVEN = ("3", "1", "1", "1", "4", "4", "1", "3", "1,2")  # the answers of the case "uneven"


def test_a_skipped_step_is_offered_for_a_second_look_once() -> None:
    """Exactly the answers it rests on come again, and then the report."""
    outcome = hold(*BEGINNING, *UNEVEN, "1", "2", "", "", "")
    assert outcome.code == 0
    offer = outcome.out.split("Before the report: a step seems to be skipped.")[1]
    assert offer.count("of about 9") == 3
    assert "  - In what order do most of the books stand? In none\n" in offer
    assert outcome.out.count("Before the report:") == 1
    assert saved().answers == {**sheet("uneven").answers, "order": ("by-size",)}


def test_a_stage_that_hangs_on_one_answer_is_offered_for_a_second_look() -> None:
    """The one answer comes again."""
    outcome = hold(*BEGINNING, "1", "3", "3", "3", "2", "3", "3", "3", "4", "1", "3", "")
    offer = outcome.out.split("one answer alone decides your stage.")[1]
    assert "  - What list of the books is there? A list on paper, in the order the books\n    came\n" in offer
    assert (outcome.code, offer.count("of about 9")) == (0, 1)
    assert saved().answers["list"] == ("cards",)


@pytest.mark.parametrize("typed", [[""], ["no"], []])
def test_the_second_look_may_be_declined(typed: list[str]) -> None:
    """By Enter, by anything but 1, and by the end of input; the report follows."""
    outcome = hold(*BEGINNING, *UNEVEN, *typed)
    assert outcome.code == 0
    assert "Your answers are kept in" in outcome.out
    assert saved().answers == sheet("uneven").answers


def test_the_second_look_may_be_broken_off() -> None:
    """Where input ends in the middle of it, everything is answered: the report follows."""
    outcome = hold(*BEGINNING, *UNEVEN, "1", "2")
    assert outcome.code == 0
    assert saved().answers["order"] == ("by-size",)


def test_where_the_second_look_opens_a_question_it_has_to_be_answered() -> None:
    """Input that ends there has ended too early: exit code 1."""
    folder = altered(
        {"questions.yaml": {"who\n        ask_if: {kept: {none_of: [nowhere]}": "who\n        ask_if: {order: by-size"}}
    )
    answers = [each for number, each in enumerate(UNEVEN) if number != 6]  # "who" does not apply
    outcome = run("interview", "--rubric", folder, stdin=Keyboard([*BEGINNING, *answers, "1", "2", "", ""]))
    assert outcome.code == 1
    assert "Who knows where things stand?" in outcome.out
    assert "To go on where you stopped" in outcome.out


def test_leaving_at_the_second_look_saves_and_says_how_to_go_on() -> None:
    """Ctrl-C there exits with 130, as everywhere."""
    outcome = hold(*BEGINNING, *UNEVEN, end=None)
    assert outcome.code == 130
    assert "To go on where you stopped" in outcome.out


def test_a_pipe_is_offered_no_second_look() -> None:
    """Piped answers go straight to the report."""
    outcome = run("interview", *RUBRIC, stdin=pipe(*BEGINNING, *UNEVEN))
    assert outcome.code == 0
    assert "Before the report" not in outcome.out


def test_with_nothing_to_read_from_it_names_what_is_missing() -> None:
    """Of a file what it lacks; without one all questions."""
    hold(*BEGINNING, "2", "1", "q")
    of_file = run("interview", FILE, *RUBRIC)
    assert of_file.code == 2
    assert "Not answered yet: tidied, counted, list, found, who, loans, used-for." in of_file.err
    assert "Not answered yet: kept, order, " in run("interview", *RUBRIC).err
    assert "Every question is answered already" in run("interview", case("heap"), *RUBRIC).err


@pytest.mark.parametrize("argv", [["interview"], []])
def test_where_nobody_watches_nothing_is_waited_for(argv: list[str], folder: Path) -> None:
    """With CI=true a terminal is no keyboard; piped answers are read as ever."""
    keyboard, err = Keyboard(BEGINNING), io.StringIO()
    environ = {"COLUMNS": "80", "TERM": "dumb", "CI": "true"}
    terminal = Terminal(keyboard, keyboard.screen, err, environ)
    code = main(argv, Session(terminal=terminal, now=lambda: NOW))
    assert keyboard.readline() == "Kijiji\n"
    assert (code, bool(err.getvalue())) == ((2, True) if argv else (0, False))
    piped = Terminal(pipe(*BEGINNING), io.StringIO(), err, environ)
    assert main(["interview"], Session(terminal=piped, now=lambda: NOW)) == 1
    assert list(folder.iterdir()) == [folder / FILE]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_help_and_lists_fit_the_screen(columns: int) -> None:
    """No line but a command to copy is wider than the screen, whatever is asked for."""
    typed = [*BEGINNING, "?", "2", "?", "l", "b", "", *UNEVEN[1:], "1", "", "", "", ""]
    shown = run("interview", *RUBRIC, "--coach", stdin=Keyboard(typed), columns=columns).out
    shown += run("interview", FILE, *RUBRIC, stdin=Keyboard(["", "?", "x", ""]), columns=columns).out
    assert "Everything is answered here" in " ".join(shown.split())
    assert max(len(line) for line in shown.splitlines() if not line.startswith("  sixstages ")) <= columns
