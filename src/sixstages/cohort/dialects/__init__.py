"""How survey tools write their tables: one module a tool, each with one value, `DIALECT`.

What a tool calls its own columns is given in the languages that it is known in; headers and cells are compared
folded, as `wording` does it. A further tool is one more module.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import NamedTuple

YES = (
    "1", "1.0", "y", "yes", "true", "x", "checked", "selected",
    "हाँ", "हां", "sim", "verdadeiro", "হ্যাঁ", "ndiyo", "так", "sí", "oui", "ja", "да", "ya", "evet",
)  # fmt: skip
"""What stands in the column of an option that was picked."""

NO = (
    "0", "0.0", "n", "no", "false", "unchecked", "not selected", "not checked",
    "नहीं", "não", "falso", "না", "hapana", "ні", "non", "nein", "нет", "tidak", "hayır",
)  # fmt: skip
"""What stands there where it was not."""

OTHER = (
    "other", "others", "other, please specify", "other (please specify)", "other_please_specify", "other (specify)",
    "अन्य", "कोई और", "अन्य (कृपया बताएँ)", "outro", "outra", "outros", "outro (especifique)", "outra (especifique)",
    "অন্য", "অন্যান্য", "অন্যান্য (উল্লেখ করুন)", "nyingine", "mengineyo", "nyingine (taja)", "інше", "інша", "інше (вкажіть)",
    "otro", "otra", "otro (especifique)", "autre", "autre (veuillez préciser)", "sonstiges", "andere",
    "sonstiges (bitte angeben)", "altro", "altro (specificare)", "другое", "другое (укажите)", "diğer", "lainnya",
)  # fmt: skip
"""What heads the column of an answer in one's own words."""

SPREAD = ("{question}/{option}", "{question}[{option}]", "{question}___{option}", "{question} (choice={option})")
"""How the column of a single option is headed in one tool or another."""


class Dialect(NamedTuple):
    """How one tool writes a table; people call it by its `title`.

    It is known by its `marks`, headers that hardly anybody else writes: by so many as are `enough` of them, and, where
    `first`, only with one above the first column and no question called by its id. `option_marks` are ways to head the
    column of an option that are known as well, where nobody else would head that column so.
    `own` head other columns of the tool, `own_forms` are patterns of such headers.
    `option_columns` says how the column of one option is headed, `other_columns` that of free text; in a table
    with two `header_rows` the two are joined by ` / `, and `whole` are the words below a question that has one column.
    `group` stands between the name of a group and that of a question. `picked` and `not_picked` stand in the column
    of an option, `blank` in a cell without answer. `spaced`: picks are joined by spaces.
    """

    name: str
    title: str
    marks: tuple[str, ...] = ()
    enough: int = 1
    first: bool = False
    option_marks: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    own_forms: tuple[str, ...] = ()
    option_columns: tuple[str, ...] = SPREAD
    other_columns: tuple[str, ...] = ("{question}_other", "{question}_specify")
    whole: tuple[str, ...] = ()
    group: str = "/"
    picked: tuple[str, ...] = YES
    not_picked: tuple[str, ...] = NO
    blank: tuple[str, ...] = ()
    spaced: bool = False
    header_rows: int = 1


PLAIN = Dialect(
    name="plain",
    title="",
    own=("file", "row", "rubric", "rubric_version", "name", "date", "updated", "language", "self_view", "about"),
)
"""A table that no tool is known to have written: an answers file's own words head what is no answer."""

ANYBODY = Dialect(name="anybody", title="", option_marks=("{question}/{option}", "{question}[{option}]"), group="")
"""How people who write a table by hand head the column of an option."""


@cache
def all_dialects() -> tuple[Dialect, ...]:
    """Import every dialect, in the order of their modules."""
    names = sorted(module.name for module in iter_modules(__path__))
    return tuple(import_module(f"{__name__}.{name}").DIALECT for name in names)


def title_of(name: str) -> str:
    """Return what people call a dialect."""
    return next((dialect.title for dialect in all_dialects() if dialect.name == name), name)
