"""`sixstages check`: whether a rubric is sound."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NamedTuple

import typer

from sixstages.cli.options import Output, chosen, keep_safe, write
from sixstages.cli.session import Session
from sixstages.errors import Place, ProblemsFound, problem
from sixstages.files import reason, replace_file
from sixstages.reports.checking import FORMATS, load_format
from sixstages.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.checked import Checked
    from sixstages.checks.witnesses import Witnesses
    from sixstages.errors import Severity

PROBLEMS = 1
UNUSABLE = 2

NO_REPORT = '"{written}" is not written as junit=check.xml is; the formats are {formats}.'
NO_CODE = 'There is no problem "{code}". {hint} To see them all: sixstages check --list.'
NO_WITNESS = "{path} is no witness, and would be replaced by one; move it elsewhere, or name another folder."
NO_WITNESSES = "No answers files were written: the rubric has problems that have to be mended first."
WITNESSES = "Answers files written to {folder}: {number}."
OUT_OF_REACH = "No answers give {name}."
NOT_PROVED = "Whether any answers give {name} is not proved."


class Target(NamedTuple):
    """A report that is wanted: its format, and the file it goes to, None for standard output."""

    form: str
    path: Path | None


def check(  # noqa: PLR0913 - one parameter an option
    context: typer.Context,
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help="A rubric's folder; if left out, this one if it holds stages.yaml, else the one that comes along.",
            show_default=False,
            readable=False,
        ),
    ] = None,
    *,
    wanted: Annotated[
        str, typer.Option("--format", metavar="|".join(FORMATS), help="What the report is written as.")
    ] = "text",
    output: Output = None,
    further: Annotated[
        list[str] | None,
        typer.Option("--report", metavar="FORMAT=PATH", help="Write one more report to a file.", show_default=False),
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning"],
        typer.Option("--fail-on", help="The least grave problem that makes the exit code 1."),
    ] = "error",
    code: Annotated[
        str | None,
        typer.Option("--explain", metavar="CODE", help="Explain a problem, such as L301.", show_default=False),
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List every problem that there can be.")] = False,
    witness: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR",
            help="Write answers files to DIR, one for each stage and finding.",
            show_default=False,
            readable=False,
        ),
    ] = None,
) -> int:
    """Check whether a rubric is sound: its files, its rules and its cases."""
    from sixstages.checks import check_rubric

    session: Session = context.obj
    if code is not None or listed:
        return _look_up(session, code, output)
    rubric = folder or _nearest()
    targets = _targets(wanted, output, further or [])
    keep_safe((), (target.path for target in targets), rubric)
    checked = check_rubric(rubric)
    done = [_is_witnessed(session, checked, rubric, witness)] if witness else []
    done += [_is_reported(session, checked, target) for target in targets]
    return exit_code(checked, fail_on) if all(done) else UNUSABLE


def exit_code(checked: Checked, fail_on: Severity) -> int:
    """Return 0 for a sound rubric, 1 where there is something as grave as `fail_on`, 2 if it could not be checked."""
    if checked.unusable:
        return UNUSABLE
    failing = {"error", fail_on}
    return PROBLEMS if any(each.severity in failing for each in checked.problems) else 0


def _nearest() -> Path:
    """Return the rubric that is meant where none is named: the one that stands here, else the packaged one."""
    from sixstages.loading import RUBRIC_FILES, default_folder

    here = Path()
    return here if (here / RUBRIC_FILES[0]).exists() else default_folder()


def _look_up(session: Session, code: str | None, output: Path | None) -> int:
    from sixstages.reports.checking import rules

    write(session, rules.listing() if code is None else rules.explained(_known(code)), output)
    return 0


def _known(code: str) -> str:
    from sixstages.catalogue import CATALOGUE
    from sixstages.errors import suggestion

    if code.upper() not in CATALOGUE:
        message = NO_CODE.format(code=code, hint=suggestion(code.upper(), CATALOGUE))
        raise typer.BadParameter(message, param_hint="--explain")
    return code.upper()


def _targets(wanted: str, output: Path | None, further: list[str]) -> list[Target]:
    """Return the reports in the order of writing: what may end the process, a closed output, is the last."""
    return [*map(_target, further), Target(chosen(wanted, FORMATS), output)]


def _target(written: str) -> Target:
    form, _, path = written.partition("=")
    if form not in FORMATS or not path:
        message = NO_REPORT.format(written=written, formats=", ".join(FORMATS))
        raise typer.BadParameter(message, param_hint="--report")
    return Target(form, Path(path))


def _is_reported(session: Session, checked: Checked, target: Target) -> bool:
    """Write a report; where that can't be done, tell it, so that the others are still written."""
    try:
        write(session, load_format(target.form).report(checked), target.path)
    except ProblemsFound as found:
        session.terminal.problems(found.problems)
        return False
    return True


def _is_witnessed(session: Session, checked: Checked, rubric: Path, folder: Path) -> bool:
    """Write the witnesses and say on standard error what was written: standard output belongs to the report."""
    if not checked.shares:
        session.terminal.complain(NO_WITNESSES)
        return True
    try:
        witnesses = _witnesses(rubric)
        in_the_way = [each for each in _paths(witnesses, folder) if os.path.lexists(each) and not _is_witness(each)]
        if not in_the_way:
            _write_witnesses(witnesses, folder)
    except ProblemsFound as found:
        session.terminal.problems(found.problems)
        return False
    for words in [NO_WITNESS.format(path=each) for each in in_the_way] or _about(witnesses, folder):
        session.terminal.complain(one_line(words))
    return not in_the_way


def _witnesses(rubric: Path) -> Witnesses:
    from sixstages.checks.witnesses import find_witnesses
    from sixstages.loading import load_rubric
    from sixstages.proofs import Proofs

    loaded = load_rubric(rubric)
    return find_witnesses(loaded, Proofs(loaded))


def _paths(witnesses: Witnesses, folder: Path) -> dict[Path, str]:
    """Return the text for each file that is to be written."""
    return {folder / f"{name}.yaml": text for name, text in witnesses.files.items()}


def _is_witness(path: Path) -> bool:
    """Whether a file was written as a witness; one that can't be read may be anything."""
    from sixstages.checks.witnesses import MARK
    from sixstages.documents import read

    try:
        return (read(path).text("name") or "").startswith(MARK)
    except ProblemsFound:
        return False


def _write_witnesses(witnesses: Witnesses, folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise ProblemsFound([problem("Y022", Place(str(folder)), why=reason(error))]) from error
    for path, text in _paths(witnesses, folder).items():
        replace_file(path, text)


def _about(witnesses: Witnesses, folder: Path) -> Iterator[str]:
    yield WITNESSES.format(number=len(witnesses.files), folder=folder)
    yield from (OUT_OF_REACH.format(name=name) for name in witnesses.out_of_reach)
    yield from (NOT_PROVED.format(name=name) for name in witnesses.not_proved)
