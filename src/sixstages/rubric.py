"""The rubric as frozen models: stages with gates, findings with remedies, questions with options.

Only the shape of the files is held here. What an id refers to is checked by the loader, what a rule
means is in `logic`. Every value arrives as the text that was typed; the types here decide what it is.
"""

# No `from __future__ import annotations`: pydantic would evaluate every annotation out of its text.

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Annotated, Literal, cast

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function

RESERVED = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})
DONT_KNOW = "dont-know"
"""The word that stands in an answers file for "asked, and not known"; never the id of an option."""

SLUG = r"^[a-z][a-z0-9-]*$"
DIGEST = r"^[a-p]{6}$"
SOURCE_POINT = r"^[a-z][a-z0-9-]*(/[A-Za-z0-9.]+)?$"
MAX_COUNT = 1_000

# The validators raise errors whose type is a code of the catalogue: its words are the ones that are shown.


def _as_slug(value: object) -> object:
    if value == DONT_KNOW or (isinstance(value, str) and value in RESERVED):
        raise PydanticCustomError("S112", "a word with another meaning")
    return value


def _as_count(value: object) -> object:
    if not isinstance(value, str):
        return value
    if not (value.isascii() and value.isdigit() and len(value) <= len(str(MAX_COUNT)) and value == str(int(value))):
        raise PydanticCustomError("S109", "expected a whole number such as 3")
    return int(value)


def _as_flag(value: object) -> object:
    flags = {"true": True, "false": False}
    if not isinstance(value, str):
        return value
    if value not in flags:
        raise PydanticCustomError("S113", "expected true or false")
    return flags[value]


def _as_list(value: object) -> object:
    if isinstance(value, dict):
        raise PydanticCustomError("S118", "expected a text or a list of texts")
    return [value] if isinstance(value, str) else value


def _as_rows(value: object) -> object:
    """Put the list around a condition's only row of tests, which a file leaves out."""
    if isinstance(value, dict):
        return [value]
    if isinstance(value, list | tuple) and value:
        return value
    raise PydanticCustomError("S114", "expected a mapping of questions, or a list of such mappings")


def _as_row(value: object) -> object:
    if isinstance(value, dict) and value:
        return list(value.items())
    if isinstance(value, tuple) and value:
        return value
    raise PydanticCustomError("S114", "expected a mapping of questions")


def _as_test(value: object) -> object:
    """Spell out what is written of a question, as `(rhythm, [weekly, daily])` or `(rhythm, {at_least: weekly})`."""
    if not isinstance(value, tuple):
        return value
    question, written = value
    if not isinstance(written, dict):
        return {"question": question, "operator": "any_of", "options": written}
    counting = written.keys() & {"count", "fewer_than"}
    if len(counting) == 1 and written.keys() == {*counting, "of"}:
        [operator] = counting
        return {"question": question, "operator": operator, "options": written["of"], "number": written[operator]}
    if counting or len(written) != 1:
        raise PydanticCustomError("S115", "expected one operator, such as at_least")
    [(operator, options)] = written.items()
    if operator in ("at_least", "at_most") and not isinstance(options, str):
        raise PydanticCustomError("S116", "expected one option")
    return {"question": question, "operator": operator, "options": options}


class Limits:
    """What a value has to keep to, and before that the function it goes through.

    It all goes straight into the schema: with pydantic's own `Field` and `BeforeValidator` a start takes longer.
    """

    def __init__(self, before: Callable[[object], object] | None = None, /, **limits: object) -> None:
        """Keep both; `limits` are named as in pydantic_core's schema of the type."""
        self.before, self._limits = before, limits

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Give the schema of the type, with the limits in it."""
        schema = cast("CoreSchema", {**handler(source), **self._limits})
        return no_info_before_validator_function(self.before, schema) if self.before else schema


Slug = Annotated[str, Limits(_as_slug, pattern=SLUG, max_length=60)]
Text = Annotated[str, Limits(strip_whitespace=True, min_length=1)]
Count = Annotated[int, Limits(_as_count, ge=1, le=MAX_COUNT)]
Flag = Annotated[bool, Limits(_as_flag)]
SourcePoint = Annotated[str, Limits(pattern=SOURCE_POINT)]
Texts = Annotated[tuple[str, ...], Limits(_as_list)]
"""A list of texts, or one text alone."""
Sources = Annotated[tuple[SourcePoint, ...], Limits(_as_list)]
Effort = Literal["small", "medium", "large"]
Operator = Literal["any_of", "none_of", "at_least", "at_most", "all_of", "count", "fewer_than"]


class Model(BaseModel):
    """Frozen, and closed: a key that is not known is refused.

    Its validator is built when it is first used: a model that is only a part of others needs none of its own.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Test(Model):
    """One question's part of a condition: an operator over some of its options."""

    __test__ = False  # not a test case, whatever pytest makes of the name

    question: Slug
    operator: Operator
    options: Annotated[tuple[Slug, ...], Limits(_as_list, min_length=1)]
    number: Count | None = None


Row = Annotated[tuple[Annotated[Test, Limits(_as_test)], ...], Limits(_as_row)]
Condition = Annotated[tuple[Row, ...], Limits(_as_rows)]
"""Alternatives, of which one has to hold; each is a row of tests that all have to hold."""


