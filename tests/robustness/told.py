"""Problems read back from what a command wrote, in short and in whatever format it told them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Told = tuple[str, str]
"""A file, and a problem of it as `Y012 4:1 also 2:1`."""

_HEAD = re.compile(r"^(?P<file>\S.*?):(?P<line>\d+):(?P<column>\d+): [^:]+ (?P<code>[A-Z]\d{3}): ")
_ALSO = re.compile(r"^  [^: ][^:]*: \S.*:(\d+:\d+)$")
_COMMAND = re.compile(r"^::(?:error|warning) file=(.*?),line=(\d+),.*?(?:,col=(\d+).*?)?,title=sixstages (\S+?)::(.*)$")


def told(output: str, form: str = "text") -> list[Told]:
    """Read the problems in what a command wrote."""
    return list(_READERS[form](output))


def _from_text(output: str) -> Iterator[Told]:
    found: list[list[str]] = []
    for line in output.splitlines():
        if head := _HEAD.match(line):
            found.append([head["file"], f"{head['code']} {head['line']}:{head['column']}"])
        elif also := _ALSO.match(line):
            found[-1][1] += f" also {also[1]}"
    return ((file, short) for file, short in found)


def _from_json(output: str) -> Iterator[Told]:
    for each in json.loads(output)["problems"]:
        also = "".join(f" also {at['line']}:{at['column']}" for at in each["also"])
        yield each["place"]["file"], f"{each['code']} {each['place']['line']}:{each['place']['column']}{also}"


def _from_github(output: str) -> Iterator[Told]:
    for line in output.splitlines():
        if command := _COMMAND.match(line):
            file, row, column, code, data = command.groups()
            also = "".join(f" also {at}" for at in re.findall(r"%0Aalso: .*?:(\d+:\d+)(?=%0A|$)", data))
            yield file, f"{code} {row}:{column or 1}{also}"


def _from_sarif(output: str) -> Iterator[Told]:
    for each in json.loads(output)["runs"][0]["results"]:
        [(file, at)] = map(_located, each["locations"])
        also = "".join(f" also {also}" for _, also in map(_located, each["relatedLocations"]))
        yield file, f"{each['ruleId']} {at}{also}"


def _located(location: Mapping[str, Mapping[str, Mapping[str, object]]]) -> Told:
    physical = location["physicalLocation"]
    region = physical["region"]
    return str(physical["artifactLocation"]["uri"]), f"{region['startLine']}:{region['startColumn']}"


def _from_junit(output: str) -> Iterator[Told]:
    root = ET.fromstring(output)  # noqa: S314 - what we wrote ourselves
    for each in (*root.iter("failure"), *root.iter("system-out")):
        yield from _from_text(each.text or "")


_READERS: Mapping[str, Callable[[str], Iterator[Told]]] = {
    "text": _from_text,
    "json": _from_json,
    "github": _from_github,
    "sarif": _from_sarif,
    "junit": _from_junit,
}
