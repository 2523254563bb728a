"""One line of an answers file: is there such a question, has it such options, may they be picked together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from sixstages.errors import first_of, problem, suggestion
from sixstages.nodes import Mapping, Scalar, Sequence, scalars
from sixstages.rubric import DONT_KNOW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.errors import Place, Problem, Severity
    from sixstages.nodes import Document, Node
    from sixstages.rubric import Question, Rubric


class Entry(NamedTuple):
    """An answer as far as it fits: its question, the picks in the rubric's order, and what is wrong with it.

    `picks` is empty where none can be used, and `(DONT_KNOW,)` where that is the answer.
    """

    question: str
    place: Place
    picks: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Gravity(NamedTuple):
    """How grave it is where an answer names what is not there, and where it does not fit its question."""

    unknown: Severity
    unfit: Severity


def read_entries(
    document: Document, name: str, rubric: Rubric, gravity: Gravity, version: int | None
) -> Iterator[Entry]:
    """Yield the answers in the mapping `name`; `version` is that of the rubric they were given for.

    What has no value is not answered; what has not the shape of an answer is left to the check of shapes.
    """
    mapping = document.get(name)
    if not isinstance(mapping, Mapping):
        return
    questions = {each.renamed_from: each for each in rubric.questions.values() if each.renamed_from} | rubric.questions
    first: dict[str, Place] = {}
    for key, node in mapping.entries.values():
        if isinstance(node, Mapping) or (isinstance(node, Scalar) and node.empty):
            continue
        place = document.source.place(key.start, key.end)
        question = questions.get(key.text)
        if question is None:
            hint = suggestion(key.text, rubric.questions)
            unknown = problem("A603", place, severity=gravity.unknown, question=key.text, hint=hint)
            yield Entry(key.text, place, problems=(unknown,))
        elif first.setdefault(question.id, place) != place:
            twice = problem("A615", place, also=(first[question.id],), severity=gravity.unfit, question=question.id)
            yield Entry(question.id, place, problems=(twice,))
        elif version is not None and question.changed_in and version < question.changed_in:
            yield Entry(question.id, place, problems=(problem("A616", place, question=question.id),))
        else:
            yield _Answer(document, question, node, gravity).entry(place)


class _Answer:
    """What is written as the answer to one question."""

    def __init__(self, document: Document, question: Question, node: Scalar | Sequence, gravity: Gravity) -> None:
        self._document, self._question, self._node, self._gravity = document, question, node, gravity
        self._written = [(_current(question, item.text), item) for item in scalars(node)]

    def entry(self, place: Place) -> Entry:
        """Put together what can be used of it: unknown options are left out, an answer of the wrong shape is."""
        known = {option for option, _ in self._written if option}
        unfit = first_of(self._unfit(known))
        order = [*self._question.rank, DONT_KNOW]
        picks = () if unfit else tuple(option for option in order if option in known)
        return Entry(self._question.id, place, picks, (*first_of(self._unknown()), *unfit))

    def _unknown(self) -> Iterator[Problem]:
        for option, item in self._written:
            if option is None:
                place = self._document.source.place(item.start, item.end)
                facts: dict[str, Any] = {"question": self._question.id, "option": item.text}
                known = [*self._question.rank, *([] if self._question.opening else [DONT_KNOW])]
                hint = suggestion(item.text, known)
                yield problem("A604", place, severity=self._gravity.unknown, hint=hint, **facts)

    def _unfit(self, known: set[str]) -> Iterator[Problem]:
        number = len(self._written)
        if isinstance(self._node, Sequence) and not self._node.items:
            yield self._problem("A608", self._node)
        if self._question.pick == "one" and number > 1:
            yield self._problem("A605", self._node, number)
        else:
            yield from self._not_together(known)
        if self._question.opening and DONT_KNOW in known:
            yield self._problem("A609", self._node, ", ".join(self._question.rank))

    def _not_together(self, known: set[str]) -> Iterator[Problem]:
        alone = {DONT_KNOW, *(option.id for option in self._question.options if option.alone)}
        seen: set[str] = set()
        for option, item in self._written:
            if option in seen:
                yield self._problem("A607", item, option)
            elif option in alone and len(known) > 1:
                yield self._problem("A606", item, option)
            seen |= {option} if option else set()

    def _problem(self, code: str, node: Node, what: object = "") -> Problem:
        place = self._document.source.place(node.start, node.end)
        return problem(code, place, severity=self._gravity.unfit, question=self._question.id, what=what)


def _current(question: Question, written: str) -> str | None:
    """Return the option that is meant, by its id or by the one it had before; None where there is none."""
    if written == DONT_KNOW or written in question.rank:
        return written
    return next((option.id for option in question.options if option.renamed_from == written), None)
