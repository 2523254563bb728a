"""Values as JSON that every reader of JSON takes, and that is safe to look at in a terminal."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sixstages.text import CONTROL

if TYPE_CHECKING:
    import re


def written(value: object) -> str:
    r"""Write a value as JSON.

    What could steer a terminal is escaped. A lone surrogate, as the name of a file holds it that is not UTF-8,
    becomes the text `\udc80`: many readers refuse it even as an escape.
    """
    return CONTROL.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2)) + "\n"


def _escaped(match: re.Match[str]) -> str:
    escape = f"\\u{ord(match[0]):04x}"
    is_surrogate = "\ud800" <= match[0] <= "\udfff"
    return f"\\{escape}" if is_surrogate else escape
