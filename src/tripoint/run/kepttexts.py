"""Texts of documents, portion by portion: those of portions that have not changed are taken from the last build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

import msgspec
import numpy as np

from tripoint.comparison.crews import Crew
from tripoint.comparison.joined import Joined
from tripoint.comparison.shared import ROW, Shared
from tripoint.comparison.shelves import Shelf
from tripoint.comparison.texts import Texts
from tripoint.model import Document
from tripoint.run.keeping import Kept

_SHARED = "kept-shared.npy"
DOCUMENTS = 500
"""Documents that are worth a process of their own."""


def kept_texts(
    portions: Sequence[tuple[str, Sequence[str]]],
    documents: Mapping[str, Document],
    crew: Crew,
    folder: Path | None,
    last: Path | None,
) -> Texts:
    """Return the texts of all documents.

    Each of the `portions` has a name, which tells all that its documents were made from, and their ids. Texts are kept
    in `folder`, and taken from the `last` one.
    """
    kept = Kept("texts", [name for name, _ in portions], folder, last)
    missing = [ids for number, (_, ids) in enumerate(portions) if not kept.has(number)]
    made: Joined[bytes] = Joined()
    sizes = np.array(list(map(len, missing)), dtype=np.int64)
    work = partial(_read, missing, documents)
    for _, _, (packed,) in crew(work, len(missing), bytes, least=DOCUMENTS, loads=sizes):
        made.add(packed)
    found, at = Texts(), 0
    for number, (_, ids) in enumerate(portions):
        texts = None
        if kept.has(number):
            texts = _unpacked(kept.get(number))
        else:
            texts, at = Texts.unpacked(told := made[at]), at + 1
            kept.keep(number, told)
        if texts is None:
            texts = _of(ids, documents)
            kept.keep(number, texts.packed())
        found.join(texts)
    kept.write()
    return found


def shared_before(last: Path | None) -> Shared:
    """Return what pairs of texts shared in the build that left the folder `last`; nothing where it cannot be read."""
    try:
        rows = None if last is None else np.load(last / _SHARED, allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return Shared()
    return Shared(rows if rows is not None and rows.dtype == ROW else None)


def keep_shared(folder: Path | None, shared: Shared) -> None:
    """Keep what pairs of texts share for the builds to come, if there is a folder for it."""
    if folder is not None:
        np.save(folder / _SHARED, shared.rows, allow_pickle=False)


def _read(portions: Sequence[Sequence[str]], documents: Mapping[str, Document], some: range, packed: Shelf) -> None:
    """Put the texts of some portions on the shelf, as bytes."""
    for number in some:
        packed.append(_of(portions[number], documents).packed())


def _of(ids: Sequence[str], documents: Mapping[str, Document]) -> Texts:
    texts = Texts()
    for document_id in ids:
        texts.add(documents[document_id])
    return texts


def _unpacked(told: bytes | None) -> Texts | None:
    try:
        return None if told is None else Texts.unpacked(told)
    except (msgspec.DecodeError, ValueError):
        return None
