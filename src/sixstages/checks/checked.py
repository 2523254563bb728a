"""What a check has found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sixstages.errors import Problem


@dataclass(frozen=True, kw_only=True)
class Share:
    """A stage, and which share of all complete sheets ends there, from 0 to 1; None where that is not proved."""

    stage: str
    share: float | None


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A check of one rubric.

    `rubric` and `version` are None where no file says them. `problems` holds what was found, in reading order.
    `shares` holds a share for each stage, nothing where the rubric could not be loaded.
    `unusable`: a file that a rubric must have is not there or can't be read, so that nothing can be said of it.
    """

    folder: str
    rubric: str | None = None
    version: int | None = None
    problems: tuple[Problem, ...] = ()
    shares: tuple[Share, ...] = ()
    unusable: bool = False
