"""The events of a build, on disk, kept from linking to assessing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from tripoint.model import Event
from tripoint.store.heap import RecordHeap


class MadeEvents(Sequence[Event]):
    """Events in their order, whose ids are known without a look at them."""

    def __init__(self, heap: RecordHeap[Event]) -> None:
        self._heap = heap
        self._ids: list[str] = []

    def passing(self, events: Iterable[Event]) -> Iterator[Event]:
        """Yield events and keep each."""
        for event in events:
            self._heap.append(event)
            self._ids.append(event.event_id)
            yield event

    def ids(self) -> Sequence[str]:
        """Return the id of each."""
        return self._ids

    def __len__(self) -> int:
        return len(self._ids)

    @overload
    def __getitem__(self, place: int) -> Event: ...
    @overload
    def __getitem__(self, place: slice) -> list[Event]: ...
    def __getitem__(self, place: int | slice) -> Event | list[Event]:
        return self._heap[place]

    def close(self) -> None:
        """Let go of the file."""
        self._heap.close()
