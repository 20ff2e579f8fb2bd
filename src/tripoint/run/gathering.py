"""Claims and documents gathered shard by shard: as their makers packed them, or from their record files."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from tripoint.comparison.hostility import HOSTILE, against
from tripoint.model import Claim, Document
from tripoint.run.keeping import Kept
from tripoint.run.packing import Packed, Packing, claims_of, documents_of, read_packed
from tripoint.store.filed import OpenFiles
from tripoint.store.records import read

Pairs = list[tuple[str, str]]
"""Parties that claims tell to be against each other."""


def documents(paths: Iterable[Path], files: OpenFiles) -> Iterator[Packed[Document]]:
    """Yield the documents of each record file; `files` are those that they are read from."""
    for path in paths:
        some = read_packed(path, Document, files)
        if some is None:
            packing = Packing[Document]()
            deque(documents_of(read(path, Document), packing), maxlen=0)
            some = packing.packed(Document)
        yield some


def claims(
    names: Sequence[str], paths: Sequence[Path], files: OpenFiles, folder: Path | None, last: Path | None
) -> Iterator[tuple[Packed[Claim], Pairs]]:
    """Yield the claims of articles of each record file, as `documents` does, with who is told to be against whom.

    The latter is kept in the `folder` and taken from that of the `last` build; `names` tell all that it was made from.
    """
    kept = Kept("against", names, folder, last)
    for number, path in enumerate(paths):
        some = read_packed(path, Claim, files)
        if some is None:
            packing = Packing[Claim]()
            deque(claims_of(read(path, Claim), packing), maxlen=0)
            some = packing.packed(Claim)
        pairs = _pairs(kept.get(number)) if kept.has(number) else None
        if pairs is None:
            pairs = sorted(against(some.under(HOSTILE)))
            kept.keep(number, msgspec.msgpack.encode(pairs))
        yield some, pairs
    kept.write()


def _pairs(told: bytes | None) -> Pairs | None:
    try:
        return None if told is None else msgspec.msgpack.decode(told, type=Pairs)
    except msgspec.DecodeError:
        return None
