"""Claim cards: a claim with what a reader needs to judge it, its outlet, day and the words around it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from tripoint.api.asked import Asked
from tripoint.export.claims import shape
from tripoint.model import Claim
from tripoint.store import listed
from tripoint.store.context import surroundings
from tripoint.store.reading import CaseReader


def cards(asked: Asked, reader: CaseReader, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Return the claims as cards, in their order."""
    some = list(claims)
    homes = listed.homes(reader, (claim.claim_id for claim in some))
    heads = listed.outlets(reader, (claim.document_id for claim in some))
    said = listed.comments_of(reader, (claim.comment_id for claim in some if claim.comment_id is not None))
    return [_card(asked, claim, homes, heads, said) for claim in some]


def _card(
    asked: Asked, claim: Claim, homes: dict[str, str], heads: dict[str, dict[str, Any]], said: dict[str, str]
) -> dict[str, Any]:
    head = heads.get(claim.document_id, {})
    text = head.get("text", "") if claim.comment_id is None else said.get(claim.comment_id, "")
    start, end = surroundings(text, claim.evidence)
    return {
        **shape(claim),
        "outlet": head.get("outlet"),
        "headline": head.get("headline"),
        "published": head.get("published"),
        "published_until": head.get("published_until"),
        "known_by": head.get("known_by"),
        "event_id": homes.get(claim.claim_id),
        "decided": asked.verdict(claim.claim_id),
        "context": {"text": text[start:end], "start": start, "end": end},
    }
