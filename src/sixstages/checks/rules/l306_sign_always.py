"""L306: a sign that shows whatever is answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sixstages.errors import problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sixstages.checks.subject import Subject
    from sixstages.errors import Problem


def check(subject: Subject) -> Iterator[Problem]:
    """Look for answers that lack each sign; of a rule that always holds, L303 or L304 tells it."""
    document, proofs = subject.stages.document, subject.proofs
    for path, rule in subject.stages.rules():
        if proofs.rule_sheet(rule, holds=False):
            for number, sign in enumerate(rule.signs):
                if proofs.condition_sheet(sign.when, holds=False) is None:
                    yield problem("L306", document.place(*path, "signs", number, "when"), sign=sign.id)
