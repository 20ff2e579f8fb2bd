"""Who speaks, and whether it loses by what it says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from tripoint.comparison import parties
from tripoint.comparison.imprints import Imprint
from tripoint.model import Claim, Origin, Polarity, Speaker
from tripoint.resources import outlets

TARGET_LOSES = frozenset(
    {"attack", "repel", "airstrike", "shelling", "bombing", "kill", "capture", "besiege", "arrest", "abduct", "destroy"}
)
"""Acts by which the side acted upon is worse off: saying so, it admits a loss."""
GAINS = frozenset({"capture", "repel"})
"""Acts that who did them would claim: saying that it did not, it gives something up. Of other acts it clears itself."""
AGENT_LOSES = frozenset({"withdraw", "transfer", "displace", "harm_civilians", "release"})
"""Acts that the side that acts would rather not have done."""
NO_SIDE = frozenset({"agency", "monitor"})
"""Kinds of outlets that sell or document news to all sides, unless a state runs them. *Independent* may still lean."""

Membership = Mapping[str, frozenset[str]]


def membership(claims: Iterable[Claim]) -> Membership:
    """Return for each party the bodies that the case's own `part_of` claims put it in, one step up."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.type == "part_of" and claim.polarity is Polarity.AFFIRMED and claim.comment_id is None:
            for agent in claim.agents:
                found[parties.key(agent)] |= parties.keys(claim.recipients)
    return {member: frozenset(bodies) for member, bodies in found.items()}


def voice(claim: Claim) -> Speaker | None:
    """Return the named voice nearest to what is said, None when the outlet or an unnamed voice speaks."""
    return next((s for s in claim.speakers if s.kind in ("person", "body")), None)


def unnamed(claim: Claim) -> bool:
    """Return whether only unnamed voices stand behind a claim."""
    return bool(claim.speakers) and all(s.kind == "unnamed" for s in claim.speakers)


def stands(speaker: Speaker, members: Membership) -> frozenset[str]:
    """Return the parties a voice speaks for: itself and the bodies that the case or the register puts it under."""
    own = parties.key(speaker)
    direct = frozenset({own}) | members.get(own, frozenset())
    return direct.union(*(parties.bodies(body) for body in direct))


def losers(claim: Claim) -> frozenset[str]:
    """Return the sides that lose by what the claim says."""
    if claim.polarity is Polarity.DENIED:
        return parties.keys(claim.agents) if claim.type in GAINS else frozenset()
    if claim.type in TARGET_LOSES:
        return parties.keys(claim.targets)
    return parties.keys(claim.agents) if claim.type in AGENT_LOSES else frozenset()


def adverse(
    origin: Origin,
    claims: Mapping[str, Claim],
    imprints: Mapping[str, Imprint],
    members: Membership,
    *,
    told: Polarity,
) -> str:
    """Return why an origin speaks against its own interest or has none, in a sentence; empty when neither is known.

    `told` is what the event comes to: who denies what is told as done bears none of it out.
    """
    for claim_id in origin.claims:
        claim = claims[claim_id]
        if claim.polarity is not told:
            continue
        speaker = voice(claim)
        if speaker is not None:
            if stands(speaker, members) & losers(claim):
                return f"{speaker.name} says what tells against itself"
            continue
        doc = imprints.get(claim.document_id)
        if claim.speakers or doc is None or doc.outlet is None:
            continue
        entry = outlets.find(doc.outlet)
        if entry is not None and entry.kind in NO_SIDE and not entry.state:
            return f"{doc.outlet} takes no side"
    return ""


def source_name(claim: Claim, imprints: Mapping[str, Imprint]) -> str:
    """Return who says it, for a sentence: the innermost voice, else the outlet, else the source's name."""
    if claim.speakers:
        return claim.speakers[0].name.removeprefix("unnamed:")
    doc = imprints.get(claim.document_id)
    return doc.outlet if doc is not None and doc.outlet is not None else claim.source
