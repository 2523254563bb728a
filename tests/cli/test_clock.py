"""A clock that is set back, between two answers or between two sittings: nothing is lost, and that is told."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.driver import NOW, Keyboard, run
from tests.cli.interviews import ANSWERS, BEGINNING, FILE, RUBRIC, saved
from tests.library import sheet

if TYPE_CHECKING:
    from tests.cli.driver import Outcome

pytestmark = pytest.mark.usefixtures("folder")

HOUR, YEAR = timedelta(hours=1), timedelta(days=366)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
"""Where the clock of a small computer stands whose battery is empty."""

BEHIND = "The clock of this machine says {today}, but your earlier answers are from {before}."


class Falling:
    """A clock that somebody sets back each time it is read."""

    def __init__(self, step: timedelta) -> None:
        """Begin at the usual time."""
        self._time, self._step = NOW + step, step

    def __call__(self) -> datetime:
        """Say what time it is."""
        self._time -= self._step
        return self._time


def hold(*lines: str, now: datetime | Falling = NOW, file: object = "", options: tuple[str, ...] = ()) -> Outcome:
    """Hold an interview at a terminal, by this clock."""
    clock = now if isinstance(now, Falling) else lambda: now
    return run("interview", *options, *filter(None, [file]), *RUBRIC, stdin=Keyboard(lines), now=clock)


def words(outcome: Outcome) -> str:
    """Give what was said, on one line."""
    return " ".join(outcome.out.split())


def stages(*files: str) -> list[tuple[str, int]]:
    """Compare sittings; return the file and the stage of each, in the order in which they are told."""
    told = json.loads(run("compare", *files, *RUBRIC, "--format", "json").out)
    return [(each["file"], each["stage"]["number"]) for each in told["sittings"]]


@pytest.mark.parametrize("step", [HOUR, YEAR], ids=["hours", "years"])
def test_between_two_answers_it_changes_nothing(step: timedelta) -> None:
    """Every answer is kept, the sitting keeps the day on which it began, and nothing else is written."""
    outcome = hold(*BEGINNING, *ANSWERS, "", now=Falling(step))
    assert (outcome.code, outcome.err) == (0, "")
    assert "Kijiji, 22 November 2026" in outcome.out
    assert (saved().answers, saved().date, saved().warnings) == (sheet("heap").answers, "2026-11-22", ())
    assert [path.name for path in Path().iterdir()] == [FILE]


@pytest.mark.parametrize("number", range(1, len(ANSWERS)))
def test_each_answer_is_saved_by_whatever_clock(number: int) -> None:
    """However many answers were given when the input ends, that many are in the file, with the time as it was told."""
    assert hold(*BEGINNING, *ANSWERS[:number], now=Falling(HOUR)).code == 1
    assert len(saved().answers) == number
    assert saved().updated is not None
    assert datetime.fromisoformat(saved().updated or "") < NOW


@pytest.mark.parametrize("now", [NOW - 16 * HOUR, NOW - YEAR, EPOCH], ids=["hours", "a year", "1970"])
def test_a_sheet_of_later_is_gone_on_with(now: datetime) -> None:
    """What it holds stays, its day too; that the clock is behind is told, and not how long ago it was."""
    hold(*BEGINNING, *ANSWERS[:3], "q")
    outcome = hold(*ANSWERS[3:], "", now=now, file=FILE)
    assert (outcome.code, outcome.err) == (0, "")
    today = f"{now.day} {now:%B %Y}"
    assert f"question 4 of about 9. {BEHIND.format(today=today, before='22 November 2026')}" in words(outcome)
    assert "Your last answer was given" not in outcome.out
    assert (saved().answers, saved().date, saved().name) == (sheet("heap").answers, "2026-11-22", "Kijiji")


def test_some_hours_of_one_day_are_not_worth_a_word() -> None:
    """The last answer was given today, whatever the hour."""
    hold(*BEGINNING, *ANSWERS[:3], "q")
    outcome = hold("q", now=NOW - HOUR, file=FILE)
    assert "Your last answer was given today." in words(outcome)
    assert "The clock" not in outcome.out


def test_a_clock_that_runs_is_not_worth_a_word_either() -> None:
    """Days later nothing is said of it, of a first sitting neither."""
    assert "The clock" not in hold(*BEGINNING, *ANSWERS, "").out
    assert "The clock" not in hold("q", now=NOW + YEAR, file=FILE, options=("--again",)).out


def test_a_new_sitting_leaves_the_later_one_as_it_is() -> None:
    """It gets the day that the clock says, which is told before anything is asked; and both can be compared."""
    hold(*BEGINNING, *ANSWERS, "")
    before = Path(FILE).read_bytes()
    outcome = hold("2", *[""] * len(ANSWERS), "", now=NOW - YEAR, file=FILE, options=("--again",))
    assert (outcome.code, outcome.err) == (0, "")
    told = words(outcome)
    behind = BEHIND.format(today="21 November 2025", before="22 November 2026")
    assert told.index(behind) < told.index("set it right: sittings are put in order") < told.index("question 1 of")
    assert Path(FILE).read_bytes() == before
    new = "kijiji-2025-11-21.yaml"
    assert (saved(new).answers, saved(new).date) == (saved().answers, "2025-11-21")
    assert stages(FILE, new) == [(new, 1), (FILE, 1)]


def test_a_new_sitting_on_a_day_that_was_before_replaces_nothing() -> None:
    """It is kept under the next name that no file has, with the menu of a finished sheet as by the option."""
    hold(*BEGINNING, *ANSWERS, "")
    hold(*BEGINNING, *ANSWERS, "", now=NOW + YEAR)
    files = sorted(Path().iterdir())
    before = [each.read_bytes() for each in files]
    outcome = hold("", "a", "2", *[""] * len(ANSWERS), "", file=files[-1])
    assert BEHIND.format(today="22 November 2026", before="23 November 2027") in words(outcome)
    assert [each.read_bytes() for each in files] == before
    assert saved("kijiji-2026-11-22-2.yaml").answers == sheet("heap").answers
    assert len([*Path().iterdir()]) == len(files) + 1


@pytest.mark.parametrize("updated", ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00+14:00"])
def test_a_time_at_the_ends_of_the_calendar_is_one_as_any_other(updated: str) -> None:
    """A sheet that names it is gone on with."""
    hold(*BEGINNING, *ANSWERS[:3], "q")
    text = Path(FILE).read_text(encoding="utf-8").replace("2026-11-22T10:04:00Z", updated)
    Path(FILE).write_text(text, encoding="utf-8")
    outcome = hold("q", file=FILE)
    assert (outcome.code, outcome.err) == (130, "")
    assert saved().updated == updated
