"""Homes: in which cluster each claim was, kept so that a build clusters only what something has touched."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np

from tripoint.events.judgements import Judgements
from tripoint.events.linking import Judged
from tripoint.events.reach import homes_now
from tripoint.model import Claim, Event
from tripoint.store.archive import RecordArchive

_FILE = "kept-homes.npy"
_ROW = np.dtype([("claim", "<u8"), ("home", "<u4")])
"""For each claim, in the order of ids, what it was known by, and its cluster."""


class Homes:
    """The clusters of the claims of a build. `known` tells of each claim, in the order of the claims, what it is of."""

    def __init__(self, known: np.ndarray, judged: Judged) -> None:
        self._known = known
        self._judged = judged
        self._rows = np.zeros(len(known), dtype=_ROW)

    def then(self, last: Path, before: Judgements | None) -> np.ndarray | None:
        """Return the cluster that each claim was in, -1 where something has touched it; None where nothing is known."""
        try:
            rows = np.load(last / _FILE, allow_pickle=False)
        except (OSError, ValueError, EOFError):
            return None
        if before is None or rows.dtype != _ROW or len(rows) != before.size:
            return None
        then = self._judged.judging.numbers_then()[self._judged.rank]
        return homes_now(then, self._known, rows["claim"], rows["home"], before, self._judged.bonds)

    def passing(self, events: Iterable[Event], claims: RecordArchive[Claim]) -> Iterator[Event]:
        """Yield events, and note which claims are in which."""
        homes = np.zeros(len(self._known), dtype=np.uint32)
        for number, event in enumerate(events):
            for claim_id in event.claims:
                homes[claims.place(claim_id)] = number
            yield event
        rank = self._judged.rank
        self._rows["claim"][rank], self._rows["home"][rank] = self._known, homes

    def write(self, folder: Path) -> None:
        """Keep them in `folder`, for the builds to come."""
        np.save(folder / _FILE, self._rows, allow_pickle=False)
