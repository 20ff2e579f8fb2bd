"""The events of a build, kept from linking to assessing."""

from __future__ import annotations

from collections.abc import Sequence

from tripoint.comparison.shelves import EncodedRecords, Listed, encoded, picked
from tripoint.model import Event


class MadeEvents(Listed[Event], EncodedRecords):
    """Events in their order, whose ids are known without a look at them.

    `homes` tell which each claim of the case is in, where that is known.
    """

    def __init__(self, events: Sequence[Event], ids: Sequence[str], homes: Sequence[int] | None = None) -> None:
        self._events = events
        self._ids = ids
        self._homes = homes

    def ids(self) -> Sequence[str]:
        """Return the id of each."""
        return self._ids

    def homes(self) -> Sequence[int] | None:
        """Return for each claim of the case, in their order, the place of its event; None where that is not known."""
        return self._homes

    def encoded(self, place: int) -> bytes:
        """Return one as it lies there."""
        return encoded(self._events, place)

    def __len__(self) -> int:
        return len(self._ids)

    def at(self, place: int) -> Event:
        """Return one event."""
        return self._events[place]

    def picked(self, places: Sequence[int]) -> list[Event]:
        """Return the events of some places, in their order."""
        return picked(self._events, places)
