"""The coder for those who hold a document's records and no scene."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.claims.coding.coder import Coded, code
from tripoint.claims.scene import Scene
from tripoint.model import Claim, Document, Mention, Reading
from tripoint.syntax import Sentence


def code_between(
    doc: Document,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    readings: Sequence[Reading],
    claims: Sequence[Claim],
    *,
    source: tuple[int, int] | None,
    target: tuple[int, int] | None,
) -> Coded | None:
    """Code what the words at `source` do to those at `target`, in the sentence of the source (or of the target)."""
    marked = source or target
    at = next((i for i, one in enumerate(sentences) if marked is not None and one.start <= marked[0] < one.end), None)
    if at is None:
        return None
    return code(Scene(doc, sentences, mentions, readings), at, source, target, claims)
