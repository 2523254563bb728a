"""What the page on many at once tells to type works; its example for Spark has its test in tests/cohort."""

from __future__ import annotations

import contextlib
import re
import shlex
from typing import TYPE_CHECKING

import polars as pl

from sixstages import load_rubric
from sixstages.cohort.mapping import parse_mapping
from sixstages.cohort.scoring import score_columns
from sixstages.cohort.wording import Wording
from tests import ROOT
from tests.cli.driver import run

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

PAGE = ROOT.joinpath("docs/cohort.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"^sixstages (cohort .*)$", PAGE, re.MULTILINE)
OPTIONS = re.compile(r"--[a-z][a-z-]*")


def mapping() -> str:
    """Return the mapping file on the page."""
    [found] = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    return str(found)


def export() -> pl.DataFrame:
    """Make an export with the columns that the page names."""
    table = pl.read_csv(ROOT / "tests/exports/formbricks.csv", infer_schema=False)
    own = [f"Member {number}" for number in range(table.height)]
    return table.with_columns(Member=pl.Series(own), Country=pl.lit("Kenya"))


def test_its_commands_work(tmp_path: Path) -> None:
    """Over an export with the columns that it names, each command of the page does its work."""
    export().write_csv(tmp_path / "export.csv")
    with contextlib.chdir(tmp_path):
        done = [run(*shlex.split(each)) for each in COMMANDS if "--mapping" not in each]
    assert [each.code for each in done] == [0] * len(done)
    written = {"verdicts.csv", "whole.html", "whole.json", "by-country.html"}
    assert {path.name for path in tmp_path.iterdir()} == {"export.csv", *written}


def test_its_mapping_explains_a_table(tmp_path: Path) -> None:
    """The mapping file of the page is understood, and with it a table in the words that it explains."""
    parse_mapping(mapping().encode(), "mapping.yaml", Wording([load_rubric()]))
    table = {"Where do people find you online?": ["facebook"], "rhythm": ["now and then"]}
    comments = {"Comment of the interviewer": ["in a hurry"]}
    pl.DataFrame(table | comments).write_csv(tmp_path / "export.csv")
    kept = [line for line in mapping().splitlines(keepends=True) if "Channels" not in line]
    tmp_path.joinpath("mapping.yaml").write_text("".join(kept), encoding="utf-8")
    [command] = [each for each in COMMANDS if "--mapping" in each]
    with contextlib.chdir(tmp_path):
        assert run(*shlex.split(command)).code == 0


def test_it_names_every_option(capsys: pytest.CaptureFixture[str]) -> None:
    """The page has every option that the help has, and no other one of this command."""
    run("cohort", "--help")
    offered = set(OPTIONS.findall(capsys.readouterr().out)) - {"--help"}
    named = set(OPTIONS.findall(PAGE)) - {"--format", "--spark"}
    assert named == offered


def test_it_names_every_column() -> None:
    """The page names each kind of column that can be written."""
    kinds = {re.sub(r":.*", ":…", each) for each in score_columns(load_rubric())}
    assert sorted(each for each in kinds if f"`{each}`" not in PAGE) == []
