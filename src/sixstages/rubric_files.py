"""The two files of a rubric as they were read: every part with its path, which leads to its place in the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.nodes import Document, Steps
    from sixstages.rubric import Finding, Gate, Question, QuestionsFile, Section, Sign, StagesFile


class Stages(NamedTuple):
    """`stages.yaml`: the document and its model."""

    document: Document
    file: StagesFile

    def gates(self) -> Iterator[tuple[Steps, Gate]]:
        """Every gate, with its path."""
        for number, stage in enumerate(self.file.stages):
            if stage.gate:
                yield ("stages", number, "gate"), stage.gate

    def findings(self) -> Iterator[tuple[Steps, Finding]]:
        """Every finding, with its path."""
        for number, group in enumerate(self.file.findings):
            for at, finding in enumerate(group.items):
                yield ("findings", number, "items", at), finding

    def rules(self) -> Iterator[tuple[Steps, Gate | Finding]]:
        """Every gate and every finding, with its path."""
        yield from self.gates()
        yield from self.findings()

    def signs(self) -> Iterator[tuple[Steps, Sign]]:
        """Every sign, with its path."""
        for path, rule in self.rules():
            for number, sign in enumerate(rule.signs):
                yield (*path, "signs", number), sign


class Questions(NamedTuple):
    """`questions.yaml`: the document and its model."""

    document: Document
    file: QuestionsFile

    def questions(self) -> Iterator[tuple[Steps, Question]]:
        """Every question, with its path."""
        for number, section in enumerate(self.file.sections):
            for at, question in enumerate(section.questions):
                yield ("sections", number, "questions", at), question

    def sections(self) -> tuple[Section, ...]:
        """The sections, with the options of every question filled in."""
        return tuple(
            section.model_copy(update={"questions": tuple(map(self.with_options, section.questions))})
            for section in self.file.sections
        )

    def known(self) -> dict[str, Question]:
        """Every question by its id with its options filled in, the first of those that share an id."""
        known: dict[str, Question] = {}
        for _, question in self.questions():
            known.setdefault(question.id, self.with_options(question))
        return known

    def with_options(self, question: Question) -> Question:
        """Fill in the options of the answer set that a question names, if there is such a set."""
        options = self.file.answer_sets.get(question.answer_set or "")
        return question if question.options or not options else question.model_copy(update={"options": options})
