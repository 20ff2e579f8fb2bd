"""Holds that are only known by their loss."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.assess.basis import basis_of, record
from tripoint.assess.holding import Sighting
from tripoint.assess.ledger import Bench
from tripoint.assess.runs import BRIDGE, best_told, by_holder, first, last
from tripoint.assess.sources import Membership
from tripoint.comparison import parties, times
from tripoint.model import ControlSpan, Reason


def lost(
    place: str, seen: Sequence[Sighting], made: Sequence[ControlSpan], bench: Bench, members: Membership
) -> list[ControlSpan]:
    """Return the holds that are only known by their loss: who had the place until it was taken from them."""
    losses = [one for one in seen if one.act == "leaves" and one.day is not None and one.holder]
    found = []
    for group in by_holder(losses):
        sides = frozenset().union(*(one.holder for one in group))
        ended = [span for span in made if span.end is not None and parties.within(frozenset(_ids(span)), sides)]
        run: list[Sighting] = []
        for one in sorted(group, key=lambda one: (last(one), one.claim.claim_id)):
            day = times.iso(last(one))
            if any(one.claim.claim_id in span.claims or span.end == day for span in ended):
                continue
            if run and first(one) - last(run[-1]) > BRIDGE:
                found.append(_loss(place, run, bench, members))
                run = []
            run.append(one)
        if run:
            found.append(_loss(place, run, bench, members))
    return found


def _ids(span: ControlSpan) -> list[str]:
    return (span.holder_id or "").split("+")


def _loss(place: str, run: Sequence[Sighting], bench: Bench, members: Membership) -> ControlSpan:
    basis, why = basis_of(run, bench, members)
    best = best_told(run)
    end = min(last(one) for one in run)
    sentence = f"held it until it was lost, {times.in_words(times.iso(first(run[0])), times.iso(end))}"
    return record(
        place,
        run,
        holder=best.name,
        holder_id="+".join(sorted(best.holder)),
        status=None,
        start=None,
        end=end,
        basis="reported" if basis == "claimed_by_gainer" and not best.loser else basis,
        claims={one.claim.claim_id for one in run},
        reasons=[*why, Reason(name="lost", score=1.0, sentence=sentence)],
    )
