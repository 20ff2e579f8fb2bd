"""Shares: what each outlet and each named voice tells of one event, of which its profile is made."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from tripoint.assess.sources import voice
from tripoint.comparison import parties
from tripoint.comparison.imprints import Imprint
from tripoint.comparison.places import name_key
from tripoint.model import Claim, Contradiction
from tripoint.resources import outlets
from tripoint.text import fold

Source = tuple[str, str]
"""The kind and the key of a source."""


class Share(NamedTuple):
    """What one source tells of one event: how many claims, in which documents, with which loaded words for whom.

    `name` is how the claim with the lowest id, `named_by`, calls the source.
    """

    source: Source
    name: str
    named_by: str
    claims: int
    documents: list[str]
    framing: dict[str, dict[str, int]]


def shares(claims: Iterable[Claim], imprints: Mapping[str, Imprint]) -> list[Share]:
    """Return the share of each source that tells some of the claims. Comments count for nobody."""
    told: dict[Source, list[tuple[str, Claim]]] = defaultdict(list)
    for claim in claims:
        source = source_of(claim, imprints)
        if source is not None:
            told[source[0]].append((source[1], claim))
    return [_share(key, told[key]) for key in sorted(told)]


def source_of(claim: Claim, imprints: Mapping[str, Imprint]) -> tuple[Source, str] | None:
    """Return the key and the name of who says it: the named voice, else the outlet speaking for itself."""
    if claim.comment_id is not None:
        return None
    named = voice(claim)
    if named is not None:
        return ("voice", parties.key(named)), named.name
    if claim.speakers:
        return None  # an unnamed voice: nobody's
    doc = imprints.get(claim.document_id)
    return outlet_of(doc.outlet if doc is not None else None)


def sources_of(
    found: Iterable[Contradiction], claims: Mapping[str, Claim], imprints: Mapping[str, Imprint]
) -> dict[str, Source]:
    """Return who says each of the claims that contradict each other; a claim that is nobody's is left out."""
    ids = {claim_id for one in found for side in one.sides for claim_id in side.claims}
    said = {claim_id: source_of(claims[claim_id], imprints) for claim_id in sorted(ids)}
    return {claim_id: source[0] for claim_id, source in said.items() if source is not None}


def outlet_of(told: str | None) -> tuple[Source, str] | None:
    """Return the key and the name of the outlet that a page names, None where it names none."""
    if told is None:
        return None
    entry = outlets.find(told)
    name = entry.name if entry is not None else told
    return ("outlet", name_key(name)), name


def _share(key: Source, told: list[tuple[str, Claim]]) -> Share:
    name, first = min(told, key=lambda one: one[1].claim_id)
    framing: dict[str, Counter[str]] = defaultdict(Counter)
    for _, claim in told:
        _frame(framing, claim)
    return Share(
        key,
        name,
        first.claim_id,
        len(told),
        sorted({claim.document_id for _, claim in told}),
        {party: dict(framing[party]) for party in sorted(framing)},
    )


def _frame(framing: dict[str, Counter[str]], claim: Claim) -> None:
    """Count each loaded word under the known party that it is used for; *terrorists* alone names nobody."""
    for word in claim.framing:
        for party in {p.name: p for p in (*claim.agents, *claim.targets, *claim.recipients)}.values():
            if party.actor_id is not None and fold(word) in fold(party.text):
                framing[party.name][word] += 1
