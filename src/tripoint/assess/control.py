"""Control and status of places over time: spans that evidence bears out, with their basis; no gap is filled.

What is told of a province says nothing of each village in it, and the other way round: each place has spans of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from tripoint.assess.holding import Sighting
from tripoint.assess.ledger import Bench
from tripoint.assess.sources import Membership, stands, voice
from tripoint.comparison import parties, times
from tripoint.comparison.places import WIDE
from tripoint.model import ControlSpan, Reason, digest

BRIDGE = 120
"""Days between two sightings of one holder that count as one span when nobody else is seen in between."""


def spans(found: Mapping[str, list[Sighting]], bench: Bench, members: Membership) -> tuple[ControlSpan, ...]:
    """Return the spans of every place, by place, start and holder."""
    made: list[ControlSpan] = []
    for place in sorted(found):
        seen = found[place]
        made.extend(_control(place, seen, bench, members))
        made.extend(_status(place, [one for one in seen if one.act == "status"], bench, members))
        made.extend(_denied(place, [one for one in seen if one.act == "denied"], bench, members))
    return tuple(
        sorted(made, key=lambda s: (s.place, s.place_id, s.start or "", s.end or "", s.holder or "", s.status or ""))
    )


def _control(place: str, seen: Sequence[Sighting], bench: Bench, members: Membership) -> list[ControlSpan]:
    held = [one for one in seen if one.act in ("holds", "takes")]
    made = []
    for group in _holders(held):
        sides = frozenset().union(*(one.holder for one in group))
        rivals = [one for one in held if not parties.within(one.holder, sides)]
        ends = [one for one in seen if one.act == "leaves" and parties.within(one.holder, sides)] + [
            one for one in rivals if one.act == "takes"
        ]
        for run in _runs(group, rivals, ends):
            made.append(_span(place, run, ends, bench, members))
    made.extend(_lost(place, seen, made, bench, members))
    return made


def _lost(
    place: str, seen: Sequence[Sighting], made: Sequence[ControlSpan], bench: Bench, members: Membership
) -> list[ControlSpan]:
    """Return the holds that are only known by their loss: who had the place until it was taken from them."""
    losses = [one for one in seen if one.act == "leaves" and one.day is not None and one.holder]
    found = []
    for group in _holders(losses):
        sides = frozenset().union(*(one.holder for one in group))
        ended = [span for span in made if span.end is not None and parties.within(frozenset(_ids(span)), sides)]
        run: list[Sighting] = []
        for one in sorted(group, key=lambda one: (_last(one), one.claim.claim_id)):
            last = times.iso(_last(one))
            if any(one.claim.claim_id in span.claims or span.end == last for span in ended):
                continue
            if run and _first(one) - _last(run[-1]) > BRIDGE:
                found.append(_loss(place, run, bench, members))
                run = []
            run.append(one)
        if run:
            found.append(_loss(place, run, bench, members))
    return found


def _ids(span: ControlSpan) -> list[str]:
    return (span.holder_id or "").split("+")


def _loss(place: str, run: Sequence[Sighting], bench: Bench, members: Membership) -> ControlSpan:
    basis, why = _basis(run, bench, members)
    best = min(run, key=lambda one: (-len(one.holder), one.claim.claim_id))
    end = min(_last(one) for one in run)
    sentence = f"held it until it was lost, {times.in_words(times.iso(_first(run[0])), times.iso(end))}"
    return _record(
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


def _holders(held: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return sightings by holder; sets of holders that share a side are one holder."""
    house = parties.houses(one.holder for one in held)
    groups: dict[int, list[Sighting]] = {}
    for one in held:
        groups.setdefault(house[one.holder], []).append(one)
    return [groups[number] for number in sorted(groups)]


def _runs(group: Sequence[Sighting], rivals: Sequence[Sighting], ends: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return sightings of one holder in runs that no rival, no end and no long silence breaks; undated ones apart."""
    dated = sorted(
        (one for one in group if one.day is not None), key=lambda one: (_first(one), _last(one), one.claim.claim_id)
    )
    breaks = sorted(_first(one) for one in (*rivals, *ends) if one.day is not None)
    runs: list[list[Sighting]] = []
    last = 0
    for one in dated:
        broken = bisect_right(breaks, _first(one)) > bisect_right(breaks, last)  # a break in (last, first]
        if runs and not broken and _first(one) - last <= BRIDGE:
            runs[-1].append(one)
            last = max(last, _last(one))
        else:
            runs.append([one])
            last = _last(one)
    undated = [one for one in group if one.day is None]
    return [*runs, undated] if undated else runs


def _span(
    place: str, run: Sequence[Sighting], ends: Sequence[Sighting], bench: Bench, members: Membership
) -> ControlSpan:
    reasons: list[Reason] = []
    start, end = _interval(run)
    closing = None
    if start is not None:
        after = [one for one in ends if one.day is not None and _first(one) >= (end or start)]
        closing = min(after, key=lambda one: (_first(one), one.claim.claim_id), default=None)
        if closing is not None and _first(closing) - (end or start) <= BRIDGE:
            end = _last(closing)
            reasons.append(Reason(name="ended", score=1.0, sentence=f"ended: {_what(closing)}"))
        else:
            closing = None
    ids = {one.claim.claim_id for one in run} | ({closing.claim.claim_id} if closing is not None else set())
    basis, why = _basis(run, bench, members)
    best = min(run, key=lambda one: (-len(one.holder), one.claim.claim_id))
    return _record(
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


def _basis(run: Sequence[Sighting], bench: Bench, members: Membership) -> tuple[str, list[Reason]]:
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


def _status(place: str, seen: Sequence[Sighting], bench: Bench, members: Membership) -> list[ControlSpan]:
    made = []
    for status in sorted({one.status or "" for one in seen}):
        group = [one for one in seen if one.status == status]
        rivals = [one for one in seen if one.status != status]
        for run in _runs(group, rivals, ()):
            start, end = _interval(run)
            basis, why = _basis(run, bench, members)
            made.append(
                _record(
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
    for group in _holders(seen):
        start, end = _interval(group)
        made.append(
            _record(
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


def _record(
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
    known = sorted(one.known for one in run if one.known is not None)
    valid = sorted(_last(one) for one in run if one.day is not None)
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


def _interval(run: Sequence[Sighting]) -> tuple[int | None, int | None]:
    """Return the first and the last day that evidence bears out; a capture counts from the last day it may be of."""
    starts = [one.day[0] for one in run if one.day is not None and one.day[0] is not None]
    ends = [_last(one) for one in run if one.day is not None]
    open_end = any(one.day is not None and one.day[1] is None for one in run)
    return min(starts, default=None), None if open_end else max(ends, default=None)


def _first(one: Sighting) -> int:
    if one.day is None:
        return 0
    return one.day[0] if one.day[0] is not None else one.day[1] or 0


def _last(one: Sighting) -> int:
    if one.day is None:
        return 0
    return one.day[1] if one.day[1] is not None else one.day[0] or 0


def _what(one: Sighting) -> str:
    day = times.in_words(times.iso(one.day[0]), times.iso(one.day[1])) if one.day is not None else "at an unknown time"
    return f"{one.name} {'took it' if one.act == 'takes' else 'left or lost it'}, {day}"
