"""Workflow commands of GitHub Actions, read as its runner reads them."""

from __future__ import annotations

from typing import NamedTuple

from hypothesis import example, given

from sixstages.errors import Problem
from sixstages.text import visible
from tests.checks.formats import ANY_TEXT, ERROR, EXAMPLES, HOSTILE, NAMES, TEXTS, WARNING, checked, told, written


class Command(NamedTuple):
    """A workflow command as the runner understands it."""

    name: str
    properties: dict[str, str]
    data: str


def commands(report: str) -> list[Command]:
    """Read the commands of a log, line by line; every other line is shown as it is."""
    lines = report.replace("\r", "\n").split("\n")
    return [_command(line.lstrip()) for line in lines if line.lstrip().startswith("::")]


def _command(line: str) -> Command:
    head, _, data = line.removeprefix("::").partition("::")
    name, _, properties = head.partition(" ")
    pairs = (each.split("=", 1) for each in properties.split(","))
    return Command(
        name, {key: _unescaped(value, {":": "%3A", ",": "%2C"}) for key, value in pairs}, _unescaped(data, {})
    )


def _unescaped(text: str, further: dict[str, str]) -> str:
    for letter, escape in ({"\r": "%0D", "\n": "%0A"} | further | {"%": "%25"}).items():
        text = text.replace(escape, letter)
    return text


def test_a_problem_is_an_annotation_at_its_place() -> None:
    """File, lines and columns, the code as the title, then the words, the remedy and the other places."""
    [command] = commands(written("github", checked(ERROR)))
    assert command == Command(
        "error",
        {
            "file": "stages.yaml",
            "line": "12",
            "endLine": "12",
            "col": "25",
            "endColumn": "26",
            "title": "sixstages L304",
        },
        f"{ERROR.message}\n{ERROR.remedy}\nalso: stages.yaml:7:5",
    )


def test_a_place_on_several_lines_has_no_columns() -> None:
    """The runner would drop them."""
    [command] = commands(written("github", checked(Problem("L304", "error", "message", "remedy", ERROR.also[0]))))
    assert command.properties.keys() == {"file", "line", "endLine", "title"}


def test_a_problem_without_a_place_names_no_file() -> None:
    """It is shown for the whole run."""
    [command] = commands(written("github", checked(Problem("L304", "error", "message", "remedy"))))
    assert command.properties == {"title": "sixstages L304"}


def test_errors_come_before_warnings() -> None:
    """GitHub shows ten: none of them is a warning while there are errors."""
    shown = commands(written("github", checked(WARNING, ERROR, WARNING, ERROR)))
    assert [each.name for each in shown] == ["error", "error", "warning", "warning"]


def test_the_log_ends_with_the_numbers() -> None:
    """Who reads the log sees that there was a check, also where nothing was found."""
    assert written("github", EXAMPLES["sound"]) == "no errors, no warnings\n"
    assert written("github", EXAMPLES["problems"]).endswith("\n2 errors, 1 warning\n")


def test_nothing_forges_an_annotation() -> None:
    """Line breaks, per cent signs and double colons stay within the annotation of their problem."""
    shown = commands(written("github", HOSTILE))
    assert len(shown) == len(NAMES) * len(TEXTS)
    assert {each.name for each in shown} == {"error"}
    assert {each.properties["file"] for each in shown} == set(map(visible, NAMES))


@given(ANY_TEXT, ANY_TEXT)
@example("100%25, a%3Ab.yaml", "50%0A%25::")
def test_words_come_through(name: str, text: str) -> None:
    """The runner gets what stood in the file, line breaks too; what would steer a terminal is written out."""
    [command] = commands(written("github", checked(told(name, text))))
    assert command.properties["file"] == _shown(name)
    assert command.data.split(" is not written as it has to be here.\n")[0] == _shown(f"'{text}'")


def _shown(text: str) -> str:
    return "\r".join(map(visible, text.split("\r")))
