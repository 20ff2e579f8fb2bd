"""Control and status of places over time: spans that evidence bears out, with their basis; no gap is filled.

What is told of a province says nothing of each village in it, and the other way round: each place has spans of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from tripoint.assess.basis import basis_of, record
from tripoint.assess.holding import Sighting
from tripoint.assess.ledger import Bench
from tripoint.assess.losses import lost
from tripoint.assess.runs import BRIDGE, best_told, by_holder, first, interval, last, runs
from tripoint.assess.sources import Membership
from tripoint.comparison import parties, times
from tripoint.model import ControlSpan, Reason


def spans_of(place: str, seen: Sequence[Sighting], bench: Bench, members: Membership) -> Iterator[ControlSpan]:
    """Yield the spans of a place, from what claims tell of it."""
    yield from _control(place, seen, bench, members)
    yield from _status(place, [one for one in seen if one.act == "status"], bench, members)
    yield from _denied(place, [one for one in seen if one.act == "denied"], bench, members)


def in_order(spans: Iterable[ControlSpan]) -> tuple[ControlSpan, ...]:
    """Return spans by place, start and holder."""
    return tuple(
        sorted(spans, key=lambda s: (s.place, s.place_id, s.start or "", s.end or "", s.holder or "", s.status or ""))
    )


def _control(place: str, seen: Sequence[Sighting], bench: Bench, members: Membership) -> list[ControlSpan]:
    held = [one for one in seen if one.act in ("holds", "takes")]
    made = []
    for group in by_holder(held):
        sides = frozenset().union(*(one.holder for one in group))
        rivals = [one for one in held if not parties.within(one.holder, sides)]
        ends = [one for one in seen if one.act == "leaves" and parties.within(one.holder, sides)] + [
            one for one in rivals if one.act == "takes"
        ]
        for run in runs(group, rivals, ends):
            made.append(_span(place, run, ends, bench, members))
    made.extend(lost(place, seen, made, bench, members))
    return made


def _span(
    place: str, run: Sequence[Sighting], ends: Sequence[Sighting], bench: Bench, members: Membership
) -> ControlSpan:
    reasons: list[Reason] = []
    start, end = interval(run)
    closing = None
    if start is not None:
        after = [one for one in ends if one.day is not None and first(one) >= (end or start)]
        closing = min(after, key=lambda one: (first(one), one.claim.claim_id), default=None)
        if closing is not None and first(closing) - (end or start) <= BRIDGE:
            end = last(closing)
            reasons.append(Reason(name="ended", score=1.0, sentence=f"ended: {_what(closing)}"))
        else:
            closing = None
    ids = {one.claim.claim_id for one in run} | ({closing.claim.claim_id} if closing is not None else set())
    basis, why = basis_of(run, bench, members)
    best = best_told(run)
    return record(
        place,
        run,
        holder=best.name,
        holder_id="+".join(sorted(best.holder)),
        status=None,
        start=start,
        end=end,
        basis=basis,
        claims=ids,
        reasons=[*why, *reasons],
    )


def _status(place: str, seen: Sequence[Sighting], bench: Bench, members: Membership) -> list[ControlSpan]:
    made = []
    for status in sorted({one.status or "" for one in seen}):
        group = [one for one in seen if one.status == status]
        rivals = [one for one in seen if one.status != status]
        for run in runs(group, rivals, ()):
            start, end = interval(run)
            basis, why = basis_of(run, bench, members)
            made.append(
                record(
                    place,
                    run,
                    holder=None,
                    holder_id=None,
                    status=status,
                    start=start,
                    end=end,
                    basis="reported" if basis == "claimed_by_gainer" else basis,
                    claims={one.claim.claim_id for one in run},
                    reasons=why,
                )
            )
    return made


def _denied(place: str, seen: Sequence[Sighting], bench: Bench, members: Membership) -> list[ControlSpan]:
    made = []
    for group in by_holder(seen):
        start, end = interval(group)
        made.append(
            record(
                place,
                group,
                holder=group[0].name,
                holder_id="+".join(sorted(group[0].holder)),
                status=None,
                start=start,
                end=end,
                basis="denied",
                claims={one.claim.claim_id for one in group},
                reasons=[Reason(name="denied", score=-1.0, sentence=f"{group[0].name} is said not to hold it")],
            )
        )
    return made


def _what(one: Sighting) -> str:
    day = times.in_words(times.iso(one.day[0]), times.iso(one.day[1])) if one.day is not None else "at an unknown time"
    return f"{one.name} {'took it' if one.act == 'takes' else 'left or lost it'}, {day}"
