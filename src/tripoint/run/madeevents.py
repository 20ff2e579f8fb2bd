"""The events of a build, kept from linking to assessing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from tripoint.comparison.shelves import EncodedRecords, encoded
from tripoint.model import Event


class MadeEvents(EncodedRecords):
    """Events in their order, whose ids are known without a look at them."""

    def __init__(self, events: Sequence[Event], ids: Sequence[str]) -> None:
        self._events = events
        self._ids = ids

    def ids(self) -> Sequence[str]:
        """Return the id of each."""
        return self._ids

    def encoded(self, place: int) -> bytes:
        """Return one as it lies there."""
        return encoded(self._events, place)

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> list[Event]: ...
    def __getitem__(self, place: int | slice) -> Event | list[Event]:
        return list(self._events[place]) if isinstance(place, slice) else self._events[place]
