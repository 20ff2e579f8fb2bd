"""What is known of the events of a build, so that the next one makes only those that something has touched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import blake2b
from typing import Any, NamedTuple, Protocol

import msgspec
import numpy as np

from tripoint.comparison.voices import Voices
from tripoint.events.trails import Trail
from tripoint.model import Event, Origin

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


class MadeBefore(NamedTuple):
    """The events of an earlier build, in the order of their ids, and where the claims of now were then.

    Columns of events: `keys`, what each is known by; `sorts`; `sizes`, how many claims it has; `wholes`, of which
    operation it was a part, -1 of none. Columns of claims: `homes`, the event that each was in, -1 for a new one;
    `same`, whether it is what it was; `stands`, whether nothing at all has touched that event; `trail`, how those of
    such an event came together. `doubtful` are pairs of such events, as `coupled` tells them, of which other bonds may
    bring them together than then.
    """

    events: Sequence[Event]
    origins: Sequence[tuple[Origin, ...]]
    ids: Sequence[str]
    keys: np.ndarray
    sorts: np.ndarray
    sizes: np.ndarray
    wholes: np.ndarray
    homes: np.ndarray
    same: np.ndarray
    stands: np.ndarray
    trail: Trail
    doubtful: np.ndarray


class Made(NamedTuple):
    """The events of a build, in the order of their ids, and what stands behind each; columns as `MadeBefore` has them.

    `stood` is the place of each in the build before, -1 where it is new; `again` the same, but -1 too where it has
    other parts. `homes` tells for each claim its event, and `trail` how the claims of events came together.
    """

    events: Sequence[Event]
    origins: Sequence[tuple[Origin, ...]]
    ids: Sequence[str]
    keys: np.ndarray
    sorts: np.ndarray
    wholes: np.ndarray
    stood: np.ndarray
    again: np.ndarray
    homes: np.ndarray
    trail: Trail


class Stamped(Protocol):
    """Claims that are known by stamps, which are the same where all of a claim is."""

    def stamps(self) -> bytes:
        """Return the stamps of all claims, sixteen bytes each, in their order."""


class Keys:
    """Keys of events: the same where claims, their documents and people's word are the same.

    `claims` stand in their order; `tellers` are the documents that tell them, and `ends` where the claims of each end.
    `case` tells what of the case bears on all of them.
    """

    def __init__(
        self,
        claims: Stamped,
        tellers: Sequence[str],
        ends: np.ndarray,
        voices: Voices,
        rejected: Iterable[int],
    ) -> None:
        self.case = _digest(sorted(map(repr, voices.hostile)))
        stamps, copied, lines = voices.stamps(tellers), voices.copied, voices.lines
        documents = np.frombuffer(stamps, dtype=_STAMP).reshape(-1, 2).copy()
        others = {*copied, *lines}
        for at in [at for at, one in enumerate(tellers) if one in others]:
            told = _digest((stamps[16 * at : 16 * at + 16], copied.get(tellers[at]), voices.line(tellers[at])))
            documents[at] = np.frombuffer(told, dtype=_STAMP)
        # A claim that is gone is told by the others of its document.
        documents[:, 1] ^= np.diff(ends, prepend=0).astype(_STAMP) * _REJECTED
        self.texts = np.repeat(np.arange(len(tellers)), np.diff(ends, prepend=0))
        self._rows = np.hstack((np.frombuffer(claims.stamps(), dtype=_STAMP).reshape(-1, 2), documents[self.texts]))
        self._rows[np.fromiter(rejected, dtype=np.int64), 0] ^= _REJECTED

    def claims(self) -> np.ndarray:
        """Return a number for each claim that tells all that clustering it rests on, but for its bonds."""
        found = np.zeros(len(self._rows), dtype=_STAMP)
        for column in self._rows.T:
            found = (found ^ column) * _REJECTED
            found ^= found >> np.uint64(29)
        return found

    def event(self, members: Sequence[int]) -> bytes:
        """Return the key of an event: of the claims of these numbers."""
        return blake2b(self._rows[members].tobytes(), digest_size=16, key=self.case).digest()


_STAMP = np.uint64
_REJECTED = np.uint64(0x9E3779B97F4A7C15)


def _digest(some: Any) -> bytes:
    return blake2b(_ENCODE(some), digest_size=16).digest()
