"""What was found once for one version of a case, kept while there is room: the least used goes first."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Remembered:
    """Values by key, at most `room` bytes of them as their weights tell. Safe to use from several threads."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._held: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._weight = 0
        self._lock = Lock()
        self._making: dict[Hashable, Lock] = {}

    def get(self, key: Hashable, make: Callable[[], T], weigh: Callable[[T], int]) -> T:
        """Return the value under `key`, made when it is not there; two threads never make the same at once."""
        found = self._found(key)
        if found is not None:
            return cast(T, found[0])
        with self._lock:
            turn = self._making.setdefault(key, Lock())
        with turn:
            found = self._found(key)
            if found is not None:
                return cast(T, found[0])
            try:
                value = make()
                self._keep(key, value, weigh(value))
            finally:
                with self._lock:
                    self._making.pop(key, None)
        return value

    def _found(self, key: Hashable) -> tuple[Any, int] | None:
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
            return found

    def _keep(self, key: Hashable, value: Any, weight: int) -> None:
        with self._lock:
            if weight > self._room:
                return
            self._held[key] = (value, weight)
            self._weight += weight
            while self._weight > self._room:
                _, (_, gone) = self._held.popitem(last=False)
                self._weight -= gone
