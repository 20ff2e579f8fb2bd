"""What a span of control rests on, and its record: who tells it, since when it was known, its last evidence."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.assess.holding import Sighting
from tripoint.assess.ledger import Bench
from tripoint.assess.runs import last
from tripoint.assess.sources import Membership, stands, voice
from tripoint.comparison import times
from tripoint.comparison.places import WIDE
from tripoint.model import ControlSpan, Reason, digest


def basis_of(run: Sequence[Sighting], bench: Bench, members: Membership) -> tuple[str, list[Reason]]:
    """Return what the span rests on: the side that gains, the side that loses, others, or several of them."""
    gainer = loser = other = 0
    holders = frozenset().union(*(one.holder for one in run))
    losers = frozenset().union(*(one.loser for one in run))
    for one in run:
        speaker = voice(one.claim)
        side = stands(speaker, members) if speaker is not None else frozenset()
        if side & losers:
            loser += 1
        elif side & holders:
            gainer += 1
        else:
            other += 1
    origins = len({bench.support.get(one.claim.claim_id, one.claim.claim_id) for one in run})
    told = f"{gainer} by the side that gains, {loser} by the side that loses, {other} by others; {origins} origin(s)"
    reason = Reason(name="basis", score=min(1.0, origins / 3), sentence=f"told {told}")
    if origins > 1 and (loser or (gainer and other)):
        return "assessed", [reason]
    if loser:
        return "admitted_by_loser", [reason]
    return ("reported" if other else "claimed_by_gainer"), [reason]


def record(
    place: str,
    run: Sequence[Sighting],
    *,
    holder: str | None,
    holder_id: str | None,
    status: str | None,
    start: int | None,
    end: int | None,
    basis: str,
    claims: set[str],
    reasons: list[Reason],
) -> ControlSpan:
    """Return the span of a run, with the days by which it was known and last borne out."""
    known = sorted(one.known for one in run if one.known is not None)
    valid = sorted(last(one) for one in run if one.day is not None)
    if not valid:
        reasons = [*reasons, Reason(name="undated", score=0.0, sentence="no day is told and none follows")]
    if run[0].place.precision in WIDE:
        sentence = "a wide area: says nothing of each place in it"
        reasons = [*reasons, Reason(name="wide", score=0.0, sentence=sentence)]
    ids = tuple(sorted(claims))
    return ControlSpan(
        span_id=digest("span", place, holder_id, status, basis, start, end, list(ids)),
        place_id=place,
        place=run[0].place.name,
        holder_id=holder_id,
        holder=holder,
        status=status,
        start=times.iso(start),
        end=times.iso(end),
        basis=basis,
        claims=ids,
        last_evidence=times.iso(valid[-1]) if valid else times.iso(known[-1]) if known else None,
        reasons=tuple(reasons),
        known_since=times.iso(known[0]) if known else None,
    )
