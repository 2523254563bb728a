"""What is found between sittings: their order, what came and went, what became of the earlier steps."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import pytest

from sixstages.comparison import EarlierStep, FindingName, Judged, StageSign, mismatches
from sixstages.documents import parse
from sixstages.errors import describe
from tests.comparison.sittings import HEAP, LISTED, compared, sitting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sixstages.nodes import Document


def ids(named: Iterable[StageSign | FindingName]) -> list[str]:
    """Give the ids of signs or findings."""
    return [each.id for each in named]


def files(*sittings: Judged) -> list[str]:
    """Give the files of sittings in the order in which they are compared."""
    return [each.file for each in compared(*sittings).sittings]


def step(steps: Iterable[EarlierStep], sign: str) -> EarlierStep:
    """Give the step towards a sign."""
    return next(each for each in steps if each.sign == sign)


def documents(*written: str) -> list[Document]:
    """Give answers files that hold these lines."""
    return [parse(f"{each}\nanswers: {{}}\n".encode(), f"{number}.yaml") for number, each in enumerate(written, 1)]


def test_sittings_stand_in_the_order_of_their_dates() -> None:
    """However the files are given, the earliest comes first."""
    dated = [sitting(f"2026-{month}-01") for month in ("03", "06", "09")]
    for order in permutations(dated):
        assert files(*order) == [each.file for each in dated]


def test_the_last_change_tells_sittings_of_one_day_apart() -> None:
    """Times count by the moment that they name, in whatever zone; a sheet without one comes first."""
    noon = sitting(file="noon", updated="2026-03-02T12:00:00Z")
    in_delhi = sitting(file="half past ten", updated="2026-03-02T16:00+05:30")
    without_zone = sitting(file="one", updated="2026-03-02 13:00")
    never = sitting(file="never")
    assert files(noon, without_zone, in_delhi, never) == ["never", "half past ten", "noon", "one"]


def test_sittings_without_a_date_come_last_as_they_were_given() -> None:
    """When they were is not known, so the order of the files stands."""
    one, other = sitting(None, file="b", updated="2026-05-01T10:00Z"), sitting(None, file="a")
    assert files(one, other, sitting()) == ["2026-03-02.yaml", "b", "a"]
    assert files(other, one, sitting()) == ["2026-03-02.yaml", "a", "b"]


def test_a_sign_is_gained_or_lost_where_both_answers_are_known() -> None:
    """A sign that did not hold and now does is gained; one that did and no longer does is lost."""
    found = compared(sitting("2026-03-02", tidied="never"), sitting("2026-06-02", **LISTED, loans="nothing"))
    assert ids(found.overall.gained) == ["tidied", "found", "by-subject"]
    assert ids(found.overall.lost) == ["loans-noted"]
    assert found.overall.gained[0].stage == "shelves"
    assert found.overall.gained[0].says == "Somebody tidies the shelves at least once a month."


def test_what_is_unknown_neither_came_nor_went() -> None:
    """Where an answer is missing in one of the two sittings, what hangs on it is unclear."""
    before, after = sitting("2026-03-02", found=None), sitting("2026-06-02", **LISTED)
    for one, other in ((before, after), (sitting("2026-03-02", **LISTED), sitting("2026-06-02", found=None))):
        found = compared(one, other).overall
        assert "found" not in ids((*found.gained, *found.lost))
        assert ids(found.unclear) == ["found"]


def test_findings_come_and_go() -> None:
    """A finding that no longer holds went, one that holds now came."""
    boxes = sitting("2026-03-02", **HEAP, kept="boxes", found="all-five")
    found = compared(boxes, sitting("2026-06-02", loans="nothing"))
    assert ids(found.overall.findings_went) == ["damp"]
    assert ids(found.overall.findings_came) == ["no-notes"]
    assert found.overall.findings_went[0].name == "Books spoil where they lie"


def test_a_finding_that_does_not_apply_is_not_there() -> None:
    """Who gave all books away has lost the finding with them."""
    kept = sitting("2026-03-02", **HEAP, kept="boxes")
    given_away = Judged("later.yaml", *sitting("2026-06-02", kept="nowhere")[1:])
    found = compared(kept, given_away).overall
    assert "damp" in ids(found.findings_went)
    assert found.findings_unclear == ()


def test_a_finding_that_rests_on_a_missing_answer_is_unclear() -> None:
    """Neither that it came nor that it went can be said."""
    known, missing = sitting("2026-03-02", who="one", list="none-yet"), sitting("2026-06-02", who=None, list="none-yet")
    for one, other in ((known, missing), (missing, known)):
        found = compared(one, other).overall
        assert ids(found.findings_unclear) == ["lost-in-order"]
        assert (found.findings_came, found.findings_went) == ((), ())


def test_neighbours_and_the_whole_way_are_compared() -> None:
    """Three sittings make two changes, and one from the first to the last, in which a way back cancels out."""
    found = compared(sitting("2026-03-02", **HEAP), sitting("2026-06-02"), sitting("2026-09-02", tidied="never"))
    assert [(each.from_, each.to) for each in found.changes] == [(0, 1), (1, 2)]
    assert (found.overall.from_, found.overall.to) == (0, 2)
    assert ids(found.changes[0].gained) == ["in-order", "tidied", "has-list"]
    assert ids(found.changes[1].lost) == ["tidied"]
    assert ids(found.overall.gained) == ["in-order", "has-list"]
    assert found.overall.lost == ()


def test_two_sittings_have_one_change() -> None:
    """It is the whole way."""
    found = compared(sitting("2026-03-02"), sitting("2026-06-02", **LISTED))
    assert found.changes == (found.overall,)


def test_a_step_is_done_where_its_sign_holds_by_now() -> None:
    """Each step towards a gate is set beside the sign that it was to gain."""
    before = sitting("2026-03-02", **HEAP)
    steps = compared(before, sitting("2026-06-02", order="no-order")).steps
    assert [each.do for each in steps] == [each.do for each in before.assessment.next_steps]
    assert (step(steps, "tidied").done, step(steps, "tidied").needed) == (True, False)
    assert (step(steps, "in-order").done, step(steps, "in-order").needed) == (False, True)
    assert step(steps, "tidied").for_ == "stage:shelves"


def test_a_step_whose_answer_is_missing_is_not_called_done() -> None:
    """Whether it is still needed is not known."""
    steps = compared(sitting("2026-03-02", **HEAP), sitting("2026-06-02", tidied=None)).steps
    assert (step(steps, "tidied").done, step(steps, "tidied").needed) == (False, None)


def test_a_remedy_is_needed_as_long_as_its_finding_holds() -> None:
    """Nobody can see in the answers whether a remedy was done; it gains no sign."""
    steps = compared(sitting("2026-03-02", **HEAP, kept="boxes"), sitting("2026-06-02", kept="boxes", who="one")).steps
    remedies = {each.for_: (each.sign, each.done, each.needed) for each in steps if each.for_.startswith("finding:")}
    assert remedies == {"finding:damp": (None, False, False), "finding:no-notes": (None, False, True)}


def test_steps_are_those_of_the_sitting_before_the_last() -> None:
    """What was advised still earlier has been overtaken."""
    before = sitting("2026-06-02", **LISTED)
    steps = compared(sitting("2026-03-02", **HEAP), before, sitting("2026-09-02")).steps
    assert [each.do for each in steps] == [each.do for each in before.assessment.next_steps]
    assert {each.for_ for each in steps if each.sign} == {"stage:readers"}


def test_the_name_is_the_one_in_the_latest_file_that_has_one() -> None:
    """A business may be written another way today than a year ago."""
    sittings = [
        sitting("2026-03-02", name="KIJIJI"),
        sitting("2026-06-02", name="Kijiji"),
        sitting("2026-09-02", name=" "),
    ]
    assert compared(*sittings).name == "Kijiji"
    assert compared(*(sitting(date, name="") for date in ("2026-03-02", "2026-06-02"))).name == ""


@pytest.mark.parametrize(
    "names",
    [
        ("Asha Textiles", "  asha TEXTILES "),
        ("Café Ipê", "Cafe\u0301 Ipe\u0302"),
        ("STRASSE", "Straße"),
        ("\u1fb4", "\u03b1\u0345\u0301"),
        ("आशा", ""),
        ("", ""),
    ],
)
def test_names_that_differ_in_writing_only_are_the_same(names: tuple[str, str]) -> None:
    """Capital letters, spaces around, and how a letter is composed make no other business; nor does a missing name."""
    assert list(mismatches(documents(*(f'name: "{each}"' for each in names)), "library")) == []


def test_different_businesses_are_told_with_both_places() -> None:
    """Each file whose name is unlike the first one found is a problem of its own, also behind one without a name."""
    found = list(mismatches(documents("about: x", "name: Asha", "name: Usha", "name: asha", "name: Nisha"), "library"))
    assert [(each.code, each.place and each.place.file) for each in found] == [("U902", "3.yaml"), ("U902", "5.yaml")]
    assert [each.file for each in found[0].also] == ["2.yaml"]
    assert "'Usha'" in describe(found[0])
    assert "'Asha'" in describe(found[0])


def test_different_rubrics_are_told_with_both_places() -> None:
    """A file that names no rubric is for the one that is loaded."""
    found = list(mismatches(documents("about: x", "rubric: library", "rubric: museum"), "library"))
    assert [(each.code, each.place and each.place.file) for each in found] == [("U903", "3.yaml")]
    assert "'museum'" in describe(found[0])
    assert "'library'" in describe(found[0])
