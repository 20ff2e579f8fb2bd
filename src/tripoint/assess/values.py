"""Contradictions of values: two places, two days, two numbers for one happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from tripoint.assess.ledger import Bench, apparent, entry, told_as_fact, told_of_itself
from tripoint.assess.tolls import counted, going_on, reconciled, relative
from tripoint.comparison import figures, times
from tripoint.comparison.places import WIDE, key, kilometres, leeway, main_slots, one_province, seat
from tripoint.model import AmountSlot, Claim, ClaimKind, Contradiction, Event, PlaceSlot, PlaceValue

LASTING = frozenset({"clash", "operation", "sweep", "advance", "displace", "besiege"})
"""Acts that go on for days: two texts may each tell another day of one."""
TEXTS = 24
"""Texts whose numbers are set against each other one by one, those with the highest and the lowest first."""

T = TypeVar("T")
Value = TypeVar("Value", bound=Hashable)


def place(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """Two precise places, farther apart than their uncertainty, for one act at one place."""
    if event.type in ("operation", "sweep", "advance", "withdraw", "deploy", "displace", "reach", "support"):
        return
    told = [
        (claim, slots[0].place)
        for claim in claims
        if told_as_fact(claim) and (slots := _sites(claim)) and len(slots) == 1
    ]
    seen: dict[tuple[str, str], tuple[Claim, PlaceValue]] = {}
    for claim, at in told:
        seen.setdefault((key(at), bench.text_of(claim)), (claim, at))
    pair = _first_pair(_two_each(seen), lambda a, b: bench.text_of(a[0]) != bench.text_of(b[0]) and _apart(a[1], b[1]))
    if pair is None:
        return
    behind: dict[str, list[str]] = defaultdict(list)
    for claim, at in told:
        for known in pair:
            if key(at) == key(known[1]):
                behind[at.name].append(claim.claim_id)
    distance = kilometres(pair[0][1], pair[1][1]) or 0.0
    if len(behind) == 2:
        why = f"{pair[0][1].name} and {pair[1][1].name} are {distance:.0f} km apart"
        yield entry(event.event_id, "place", behind, why, apparent([pair[0][0]], [pair[1][0]], bench))


def time(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """Days that do not meet, for one happening that does not last."""
    if event.type in LASTING:
        return
    acts = [
        claim
        for claim in claims
        if told_of_itself(claim)
        and claim.kind is ClaimKind.EVENT
        and claim.type == event.type
        and claim.aspect.value == "completed"
    ]
    told = [
        (claim, known)
        for claim in acts
        if (known := times.days(claim.time)) is not None and (times.width(known) or 99) <= 3
    ]
    days: dict[tuple[times.Days, str], tuple[Claim, times.Days]] = {}
    for claim, known in told:
        days.setdefault((known, bench.text_of(claim)), (claim, known))
    pair = _first_pair(
        _two_each(days), lambda a, b: bench.text_of(a[0]) != bench.text_of(b[0]) and times.gap(a[1], b[1]) > 0
    )
    if pair is None:
        yield from _weekdays(event, acts, bench)
        return
    behind: dict[str, list[str]] = defaultdict(list)
    for claim, known in told:
        for _, chosen in pair:
            if known == chosen:
                behind[times.in_words(times.iso(known[0]), times.iso(known[1]))].append(claim.claim_id)
    apart = times.gap(pair[0][1], pair[1][1])
    why = f"the days told are {apart} day{'' if apart == 1 else 's'} apart"
    yield entry(event.event_id, "time", behind, why, apparent([pair[0][0]], [pair[1][0]], bench))


def _weekdays(event: Event, acts: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """Weekdays that are not one day, where the date of at least one is not told: *on Saturday*, *lost on Sunday*."""
    seen: dict[tuple[tuple[int, str], str], tuple[Claim, tuple[int, str]]] = {}
    for claim in acts:
        told = times.weekday(claim.time)
        if told is not None:
            seen.setdefault((told, bench.text_of(claim)), (claim, told))
    pair = _first_pair(
        _two_each(seen),
        lambda a, b: (
            bench.text_of(a[0]) != bench.text_of(b[0])
            and (times.days(a[0].time) is None or times.days(b[0].time) is None)
            and times.weekdays_apart(a[1], b[1]) > 0
        ),
    )
    if pair is None:
        return
    behind: dict[str, list[str]] = defaultdict(list)
    for claim in acts:
        if claim.time is not None and times.weekday(claim.time) in {chosen for _, chosen in pair}:
            behind[claim.time.text].append(claim.claim_id)
    apart = times.weekdays_apart(pair[0][1], pair[1][1])
    why = f"the weekdays told are {apart} day{'' if apart == 1 else 's'} apart"
    if len(behind) > 1:
        yield entry(event.event_id, "time", behind, why, apparent([pair[0][0]], [pair[1][0]], bench))


def amount(event: Event, claims: Sequence[Claim], bench: Bench) -> Iterator[Contradiction]:
    """Numbers of one thing whose ranges do not meet, in different texts; *people* are not set against *fighters*."""
    held: dict[tuple[str, str], list[tuple[Claim, AmountSlot]]] = defaultdict(list)
    told_by: dict[tuple[str, str], set[float]] = defaultdict(set)
    for claim in claims:
        if told_of_itself(claim):
            for what, numbers in _counts(claim).items():
                told_by[bench.text_of(claim), what] |= numbers
            for slot in claim.amounts:
                if slot.amount.what == "count" or not figures.firm(slot.amount):
                    continue  # a number of nobody knows what; *dozens* is against no count
                if not relative(slot):
                    held[slot.amount.what, counted(slot.amount.unit)].append((claim, slot))
    for (what, _), told in sorted(held.items()):
        # A text that gives several numbers of one thing gives parts and wholes: its largest stands for it.
        largest: dict[str, tuple[Claim, AmountSlot]] = {}
        for claim, slot in sorted(told, key=lambda t: (-(t[1].amount.low or 0), t[0].claim_id)):
            largest.setdefault(bench.text_of(claim), (claim, slot))
        tells = {text: _Numbers.of(slot, told_by[text, what]) for text, (_, slot) in largest.items()}
        kinds = set(tells.values())  # of hundreds of texts most tell the same
        clashing = {one for one in kinds if any(map(one.clashes, kinds))}
        standing = [one for text, one in largest.items() if tells[text] in clashing]
        if not standing:
            continue
        explained = _reconciled(standing, bench)
        behind: dict[str, list[str]] = defaultdict(list)
        for claim, slot in standing:
            behind[figures.in_words(slot.amount)].append(claim.claim_id)
        lows = [slot.amount.low for _, slot in standing if slot.amount.low is not None]
        why = f"{what}: numbers from {min(lows):g} to {max(lows):g} are told" if lows else f"{what}: numbers differ"
        yield entry(event.event_id, f"amount:{what}", behind, why, explained)


def _reconciled(standing: Sequence[tuple[Claim, AmountSlot]], bench: Bench) -> str | None:
    """Return why all the numbers may stand: None as soon as two of them clash and nothing explains it."""
    reasons: list[str] = []
    growing = going_on(standing, bench)
    few = standing if len(standing) <= TEXTS else [*standing[: TEXTS // 2], *standing[-TEXTS // 2 :]]
    for i, one in enumerate(few):
        for two in few[i + 1 :]:
            if figures.disjoint(one[1].amount, two[1].amount):
                reason = apparent([one[0]], [two[0]], bench) or reconciled(one, two, bench, growing=growing)
                if reason is None:
                    return None
                reasons.append(reason)
    return reasons[0] if reasons else None


def _counts(claim: Claim) -> dict[str, set[float]]:
    """Return the numbers of each thing that a claim tells, and their sum: parts, and the whole that they make."""
    found: dict[str, list[float]] = defaultdict(list)
    for slot in claim.amounts:
        if slot.amount.low is not None and slot.amount.what != "count":
            found[slot.amount.what].append(slot.amount.low)
    return {what: {*lows, sum(lows)} for what, lows in found.items()}


class _Numbers(NamedTuple):
    """The number that stands for a text, and all that it tells of the same thing."""

    low: float | None
    high: float | None
    told: frozenset[float]

    @staticmethod
    def of(slot: AmountSlot, told: set[float]) -> _Numbers:
        """Return those of the slot that stands for a text."""
        return _Numbers(slot.amount.low, slot.amount.high, frozenset(told))

    def clashes(self, other: _Numbers) -> bool:
        """Return whether two texts differ: not so where one tells the other's number beside its own, or as a sum."""
        apart = figures.over(self.low, other.high) or figures.over(other.low, self.high)
        return apart and self.low not in other.told and other.low not in self.told


def _first_pair(told: Sequence[T], clash: Callable[[T, T], bool]) -> tuple[T, T] | None:
    return next(((a, b) for i, a in enumerate(told) for b in told[i + 1 :] if clash(a, b)), None)


def _two_each(seen: Mapping[tuple[Value, str], T]) -> list[T]:
    """Return at most two texts for each value: enough to find a clash between texts, however many tell one value."""
    kept: dict[Value, list[T]] = defaultdict(list)
    for (value, _), one in seen.items():
        if len(kept[value]) < 2:
            kept[value].append(one)
    return [one for listed in kept.values() for one in listed]


def _sites(claim: Claim) -> list[PlaceSlot]:
    return [slot for slot in main_slots(claim) if slot.role == "at" and slot.place.precision not in WIDE]


def _apart(a: PlaceValue, b: PlaceValue) -> bool:
    if (seat(a) or seat(b)) and one_province(a, b):
        return False  # *Idlib* is a city and the province around it
    distance = kilometres(a, b)
    return distance is not None and distance > 1.5 * (leeway(a) + leeway(b)) + 5
