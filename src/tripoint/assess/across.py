"""Contradictions between events: a literal table of what one event may say against another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from tripoint.assess.ledger import PROSPECTIVE, Bench, EventOf, entry, told_as_fact
from tripoint.assess.stances import stances
from tripoint.comparison import parties
from tripoint.comparison.parties import NAMELESS
from tripoint.comparison.places import HELD_ROLES, WIDE, key
from tripoint.model import Claim, Contradiction, Modality, Polarity

MEETING = frozenset({"meet", "reach", "coordinate", "agree"})
"""Acts by which two parties come together: doubt about one bears on the others."""


def doubted(claims: Sequence[Claim], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One page tells as a fact that two parties came together, and that their coming together is unconfirmed."""
    pages: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.type in MEETING and claim.polarity is Polarity.AFFIRMED:
            doc = bench.documents.get(claim.document_id)
            pages[doc.page_id if doc is not None else claim.document_id].append(claim)
    for page in sorted(pages):
        unsure = [claim for claim in pages[page] if claim.modality is Modality.UNCONFIRMED]
        for doubt in unsure:
            facts = [
                claim
                for claim in pages[page]
                if told_as_fact(claim)
                and event_of[claim.claim_id] != event_of[doubt.claim_id]
                and _same_pair(claim, doubt)
            ]
            if facts:
                yield entry(
                    event_of[doubt.claim_id],
                    "occurred",
                    {"told as a fact": [claim.claim_id for claim in facts], "unconfirmed": [doubt.claim_id]},
                    "one page tells that the two came together, and that it is not confirmed",
                    None
                    if any(claim.type == doubt.type for claim in facts)
                    else f"{facts[0].type} and {doubt.type} are not the same act",
                )


def unmet(claims: Sequence[Claim], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """What one text expects at a place, another tells not to have come about there."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.type not in ("open", "close", "release", "withdraw", "transfer"):
            continue
        for place in sorted(
            {key(s.place) for s in claim.places if s.role in HELD_ROLES and s.place.precision not in WIDE}
        ):
            found[claim.type, place].append(claim)
    for held in found.values():
        expected = [c for c in held if c.modality in PROSPECTIVE and c.polarity is Polarity.AFFIRMED]
        failed = [c for c in held if c.modality is Modality.HAPPENED and c.polarity is Polarity.DENIED]
        texts = {bench.text_of(c) for c in failed}
        expected = [c for c in expected if {bench.text_of(c)} != texts]
        if expected and failed:
            yield entry(
                event_of[expected[0].claim_id],
                "status",
                {"expected": [c.claim_id for c in expected], "has not come about": [c.claim_id for c in failed]},
                "one text expects it, another tells that it did not come about",
                "both may hold: a plan, and what kept it from being carried out until then",
            )


def pretended(claims: Sequence[Claim], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One text tells that a side only claims to hold a place, and denies the hold of it."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.type == "control":
            for place in sorted({key(slot.place) for slot in claim.places if slot.role in HELD_ROLES}):
                found[claim.document_id, place].append(claim)
    for held in found.values():
        claimed = [c for c in held if c.modality is Modality.UNCONFIRMED and c.polarity is Polarity.AFFIRMED]
        denied = [
            d
            for d in held
            if d.polarity is Polarity.DENIED
            and d.modality not in PROSPECTIVE
            and any(_may_be(d, c) and event_of[c.claim_id] != event_of[d.claim_id] for c in claimed)
        ]
        if claimed and denied:
            same = any(parties.keys(d.agents) & parties.keys(c.agents) for d in denied for c in claimed)
            yield entry(
                event_of[claimed[0].claim_id],
                "holder",
                {"claimed": [c.claim_id for c in claimed], "denied": [d.claim_id for d in denied]},
                "a side is said to claim the place, and the hold of it is denied in the same text",
                None if same else "the parties named are not the same on both sides",
            )


ACROSS: tuple[Callable[[Sequence[Claim], EventOf, Bench], Iterator[Contradiction]], ...] = (
    doubted,
    unmet,
    pretended,
    stances,
)
"""Every kind of contradiction between events that is not one of holders or states of a place."""


def across(event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """Yield the contradictions between events; comments take no side."""
    claims = [c for claim_id in sorted(event_of) if (c := bench.claims[claim_id]).comment_id is None]
    for kind in ACROSS:
        yield from kind(claims, event_of, bench)


def _same_pair(a: Claim, b: Claim) -> bool:
    """Return whether two claims name the same two parties or more, whichever side of *with* they stand on."""
    one, two = (parties.keys((*c.agents, *c.recipients)) for c in (a, b))
    return len(one) > 1 and len(two) > 1 and (one <= two or two <= one)


def _may_be(a: Claim, b: Claim) -> bool:
    """Return whether the agents of two claims may be one side: a nameless group may be part of anybody."""
    one, two = parties.keys(a.agents), parties.keys(b.agents)
    if not one or not two:
        return False
    return (
        parties.within(one, two) or all(k.startswith(NAMELESS) for k in one) or all(k.startswith(NAMELESS) for k in two)
    )
