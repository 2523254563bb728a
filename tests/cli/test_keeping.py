"""What happens to the file of an interview while it is held: nothing of it is lost, nor of what others wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.driver import Keyboard, run
from tests.cli.interviews import ANSWERS, BEGINNING, FILE, RUBRIC, saved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from tests.cli.driver import Outcome

NEXT = "kijiji-2026-11-22-2.yaml"
CHANGED = f"{FILE} was changed by another program meanwhile, and stays as it is. All your answers are in {NEXT} from"
NOT_SAVED = "Your last answer is not saved yet. Press Enter to try again; q stops without it."
TWO = {"kept": ("boxes", "homes"), "order": ("no-order",)}

pytestmark = pytest.mark.usefixtures("folder")


class Meanwhile(Keyboard):
    """Somebody who types, and what other programs do just before one of the lines is sent."""

    def __init__(self, lines: Iterable[str], number: int, happens: Callable[[], object]) -> None:
        """Keep what will be typed, and what happens before the line of this number, counted from 0."""
        super().__init__(lines)
        self._left, self._happens = number, happens

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # StringIO's is a str
        """Give the next line."""
        if not self._left:
            self._happens()
        self._left -= 1
        return super().readline(size)


def hold(*lines: str, meanwhile: Callable[[], object], before: int = 3, file: tuple[str, ...] = ()) -> Outcome:
    """Hold an interview in which something happens before one of the lines is typed."""
    return run("interview", *file, *RUBRIC, stdin=Meanwhile(lines, before, meanwhile))


def edited(folder: Path) -> Callable[[], object]:
    """Give a change of the file by another program."""
    return lambda: (folder / FILE).write_text("name: edited", encoding="utf-8")


def test_a_change_by_another_program_is_not_written_over(folder: Path) -> None:
    """The file stays as the other left it; all answers, earlier ones too, are in a new one, and that is told."""
    outcome = hold(*BEGINNING, *ANSWERS[:2], "q", meanwhile=edited(folder))
    assert outcome.code == 130
    assert CHANGED in " ".join(outcome.out.split())
    assert f"sixstages interview {NEXT}" in outcome.out
    assert (folder / FILE).read_text(encoding="utf-8") == "name: edited"
    assert saved(NEXT).answers == TWO
    assert sorted(path.name for path in folder.iterdir()) == [NEXT, FILE]


def test_line_ends_in_its_name_are_written_out(folder: Path) -> None:
    """Of the file that was changed as of the new one."""
    odd = folder / "odd\n::error::.yaml"
    outcome = hold(
        *BEGINNING,
        *ANSWERS[:2],
        "q",
        meanwhile=lambda: odd.write_text("name: edited", encoding="utf-8"),
        file=(odd.name,),
    )
    told = " ".join(outcome.out.split())
    assert r"odd\n::error::.yaml was changed by another program" in told
    assert r"All your answers are in odd\n::error::-2.yaml from now on." in told
    assert "\n::error" not in outcome.out


def test_it_is_told_once(folder: Path) -> None:
    """The new file is written from then on."""
    outcome = hold(*BEGINNING, *ANSWERS, meanwhile=edited(folder))
    assert outcome.out.count("was changed by another program") == 1
    assert f"Your answers are kept in {NEXT}." in outcome.out
    assert len(saved(NEXT).answers) == len(ANSWERS)


def test_a_change_of_a_resumed_file_is_seen(folder: Path) -> None:
    """What was read at the beginning counts, not only what was written since."""
    hold(*BEGINNING, *ANSWERS[:1], "q", meanwhile=lambda: None)
    outcome = hold(*ANSWERS[1:2], "q", meanwhile=edited(folder), before=0, file=(FILE,))
    assert CHANGED in " ".join(outcome.out.split())
    assert saved(NEXT).answers == TWO


def test_a_file_that_appears_is_not_written_over(folder: Path) -> None:
    """Where another program makes the file that was about to be made, it stays."""
    hold(*BEGINNING, *ANSWERS[:2], "q", meanwhile=edited(folder), before=0, file=(FILE,))
    assert (folder / FILE).read_text(encoding="utf-8") == "name: edited"
    assert saved(NEXT).answers == TWO


def test_what_is_no_file_any_more_is_left_alone(folder: Path) -> None:
    """A folder in the place of the file stays, too."""

    def replaced() -> None:
        (folder / FILE).unlink()
        (folder / FILE).mkdir()

    hold(*BEGINNING, *ANSWERS[:2], "q", meanwhile=replaced)
    assert (folder / FILE).is_dir()
    assert saved(NEXT).answers == TWO


def test_a_file_that_is_removed_is_written_again(folder: Path) -> None:
    """With the next answer all of them are there again."""
    outcome = hold(*BEGINNING, *ANSWERS[:2], "q", meanwhile=(folder / FILE).unlink)
    assert "changed by another" not in outcome.out
    assert saved().answers == TWO


@pytest.fixture
def inside(folder: Path) -> Path:
    """Give a folder that can be taken away, so that nothing can be saved there."""
    folder.joinpath("inside").mkdir()
    return folder / "inside"


def moved(inside: Path) -> Callable[[], object]:
    """Give what takes a folder away."""
    return lambda: inside.rename(inside.with_name("elsewhere"))


def test_what_can_t_be_saved_is_kept_until_it_can(inside: Path) -> None:
    """The problem is told, and once it is mended Enter saves the answer, and the next question is asked."""

    class Mending(Meanwhile):
        """Somebody who brings the folder back before they press Enter."""

        def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]  # StringIO's is a str
            """Give the next line."""
            if self._left == -1:
                inside.with_name("elsewhere").rename(inside)
            return super().readline(size)

    keyboard = Mending([*BEGINNING, ANSWERS[0], "", ANSWERS[1], "q"], 2, moved(inside))
    outcome = run("interview", f"inside/{FILE}", *RUBRIC, stdin=keyboard)
    assert outcome.code == 130
    assert outcome.out.count(NOT_SAVED) == 1
    assert f"inside/{FILE}:1:1: error Y022: The file can't be written: there is no such file" in outcome.err
    assert saved(f"inside/{FILE}").answers == TWO


def test_who_can_t_mend_it_may_leave(inside: Path) -> None:
    """Tried again in vain it asks again; q stops, what was saved before stays, and nobody says there was nothing."""
    typed = (*BEGINNING, ANSWERS[0], "", "q")
    outcome = hold(*typed, meanwhile=moved(inside), before=2, file=(f"inside/{FILE}",))
    assert (outcome.code, outcome.out.count(NOT_SAVED)) == (130, 2)
    assert "there is nothing to save" not in outcome.out
    assert saved(f"elsewhere/{FILE}").self_view == "shelves"


@pytest.mark.parametrize(("typed", "number"), [((BEGINNING[0], "q"), 0), ((*BEGINNING, ANSWERS[0], "q"), 3)])
def test_answers_that_are_gone_were_given(typed: tuple[str, ...], number: int, inside: Path) -> None:
    """Where the folder is taken away at the first entry, or before q, nobody says that nothing had been asked."""
    outcome = hold(*typed, meanwhile=moved(inside), before=number, file=(f"inside/{FILE}",))
    assert outcome.code == 130
    assert "there is nothing to save" not in outcome.out


def test_where_nobody_can_mend_it_that_is_the_end(inside: Path) -> None:
    """Where the answers come from a pipe, what can't be saved exits with 2."""

    class Pipe(Meanwhile):
        """Lines that nobody types."""

        def isatty(self) -> bool:
            """Say that it is no terminal."""
            return False

    lines = Pipe([*BEGINNING, ANSWERS[0]], 2, moved(inside))
    outcome = run("interview", f"inside/{FILE}", *RUBRIC, stdin=lines)
    assert (outcome.code, NOT_SAVED in outcome.out) == (2, False)
    assert "error Y022: The file can't be written" in outcome.err
