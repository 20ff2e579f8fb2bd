"""Numbers of one side's dead that two voices of one text give: what the one claims, and what the other admits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tripoint.assess.ledger import Bench, EventOf, opposed, told_as_fact
from tripoint.assess.sources import stands, voice
from tripoint.assess.tolls import relative
from tripoint.comparison import figures, parties
from tripoint.model import AmountSlot, Claim, Contradiction
from tripoint.text import words

COUNTED = frozenset({"kill", "attack", "clash", "repel", "airstrike", "shelling", "bombing", "harm_civilians"})
"""Types whose dead are counted."""
NEXT = 2
"""Sentences behind one voice's number within which a text gives the other's."""
FOES = frozenset("terrorists militants fighters insurgents enemy enemies rebels soldiers troops servicemen".split())
"""Words for those whom a voice says to have killed."""


def to_counts(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the text in which a named voice gives a number of the dead: of its own side, or of others."""
    if told_as_fact(claim) and claim.targets and voice(claim) is not None and _dead(claim) is not None:
        yield claim.document_id, "own" if _of_its_own(claim, bench) else "others"


def counts(
    document_id: str, told: Mapping[str, Sequence[str]], event_of: EventOf, bench: Bench
) -> Iterator[Contradiction]:
    """One voice says how many of a side it killed; this side, a sentence or two away, that it lost another number."""
    claimed = bench.load(told.get("others", ()))
    for own in bench.load(told.get("own", ())):
        lost = _dead(own)
        for other in claimed:
            killed = _dead(other)
            if lost is None or killed is None or not _one_side(own, other, bench):
                continue
            if figures.disjoint(lost.amount, killed.amount):
                yield opposed(
                    event_of,
                    "amount:killed",
                    (figures.in_words(killed.amount), [other]),
                    (figures.in_words(lost.amount), [own]),
                    "one side says how many of the other it killed, the other how many it lost",
                    None,
                )


def _dead(claim: Claim) -> AmountSlot | None:
    if claim.type not in COUNTED:
        return None
    found = [one for one in claim.amounts if one.amount.what == "killed" and figures.firm(one.amount)]
    return found[0] if len(found) == 1 and not relative(found[0]) else None


def _of_its_own(claim: Claim, bench: Bench) -> bool:
    speaker = voice(claim)
    return speaker is not None and parties.within(parties.keys(claim.targets), stands(speaker, bench.members))


def _one_side(own: Claim, other: Claim, bench: Bench) -> bool:
    """Return whether a number claimed may be of the side that tells its own: beside it, of foes or of that side."""
    behind = bench.behind(own, other)
    if behind is None:
        behind = bench.behind(other, own)
    if behind is None or behind > NEXT:
        return False
    if parties.within(parties.keys(own.targets), parties.keys(other.targets)):
        return True
    return all(p.actor_id is None and not FOES.isdisjoint(words(p.text)) for p in other.targets)
