"""Records of one shard as linking reads them: encoded one after the other by who makes them, while he has them.

They are read where they lie: nothing is copied or unpacked before a record is asked for. Reading a claim from its
record file takes five times as long; the record file stays what tells of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

import msgspec

from tripoint.comparison.laid import InMemory, Laid
from tripoint.model import Claim, Document
from tripoint.run.pressing import pressed, unpressed
from tripoint.store.filed import FiledRecords, OpenFiles
from tripoint.store.records import count, read

R = TypeVar("R")

NO_DATE, LINKED = "", "linked"
"""Labels of documents without a date, and of those that link to their original, whatever their date."""


class _Index(NamedTuple):
    """What is told of packed records, in bytes where it is numbers."""

    names: list[str]
    bounds: bytes
    stamps: bytes
    labels: list[str]
    tellers: list[tuple[str, int]]


class Packed(NamedTuple, Generic[R]):
    """Records where they lie; `names`, `stamps` and `labels` tell of each.

    `tellers` are the documents that tell claims, with how many each tells.
    """

    names: list[str]
    stamps: bytes
    labels: list[str]
    tellers: list[tuple[str, int]]
    records: Laid[R]

    def under(self, labels: Container[str]) -> Iterator[R]:
        """Yield the records under some labels."""
        return (self.records.at(at) for at, label in enumerate(self.labels) if label in labels)


_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_DECODE = msgspec.msgpack.Decoder(_Index).decode


class Packing(Generic[R]):
    """Packs records as they come, and holds no more than their bytes."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._labels: list[str] = []
        self._stamps = bytearray()
        self._records = bytearray()
        self._bounds = array("Q", [0])
        self._tellers: list[tuple[str, int]] = []

    def add(self, name: str, record: R, *, label: str = "", teller: str | None = None) -> None:
        """Add a record under its id; `teller` is the document that tells it."""
        told = _ENCODE(record)
        self._names.append(name)
        self._labels.append(label)
        self._stamps += blake2b(told, digest_size=16).digest()
        self._records += told
        self._bounds.append(len(self._records))
        if teller is not None:
            if self._tellers and self._tellers[-1][0] == teller:
                self._tellers[-1] = (teller, self._tellers[-1][1] + 1)
            else:
                self._tellers.append((teller, 1))

    def packed(self, kind: type[R]) -> Packed[R]:
        """Return what was added, in memory."""
        records = InMemory(bytes(self._records), kind, self._bounds)
        return Packed(self._names, bytes(self._stamps), self._labels, self._tellers, records)

    def write(self, path: Path) -> None:
        """Write what was added beside the record file of that path."""
        index = _Index(self._names, self._bounds.tobytes(), bytes(self._stamps), self._labels, self._tellers)
        told = _ENCODE(index)
        records, beside = _beside(path)
        records.write_bytes(self._records)
        beside.write_bytes(pressed(told))


def documents_of(made: Iterable[Document], packing: Packing[Document]) -> Iterator[Document]:
    """Yield documents, and pack each, under how surely its page is dated; those with an original apart."""
    for doc in made:
        dated = doc.published.precision if doc.published is not None else NO_DATE
        packing.add(doc.document_id, doc, label=dated if doc.original_url is None else LINKED)
        yield doc


def claims_of(made: Iterable[Claim], packing: Packing[Claim]) -> Iterator[Claim]:
    """Yield claims, and pack those of articles, under their types: comments never take part in events."""
    for claim in made:
        if claim.comment_id is None:
            packing.add(claim.claim_id, claim, label=claim.type, teller=claim.document_id)
        yield claim


def read_packed(path: Path, kind: type[R], files: OpenFiles) -> Packed[R] | None:
    """Return what is packed beside the record file of that path; None when it is not there or cannot be read."""
    records, beside = _beside(path)
    try:
        index = _DECODE(unpressed(beside.read_bytes()))
        bounds = array("Q")
        bounds.frombytes(index.bounds)
        laid = FiledRecords(files, records, kind, bounds)
    except (OSError, ValueError, msgspec.DecodeError):
        return None
    return Packed(index.names, index.stamps, index.labels, index.tellers, laid)


def every(path: Path, kind: type[R]) -> Iterable[R]:
    """Return the records of a record file, from what is packed where that holds all of them."""
    some = read_packed(path, kind, OpenFiles())
    return some.records if some is not None and len(some.names) == count(path) else read(path, kind)


def _beside(path: Path) -> tuple[Path, Path]:
    """Return where the records of that record file are packed, and what tells of them."""
    return path.with_suffix(".msgpack"), path.with_suffix(".index")
