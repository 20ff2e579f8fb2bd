"""Claims and documents gathered portion by portion: encoded side by side, and taken as they lie from the last build."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial
from hashlib import blake2b
from itertools import groupby
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from tripoint.comparison.crews import Crew
from tripoint.comparison.hostility import against
from tripoint.comparison.shelves import Shelf
from tripoint.model import Claim, Document
from tripoint.run.keeping import Kept
from tripoint.store.records import read

R = TypeVar("R")


class Packed(NamedTuple):
    """The records of a portion, encoded one after the other; `ends`, `stamps` and `labels` tell of each.

    `tellers` are the documents that tell claims, with how many each tells; `against` the parties that claims tell to be
    against each other.
    """

    names: list[str]
    ends: list[int]
    stamps: bytes
    labels: list[str]
    tellers: list[tuple[str, int]]
    records: bytes
    against: list[tuple[str, str]]

    def stands_in(self, known: Container[str]) -> bool:
        """Return whether an id is known already, or stands here twice."""
        return any(map(known.__contains__, self.names)) or len(set(self.names)) < len(self.names)

    def all(self, kind: type[R]) -> Iterator[R]:
        """Yield the records."""
        decode = msgspec.msgpack.Decoder(kind).decode
        begin = 0
        for end in self.ends:
            yield decode(self.records[begin:end])
            begin = end


_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_DECODE = msgspec.msgpack.Decoder(Packed).decode
PORTIONS = 4
"""Portions that are worth a process of their own."""


def documents(path: Path) -> Packed:
    """Return the documents of a record file."""
    return _packed((doc.document_id, "", doc) for doc in read(path, Document))


def claims(path: Path) -> Packed:
    """Return the claims of articles of a record file, under their types: comments never take part in events."""
    told = [claim for claim in read(path, Claim) if claim.comment_id is None]
    made = _packed((claim.claim_id, claim.type, claim) for claim in told)
    tellers = [(one, len(list(some))) for one, some in groupby(claim.document_id for claim in told)]
    return made._replace(tellers=tellers, against=sorted(against(told)))


def gathered(
    make: Callable[[Path], Packed], names: Sequence[str], paths: Sequence[Path], crew: Crew, where: tuple[Any, ...]
) -> Iterator[Packed]:
    """Yield the records of each portion.

    The `names` of portions tell all that they were made from. `where` says what they are kept under, the folder that
    keeps them, and the one of the last build.
    """
    stem, folder, last = where
    kept = Kept(stem, names, folder, last)
    missing = [number for number in range(len(names)) if not kept.has(number)]
    work = partial(_pack, make, [paths[number] for number in missing])
    done = crew(work, len(missing), bytes, least=PORTIONS)
    made = (packed[at] for _, _, (packed,) in done for at in range(len(packed)))
    for number, path in enumerate(paths):
        if not kept.has(number):
            told = next(made)
            kept.keep(number, told)
            yield _DECODE(told)
            continue
        again = _read(kept.get(number))
        if again is None:
            again = make(path)
            kept.keep(number, _ENCODE(again))
        yield again


def _read(told: bytes | None) -> Packed | None:
    try:
        return None if told is None else _DECODE(told)
    except msgspec.DecodeError:
        return None


def _pack(make: Callable[[Path], Packed], paths: Sequence[Path], some: range, packed: Shelf) -> None:
    """Put the records of some portions on the shelf, as bytes."""
    for number in some:
        packed.append(_ENCODE(make(paths[number])))


def _packed(found: Iterator[tuple[str, str, Any]]) -> Packed:
    names, labels, stamps, records, ends = [], [], bytearray(), bytearray(), array("Q")
    for name, label, record in found:
        told = _ENCODE(record)
        names.append(name)
        labels.append(label)
        stamps += blake2b(told, digest_size=16).digest()
        records += told
        ends.append(len(records))
    return Packed(names, ends.tolist(), bytes(stamps), labels, [], bytes(records), [])
