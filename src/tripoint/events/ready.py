"""Profiles at hand: those of the claims that are being compared, read together before they are asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from tripoint.events.profile import Profile

READY = 40_000
"""Profiles that are kept ready: those of the weeks that are being compared."""
_AT_ONCE = 1024
"""Pairs whose profiles are read together."""


class Ready:
    """Profiles of claims by number, as `read` returns those of several; so many of the latest are kept."""

    def __init__(self, read: Callable[[Sequence[int]], Sequence[Profile]], most: int = READY) -> None:
        self._read, self._most = read, most
        self._held: dict[int, Profile] = {}

    def pairs(self, left: np.ndarray, right: np.ndarray) -> Iterator[tuple[Profile, Profile]]:
        """Yield the profiles of each pair of claims."""
        for _, some in self.together(left, right):
            yield from some

    def together(self, left: np.ndarray, right: np.ndarray) -> Iterator[tuple[slice, list[tuple[Profile, Profile]]]]:
        """Yield the profiles of the two claims of each pair, many pairs at a time, and which pairs these are."""
        for begin in range(0, len(left), _AT_ONCE):
            one, two = (side[begin : begin + _AT_ONCE].tolist() for side in (left, right))
            self._take(dict.fromkeys((*one, *two)))
            held = zip(map(self._held.__getitem__, one), map(self._held.__getitem__, two), strict=True)
            yield slice(begin, begin + len(one)), list(held)

    def _take(self, wanted: dict[int, None]) -> None:
        """Have these at hand; where there is no room, the oldest of the others go, a quarter at least."""
        missing = [number for number in wanted if number not in self._held]
        over = len(self._held) + len(missing) - self._most
        if over > 0:
            others = [number for number in self._held if number not in wanted]
            for number in others[: max(over, self._most // 4)]:
                del self._held[number]
        self._held.update(zip(missing, self._read(missing), strict=True))
