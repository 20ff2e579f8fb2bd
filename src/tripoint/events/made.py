"""Events made of one component, kept under the digest of all that they were made from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any, Protocol

import msgspec
import numpy as np

from tripoint.comparison.voices import Voices
from tripoint.model import Event, Origin

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode


@dataclass(frozen=True, slots=True)
class Made:
    """The events of one component, as they are before their parts are known, and what stands behind each."""

    key: bytes
    events: tuple[Event, ...]
    origins: tuple[tuple[Origin, ...], ...]


class MadeBefore(Protocol):
    """What an earlier build made of components."""

    def get(self, key: bytes) -> Made | None:
        """Return what was made under that key, None when nothing was."""

    def keep(self, made: Sequence[Made]) -> None:
        """Keep what this build makes of its components, whether it was made before or now."""


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

    def of(self, members: np.ndarray, links: Iterable[bytes]) -> bytes:
        """Return the key of a component: of the claims of these numbers and the links between them, encoded."""
        found = blake2b(self._case, digest_size=16)
        found.update(self._rows[members].tobytes())
        for link in links:
            found.update(link)
        return found.digest()


_STAMP = np.uint64
_REJECTED = np.uint64(0x9E3779B97F4A7C15)


def _digest(some: Any) -> bytes:
    return blake2b(_ENCODE(some), digest_size=16).digest()
