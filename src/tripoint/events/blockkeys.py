"""The blocks of a claim, as numbers: what it shares with any claim that could tell the same happening."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b

from tripoint.comparison import times
from tripoint.comparison.places import cells
from tripoint.events.families import TEXT_ONLY
from tripoint.events.profile import Profile

BUCKET = 16
"""Days in a bucket; neighbouring buckets overlap by half."""


@lru_cache(maxsize=1 << 15)
def hashed_word(text: str) -> int:
    """Return a number for a word of a key, the same in every process."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=7).digest(), "big")


@lru_cache(maxsize=1 << 12)
def _kind(*words: str) -> int:
    """Return a number for what a key is of: its kind, the family and whether of plans or facts."""
    return hash(tuple(map(hashed_word, words)))


def rare_kinds(held: Profile) -> list[int]:
    """Return the numbers of the kinds of blocks, one for each family, that a claim shares rare words in."""
    mode = "plan" if held.prospective else "fact"
    return [_kind("rare word", family, mode) for family in held.families if family not in TEXT_ONLY]


def keys(held: Profile) -> Iterator[int]:
    """Yield the blocks of a claim, as numbers: what it shares with any claim that could tell the same happening.

    Those of rare words come on top of them: which words are rare, the case tells.
    """
    mode = "plan" if held.prospective else "fact"
    buckets = _buckets(held)
    places = [hashed_word(name) for name in held.place_keys]
    sides = [hashed_word(name) for name in held.sides]
    if held.state:
        # A state lasts: its place or its other party stands for the time.
        of_type = _kind("state", held.claim.type)
        for side in held.agents:
            for other in (*held.held_keys, *held.recipients):
                yield hash((of_type, hashed_word(side), hashed_word(other)))
    covered = [cell for value in held.places for cell in cells(value)] if held.day is not None and held.families else []
    for family in held.families:
        if family in TEXT_ONLY:
            continue
        of_place, of_side = _kind("place and time", family, mode), _kind("side and time", family, mode)
        for bucket in buckets:
            for place in places:
                yield hash((of_place, place, bucket))
            for side_ in sides:
                yield hash((of_side, side_, bucket))
        if covered:
            of_cell = _kind("cell and time", family, mode)
            for row, column in covered:
                for bucket in buckets:
                    yield hash((of_cell, row, column, bucket))
        if len(sides) > 1 and not buckets:
            yield hash((_kind("sides", family, mode), *sorted(sides)))
    for run in sorted(held.quote_runs)[:2]:
        yield hash((_kind("quotation"), run))
    of_run = _kind("wording")
    for run in held.runs:
        yield hash((of_run, run))


def timeless(held: Profile) -> Iterator[int]:
    """Yield the blocks without a time, in which claims that nothing dates meet each other and the dated ones."""
    mode = "plan" if held.prospective else "fact"
    places = [hashed_word(name) for name in held.place_keys]
    sides = [hashed_word(name) for name in held.sides]
    for family in held.families:
        if family in TEXT_ONLY:
            continue
        of_place, of_both, of_side = (_kind(name, family, mode) for name in ("place", "place and side", "side"))
        for place in places:
            yield hash((of_place, place))
            for side in sides:
                yield hash((of_both, place, side))
        for side in sides:
            yield hash((of_side, side))


def undated(held: Profile) -> bool:
    """Return whether nothing tells when it was: neither its own words nor when it was told, or only within bounds."""
    return not _buckets(held)


def _buckets(held: Profile) -> set[int]:
    """Return the time buckets of a claim: of its day when known, else of when it was told; two, half overlapping.

    Buckets of a day are even numbers, those of a telling odd ones.
    """
    found: set[int] = set()
    interval = held.day if held.day is not None else held.told
    if interval is None or not times.narrow(interval, days=4 * BUCKET):
        return found
    told = int(held.day is None)
    for at in interval:
        if at is not None:
            found |= {4 * (at // BUCKET) + told, 4 * ((at + BUCKET // 2) // BUCKET) + 2 + told}
    if held.day is None and interval[0] is not None:
        # Told without a day: likely of the days before it was told.
        found |= {4 * ((interval[0] - back) // BUCKET) for back in (0, BUCKET // 2)}
    return found
