"""The assessment for scripts."""

from __future__ import annotations

import json
from dataclasses import replace

from sixstages.errors import Place, Problem
from sixstages.reports import as_json
from sixstages.text import CONTROL
from tests.library import assessed, library


def test_the_keys_are_those_that_scripts_rely_on() -> None:
    """One assessment is an object; its keys and their order stay."""
    written = json.loads(as_json.one(assessed("heap"), library(), 80))
    assert list(written) == [
        "format",
        "rubric",
        "name",
        "date",
        "language",
        "stage",
        "verdict",
        "self_view",
        "skipped",
        "changes",
        "settles",
        "open",
        "gates",
        "findings",
        "next_steps",
        "warnings",
    ]
    assert list(written["stage"]) == ["number", "id", "name", "low", "high", "nearest"]
    assert set(written["gates"][0]) == {"stage", "holds", "needs", "met", "signs"}
    sign = {"id", "says", "do", "effort", "applies", "holds", "questions"}
    assert set(written["gates"][0]["signs"][0]) == sign
    finding = {"group", "id", "name", "explains", "applies", "holds", "severity", "signs", "remedies"}
    assert set(written["findings"][0]) == finding
    assert set(written["next_steps"][0]) == {"do", "why", "for"}


def test_several_assessments_are_a_list() -> None:
    """One or more in a list, each as it is alone."""
    one, other = (json.loads(as_json.one(assessed(name), library(), 80)) for name in ("heap", "open"))
    pieces = list(as_json.several([(assessed(name), library()) for name in ("heap", "open")], 80))
    assert json.loads("".join(pieces)) == [one, other]
    assert "".join(pieces) == json.dumps([one, other], ensure_ascii=False, indent=2) + "\n"
    assert all(piece.endswith("\n") for piece in pieces)
    assert json.loads("".join(as_json.several([], 80))) == []


def test_letters_of_every_script_stay_readable() -> None:
    """JSON is UTF-8, not escapes."""
    assert "पुस्तकालय" in as_json.one(assessed("shelves"), library(), 80)


def test_a_file_name_that_is_not_utf8_is_escaped() -> None:
    """A lone surrogate in a warning's place becomes a JSON escape, so that the whole stays UTF-8."""
    warning = Problem("A000", "warning", "message", "remedy", Place("caf\udce9.yaml"))
    written = as_json.one(replace(assessed("heap"), warnings=(warning,)), library(), 80)
    assert r"caf\udce9.yaml" in written
    assert json.loads(written.encode())["warnings"][0]["place"]["file"] == "caf\udce9.yaml"


def test_a_file_name_steers_no_terminal() -> None:
    """Controls that JSON itself leaves alone and bidi overrides are escaped too, and read back as they were."""
    name = "\x1b]0;x\x07 \x7f \x9b31m \u202e.yaml"
    written = as_json.one(replace(assessed("heap"), name=name), library(), 80)
    assert not CONTROL.search(written)
    assert json.loads(written)["name"] == name