class Explanation(Model):
    """A text with where it comes from."""

    text: Text
    source: Sources


class Mark(Explanation):
    """What a stage looks like from outside."""

    id: Slug


class Sign(Model):
    """Something that shows: a condition on the answers, and a sentence that says what it shows."""

    id: Slug
    says: Text
    when: Condition
    source: Sources = ()


class GateSign(Sign):
    """A sign of a gate also says what to do to gain it, and how hard that is."""

    do: Text
    effort: Effort


class Part(Model):
    """A part of a rule: one of these signs has to be there."""

    id: Slug
    says: Text
    of: Annotated[tuple[Slug, ...], Limits(min_length=1)]


class Rule(Model):
    """`needs` of the signs, and one sign of each part besides."""

    needs: Count
    each_of: tuple[Part, ...] = ()


class Gate(Rule):
    """What a stage asks for, above all that the stages below it ask for."""

    signs: Annotated[tuple[GateSign, ...], Limits(min_length=1)]


class Stage(Model):
    """One stage of the rubric; every stage but the first has a gate."""

    id: Slug
    name: Text
    summary: Text
    source: Sources = ()
    looks_like: tuple[Mark, ...] = ()
    gate: Gate | None = None


class Remedy(Model):
    """Something to do about a finding, and why it helps."""

    id: Slug
    do: Text
    why: Text
    source: Sources = ()


class Finding(Rule):
    """Something that holds a business back, with the signs that show it and what to do about it."""

    id: Slug
    name: Text
    explains: Explanation
    signs: Annotated[tuple[Sign, ...], Limits(min_length=1)]
    remedies: Annotated[tuple[Remedy, ...], Limits(min_length=1)]


class Group(Model):
    """Findings of one kind."""

    group: Slug
    title: Text
    items: tuple[Finding, ...]


class Source(Model):
    """An article that the rubric draws on."""

    title: Text
    author: Text
    place: Text | None = None
    year: Text | None = None


class Identity(Model):
    """Which rubric this is; `version` goes up when the meaning of an answer changes."""

    id: Slug
    version: Count
    title: Text
    language: Slug


class SelfView(Model):
    """The question that asks owners where they would put themselves; never scored."""

    ask: Text
    why: Text
    source: Sources = ()


class Option(Model):
    """One possible answer. `alone` ones exclude the others, `other` takes free text; a `name` is not translated."""

    id: Slug
    text: Text
    means: Text | None = None
    name: Flag = False
    alone: Flag = False
    other: Flag = False
    renamed_from: Slug | None = None


class Question(Model):
    """One question. On an `ordered` one the options go from least to most adopted.

    Its options stand either under `options` or in the answer set that `answer_set` names;
    in a loaded rubric they are always filled in.
    """

    id: Slug
    ask: Text
    why: Text
    pick: Literal["one", "many"] = "one"
    options: tuple[Option, ...] = ()
    answer_set: Slug | None = None
    ordered: Flag = False
    opening: Flag = False
    ask_if: Condition | None = None
    source: Sources = ()
    renamed_from: Slug | None = None
    changed_in: Count | None = None

    @cached_property
    def rank(self) -> dict[str, int]:
        """Each option's position, from 0 on."""
        return {option.id: position for position, option in enumerate(self.options)}


class Section(Model):
    """Questions that belong together."""

    id: Slug
    title: Text
    questions: tuple[Question, ...]


class StagesFile(Model):
    """`stages.yaml`."""

    rubric: Identity
    sources: dict[Slug, Source] = {}
    self_view: SelfView
    stages: Annotated[tuple[Stage, ...], Limits(min_length=2)]
    findings: tuple[Group, ...] = ()


class QuestionsFile(Model):
    """`questions.yaml`."""

    answer_sets: dict[Slug, tuple[Option, ...]] = {}
    sections: Annotated[tuple[Section, ...], Limits(min_length=1)]


class Rubric(Model):
    """A whole rubric, its references resolved.

    `languages` are those it comes in, its own first; `digest` names the exact files it was read from.
    """

    identity: Identity
    sources: dict[str, Source]
    self_view: SelfView
    stages: tuple[Stage, ...]
    findings: tuple[Group, ...]
    sections: tuple[Section, ...]
    languages: tuple[str, ...] = ()
    digest: str = ""

    @cached_property
    def questions(self) -> dict[str, Question]:
        """Every question by its id, in the order in which they are asked."""
        return {question.id: question for section in self.sections for question in section.questions}

    @cached_property
    def gates(self) -> tuple[Gate, ...]:
        """The gates from the second stage up: `gates[0]` is the gate of stage 2."""
        return tuple(stage.gate for stage in self.stages if stage.gate)

    @cached_property
    def opening(self) -> str:
        """The id of the opening question."""
        return next(question.id for question in self.questions.values() if question.opening)

    def each_finding(self) -> Iterator[tuple[str, Finding]]:
        """Every finding with the id of its group, in the file's order."""
        for group in self.findings:
            for finding in group.items:
                yield group.group, finding
