"""Whether every quotation mark of a CSV text stands where all programs take it for the same."""

from __future__ import annotations

import numpy as np

_MARK = ord('"')
_ENDS_RECORD = b"\r\n"


def are_plain(text: bytes, separator: str) -> bool:
    """Tell whether marks only open cells, close them, or stand twice within them; the text begins with a record.

    Where one stands elsewhere, as in `5" pipe`, one reader takes it for a letter and another for the beginning of text
    that goes on over the end of the line. In plain text every second mark opens a cell, or is the second of two; those
    between them close one, or are the first of two.
    """
    if b'"' not in text:
        return True
    letters = np.frombuffer(text, np.uint8)
    marks = np.flatnonzero(letters == _MARK)
    if len(marks) % 2:
        return False
    borders = [ord(separator), *_ENDS_RECORD]
    opening, closing = marks[::2], marks[1::2]
    before, behind = letters[np.maximum(opening, 1) - 1], letters[np.minimum(closing, len(letters) - 2) + 1]
    are_twice = closing[:-1] + 1 == opening[1:]
    opens = np.isin(before, borders) | (opening == 0)
    closes = np.isin(behind, borders) | (closing == len(letters) - 1)
    opens[1:] |= are_twice
    closes[:-1] |= are_twice
    return bool(opens.all() and closes.all())
