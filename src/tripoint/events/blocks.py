"""Candidate pairs: only claims that share a block are compared, and no block costs more than its size times a window.

A block that is larger than `CAP` is walked in the order of time and wording, each claim against its `WINDOW` next
neighbours (the sorted neighbourhood of Hernandez and Stolfo, 1995), and the reason is kept.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from tripoint.comparison import times
from tripoint.comparison.places import cells
from tripoint.events.families import TEXT_ONLY
from tripoint.events.profile import Profile

CAP = 24
"""Claims in a block that are all compared with each other."""
WINDOW = 6
"""Neighbours that each claim of a larger block is compared with."""
BUCKET = 16
"""Days in a bucket; neighbouring buckets overlap by half."""


Key = tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Crowded:
    """A block too large to be compared in full, and how it was cut."""

    block: str
    size: int

    @property
    def reason(self) -> str:
        """Say in a sentence what was left out."""
        return f"{self.size} claims share {self.block}; each was compared with its {WINDOW} nearest in time and wording"


def candidates(profiles: Sequence[Profile]) -> tuple[list[tuple[int, int]], tuple[Crowded, ...]]:
    """Return the pairs of indexes (lower first, sorted) that are worth comparing, and the blocks that were cut."""
    blocks: dict[Key, list[int]] = defaultdict(list)
    for index, held in enumerate(profiles):
        for key in {*keys(held), *(timeless(held) if undated(held) else ())}:
            blocks[key].append(index)
    # Dated claims enter a block without a time only where an undated one waits in it.
    waiting = frozenset(blocks)
    for index, held in enumerate(profiles):
        if not undated(held):
            for key in waiting.intersection(timeless(held)):
                blocks[key].append(index)
    pairs: set[int] = set()
    crowded: list[Crowded] = []
    size = len(profiles)
    for key, members in blocks.items():
        if len(members) < 2:
            continue
        if len(members) > CAP:
            crowded.append(Crowded(block=" ".join(str(part) for part in key), size=len(members)))
            members.sort(key=lambda index: _neighbourhood(profiles[index]))
        reach = CAP if len(members) <= CAP else WINDOW
        for place, one in enumerate(members):
            for two in members[place + 1 : place + 1 + reach]:
                pairs.add(one * size + two if one < two else two * size + one)
    crowded.sort(key=lambda block: (-block.size, block.block))
    return [divmod(pair, size) for pair in sorted(pairs)], tuple(crowded)


def keys(held: Profile) -> Iterator[Key]:
    """Yield the blocks of a claim: what it shares with any claim that could tell the same happening."""
    mode = "plan" if held.prospective else "fact"
    buckets = _buckets(held)
    for family in held.families:
        yield "document", family, "any" if family == "accord" else mode, held.claim.document_id
    if held.state:
        # A state lasts: its place or its other party stands for the time.
        for side in held.agents:
            for other in (*held.held_keys, *held.recipients):
                yield "state", held.claim.type, side, other
    for family in held.families:
        if family in TEXT_ONLY:
            continue
        for bucket in buckets:
            for place in held.place_keys:
                yield "place and time", family, mode, place, bucket
            for side in held.sides:
                yield "side and time", family, mode, side, bucket
        if held.day is not None:
            for place_value in held.places:
                for cell in cells(place_value):
                    for bucket in buckets:
                        yield "cell and time", family, mode, cell, bucket
        if undated(held):
            for word in held.filed:
                yield "rare word", family, mode, word
        if len(held.sides) > 1 and undated(held):
            yield "sides", family, mode, tuple(sorted(held.sides))
    for run in sorted(held.quote_runs)[:2]:
        yield "quotation", run
    for run in held.runs:
        yield "wording", run


def timeless(held: Profile) -> Iterator[Key]:
    """Yield the blocks without a time, in which claims that nothing dates meet each other and the dated ones."""
    mode = "plan" if held.prospective else "fact"
    for family in held.families:
        if family in TEXT_ONLY:
            continue
        for place in held.place_keys:
            yield "place", family, mode, place
            for side in held.sides:
                yield "place and side", family, mode, place, side
        for side in held.sides:
            yield "side", family, mode, side


def undated(held: Profile) -> bool:
    """Return whether nothing tells when it was: neither its own words nor when it was told, or only within bounds."""
    return not _buckets(held)


def _buckets(held: Profile) -> set[tuple[str, int]]:
    """Return the time buckets of a claim: of its day when known, else of when it was told; two, half overlapping."""
    found: set[tuple[str, int]] = set()
    interval = held.day if held.day is not None else held.told
    if interval is None or not times.narrow(interval, days=4 * BUCKET):
        return found
    name = "day" if held.day is not None else "told"
    for at in interval:
        if at is not None:
            found |= {(name, 2 * (at // BUCKET)), (name, 2 * ((at + BUCKET // 2) // BUCKET) + 1)}
    if held.day is None and interval[0] is not None:
        # Told without a day: likely of the days before it was told.
        found |= {("day", 2 * ((interval[0] - back) // BUCKET)) for back in (0, BUCKET // 2)}
    return found


def _neighbourhood(held: Profile) -> tuple[int, int, int, str]:
    interval = held.day or held.told
    day = 0 if interval is None else interval[0] or interval[1] or 0
    return day, held.runs[0] if held.runs else 0, held.start, held.claim.claim_id
