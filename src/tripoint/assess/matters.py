"""Matters: what claims of several events may clash over, or tell together, gathered from the notes of the events.

What was found of a matter stands as long as the same claims of the same events speak to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from tripoint.assess.across import ACROSS
from tripoint.assess.before import Asked, AssessedBefore, Settled
from tripoint.assess.control import spans_of
from tripoint.assess.holding import sightings
from tripoint.assess.ledger import Bench, EventOf
from tripoint.assess.noted import Notes
from tripoint.assess.rivals import between
from tripoint.assess.shares import sources_of
from tripoint.comparison.shelves import Shelf

PLACE = "place"
"""The kind of a matter of who holds a place and in what state it is: it has one side."""


class Matter(NamedTuple):
    """What claims speak to: `told` holds the ids of those on each side, in their order."""

    kind: str
    name: str
    told: dict[str, list[str]]


class Matters:
    """The matters that the notes of events tell of."""

    def __init__(self) -> None:
        self._places: dict[str, list[str]] = defaultdict(list)
        self._sides: dict[tuple[str, str], dict[str, list[str]]] = {}

    def take(self, notes: Notes) -> None:
        """Take in what the claims of one event speak to."""
        for place, claims in notes.places.items():
            self._places[place] += claims
        for kind, name, side, claim_id in notes.matters:
            self._sides.setdefault((kind, name), {}).setdefault(side, []).append(claim_id)

    def all(self) -> list[Matter]:
        """Return the matters in their order: places, and what has two sides."""
        found = [Matter(PLACE, place, {"": sorted(self._places[place])}) for place in sorted(self._places)]
        for kind, name in sorted(key for key, told in self._sides.items() if len(told) > 1):
            told = self._sides[kind, name]
            found.append(Matter(kind, name, {side: sorted(set(told[side])) for side in sorted(told)}))
        return found


def settle(
    matters: Sequence[Matter], event_of: EventOf, bench: Bench, before: AssessedBefore | None, some: range, found: Shelf
) -> list[int]:
    """Put what some matters come to on the shelf, where something has touched them.

    Return for each where it was found by an earlier build, -1 where it is found now.
    """
    places = []
    for at in some:
        matter = matters[at]
        key = _key(matter, event_of, before.keys) if before is not None else b""
        place = before.matter(key, bench.members) if before is not None else None
        if place is not None:
            places.append(place)
            continue
        asked = Asked(bench.members)
        found.append(_settled(key, matter, event_of, replace(bench, members=asked), asked))
        places.append(-1)
    return places


def _settled(key: bytes, matter: Matter, event_of: EventOf, bench: Bench, asked: Asked) -> Settled:
    if matter.kind != PLACE:
        found = list(ACROSS[matter.kind].judge(matter.name, matter.told, event_of, bench))
        return Settled(key, asked.noted, tuple(found), sources_of(found, bench.claims, bench.documents), ())
    seen = sightings(matter.name, bench.load(matter.told[""]), bench)
    clashes = tuple(between(seen, event_of, bench))
    sources = sources_of(clashes, bench.claims, bench.documents)
    return Settled(key, asked.noted, clashes, sources, tuple(spans_of(matter.name, seen, bench, bench.members)))


def _key(matter: Matter, event_of: Mapping[str, str], keys: Mapping[str, bytes]) -> bytes:
    found = blake2b(repr((matter.kind, matter.name)).encode("utf-8", "surrogatepass"), digest_size=16)
    for side, claims in matter.told.items():
        found.update(f"{side!r} {len(claims)}\n{'|'.join(claims)}".encode("utf-8", "surrogatepass"))
        found.update(b"".join([keys[event_of[claim_id]] for claim_id in claims]))
    return found.digest()
