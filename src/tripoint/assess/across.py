"""Contradictions between events: a literal table of what one event may say against another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from heapq import merge

from tripoint.assess.changes import changes
from tripoint.assess.charges import CHARGED, rejected_charges
from tripoint.assess.holdouts import holdouts
from tripoint.assess.ledger import PROSPECTIVE, Bench, EventOf, entry, told_as_fact
from tripoint.assess.stances import AGAINST, STANDING_BEHIND, stances
from tripoint.assess.victims import HARM, victims
from tripoint.assess.wholes import wholes
from tripoint.comparison import parties
from tripoint.comparison.parties import NAMELESS
from tripoint.comparison.places import HELD_ROLES, WIDE, key
from tripoint.comparison.sorts import of_types
from tripoint.model import Claim, Contradiction, Modality, Polarity

MEETING = frozenset({"meet", "reach", "coordinate", "agree"})
"""Acts by which two parties come together: doubt about one bears on the others."""
PASSING = frozenset({"open", "close", "release", "withdraw", "transfer"})
"""Acts that are announced, and told when they fail to come."""


def doubted(claims: Iterable[Claim], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One page tells as a fact that two parties came together, and that their coming together is unconfirmed."""
    told: dict[str, list[str]] = defaultdict(list)
    unsure: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        if claim.type in MEETING and claim.polarity is Polarity.AFFIRMED:
            doc = bench.documents.get(claim.document_id)
            page = doc.page_id if doc is not None else claim.document_id
            if claim.modality is Modality.UNCONFIRMED:
                unsure[page].append(claim.claim_id)
            elif told_as_fact(claim):
                told[page].append(claim.claim_id)
    for page in sorted(unsure):
        meetings = bench.load(told.get(page, ()))
        for doubt in bench.load(unsure[page]):
            facts = [
                claim
                for claim in meetings
                if event_of[claim.claim_id] != event_of[doubt.claim_id] and _same_pair(claim, doubt)
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


def unmet(claims: Iterable[Claim], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """What one text expects at a place, another tells not to have come about there."""
    hoped: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    missed: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.type not in PASSING:
            continue
        if claim.modality in PROSPECTIVE and claim.polarity is Polarity.AFFIRMED:
            table = hoped
        elif claim.modality is Modality.HAPPENED and claim.polarity is Polarity.DENIED:
            table = missed
        else:
            continue
        for place in {key(s.place) for s in claim.places if s.role in HELD_ROLES and s.place.precision not in WIDE}:
            table[claim.type, place].append(claim)
    for act in sorted(hoped.keys() & missed.keys()):
        failed = missed[act]
        texts = {bench.text_of(c) for c in failed}
        expected = [c for c in hoped[act] if {bench.text_of(c)} != texts]
        if expected:
            yield entry(
                event_of[expected[0].claim_id],
                "status",
                {"expected": [c.claim_id for c in expected], "has not come about": [c.claim_id for c in failed]},
                "one text expects it, another tells that it did not come about",
                "both may hold: a plan, and what kept it from being carried out until then",
            )


def pretended(claims: Iterable[Claim], event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """One text tells that a side only claims to hold a place, and denies the hold of it."""
    claimed_: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    denied_: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.type != "control":
            continue
        if claim.modality is Modality.UNCONFIRMED and claim.polarity is Polarity.AFFIRMED:
            table = claimed_
        elif claim.polarity is Polarity.DENIED and claim.modality not in PROSPECTIVE:
            table = denied_
        else:
            continue
        for place in {key(slot.place) for slot in claim.places if slot.role in HELD_ROLES}:
            table[claim.document_id, place].append(claim)
    for told in sorted(claimed_.keys() & denied_.keys()):
        claimed = claimed_[told]
        denied = [
            d
            for d in denied_[told]
            if any(_may_be(d, c) and event_of[c.claim_id] != event_of[d.claim_id] for c in claimed)
        ]
        if denied:
            same = any(parties.keys(d.agents) & parties.keys(c.agents) for d in denied for c in claimed)
            yield entry(
                event_of[claimed[0].claim_id],
                "holder",
                {"claimed": [c.claim_id for c in claimed], "denied": [d.claim_id for d in denied]},
                "a side is said to claim the place, and the hold of it is denied in the same text",
                None if same else "the parties named are not the same on both sides",
            )


Kind = Callable[[Iterable[Claim], EventOf, Bench], Iterator[Contradiction]]

ACROSS: tuple[tuple[Kind, frozenset[str]], ...] = (
    (doubted, MEETING),
    (unmet, PASSING),
    (pretended, frozenset({"control"})),
    (holdouts, frozenset({"capture", "control"})),
    (changes, frozenset({"capture", "control"})),
    (wholes, frozenset({"capture", "control"})),
    (victims, HARM),
    (rejected_charges, CHARGED | {"accuse", "reject"}),
    (stances, STANDING_BEHIND | AGAINST),
)
"""Every kind of contradiction between events that is not one of holders or states of a place, with its types."""


def across(event_of: EventOf, bench: Bench) -> Iterator[Contradiction]:
    """Yield the contradictions between events; comments take no side."""
    types: dict[str, list[str]] = defaultdict(list)
    wanted = frozenset().union(*(told for _, told in ACROSS))
    for claim in of_types(bench.claims, wanted):
        if claim.comment_id is None and claim.claim_id in event_of:
            types[claim.type].append(claim.claim_id)
    for listed in types.values():
        listed.sort()
    for kind, told in ACROSS:
        ids = merge(*(types[type_] for type_ in sorted(told) if type_ in types))
        yield from kind((bench.claims[claim_id] for claim_id in ids), event_of, bench)


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
