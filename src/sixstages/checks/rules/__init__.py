"""The rules of the check that look at a rubric as a whole: one module each, named by its code and what it finds.

A new rule is a module here, its words in the catalogue, and its page in `docs/rules`.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


class Rule(Protocol):
    """What the module of a rule offers."""

    def check(self, subject: Subject, /) -> Iterator[Problem]:
        """Yield what breaks the rule; raises `NotProved` where the budget of its proof is spent."""


def all_rules() -> dict[str, Rule]:
    """Import every rule; gives each by its code, in the order of the codes."""
    names = sorted(module.name for module in iter_modules(__path__))
    return {name.partition("_")[0].upper(): cast("Rule", import_module(f"{__name__}.{name}")) for name in names}
