"""Contradictions between events: a literal table of what one event may say against another.

What two claims of two events may clash over is a *matter*: a place, a page, a text, a party. Each kind says of a claim
by itself which matters it speaks to, and on which side; only matters with two sides are looked at.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from tripoint.assess.changes import changes, to_changes
from tripoint.assess.charges import CHARGED, rejected_charges, to_charges
from tripoint.assess.counts import COUNTED, counts, to_counts
from tripoint.assess.holdouts import holdouts, to_holdouts
from tripoint.assess.ledger import PROSPECTIVE, Bench, EventOf, opposed, told_as_fact
from tripoint.assess.stances import AGAINST, STANDING_BEHIND, stances, to_stances
from tripoint.assess.victims import HARM, to_victims, victims
from tripoint.assess.ways import WAYS, to_ways, ways
from tripoint.assess.wholes import to_wholes, wholes
from tripoint.comparison import parties
from tripoint.comparison.parties import NAMELESS
from tripoint.comparison.places import HELD_ROLES, WIDE, key
from tripoint.model import Claim, Contradiction, Modality, Polarity

MEETING = frozenset({"meet", "reach", "coordinate", "agree"})
"""Acts by which two parties come together: doubt about one bears on the others."""
PASSING = frozenset({"open", "close", "release", "withdraw", "transfer"})
"""Acts that are announced, and told when they fail to come."""

Told = Mapping[str, Sequence[str]]
"""The ids of the claims on each side of a matter, in their order."""


def to_meetings(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the page that tells of two parties coming together, as a fact or as unconfirmed."""
    if claim.polarity is Polarity.AFFIRMED:
        doc = bench.imprints.get(claim.document_id)
        page = doc.page_id if doc is not None else claim.document_id
        if claim.modality is Modality.UNCONFIRMED:
            yield page, "unsure"
        elif told_as_fact(claim):
            yield page, "told"


def doubted(page: str, told: Told, event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One page tells as a fact that two parties came together, and that their coming together is unconfirmed."""
    meetings = bench.load(told.get("told", ()))
    for doubt in bench.load(told.get("unsure", ())):
        facts = [
            claim
            for claim in meetings
            if event_of[claim.claim_id] != event_of[doubt.claim_id] and _same_pair(claim, doubt)
        ]
        if facts:
            yield opposed(
                event_of,
                "occurred",
                ("unconfirmed", [doubt]),
                ("told as a fact", facts),
                "one page tells that the two came together, and that it is not confirmed",
                None
                if any(claim.type == doubt.type for claim in facts)
                else f"{facts[0].type} and {doubt.type} are not the same act",
            )


def to_passages(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the places at which a passage is expected, or is told not to have come about."""
    if claim.modality in PROSPECTIVE and claim.polarity is Polarity.AFFIRMED:
        side = "expected"
    elif claim.modality is Modality.HAPPENED and claim.polarity is Polarity.DENIED:
        side = "missed"
    else:
        return
    for place in {key(s.place) for s in claim.places if s.role in HELD_ROLES and s.place.precision not in WIDE}:
        yield f"{claim.type} {place}", side


def unmet(act: str, told: Told, event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """What one text expects at a place, another tells not to have come about there."""
    failed = bench.load(told.get("missed", ()))
    texts = {bench.text_of(c) for c in failed}
    expected = [c for c in bench.load(told.get("expected", ())) if {bench.text_of(c)} != texts]
    if expected:
        yield opposed(
            event_of,
            "status",
            ("expected", expected),
            ("has not come about", failed),
            "one text expects it, another tells that it did not come about",
            "both may hold: a plan, and what kept it from being carried out until then",
        )


def to_holds(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the places that a text tells to be held, as a mere claim of the holder or as denied."""
    if claim.modality is Modality.UNCONFIRMED and claim.polarity is Polarity.AFFIRMED:
        side = "claimed"
    elif claim.polarity is Polarity.DENIED and claim.modality not in PROSPECTIVE:
        side = "denied"
    else:
        return
    for place in {key(slot.place) for slot in claim.places if slot.role in HELD_ROLES}:
        yield f"{claim.document_id} {place}", side


def pretended(place: str, told: Told, event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One text tells that a side only claims to hold a place, and denies the hold of it."""
    claimed = bench.load(told.get("claimed", ()))
    denied = [
        d
        for d in bench.load(told.get("denied", ()))
        if any(_may_be(d, c) and event_of[c.claim_id] != event_of[d.claim_id] for c in claimed)
    ]
    if denied:
        same = any(parties.keys(d.agents) & parties.keys(c.agents) for d in denied for c in claimed)
        yield opposed(
            event_of,
            "holder",
            ("claimed", claimed),
            ("denied", denied),
            "a side is said to claim the place, and the hold of it is denied in the same text",
            None if same else "the parties named are not the same on both sides",
        )


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of contradiction between events.

    `speaks` yields the matters that a claim of these `types` speaks to, each with the side that it is on; `judge` says
    what the sides of one matter come to.
    """

    types: frozenset[str]
    speaks: Callable[[Claim, Bench], Iterator[tuple[str, str]]]
    judge: Callable[[str, Told, EventOf, Bench], Iterator[Contradiction]]


ACROSS = {
    "meetings": Kind(MEETING, to_meetings, doubted),
    "passages": Kind(PASSING, to_passages, unmet),
    "holds": Kind(frozenset({"control"}), to_holds, pretended),
    "holdouts": Kind(frozenset({"capture", "control"}), to_holdouts, holdouts),
    "changes": Kind(frozenset({"capture", "control"}), to_changes, changes),
    "wholes": Kind(frozenset({"capture", "control"}), to_wholes, wholes),
    "victims": Kind(HARM, to_victims, victims),
    "charges": Kind(CHARGED | {"accuse", "reject"}, to_charges, rejected_charges),
    "counts": Kind(COUNTED, to_counts, counts),
    "ways": Kind(WAYS, to_ways, ways),
    "stances": Kind(STANDING_BEHIND | AGAINST, to_stances, stances),
}
"""Every kind of contradiction between events that is not one of holders or states of a place."""

_OF_TYPE = {
    type_: tuple(name for name, kind in ACROSS.items() if type_ in kind.types)
    for type_ in frozenset().union(*(kind.types for kind in ACROSS.values()))
}


def spoken_to(claim: Claim, bench: Bench) -> Iterator[tuple[str, str, str]]:
    """Yield the kind, the name and the side of each matter that a claim speaks to; comments take no side."""
    if claim.comment_id is None:
        for name in _OF_TYPE.get(claim.type, ()):
            for matter, side in ACROSS[name].speaks(claim, bench):
                yield name, matter, side


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
