"""Charges and what is answered to them: one text tells that a side is accused, and that the charge is rejected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from tripoint.assess.ledger import Bench, EventOf, opposed, told_as_fact
from tripoint.assess.sources import stands, voice
from tripoint.comparison import parties
from tripoint.model import Claim, Contradiction

CHARGED = frozenset({"support", "backs", "harm_civilians"})
"""What sides are most often accused of."""
ANSWERS = 2
"""Sentences behind a charge within which a text tells what the accused answers."""


def to_charges(claim: Claim, bench: Bench) -> Iterator[tuple[str, str]]:
    """Yield the text that tells a charge, an answer to one, or what sides are accused of."""
    if told_as_fact(claim):
        yield claim.document_id, claim.type if claim.type in ("accuse", "reject") else "content"


def rejected_charges(
    document_id: str, told: Mapping[str, Sequence[str]], event_of: EventOf, bench: Bench
) -> Iterator[Contradiction]:
    """A side is accused of something, and the charge is rejected: in the same sentence, or by the accused soon after.

    What the accuser says that the accused did stands on the side of the charge.
    """
    if "accuse" not in told or "reject" not in told:
        return
    claims = bench.load(claim_id for side in told.values() for claim_id in side)
    listed = sorted(claims, key=lambda claim: (claim.trigger_start, claim.claim_id))
    charges = [claim for claim in listed if claim.type == "accuse"]
    for answer in (claim for claim in listed if claim.type == "reject"):
        charge = next((one for one in reversed(charges) if _answers(answer, one, bench)), None)
        if charge is not None:
            yield opposed(
                event_of,
                "responsibility",
                ("accused", [charge, *_content(charge, listed)]),
                ("rejected", [answer]),
                "a side is accused of it, and the charge is rejected",
                None,
            )


def _answers(answer: Claim, charge: Claim, bench: Bench) -> bool:
    behind = bench.behind(answer, charge)
    if answer.trigger_start <= charge.trigger_start or behind is None or behind > ANSWERS:
        return False
    if parties.within(parties.keys(answer.agents), parties.keys(charge.agents)):
        return False  # the accuser rejects something else
    return behind == 0 or _speaks_for(answer, charge, bench)


def _speaks_for(answer: Claim, charge: Claim, bench: Bench) -> bool:
    accused = parties.keys(charge.recipients)
    speaker = voice(answer)
    heard = parties.keys(answer.agents) | (stands(speaker, bench.members) if speaker is not None else frozenset())
    return bool(accused) and parties.within(heard, accused)


def _content(charge: Claim, told: Iterable[Claim]) -> list[Claim]:
    """Return what the accuser says in the same words that the accused did."""
    words = [(e.start, e.end) for e in charge.evidence]
    accused = parties.keys(charge.recipients)
    return [
        claim
        for claim in told
        if claim.type in CHARGED
        and any(start <= claim.trigger_start < end for start, end in words)
        and parties.within(parties.keys(claim.agents), accused)
    ]
