"""The words of a rubric, in every language that it comes in, and the ids that they stand for.

Texts are compared folded: survey tools add tags, no-break spaces, stars and full stops, and change quotation marks.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from unicodedata import normalize

from sixstages.rubric import DONT_KNOW
from sixstages.speech import LANGUAGES, N_, speech

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sixstages.rubric import Option, Question, Rubric

    Words = Iterable[tuple[str, str]]

NOT_KNOWN = (N_("I don't know"), N_("don't know, dont know"))
"""What the interview says, and takes, for an answer that is not known."""

LONGEST_HEADER = 2_000

_BREAK = re.compile(r"</?(?:br|div|li|p)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_FORMULA = re.compile(r"^'(?=[=+@-])")  # a quotation mark that keeps a spreadsheet from calculating
_AT_THE_END = re.compile(r"[\s.,:;?!*…।]+$")
_ALIKE = str.maketrans(
    dict.fromkeys("‘’‚ʼ`´", "'") | dict.fromkeys("“”„«»", '"') | dict.fromkeys("‐‑–—−", "-")
    # what can't be seen: the zero width characters, the soft hyphen, the byte order mark
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
)  # fmt: skip
_NUMBER = re.compile(r"^\W*q?[0-9]{1,3}\s*[.):]\s*")


def without_markup(text: str) -> str:
    """Leave out the tags of HTML, and write its entities as the characters they are."""
    return unescape(_TAG.sub("", _BREAK.sub(" ", text)) if "<" in text else text)


def fold(text: str) -> str:
    """Write a text as all texts are compared: small letters, single spaces, no marks at its end."""
    plain = normalize("NFC", _FORMULA.sub("", without_markup(text)).translate(_ALIKE).casefold())
    spaced = " ".join(plain.split())
    return _AT_THE_END.sub("", spaced) or spaced


def without_number(header: str) -> str:
    """Leave out the number that some tools put in front of a question."""
    return _NUMBER.sub("", header.casefold())


class Wording:
    """The texts of a rubric in every language that it comes in, and the ids that they stand for."""

    def __init__(self, rubrics: Sequence[Rubric]) -> None:
        """Take the same rubric in each of its languages."""
        self.questions: Mapping[str, Question] = rubrics[0].questions
        self._editions = [rubric.questions for rubric in rubrics]
        self._headers = _meanings([*_headers(self._editions)])
        self._labels: dict[str, Mapping[str, str]] = {}
        self.self_views = frozenset(fold(rubric.self_view.ask) for rubric in rubrics)

    def question(self, header: str) -> str | None:
        """Return the question that a header names, by its id or by its text in any language."""
        written = header.strip()
        if written in self.questions:
            return written
        if len(written) > LONGEST_HEADER:
            return None
        return self._headers.get(fold(written)) or self._headers.get(fold(without_number(written)))

    def option(self, question: str, text: str) -> str | None:
        """Return the option of a question that a text names, or `dont-know`."""
        written = text.strip()
        if written in self.questions[question].rank:
            return written
        return self.labels(question).get(fold(written)) if len(written) <= LONGEST_HEADER else None

    def labels(self, question: str) -> Mapping[str, str]:
        """Return every folded text that stands for an option of a question, with the id of that option."""
        if question not in self._labels:
            options = [edition[question].options for edition in self._editions]
            self._labels[question] = _meanings([*_option_words(options)])
        return self._labels[question]


def _headers(editions: Sequence[Mapping[str, Question]]) -> Iterator[Words]:
    yield [(question.ask, question.id) for edition in editions for question in edition.values()]
    yield [(each.renamed_from, each.id) for each in editions[0].values() if each.renamed_from]
    yield [(written, id_) for id_ in editions[0] for written in _spellings(id_)]


def _option_words(editions: Sequence[Sequence[Option]]) -> Iterator[Words]:
    yield [(option.text, option.id) for options in editions for option in options]
    yield [(each.renamed_from, each.id) for each in editions[0] if each.renamed_from]
    yield [(word, DONT_KNOW) for word in _words_for_not_known()]
    yield [(written, option.id) for option in editions[0] for written in _spellings(option.id)]


def _spellings(id_: str) -> Iterator[str]:
    """Yield an id as tools write it whose names may hold no hyphen."""
    yield from (id_, id_.replace("-", "_"), id_.replace("-", ""))


def _words_for_not_known() -> Iterator[str]:
    yield from _spellings(DONT_KNOW)
    for language in LANGUAGES:
        for words in NOT_KNOWN:
            yield from speech(language)(words).split(",")


def _meanings(layers: Iterable[Words]) -> Mapping[str, str]:
    """Give each folded text its id by the first of the layers that has one; what could mean two things means none."""
    known: dict[str, set[str]] = {}
    for layer in layers:
        here: dict[str, set[str]] = {}
        for text, id_ in layer:
            here.setdefault(fold(text), set()).add(id_)
        known = here | known
    return {text: next(iter(ids)) for text, ids in known.items() if text and len(ids) == 1}
