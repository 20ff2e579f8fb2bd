"""What was found of each event, kept so that only events that something has touched are assessed again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import Generic, NamedTuple, Protocol, TypeVar

import msgspec
import numpy as np

from tripoint.assess.noted import Notes
from tripoint.assess.shares import Source
from tripoint.assess.sources import Membership
from tripoint.assess.tallies import Tally
from tripoint.comparison.joined import Joined, Ordered
from tripoint.comparison.shelves import Listed
from tripoint.model import Assessment, Contradiction, ControlSpan

R = TypeVar("R")
_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


Name = tuple[str, str]
"""The kind and the name of a matter."""
Sides = dict[str, list[str]]
"""The ids of the claims on each side of a matter, in their order."""
OPEN = b"?"
"""Stands for the contradictions of an event as long as nothing is known of them."""


class Weighed(NamedTuple):
    """What was found of an event.

    `key` tells all that it was made from; `asked` are the parties of which its assessment had to know what they are
    part of, with what they were; `inside` the contradictions between its claims, and `sources` who says each of these.
    `adverse` tells of each origin why it is adverse, empty where it is not. `opposed` tells all contradictions that it
    is in, and `origins` how many there are.
    """

    key: bytes
    asked: dict[str, list[str]]
    inside: tuple[Contradiction, ...]
    sources: dict[str, Source]
    adverse: tuple[str, ...]
    opposed: bytes
    origins: int


class Found(NamedTuple):
    """What is known of an event once it is weighed by itself: its place in the last build, -1 where it is new.

    `opposed` and `origins` are as in `Weighed`; `inside` tells whether its own claims contradict each other.
    """

    place: int
    opposed: bytes
    origins: int
    inside: bool


class Settled(NamedTuple):
    """What was found of a matter; `asked` are the parties of which it had to be known what they are part of.

    `sources` tell who says each of the claims that contradict each other.
    """

    key: bytes
    asked: dict[str, list[str]]
    contradictions: tuple[Contradiction, ...]
    sources: dict[str, Source]
    spans: tuple[ControlSpan, ...]


class Known(NamedTuple):
    """The matters that the last build knew: the `sides` of each, and where what it came to is, -1 for nowhere."""

    names: Sequence[Name]
    sides: Sequence[Sides]
    settled: Sequence[int]


class Sums(NamedTuple):
    """What all events together tell: to which matters they speak, and what each source tells."""

    matters: Known
    tallies: Mapping[Source, Tally]


class Taken(Generic[R]):
    """Records in order, those of an earlier build taken over: `again` tells where each was, -1 where it is new."""

    def __init__(self, before: Sequence[R]) -> None:
        self._records: Joined[R] = Joined()
        self._records.add(before)
        self._places: list[int] = []
        self.again: list[int] = []
        self.all: Listed[R] = Ordered(self._records, self._places)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Taken) and (self.again, self.all) == (other.again, other.all)

    __hash__ = None  # type: ignore[assignment]

    def take(self, places: Iterable[int], new: Sequence[R]) -> None:
        """Take in some more: those at `places` of the earlier build, and for each -1 the next of the `new` ones."""
        first = self._records.add(new)
        told = np.fromiter(places, dtype=np.int64)
        self.again += told.tolist()
        fresh = np.flatnonzero(told < 0)
        if len(fresh) != len(new):
            raise ValueError(f"{len(new)} new records for {len(fresh)} places")
        told[fresh] = np.arange(first, first + len(new))
        self._places += told.tolist()


class AssessedBefore(Protocol):
    """What an earlier build found of events."""

    @property
    def keys(self) -> Mapping[str, bytes]:
        """By id what each event is known by now: the same where all that it was made from is."""

    def found(self, key: bytes, members: Membership) -> Found | None:
        """Return what is known of the event of that key; None when it is new, or a party that it asked for another."""

    @property
    def weighed(self) -> Sequence[Weighed]:
        """What was found of each event."""

    @property
    def notes(self) -> Sequence[Notes]:
        """The notes on each event."""

    @property
    def assessments(self) -> Sequence[Assessment]:
        """The assessment of each event."""

    @property
    def settled(self) -> Sequence[Settled]:
        """What was found of each matter."""

    def matter(self, key: bytes, members: Membership) -> int:
        """Return the place of what was found of the matter of that key, -1 where an event's would be None."""

    def holds(self, place: int, members: Membership) -> bool:
        """Return whether what was found of the matter at that place does not rest on who is part of whom now."""

    @property
    def sums(self) -> Sums | None:
        """What all events together told; None where it is not known."""

    def gone(self, places: Iterable[int]) -> Iterator[tuple[Notes, int]]:
        """Yield the notes on the events that are not at these places, and how many origins each had."""


class Asked(Mapping[str, frozenset[str]]):
    """A membership that notes of whom it was asked."""

    def __init__(self, members: Membership) -> None:
        self._members = members
        self.noted: dict[str, list[str]] = {}

    def __getitem__(self, party: str) -> frozenset[str]:
        found = self._members.get(party)
        self.noted[party] = sorted(found or ())
        if found is None:
            raise KeyError(party)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._members)

    def __len__(self) -> int:
        return len(self._members)


def still(asked: Mapping[str, list[str]], members: Membership) -> bool:
    """Return whether all parties that were asked for are part of what they were."""
    return all(sorted(members.get(party, ())) == found for party, found in asked.items())


def told_members(members: Membership) -> bytes:
    """Return what a membership is known by."""
    return blake2b(_ENCODE({party: sorted(bodies) for party, bodies in members.items()}), digest_size=16).digest()


def opposition(found: Sequence[Contradiction]) -> bytes:
    """Return what contradictions are known by, in their order."""
    return blake2b(_ENCODE(found), digest_size=16).digest() if found else b""
