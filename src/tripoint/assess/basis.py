"""What a span of control rests on, and its record: who tells it, since when it was known, its last evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tripoint.assess.holding import Sighting
from tripoint.assess.ledger import Bench
from tripoint.assess.runs import last
from tripoint.assess.sources import Membership, stands, voice
from tripoint.comparison import times
from tripoint.comparison.places import WIDE, key
from tripoint.model import ControlSpan, Reason, digest

AHEAD = 60
"""Characters before a place within which it is told that a part of it is meant."""
_PART = re.compile(
    r"\b(?:parts?|areas?|districts|neighbou?rhoods|quarters|sectors|suburbs|swathes?|pockets?|edge|outskirts|half|third"
    r"|(?:an?|one) (?:[\w-]+ )?(?:district|neighbou?rhood|quarter|sector|suburb)|most|much|majority|percent|per cent)"
    r"(?: [\w'\u2019-]+){0,4}? (?:of|in|inside)\b[^.;,]*\Z",
    re.IGNORECASE,
)


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


def _of_a_part(one: Sighting) -> bool:
    """Return whether the words before the place tell of a part of it: *most of X, a district of X, areas in X*."""
    for slot in one.claim.places:
        if key(slot.place) == key(one.place):
            for e in one.claim.evidence:
                before = e.text[max(0, slot.start - e.start - AHEAD) : max(0, slot.start - e.start)]
                if e.start <= slot.start < e.end and _PART.search(before) is not None:
                    return True
    return False


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
    if holder is not None and all(_of_a_part(one) for one in run):
        reasons = [*reasons, Reason(name="part", score=0.0, sentence="told of a part of it: says nothing of the rest")]
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
