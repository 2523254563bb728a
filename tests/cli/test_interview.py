"""`sixstages interview`: a conversation from the first screen to the report, and every way of leaving it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.driver import Keyboard, pipe, run
from tests.cli.interviews import ANSWERS, BEGINNING, FILE, RUBRIC, hold, saved
from tests.library import FOLDER, sheet

pytestmark = pytest.mark.usefixtures("folder")


def test_a_whole_interview_ends_in_the_report() -> None:
    """All questions answered: the report, where the file lies, how to see it again, when to come back; exit code 0."""
    outcome = hold(*BEGINNING, *ANSWERS, "")
    assert (outcome.code, outcome.err) == (0, "")
    report = outcome.out[outcome.out.index("Kijiji, 22 November 2026") :]
    assert "> 1 A heap of books <- you are here" in " ".join(report.split())
    assert "You put yourself at stage 2; your answers say 1" in report
    assert "What is still missing:" in report
    assert f"Your answers are kept in {FILE}." in report
    assert f"\n  sixstages score {FILE} --rubric {FOLDER}\n" in report
    assert "A good day to come back is 22 February 2027." in report
    assert report.endswith(f"\n  sixstages interview --again {FILE} --rubric {FOLDER}\n")


def test_the_file_holds_what_was_answered() -> None:
    """The saved sheet is that of the case with the same answers, with name, date, time and own view."""
    hold(*BEGINNING, *ANSWERS, "")
    kept = saved()
    assert kept.answers == sheet("heap").answers
    assert (kept.name, kept.date, kept.updated) == ("Kijiji", "2026-11-22", "2026-11-22T10:04:00Z")
    assert (kept.self_view, kept.language, kept.warnings) == ("shelves", "en", ())


def test_the_first_screen_says_what_awaits_the_owner() -> None:
    """How long, that nothing leaves the machine, that one can stop: before anything is asked."""
    start = hold().out.split("The name of the business")[0]
    assert "9 questions at the most; they take about 2 minutes" in start
    assert "Nothing you type leaves this machine." in start
    assert "You can stop at any time" in start


def test_the_first_screen_fits() -> None:
    """What is said at the start stands on one screen together with the first question."""
    start = hold("Kijiji").out
    assert len(start.splitlines()) < 24


def test_each_question_says_how_far_one_is() -> None:
    """Its section, its number, and about how many there are."""
    out = hold(*BEGINNING, *ANSWERS, "").out
    assert "\nThe books: question 1 of about 9\nWhere are the books kept today?\nSeveral can be true" in out
    assert "\nThe books: question 2 of about 9\nIn what order do most of the books stand?\n  1. In none\n" in out
    assert "\nThe readers: question 8 of about 9\n" in out


@pytest.mark.parametrize("number", range(len(ANSWERS)))
def test_every_answer_is_saved_at_once(number: int) -> None:
    """However many answers were given when the input ends, that many are in the file."""
    assert hold(*BEGINNING, *ANSWERS[:number]).code == 1
    assert len(saved().answers) == number


@pytest.mark.parametrize(("typed", "end"), [(["q"], ""), (["Q"], ""), ([], None)])
def test_leaving_early_saves_and_says_how_to_go_on(typed: list[str], end: str | None) -> None:
    """`q` and Ctrl-C exit with 130; the command that resumes stands on a line of its own."""
    outcome = hold(*BEGINNING, "2,3", *typed, end=end)
    assert outcome.code == 130
    assert outcome.out.endswith(
        f"\nYour answers are saved in {FILE}. To go on where you stopped:\n"
        f"  sixstages interview {FILE} --rubric {FOLDER}\n"
    )
    assert saved().answers == {"kept": ("boxes", "homes")}


@pytest.mark.parametrize("stdin", [Keyboard([*BEGINNING, "2"]), pipe(*BEGINNING, "2")])
def test_where_the_input_ends_the_answers_are_saved(stdin: Keyboard) -> None:
    """Ctrl-D, or a pipe that runs dry, exits with 1 and says how to go on."""
    outcome = run("interview", *RUBRIC, stdin=stdin)
    assert outcome.code == 1
    assert "To go on where you stopped" in outcome.out
    assert saved().answers == {"kept": ("boxes",)}


@pytest.mark.parametrize("lines", [[], ["q"]])
def test_leaving_before_the_first_entry_saves_nothing(lines: list[str], folder: Path) -> None:
    """There is no file, and no command that would look for one."""
    outcome = hold(*lines, end=None)
    assert outcome.code == 130
    assert "there is nothing to save" in outcome.out
    assert list(folder.iterdir()) == []


def test_leaving_again_at_once_says_how_to_go_on() -> None:
    """A sheet that holds only a name is saved all the same, and not asked for the name again."""
    hold("Kijiji", "q")
    outcome = hold("q", file=FILE)
    assert outcome.code == 130
    assert "To go on where you stopped" in outcome.out
    assert "The name of the business" not in outcome.out


def test_it_goes_on_where_it_stopped() -> None:
    """With FILE, what was asked before is not asked again, "don't know" included."""
    hold(*BEGINNING, "2,3", "d", "q")
    outcome = hold("2", "q", file=FILE)
    assert "We go on where you stopped: question 3 of about 9." in outcome.out
    assert "The name of the business" not in outcome.out
    assert "In what order" not in outcome.out
    assert saved().answers == {"kept": ("boxes", "homes"), "tidied": ("yearly",)}
    assert saved().dont_know == {"order"}


def test_a_finished_file_gives_its_report() -> None:
    """Nothing is left to ask."""
    hold(*BEGINNING, *ANSWERS, "")
    outcome = hold("", file=FILE)
    assert outcome.code == 0
    assert "question 1" not in outcome.out
    assert "you are here" in outcome.out


def test_a_new_file_may_be_named() -> None:
    """FILE need not exist: it is where a new sitting is kept."""
    hold(*BEGINNING, "2", "q", file="mine.yaml")
    assert saved("mine.yaml").name == "Kijiji"


def test_a_name_is_found_that_no_file_has() -> None:
    """A second sitting on one day does not touch the first."""
    hold(*BEGINNING, "2", "q")
    before = Path(FILE).read_bytes()
    outcome = hold(*BEGINNING, "1", "q")
    assert "kijiji-2026-11-22-2.yaml" in outcome.out
    assert Path(FILE).read_bytes() == before


def test_name_and_own_view_may_be_left_out() -> None:
    """Enter passes both over."""
    hold("", "", "2", "q")
    kept = saved("answers-2026-11-22.yaml")
    assert (kept.name, kept.self_view) == ("", None)


ODD, SHOWN = "odd\n::error::\t.yaml", r"odd\n::error::\t.yaml"


@pytest.mark.parametrize(
    ("lines", "options", "named"),
    [((*BEGINNING, "q"), (), 2), ((*BEGINNING, *ANSWERS, ""), (), 3), (("q",), ("--again",), 1)],
    ids=["left", "finished", "again"],
)
def test_a_line_end_in_a_file_s_name_ends_no_line(lines: tuple[str, ...], options: tuple[str, ...], named: int) -> None:
    """It is written out wherever the file is named, in sentences and in commands."""
    if options:
        hold(*BEGINNING, "1", "q", file=ODD)
    outcome = hold(*lines, file=ODD, options=options)
    assert outcome.out.count(SHOWN) == named
    assert "odd\n" not in outcome.out
    assert "\n::error" not in outcome.out


def test_a_wrong_entry_is_told_and_never_counts() -> None:
    """It says what is possible and asks again."""
    outcome = hold(*BEGINNING, "1,4", "7", "2", "q")
    assert '"We have no books yet" can\'t go together with another answer.' in outcome.out
    assert '"7" is not one of the answers.' in outcome.out
    assert saved().answers == {"kept": ("boxes",)}


def test_a_question_mark_says_why() -> None:
    """It tells why the question is asked and what its options mean, and asks again."""
    outcome = hold(*BEGINNING, "2", "?", "3", "q")
    assert "An order is what makes a heap into a library." in outcome.out
    assert "- By subject: Cooking beside cooking, history beside history." in outcome.out
    assert saved().answers["order"] == ("by-subject",)


def test_a_name_with_arrow_keys_is_asked_for_again() -> None:
    """What could not be read back is not saved."""
    outcome = hold("Kij\x1b[Diji", "Kijiji", "", "q")
    assert "can't be saved" in outcome.out
    assert saved().name == "Kijiji"


def test_the_report_pauses_only_for_people() -> None:
    """At a terminal the details wait for Enter; in a pipe they follow at once."""
    assert "Press Enter to read on" in hold(*BEGINNING, *ANSWERS, "").out
    outcome = run("interview", *RUBRIC, stdin=pipe(*BEGINNING, *ANSWERS))
    assert outcome.code == 0
    assert "Press Enter" not in outcome.out
    assert "What is still missing:" in outcome.out


@pytest.mark.parametrize("end", ["", None])
def test_reading_on_may_be_declined(end: str | None) -> None:
    """Ctrl-C or Ctrl-D there is no leaving early: the interview is done."""
    outcome = hold(*BEGINNING, *ANSWERS, end=end)
    assert outcome.code == 0
    assert "What is still missing:" not in outcome.out
    assert f"Your answers are kept in {FILE}." in outcome.out


def test_with_nothing_to_read_from_nothing_is_asked(folder: Path) -> None:
    """Neither a terminal nor a pipe: exit code 2, and what to do instead."""
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        outcome = run("interview", *RUBRIC, stdin=nothing)
    assert (outcome.code, outcome.out) == (2, "")
    assert "sixstages show questions --format yaml" in outcome.err
    assert list(folder.iterdir()) == []


def test_an_unusable_file_is_told_before_anything_is_asked() -> None:
    """It exits with 2, and the file stays as it is."""
    Path("broken.yaml").write_text("answers: [", encoding="utf-8")
    outcome = hold(*BEGINNING, file="broken.yaml")
    assert (outcome.code, outcome.out) == (2, "")
    assert "broken.yaml" in outcome.err
    assert Path("broken.yaml").read_text(encoding="utf-8") == "answers: ["


def test_a_file_that_can_t_be_written_is_told_at_the_first_save() -> None:
    """After the name, not after thirty questions."""
    outcome = hold("Kijiji", file="gone/mine.yaml")
    assert outcome.code == 2
    assert "gone" in outcome.err
    assert "question 1" not in outcome.out


def test_the_bare_program_starts_the_interview_at_a_terminal() -> None:
    """`sixstages` alone, where somebody sits in front of it, asks."""
    outcome = run(stdin=Keyboard(["q"]))
    assert outcome.code == 130
    assert "Nothing you type leaves this machine." in outcome.out


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_the_conversation_fits_the_screen(columns: int) -> None:
    """No line but the command to copy is wider than the screen."""
    out = run("interview", *RUBRIC, stdin=Keyboard([*BEGINNING, *ANSWERS, ""]), columns=columns).out
    assert max(len(line) for line in out.splitlines() if not line.startswith("  sixstages ")) <= columns
