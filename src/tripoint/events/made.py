"""Events made of one component, kept under the digest of all that they were made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Any, Protocol

import msgspec

from tripoint.comparison.voices import Voices
from tripoint.model import Claim, Event, Link, Origin

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_DOCUMENTS = 1 << 20
"""Documents whose digests are kept ready: sixteen bytes each."""


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


class Keys:
    """Keys of components: the same where claims, their documents, links and people's word are the same."""

    def __init__(self, claims: Mapping[str, Claim], voices: Voices, rejected: AbstractSet[str]) -> None:
        self._claims = claims
        self._voices = voices
        self._rejected = rejected
        self._hostile = _digest(sorted(map(repr, voices.hostile)))
        self._document = lru_cache(maxsize=_DOCUMENTS)(self._of_document)

    def of(self, members: Sequence[str], links: Sequence[Link]) -> bytes:
        """Return the key of a component."""
        found = blake2b(self._hostile, digest_size=16)
        for claim_id in members:
            claim = self._claims[claim_id]
            found.update(_ENCODE((claim, self._document(claim.document_id), claim_id in self._rejected)))
        for link in links:
            found.update(_ENCODE(link))
        return found.digest()

    def _of_document(self, document_id: str) -> bytes:
        voices = self._voices
        doc = voices.documents.get(document_id)
        return _digest((doc, voices.copied.get(document_id), voices.line(document_id)))


def _digest(some: Any) -> bytes:
    return blake2b(_ENCODE(some), digest_size=16).digest()
