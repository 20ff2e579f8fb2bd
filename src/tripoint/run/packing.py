"""Records of one shard encoded one after the other, as linking reads them: packed by who makes them, while he has them.

Reading a claim from its record file takes five times as long as from here; the record file stays what tells of it.
"""

from __future__ import annotations

from array import array
from collections.abc import Container, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec
import pyarrow as pa

from tripoint.model import Claim, Document
from tripoint.store.archive import RecordArchive
from tripoint.store.records import count, read

R = TypeVar("R")

NO_DATE, LINKED = "", "linked"
"""Labels of documents without a date, and of those that link to their original, whatever their date."""
_CODEC = "zstd"


class Packed(NamedTuple):
    """Encoded records; `ends`, `stamps` and `labels` tell of each.

    `tellers` are the documents that tell claims, with how many each tells.
    """

    names: list[str]
    ends: list[int]
    stamps: bytes
    labels: list[str]
    tellers: list[tuple[str, int]]
    records: bytes

    def stands_in(self, known: RecordArchive[Any]) -> bool:
        """Return whether an id is known already, or stands here twice."""
        return known.holds_some(self.names) or len(set(self.names)) < len(self.names)

    def all(self, kind: type[R], labels: Container[str] | None = None) -> Iterator[R]:
        """Yield the records, those under some labels alone where these are told."""
        decode = msgspec.msgpack.Decoder(kind).decode
        begin = 0
        for end, label in zip(self.ends, self.labels, strict=True):
            if labels is None or label in labels:
                yield decode(self.records[begin:end])
            begin = end


_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_DECODE = msgspec.msgpack.Decoder(Packed).decode


class Packing:
    """Packs records as they come, and holds no more than their bytes."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._labels: list[str] = []
        self._stamps = bytearray()
        self._records = bytearray()
        self._ends = array("Q")
        self._tellers: list[tuple[str, int]] = []

    def add(self, name: str, record: Any, *, label: str = "", teller: str | None = None) -> None:
        """Add a record under its id; `teller` is the document that tells it."""
        told = _ENCODE(record)
        self._names.append(name)
        self._labels.append(label)
        self._stamps += blake2b(told, digest_size=16).digest()
        self._records += told
        self._ends.append(len(self._records))
        if teller is not None:
            if self._tellers and self._tellers[-1][0] == teller:
                self._tellers[-1] = (teller, self._tellers[-1][1] + 1)
            else:
                self._tellers.append((teller, 1))

    def packed(self) -> Packed:
        """Return what was added."""
        stamps, records = bytes(self._stamps), bytes(self._records)
        return Packed(self._names, self._ends.tolist(), stamps, self._labels, self._tellers, records)

    def write(self, path: Path) -> None:
        """Write what was added beside the record file of that path."""
        told = _ENCODE(self.packed())
        _beside(path).write_bytes(b"%d\n" % len(told) + pa.compress(told, codec=_CODEC, asbytes=True))


def documents_of(made: Iterable[Document], packing: Packing) -> Iterator[Document]:
    """Yield documents, and pack each, under how surely its page is dated; those with an original apart."""
    for doc in made:
        dated = doc.published.precision if doc.published is not None else NO_DATE
        packing.add(doc.document_id, doc, label=dated if doc.original_url is None else LINKED)
        yield doc


def claims_of(made: Iterable[Claim], packing: Packing) -> Iterator[Claim]:
    """Yield claims, and pack those of articles, under their types: comments never take part in events."""
    for claim in made:
        if claim.comment_id is None:
            packing.add(claim.claim_id, claim, label=claim.type, teller=claim.document_id)
        yield claim


def read_packed(path: Path) -> Packed | None:
    """Return what is packed beside the record file of that path; None when it is not there or cannot be read."""
    try:
        size, told = _beside(path).read_bytes().split(b"\n", 1)
        return _DECODE(pa.decompress(told, decompressed_size=int(size), codec=_CODEC, asbytes=True))
    except (OSError, ValueError, pa.ArrowException, msgspec.DecodeError):
        return None


def every(path: Path, kind: type[R]) -> Iterator[R]:
    """Yield the records of a record file, from what is packed where that holds all of them."""
    some = read_packed(path)
    if some is not None and len(some.names) == count(path):
        return some.all(kind)
    return read(path, kind)


def _beside(path: Path) -> Path:
    return path.with_suffix(".msgpack")
