"""A file of translations to be filled in: what is translated already, and the rubric's own words for the rest."""

from __future__ import annotations

import json
from itertools import groupby
from typing import TYPE_CHECKING

from sixstages.translations import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HEAD = """\
# yaml-language-server: $schema=../schemas/translations.json
# The texts of the rubric in another language, each by its key: [digest, translation].
# The digest stands for the text that was translated; `sixstages check` tells where it has changed since.

language: {language}
texts:
"""


def written(language: str, texts: Mapping[str, str], done: Mapping[str, tuple[str, str]]) -> str:
    """Return the YAML for a language: `texts` by key, `done` those that are translated, with their digests."""
    return HEAD.format(language=language) + "\n".join(_blocks(texts, done))


def _blocks(texts: Mapping[str, str], done: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """Put the texts of one stage, finding or question together, a blank line between two."""
    for _, keys in groupby(texts, key=_belongs_to):
        entries = ((key, *done.get(key, (digest_of(texts[key]), texts[key]))) for key in keys)
        yield "".join(f"  {key}: [{digest}, {json.dumps(text, ensure_ascii=False)}]\n" for key, digest, text in entries)


def _belongs_to(key: str) -> str:
    kind, _, rest = key.partition("/")
    return kind if kind in ("rubric", "self_view", "signs") else f"{kind}/{rest.partition('/')[0]}"
