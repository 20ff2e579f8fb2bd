"""Matters: what claims of several events may clash over, or tell together, gathered from the notes of the events.

What was found of a matter stands as long as the same claims of the same events speak to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b
from typing import NamedTuple

from tripoint.assess.across import ACROSS
from tripoint.assess.before import Asked, AssessedBefore, Known, Name, Settled, Sides
from tripoint.assess.control import spans_of
from tripoint.assess.holding import sightings
from tripoint.assess.ledger import Bench, EventOf
from tripoint.assess.noted import Notes
from tripoint.assess.rivals import between
from tripoint.assess.shares import sources_of
from tripoint.comparison.shelves import Shelf

PLACE = "place"
"""The kind of a matter of who holds a place and in what state it is: it has one side."""


NOTHING = Known((), (), ())
"""Stands for the matters of the last build where there is none."""


class Matter(NamedTuple):
    """What claims speak to. `then` is its place among those that the last build knew, -1 where something touched it."""

    kind: str
    name: str
    then: int


class Matters:
    """The matters that the notes of events tell of: those of the last build with what came and went since."""

    def __init__(self, known: Known = NOTHING) -> None:
        self._known = known
        self._places = {name: at for at, name in enumerate(known.names)}
        self._touched: dict[Name, dict[str, set[str]]] = {}
        self._all: list[Matter] | None = None

    def take(self, notes: Notes) -> None:
        """Take in what the claims of one event speak to."""
        for name, side, claims in _spoken(notes):
            self._sides(name).setdefault(side, set()).update(claims)

    def drop(self, notes: Notes) -> None:
        """Take off what the claims of an event of the last build spoke to that is no more."""
        for name, side, claims in _spoken(notes):
            self._sides(name)[side].difference_update(claims)

    def _sides(self, name: Name) -> dict[str, set[str]]:
        if name not in self._touched:
            at = self._places.get(name)
            then = {} if at is None else self._known.sides[at]
            self._touched[name] = {side: set(claims) for side, claims in then.items()}
        return self._touched[name]

    def all(self) -> list[Matter]:
        """Return the matters to which claims speak, in their order. Nothing is taken in or off from then on."""
        if self._all is None:
            touched = self._touched = {
                name: {side: claims for side, claims in sides.items() if claims}
                for name, sides in self._touched.items()
            }
            stand = [Matter(*name, at) for name, at in self._places.items() if name not in touched]
            stand += [Matter(*name, -1) for name, sides in touched.items() if sides]
            self._all = sorted(stand, key=lambda one: (one.kind != PLACE, one))
        return self._all

    def told(self, matter: Matter) -> Sides:
        """Return the claims on each side of a matter."""
        if matter.then >= 0:
            return self._known.sides[matter.then]
        sides = self._touched[matter.kind, matter.name]
        return {side: sorted(sides[side]) for side in sorted(sides)}

    def open(self, matter: Matter) -> bool:
        """Return whether there is something to settle: who holds a place, or what two sides tell."""
        if matter.then >= 0:
            return self._known.settled[matter.then] >= 0
        return matter.kind == PLACE or len(self._touched[matter.kind, matter.name]) > 1

    def load(self, matter: Matter) -> int:
        """Return how many claims are to be gone through for a matter: at most a look where nothing has touched it."""
        return 1 if matter.then >= 0 else sum(map(len, self._touched[matter.kind, matter.name].values()))

    def settled(self, matter: Matter) -> int:
        """Return where it is what the last build found of a matter that nothing has touched, -1 where it is not."""
        return self._known.settled[matter.then] if matter.then >= 0 else -1


def _spoken(notes: Notes) -> Iterator[tuple[Name, str, Sequence[str]]]:
    """Yield to which matters claims of an event speak, on which side."""
    for place, claims in notes.places.items():
        yield (PLACE, place), "", claims
    for kind, name, side, claim_id in notes.matters:
        yield (kind, name), side, (claim_id,)


def settle(
    matters: Matters,
    listed: Sequence[Matter],
    event_of: EventOf,
    bench: Bench,
    before: AssessedBefore | None,
    some: range,
    found: Shelf,
) -> list[int]:
    """Put what some matters come to on the shelf, where something has touched them.

    Return for each where it was found by an earlier build, -1 where it is found now.
    """
    places = []
    for at in some:
        matter = listed[at]
        place, key = matters.settled(matter), b""
        if before is not None and place >= 0 and before.holds(place, bench.members):
            places.append(place)
            continue
        told = matters.told(matter)
        if before is not None:
            key = _key(matter, told, event_of, before.keys)
            place = before.matter(key, bench.members)
        places.append(place)
        if place < 0:
            asked = Asked(bench.members)
            found.append(_settled(key, matter, told, event_of, replace(bench, members=asked), asked))
    return places


def _settled(key: bytes, matter: Matter, told: Sides, event_of: EventOf, bench: Bench, asked: Asked) -> Settled:
    if matter.kind != PLACE:
        found = list(ACROSS[matter.kind].judge(matter.name, told, event_of, bench))
        return Settled(key, asked.noted, tuple(found), sources_of(found, bench.claims, bench.imprints), ())
    seen = sightings(matter.name, bench.load(told[""]), bench)
    clashes = tuple(between(seen, event_of, bench))
    sources = sources_of(clashes, bench.claims, bench.imprints)
    return Settled(key, asked.noted, clashes, sources, tuple(spans_of(matter.name, seen, bench, bench.members)))


def _key(matter: Matter, told: Sides, event_of: Mapping[str, str], keys: Mapping[str, bytes]) -> bytes:
    found = blake2b(repr((matter.kind, matter.name)).encode("utf-8", "surrogatepass"), digest_size=16)
    for side, claims in told.items():
        found.update(f"{side!r} {len(claims)}\n{'|'.join(claims)}".encode("utf-8", "surrogatepass"))
        found.update(b"".join([keys[event_of[claim_id]] for claim_id in claims]))
    return found.digest()
