"""Documents by id, and their imprints, which are read without them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

import msgspec

from tripoint.comparison.imprints import Imprint, Printed
from tripoint.model import Document
from tripoint.store.archive import RecordArchive

IMPRINTS = 1 << 15
"""Imprints that are held."""
_DECODE = msgspec.msgpack.Decoder(Printed).decode


class DocumentArchive(RecordArchive[Document]):
    """Documents by id."""

    def imprints(self) -> Mapping[str, Imprint]:
        """Return the imprint of each document by its id."""
        return _Imprints(self)


class _Imprints(Mapping[str, Imprint]):
    """Imprints of documents, those held that were last asked for: they take a fiftieth of what a document takes."""

    def __init__(self, documents: DocumentArchive) -> None:
        self._documents = documents
        self._recent = lru_cache(maxsize=IMPRINTS)(self._read)

    def _read(self, name: str) -> Printed:
        return _DECODE(self._documents.encoded(name))

    def __getitem__(self, name: str) -> Imprint:
        return self._recent(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._documents)

    def __len__(self) -> int:
        return len(self._documents)

    def __contains__(self, name: object) -> bool:
        return name in self._documents
