"""Events made of one component, kept under the digest of all that they were made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple, Protocol

import msgspec
import numpy as np

from tripoint.comparison.voices import Voices
from tripoint.events.bonds import Bonds
from tripoint.model import Event, Origin

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


class MadeBefore(Protocol):
    """What an earlier build made of components: a run of events for each."""

    @property
    def events(self) -> Sequence[Event]:
        """The events, as they are before their parts are known."""

    @property
    def origins(self) -> Sequence[tuple[Origin, ...]]:
        """What stands behind each event."""

    @property
    def homes(self) -> np.ndarray | None:
        """For each claim the number of the cluster that it was in, -1 where something has touched it."""

    @property
    def names(self) -> Sequence[Named]:
        """The id and the key of each event."""

    def component(self, key: bytes) -> range | None:
        """Return the places of the events of the component of that key, None when it was not met."""

    def event(self, key: bytes) -> int | None:
        """Return the place of the event of that key, None when it was not made."""


class Named(NamedTuple):
    """What an event is known by: the `key` tells all that it was made from. With its type."""

    event_id: str
    key: bytes
    type: str


class Made(NamedTuple):
    """The events of the components met by a build, in their order; `components` tells of each its key and how many."""

    events: Sequence[Event]
    origins: Sequence[tuple[Origin, ...]]
    names: list[Named]
    components: list[tuple[bytes, int]]


class Stamped(Protocol):
    """Claims that are known by stamps, which are the same where all of a claim is."""

    def stamps(self) -> bytes:
        """Return the stamps of all claims, sixteen bytes each, in their order."""


class Keys:
    """Keys of components: the same where claims, their documents, links and people's word are the same.

    `claims` stand in their order; `tellers` are the documents that tell them, and `ends` where the claims of each end.
    """

    def __init__(
        self,
        claims: Stamped,
        tellers: Sequence[str],
        ends: np.ndarray,
        voices: Voices,
        rejected: Iterable[int],
    ) -> None:
        hostile = _digest(sorted(map(repr, voices.hostile)))
        told = b"".join(_digest((voices.stamp(one), voices.copied.get(one), voices.line(one))) for one in tellers)
        texts = np.repeat(np.arange(len(tellers)), np.diff(ends, prepend=0))
        documents = np.frombuffer(told, dtype=_STAMP).reshape(-1, 2)
        self._rows = np.hstack((np.frombuffer(claims.stamps(), dtype=_STAMP).reshape(-1, 2), documents[texts]))
        self._rows[np.fromiter(rejected, dtype=np.int64), 0] ^= _REJECTED
        self._case = hostile

    def claims(self) -> np.ndarray:
        """Return a number for each claim that tells all that clustering it rests on, but for its bonds."""
        found = np.zeros(len(self._rows), dtype=_STAMP)
        for column in self._rows.T:
            found = (found ^ column) * _REJECTED
            found ^= found >> np.uint64(29)
        return found

    def component(self, members: np.ndarray, bonds: Bonds, between: np.ndarray) -> bytes:
        """Return the key of a component: of the claims of these numbers and the bonds at these places."""
        found = blake2b(self._case, digest_size=16)
        found.update(self._rows[members].tobytes())
        for ends in (bonds.one, bonds.two):
            found.update(self._rows[ends[between], 0].tobytes())
        for said in (bonds.scores, bonds.marks):
            found.update(said[between].tobytes())
        return found.digest()

    def event(self, members: Sequence[int]) -> bytes:
        """Return the key of an event: of the claims of these numbers."""
        return blake2b(self._rows[members].tobytes(), digest_size=16, key=self._case).digest()


_STAMP = np.uint64
_REJECTED = np.uint64(0x9E3779B97F4A7C15)


def _digest(some: Any) -> bytes:
    return blake2b(_ENCODE(some), digest_size=16).digest()
