"""Contradictions of extent: how far one operation, advance or hold is said to reach."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tripoint.assess.ledger import Bench, entry, told_as_fact
from tripoint.comparison.places import name_key
from tripoint.model import Claim, Contradiction, Event

REACHING = frozenset({"operation", "sweep", "advance", "withdraw", "capture", "control", "besiege"})
"""Acts and states that cover ground."""
ENDS = frozenset({"between", "from", "to"})
"""Roles of the ends of a stretch."""
PASSING = frozenset({"advance", "withdraw"})
"""Acts whose kilometres are those of the way, or of how far off a place lies."""
OVER = frozenset({"along", "in_area", "between"})
"""Roles of what is covered as a whole."""


def extent(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """A stretch with its ends in one text, another stretch, the whole or a length in another.

    It is always explained: each may be a part, or a rounder word for the same.
    """
    if event.type not in REACHING:
        return
    stretches: list[tuple[Claim, str]] = []
    others: list[tuple[Claim, str]] = []
    for claim in claims:
        if claim.type not in REACHING or not told_as_fact(claim):
            continue
        ends = _stretch(claim)
        if ends:
            stretches.append((claim, ends))
        elif (whole := _whole(claim)) is not None:
            others.append((claim, whole))
    texts = {bench.text_of(claim) for claim, _ in stretches}
    facing = [one for one in others if bench.text_of(one[0]) not in texts]
    rivals = {ends for _, ends in stretches}
    if not stretches or (not facing and (len(rivals) < 2 or len(texts) < 2)):
        return
    behind: dict[str, list[str]] = defaultdict(list)
    for claim, value in (*stretches, *others):
        behind[value].append(claim.claim_id)
    if len(behind) > 1:
        yield entry(
            event.event_id,
            "extent",
            behind,
            "how far it reached is told in different ways",
            "one may be a part of the other, or a rounder word for the same ground",
        )


def _stretch(claim: Claim) -> str:
    ends = [slot for slot in claim.places if slot.role in ENDS]
    named = dict.fromkeys(slot.place.name for slot in ends)
    far = (
        [s for s in claim.places if s.role not in ENDS and s.role not in OVER]
        if ends and ends[0].role == "from"
        else []
    )
    if len({name_key(name) for name in named}) > 1:
        return "between " + " and ".join(named)
    return f"from {next(iter(named))} towards {far[0].place.name}" if named and far else ""


def _whole(claim: Claim) -> str | None:
    length = next((s.amount for s in claim.amounts if s.amount.what in ("length", "area")), None)
    if length is not None and claim.type not in PASSING and (length.low or length.high) is not None:
        return f"{length.low or length.high:g} {length.unit}".strip()
    over = next((slot for slot in claim.places if slot.role in OVER), None)
    return f"{over.role.replace('_', ' ')} {over.place.name}" if over is not None else None
