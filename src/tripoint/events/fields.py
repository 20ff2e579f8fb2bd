"""Fields of an event: every competing value with the claims behind it, and the one that most origins give."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from tripoint.comparison import parties, times
from tripoint.comparison.places import HELD_ROLES, main_slots
from tripoint.comparison.places import key as place_key
from tripoint.events.counted import rivals, size
from tripoint.model import AmountSlot, Claim, ClaimKind, EventField, Party, PlaceValue, Polarity, TimeValue

Support = Mapping[str, int]
"""For each claim the number of its origin."""

FINENESS = ("site", "town", "district", "line", "area", "province", "country", "unlocated")
"""Precisions of places, finest first."""


def backing(claims: Iterable[str], support: Support) -> tuple[int, int]:
    """Return how many independent origins and how many claims stand behind a value."""
    listed = list(claims)
    return len({support[claim] for claim in listed if claim in support}), len(listed)


def values(claims: Sequence[Claim], read: Callable[[Claim], Iterable[str]]) -> dict[str, list[str]]:
    """Return each value that claims give, with the claims that give it."""
    found: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for value in dict.fromkeys(read(claim)):
            found[value].append(claim.claim_id)
    return dict(found)


def field(name: str, found: Mapping[str, list[str]], shown: Iterable[str], support: Support) -> list[EventField]:
    """Return the values of one field, best supported first."""
    chosen = set(shown)
    ordered = sorted(found, key=lambda v: (v not in chosen, *(-n for n in backing(found[v], support)), v))
    return [EventField(field=name, value=v, claims=tuple(sorted(found[v])), shown=v in chosen) for v in ordered]


def sides(
    claims: Sequence[Claim], read: Callable[[Claim], tuple[Party, ...]], support: Support
) -> tuple[tuple[Party, ...], dict[str, list[str]]]:
    """Return the parties shown and the claims behind each name.

    Shown is the best supported set of parties and every set that shares one with it; a rival set is only listed.
    """
    sets: dict[frozenset[str], list[str]] = defaultdict(list)
    known: dict[str, Party] = {}
    behind: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        listed = read(claim)
        if listed:
            sets[parties.keys(listed)].append(claim.claim_id)
        for party in listed:
            known.setdefault(parties.key(party), party)
            behind[parties.key(party)].append(claim.claim_id)
    if not sets:
        return (), {}
    ordered = sorted(sets, key=lambda s: (*(-n for n in backing(sets[s], support)), -len(s), sorted(s)))
    shown = set(ordered[0])
    for other in ordered[1:]:
        if shown & other:
            shown |= other
    ranked = sorted(shown, key=lambda k: (*(-n for n in backing(behind[k], support)), known[k].name, k))
    named: dict[str, list[str]] = defaultdict(list)
    for k, ids in behind.items():
        named[known[k].name].extend(ids)
    return tuple(known[k] for k in ranked), {name: sorted(set(ids)) for name, ids in named.items()}


def place(claims: Sequence[Claim], type_: str, support: Support) -> tuple[PlaceValue | None, dict[str, list[str]]]:
    """Return the place most origins name for the act shown, the finest first, and the claims behind each name."""
    known: dict[str, PlaceValue] = {}
    behind: dict[str, list[str]] = defaultdict(list)
    for claim in claims:
        for slot in main_slots(claim):
            k = place_key(slot.place)
            if k not in known or slot.place.geometry is None:  # *in X* tells more than *north of X*
                known[k] = slot.place
            behind[k].append(claim.claim_id)
    if not known:
        return None, {}

    acts = {claim.claim_id for claim in claims if claim.type == type_}

    def rank(k: str) -> tuple[bool, bool, int, int, int, float, str]:
        origins, count = backing(behind[k], support)
        precision = known[k].precision
        fine = FINENESS.index(precision) if precision in FINENESS else len(FINENESS)
        wide = precision in ("country", "province")
        return acts.isdisjoint(behind[k]), wide, -origins, fine, -count, known[k].radius_km or 0.0, k

    best = min(known, key=rank)
    named: dict[str, list[str]] = defaultdict(list)
    for k, ids in behind.items():
        named[known[k].name].extend(ids)
    return known[best], {name: sorted(set(ids)) for name, ids in named.items()}


def role(shown: PlaceValue | None, claims: Sequence[Claim]) -> str:
    """Return how the place shown stands to what is told: `at` when any claim is about the place itself."""
    if shown is None:
        return "at"
    told = {slot.role for claim in claims for slot in claim.places if place_key(slot.place) == place_key(shown)}
    return "at" if told & HELD_ROLES else min(told, default="at")


def time(claims: Sequence[Claim], told_by: times.Days | None) -> TimeValue | None:
    """Return when it happened: the days that all dated claims allow, else the span of all of them.

    Without a dated claim only the bound stands that it was told by a day, marked inferred.
    """
    dated = [(claim, known) for claim in claims if (known := times.days(claim.time)) is not None]
    affirmed = [entry for entry in dated if entry[0].polarity is Polarity.AFFIRMED] or dated
    if not affirmed:
        partial = next((c.time for c in claims if c.time is not None and c.time.partial), None)
        if partial is not None:
            return partial
        if told_by is None or told_by[1] is None or not all(c.aspect in ("completed", "begun") for c in claims):
            return None
        return TimeValue(
            start=None, end=times.iso(told_by[1]), precision="open_start", rule="events.told_by_then", inferred=True
        )
    state = all(claim.kind is ClaimKind.STATE for claim, _ in affirmed)
    shared: times.Days | None = affirmed[0][1]
    spanned = affirmed[0][1]
    for _, known in affirmed[1:]:
        shared = None if shared is None else times.meet(shared, known)
        spanned = times.hull(spanned, known)
    chosen = spanned if shared is None or state else shared
    told = next((c.time for c, known in sorted(affirmed, key=lambda e: e[0].claim_id) if known == chosen), None)
    if told is not None:
        return replace(told, text="", start_char=None, end_char=None)
    open_side = "open_start" if chosen[0] is None else "open_end" if chosen[1] is None else "range"
    return TimeValue(
        start=times.iso(chosen[0]),
        end=times.iso(chosen[1]),
        precision="day" if chosen[0] is not None and chosen[0] == chosen[1] else open_side,
        rule="events.span_of_claims" if chosen == spanned else "events.days_all_claims_allow",
        inferred=True,
    )


def amounts(claims: Sequence[Claim], support: Support) -> tuple[tuple[AmountSlot, ...], list[EventField]]:
    """Return for each thing counted the best number, then the lowest and highest where they differ; and all values.

    Best is the number that most independent origins give, then most claims, then the lower one; never a mean.
    """
    slots: list[AmountSlot] = []
    fields: list[EventField] = []
    for what, told in rivals(claims):
        held: dict[str, list[tuple[str, AmountSlot]]] = defaultdict(list)
        for claim_id, slot in told:
            held[_number(slot)].append((claim_id, slot))
        found = {value: [claim_id for claim_id, _ in given] for value, given in held.items()}
        first = {value: sorted(given, key=lambda g: (g[0], g[1].start))[0][1] for value, given in held.items()}
        ordered = sorted(first, key=lambda v: (*(-n for n in backing(found[v], support)), _low(first[v]), v))
        best, least = ordered[0], min(first, key=lambda v: (_low(first[v]), v))
        most = max(first, key=lambda v: (size(first[v]), v))
        slots.append(first[best])
        for name, value in (("lowest told", least), ("highest told", most)):
            if value != best:
                amount = first[value].amount
                slots.append(replace(first[value], amount=replace(amount, wording=f"{name}: {amount.wording}")))
        fields.extend(field(f"amount:{what}", found, (best,), support))
    return tuple(slots), fields


def _number(slot: AmountSlot) -> str:
    low, high, unit = slot.amount.low, slot.amount.high, slot.amount.unit
    if low == high and low is not None:
        return f"{low:g} {unit}".strip()
    return f"{'?' if low is None else f'{low:g}'}-{'?' if high is None else f'{high:g}'} {unit}".strip()


def _low(slot: AmountSlot) -> float:
    low, high = slot.amount.low, slot.amount.high
    return low if low is not None else high if high is not None else 0.0
