"""Lines of text for any width: paragraphs, items with a hanging indent, headings; no borders, no tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.text import Text

from sixstages.text import visible, width, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sixstages.speech import Speech

NARROWEST = 20  # below this a terminal may break lines where it likes
WIDEST = 100  # longer lines are hard to read
ROOM_FOR_WORDS = 30  # cells; where fewer are left beside a drawing, the words stand below it


class Line(NamedTuple):
    """One line on the screen, and how it looks; what it says never hangs on that."""

    words: str = ""
    style: str = ""


BLANK = Line()


def paragraph(words: str, columns: int, *, lead: str = "", style: str = "") -> list[Line]:
    """Wrap words into lines; `lead` stands before the first one, the others are indented as far."""
    room = min(max(columns, NARROWEST), WIDEST) - width(lead)
    rows = wrap(visible(words), room)
    return [Line((" " * width(lead) if number else lead) + row, style) for number, row in enumerate(rows)]


def heading(words: str, columns: int) -> list[Line]:
    """Set a heading, with a blank line above."""
    return [BLANK, *paragraph(words, columns, style="bold")]


def drawn_beside(drawing: str, words: str, columns: int) -> list[Line]:
    """Set a drawing beside the words that say the same, or above them; one too wide for the screen is left out."""
    if columns - width(drawing) > ROOM_FOR_WORDS:
        return paragraph(words, columns, lead=f"{drawing} ")
    fits = width(drawing) <= columns
    return [*([Line(drawing)] if fits else []), *paragraph(words, columns)]


def items(texts: Iterable[str], columns: int, *, lead: str = "  - ") -> list[Line]:
    """List texts, each behind the same lead."""
    return [line for text in texts for line in paragraph(text, columns, lead=lead)]


def numbered(say: Speech, texts: Iterable[str], columns: int) -> list[Line]:
    """List texts with numbers from 1 on, in the digits of the language."""
    return [
        line
        for number, text in enumerate(texts, 1)
        for line in paragraph(text, columns, lead=f"{say.number(number):>3}. ")
    ]


def as_text(lines: Iterable[Line]) -> Text:
    """Join lines into one text that ends with a line break."""
    text = Text()
    for line in lines:
        text.append(line.words, line.style).append("\n")
    return text
