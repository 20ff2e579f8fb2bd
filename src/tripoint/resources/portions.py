"""Texts by the handful: as many at once as the networks of the parser have room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

TOKENS = 4000
"""Tokens of which a network holds what it makes of them at once: some four kilobytes each."""


def portions(docs: Iterable[Doc], most: int = TOKENS) -> Iterator[list[Doc]]:
    """Yield `docs` in lists of at most `most` tokens, in their order; a longer text comes alone."""
    some: list[Doc] = []
    held = 0
    for doc in docs:
        if some and held + len(doc) > most:
            yield some
            some, held = [], 0
        some.append(doc)
        held += len(doc)
    if some:
        yield some
