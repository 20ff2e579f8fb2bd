"""Candidate pairs: only claims that share a block are compared, and no block costs more than its size times a window.

A block that is larger than `CAP` is walked in the order of time and wording, each claim against its `WINDOW` next
neighbours (the sorted neighbourhood of Hernandez and Stolfo, 1995), and the reason is kept.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from tripoint.comparison.columns import ROOM, stretches
from tripoint.events.blockkeys import keys, timeless, undated
from tripoint.events.profile import Profile

CAP = 24
"""Claims in a block that are all compared with each other."""
WINDOW = 6
"""Neighbours that each claim of a larger block is compared with."""


class Blocks:
    """The blocks of claims as numbers: one entry for each claim and key, kept in arrays.

    Claims are added one by one and known by the order in which they came. Keys are numbered by Python's hash of whole
    numbers, which is the same in every process.
    """

    def __init__(self) -> None:
        self._keys = array("q")
        self._members = array("I")
        self._waiting_keys = array("q")
        self._waiting = array("I")
        self.size = 0

    def add(self, held: Profile) -> None:
        """Enter one claim in its blocks, but for those of words that are rare in the case."""
        loose = undated(held)
        entered = set(keys(held))
        without = set(timeless(held))
        if loose:
            entered |= without
        else:  # a dated claim enters a block without a time only where an undated one waits in it
            self._waiting_keys.extend(without)
            self._waiting.extend([self.size] * len(without))
        self._keys.extend(entered)
        self._members.extend([self.size] * len(entered))
        self.size += 1

    def skip(self) -> None:
        """Take in a claim that another of its text speaks for: it enters no block."""
        self.size += 1

    def join(self, other: Blocks) -> None:
        """Put the claims of other blocks behind those of these."""
        for column, values in ((self._members, other._members), (self._waiting, other._waiting)):
            moved = np.frombuffer(values, dtype=np.uint32) + np.uint32(self.size)
            column.frombytes(moved.tobytes())
        self._keys.extend(other._keys)
        self._waiting_keys.extend(other._waiting_keys)
        self.size += other.size

    def enter(self, keys_: np.ndarray, members: np.ndarray) -> None:
        """Enter claims in further blocks."""
        self._keys.frombytes(keys_.tobytes())
        self._members.frombytes(members.tobytes())

    def columns(self) -> tuple[bytes, ...]:
        """Return all that is held, for `of`."""
        return tuple(one.tobytes() for one in (self._keys, self._members, self._waiting_keys, self._waiting))

    @staticmethod
    def of(size: int, columns: Sequence[bytes]) -> Blocks:
        """Return the blocks of so many claims that `columns` tells of."""
        found = Blocks()
        held = (found._keys, found._members, found._waiting_keys, found._waiting)
        for one, told in zip(held, columns, strict=True):
            one.frombytes(told)
        found.size = size
        return found

    def pairs(self, places: np.ndarray, kept: np.ndarray) -> tuple[np.ndarray, tuple[tuple[int, int], ...]]:
        """Return the pairs worth comparing, each once, and the number and size of each block that was cut.

        The blocks are empty afterwards.

        A pair is one number, `lower place * size + higher place`. `places`: for each claim its place in the order of
        time and wording, which tells its neighbours; `kept`: whether it takes part at all.
        """
        keys_ = np.frombuffer(self._keys, dtype=np.int64)
        members = np.frombuffer(self._members, dtype=np.uint32)
        waiting = np.frombuffer(self._waiting_keys, dtype=np.int64)
        later = np.frombuffer(self._waiting, dtype=np.uint32)
        found = [np.zeros(0, dtype=np.uint64)]
        crowded: list[tuple[int, int]] = []
        parts = 1 << min(7, ((len(keys_) + len(waiting)) // ROOM).bit_length())
        # The part of each key, one byte each; a key of a claim that takes no part is of none.
        of_keys, of_waiting = (
            np.where(kept[claims], some.astype(np.uint8) & np.uint8(parts - 1), np.uint8(parts))
            for some, claims in ((keys_, members), (waiting, later))
        )
        for part in range(parts):  # a part of the keys at a time: what is sorted at once stays small
            here, late = np.flatnonzero(of_keys == part), np.flatnonzero(of_waiting == part)
            block = np.concatenate((keys_[here], waiting[late]))
            place = places[np.concatenate((members[here], later[late]))]
            found.append(self._neighbours(block, place, np.arange(len(block)) < len(here), crowded))
        # What is not needed any more goes before the largest array is made: a million claims have forty million pairs.
        del keys_, members, waiting, later, of_keys, of_waiting
        self._keys, self._members, self._waiting_keys, self._waiting = array("q"), array("I"), array("q"), array("I")
        pairs = np.concatenate(found)
        found.clear()
        return _distinct(pairs), tuple(sorted(crowded, key=lambda entry: (-entry[1], entry[0])))

    def _neighbours(
        self, block: np.ndarray, place: np.ndarray, enters: np.ndarray, crowded: list[tuple[int, int]]
    ) -> np.ndarray:
        """Return the pairs within blocks: all of a block of `CAP` or less, `WINDOW` neighbours of a larger one.

        A block that nobody `enters` is none.
        """
        order = np.argsort(block)
        block, enters = block[order], enters[order]
        new = np.ones(len(block), dtype=bool)
        new[1:] = block[1:] != block[:-1]
        starts = np.flatnonzero(new)
        if not len(starts):
            return np.zeros(0, dtype=np.uint64)
        sizes = np.diff(starts, append=len(block))
        met = (np.add.reduceat(enters.astype(np.int64), starts) > 0) & (sizes > 1)
        large = np.flatnonzero(met & (sizes > CAP))
        crowded.extend(zip(block[starts[large]].tolist(), sizes[large].tolist(), strict=True))
        # Sorted by block and place: both in one number, whose order is found faster than that of two.
        within = np.repeat(met, sizes)
        told = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes)[within] << np.uint64(32)
        told |= place[order][within].astype(np.uint64)
        told.sort()
        place = told & np.uint64(0xFFFFFFFF)
        sizes = sizes[met]
        left = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(place)) - 1
        reach = np.minimum(left, np.repeat(np.where(sizes > CAP, WINDOW, CAP), sizes))
        return _distinct(
            np.repeat(place, reach) * np.uint64(self.size) + place[stretches(np.arange(len(place)) + 1, reach)]
        )


def _distinct(numbers: np.ndarray) -> np.ndarray:
    """Return each of some numbers once, sorted; the array given is sorted too. NumPy's own way by hashes is slower."""
    numbers.sort()
    new = np.ones(len(numbers), dtype=bool)
    new[1:] = numbers[1:] != numbers[:-1]
    return numbers[new]


def neighbours(told: Sequence[Profile]) -> list[tuple[int, int]]:
    """Return the pairs of places of claims of one document that are worth comparing, the lower first, sorted."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, held in enumerate(told):
        mode = "plan" if held.prospective else "fact"
        for family in held.families:
            blocks[family, "any" if family == "accord" else mode].append(at)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        reach = CAP if len(members) <= CAP else WINDOW
        members.sort(key=lambda at: (neighbourhood(told[at]), told[at].claim.claim_id))
        for place, one in enumerate(members):
            pairs.update((min(one, two), max(one, two)) for two in members[place + 1 : place + 1 + reach])
    return sorted(pairs)


def neighbourhood(held: Profile) -> tuple[int, int, int]:
    """Return the day, the wording and the place in its text by which a claim has its neighbours."""
    interval = held.day or held.told
    day = 0 if interval is None else interval[0] or interval[1] or 0
    return day, held.runs[0] if held.runs else 0, held.start
