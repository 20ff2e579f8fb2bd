"""Blame: two sides are each said to have done, or to have been hit by, what only one can."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from tripoint.assess.ledger import Bench, apparent, entry, told_of_itself
from tripoint.comparison import parties
from tripoint.model import Claim, Contradiction, Event, Party

EXCLUSIVE = frozenset({"capture", "abduct", "arrest", "destroy", "attack", "repel"})
"""Acts of one side: a second side that is said to have done the very same is a rival."""
BLAMED = frozenset({"airstrike", "shelling", "bombing", "kill", "harm_civilians"})
"""Acts whose author is disputed more often than anything else about them."""


def actor(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """Two sides are each said to have done alone what only one can have done."""
    if event.type not in EXCLUSIVE | BLAMED:
        return
    field = "responsibility" if event.type in BLAMED else "actor"
    told = [claim for claim in claims if told_of_itself(claim) and claim.type == event.type and _known(claim.agents)]
    yield from _rivals(event, field, told, bench, lambda claim: claim.agents, "is said to have done it")


def target(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """One act is said to have hit two different sides."""
    if event.type not in EXCLUSIVE | BLAMED:
        return
    told = [claim for claim in claims if told_of_itself(claim) and claim.type == event.type and named(claim.targets)]
    yield from _rivals(event, "target", told, bench, lambda claim: claim.targets, "is said to have been hit")


def _rivals(
    event: Event,
    field: str,
    told: Sequence[Claim],
    bench: Bench,
    read: Callable[[Claim], tuple[Party, ...]],
    said: str,
) -> Iterator[Contradiction]:
    house = parties.houses(parties.keys(read(claim)) for claim in told)
    found: dict[int, list[Claim]] = defaultdict(list)
    for claim in told:
        found[house[parties.keys(read(claim))]].append(claim)
    groups = [found[number] for number in sorted(found)]
    if len(groups) < 2:
        return
    texts = [{bench.text_of(claim) for claim in group} for group in groups]
    if len(set().union(*texts)) < 2 or any(a & b for i, a in enumerate(texts) for b in texts[i + 1 :]):
        return  # one text names both: co-agents, parts or a sequence, not rivals
    homes = [parties.countries(p for claim in group for p in read(claim)) for group in groups]
    if any(a & b for i, a in enumerate(homes) for b in homes[i + 1 :]):
        return  # an army and its government are one side
    behind = {parties.names(read(group[0])): [c.claim_id for c in group] for group in groups}
    if len(behind) > 1:
        why = " and ".join(sorted(behind)) + f": each {said}"
        yield entry(event.event_id, field, behind, why, apparent(groups[0], groups[1], bench))


def _known(listed: Sequence[Party]) -> bool:
    """Return whether parties are told and all in the register: a nameless group is no rival of anybody."""
    return bool(listed) and all(party.actor_id is not None for party in listed)


def named(listed: Sequence[Party]) -> bool:
    """Return whether parties are known, and none is a country and a noun for people (*Syrian evacuees*)."""
    return _known(listed) and all(
        "/" not in (party.actor_id or "") or (party.kind or "") in parties.STATE_KINDS for party in listed
    )
