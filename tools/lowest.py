"""The lowest versions that `pyproject.toml` allows of what the program needs, as constraints for pip.

`python -m tools.lowest >lowest.txt`, then `pip install --constraint lowest.txt '.[cohort]'`.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PYPROJECT = Path(__file__).parents[1] / "pyproject.toml"
EXTRAS = ("cohort",)
"""The extras that users install; those of development are tested as they come."""

_RANGE = re.compile(r"(?P<name>[\w-]+)>=(?P<lowest>[\d.]+),<(?P<first_unknown>[\d.]+)")


def lowest(pyproject: str) -> Iterator[str]:
    """Give a constraint for each dependency; raises ValueError where one has no range to be tested at both ends."""
    project = tomllib.loads(pyproject)["project"]
    for extra in ([], *map(project["optional-dependencies"].get, EXTRAS)):
        yield from map(_lowest, extra)
    yield from map(_lowest, project["dependencies"])


def _lowest(requirement: str) -> str:
    found = _RANGE.fullmatch(requirement)
    if not found:
        message = f"{requirement!r} is not written as name>=1.2,<2 is"
        raise ValueError(message)
    return f"{found['name']}=={found['lowest']}"


if __name__ == "__main__":
    sys.stdout.write("".join(f"{each}\n" for each in lowest(PYPROJECT.read_text(encoding="utf-8"))))
