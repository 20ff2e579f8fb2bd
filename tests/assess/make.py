"""A whole small case: claims and documents in, links, events and assessment out."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.assess import Assessed, assess
from tripoint.events import assemble, link
from tripoint.model import Claim, Contradiction, Decision, Document, Event


def case(claims: Sequence[Claim], *documents: Document, merged: bool = False) -> tuple[tuple[Event, ...], Assessed]:
    """`merged` joins all claims by a person's decision, where a test is about what follows from one event."""
    known = {doc.document_id: doc for doc in documents}
    decisions = [
        Decision(
            decision_id=f"m{n}", act="merge", subject=claims[0].claim_id, other=c.claim_id, value=None, who="Ann",
            why="", at="2024-01-01T00:00:00Z",
        )
        for n, c in enumerate(claims[1:])
    ] if merged else []  # fmt: skip
    events = assemble(claims, link(claims, known, decisions), known)
    return events, assess(events, {c.claim_id: c for c in claims}, known)


def fields(found: Sequence[Contradiction]) -> list[tuple[str, list[str]]]:
    return [(one.field, [side.value for side in one.sides]) for one in found]
