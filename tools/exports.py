"""The exports that the tests read, of the same owners in each tool: `python -m tools.exports` writes `tests/exports`.

Beside them `verdicts.csv` says what `assess` makes of each owner alone.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sixstages import load_rubric
from tools.exporting import formbricks, google_forms, kobo, limesurvey, microsoft_forms, redcap, surveymonkey
from tools.exporting.forms import Style, as_csv, column
from tools.exporting.owners import ROOT, assessed, owners

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sixstages import Assessment
    from tools.exporting.owners import Owner

FOLDER = ROOT / "tests" / "exports"
TOOLS = (formbricks, google_forms, kobo, limesurvey, microsoft_forms, redcap, surveymonkey)
TRUTHS = {True: "true", False: "false", None: ""}
"""A finding that is unknown or does not apply is blank."""


def files() -> dict[str, bytes]:
    """Return every file that is made, by its name."""
    everybody = owners()
    writers = {name: write for tool in TOOLS for name, write in tool.FILES.items()} | {"verdicts.csv": verdicts}
    return {name: write(everybody) for name, write in writers.items()}


def verdicts(everybody: Sequence[Owner]) -> bytes:
    """Write what each owner's answers say."""
    rubric = load_rubric(ROOT)
    found = {owner.id: _facts(assessed(owner, rubric)) for owner in everybody}
    names = next(iter(found.values()))
    facts = (column(name, partial(_fact, found, name)) for name in names)
    return as_csv([column("owner", lambda owner: owner.id), *facts], everybody, Style())


def _fact(found: Mapping[str, Mapping[str, str]], name: str, owner: Owner) -> str:
    return found[owner.id][name]


def _facts(assessment: Assessment) -> dict[str, str]:
    stage = assessment.stage
    numbers = {"stage": stage.number, "low": stage.low, "high": stage.high, "nearest": stage.nearest}
    severities = {each.id: "" if each.severity is None else f"{each.severity:.2f}" for each in assessment.findings}
    return {
        **{name: str(number) for name, number in numbers.items()},
        "verdict": assessment.verdict,
        "open": ";".join(assessment.open),
        **{f"finding:{each.id}": TRUTHS[each.holds] for each in assessment.findings},
        **{f"severity:{name}": written for name, written in severities.items()},
    }


if __name__ == "__main__":
    for name, written in files().items():
        FOLDER.joinpath(name).write_bytes(written)
