"""Claim cards: a claim with what a reader needs to judge it, its outlet, day and the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from tripoint.api.asked import Asked
from tripoint.events import Change
from tripoint.export.claims import shape
from tripoint.model import Claim, Correction, Decision
from tripoint.store import listed
from tripoint.store.context import surroundings
from tripoint.store.correctable import worded
from tripoint.store.reading import CaseReader


def cards(asked: Asked, reader: CaseReader, claims: Iterable[Claim]) -> list[dict[str, Any]]:
    """Return the claims as cards, in their order."""
    some = list(claims)
    homes = listed.homes(reader, (claim.claim_id for claim in some))
    heads = listed.outlets(reader, (claim.document_id for claim in some))
    said = listed.comments_of(reader, (claim.comment_id for claim in some if claim.comment_id is not None))
    right = asked.corrections()
    return [
        {**_card(asked, claim, homes, heads, said), "corrections": _corrections(claim, right.get(claim.claim_id, ()))}
        for claim in some
    ]


def _corrections(claim: Claim, holding: Sequence[tuple[Decision, Change]]) -> list[dict[str, Any]]:
    """Return what people put right in the claim: in this build, from the next one on, or taken back since."""
    now = {decision.decision_id for decision, _ in holding}
    machine = {made.field: made.machine for made in claim.corrections}
    built = {made.decision_id for made in claim.corrections}
    told = [
        {**asdict(made), "state": "counts" if made.decision_id in now else "taken back"} for made in claim.corrections
    ]
    for decision, change in holding:
        if decision.decision_id not in built:
            made = Correction(
                field=change.field,
                machine=machine.get(change.field, worded(claim, change.field)),
                value=change.told,
                who=decision.who,
                why=decision.why,
                at=decision.at,
                decision_id=decision.decision_id,
            )
            told.append({**asdict(made), "state": "from the next build on"})
    return told


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
