"""Support: which independent origin of which event stands behind a claim, found for those claims that are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from tripoint.assess.ledger import Bench, EventOf
from tripoint.assess.remaining import left_of
from tripoint.assess.weighing import behind
from tripoint.model import Event

_ORIGINS = 1 << 20
"""More origins than any event has."""


class Support(Mapping[str, int]):
    """For each claim a number that it shares with those of its origin. `event_of` tells the event of each claim.

    `ids` are those of the events.
    """

    def __init__(self, events: Sequence[Event], ids: Sequence[str], rejected: AbstractSet[str]) -> None:
        self.event_of: EventOf = {}
        self.bench: Bench | None = None
        self._places = {event_id: at for at, event_id in enumerate(ids)}
        self._events = events
        self._rejected = rejected
        self._numbers = lru_cache(maxsize=4096)(self._of_event)

    def __getitem__(self, claim_id: str) -> int:
        return self._numbers(self.event_of[claim_id])[claim_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self.event_of)

    def __len__(self) -> int:
        return len(self.event_of)

    def _of_event(self, event_id: str) -> dict[str, int]:
        assert self.bench is not None
        at, found = self._places[event_id], self.bench.voices.behind.get(event_id)
        if found is None:
            found = behind(left_of(self._events[at], self._rejected), self.bench)
        return {claim_id: at * _ORIGINS + n for n, origin in enumerate(found) for claim_id in origin.claims}
