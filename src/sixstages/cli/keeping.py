"""Where an interview keeps its answers: saved one by one, and never over what another program wrote."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sixstages.answers import write_answers
from sixstages.cli.sheets import claim_file
from sixstages.errors import ProblemsFound
from sixstages.files import read_bytes
from sixstages.interview import proposed_name

if TYPE_CHECKING:
    from contextlib import ExitStack

    from sixstages.cli.sheets import Begun
    from sixstages.interview import Sitting


class Keeping:
    """The file of one interview, None until the name of the business says what to call it."""

    def __init__(self, begun: Begun, locks: ExitStack) -> None:
        """Keep what was read from the file, so that a change by others is seen."""
        self.file = begun.file
        self.has_begun = begun.stood is not None
        """Whether there is, or was, or should have been something to keep."""
        self._known = begun.stood
        self._locks = locks

    def path(self, sitting: Sitting) -> Path:
        """Return where a sitting is kept; a new one is called by the name of the business and the date."""
        return self.file or claim_file(self._locks, Path(), proposed_name(sitting.sheet.name, sitting.sheet.date or ""))

    def save(self, sitting: Sitting) -> Path | None:
        """Save the answers, whole or not at all; raises `ProblemsFound`.

        Where another program changed the file meanwhile, it stays as it is and is returned: the answers, all of them,
        go into a new file beside it from then on.
        """
        self.has_begun = True
        file = self.file = self.path(sitting)
        left = file if self._is_changed(file) else None
        if left:
            self.file, self._known = claim_file(self._locks, file.parent, file.stem, file.suffix), None
        self._known = write_answers(self.file, sitting.sheet, sitting.rubric).encode()
        return left

    def _is_changed(self, file: Path) -> bool:
        """Whether something else stands there than what was read or written; a removed file is written again."""
        try:
            return read_bytes(file) != self._known
        except ProblemsFound:
            return file.exists()
