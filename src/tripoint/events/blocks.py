"""Candidate pairs: only claims that share a block are compared, and no block costs more than its size times a window.

A block that is larger than `CAP` is walked in the order of time and wording, each claim against its `WINDOW` next
neighbours (the sorted neighbourhood of Hernandez and Stolfo, 1995), and the reason is kept.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from tripoint.comparison.columns import ROOM, distinct, joined, paired, stretches
from tripoint.events.blockfiles import ENTERS, RARE, BlockWriter, Filed
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
        self._rare_keys = array("q")
        self._rare = array("I")
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

    def enter(self, keys_: np.ndarray, members: np.ndarray) -> None:
        """Enter claims in the blocks of words that are rare in the case."""
        self._rare_keys.frombytes(keys_.tobytes())
        self._rare.frombytes(members.tobytes())

    def columns(self) -> tuple[bytes, ...]:
        """Return all that is held, for `joined`."""
        return tuple(one.tobytes() for one in (self._keys, self._members, self._waiting_keys, self._waiting))

    @staticmethod
    def joined(size: int, told: Sequence[Sequence[bytes]], firsts: Sequence[int]) -> Blocks:
        """Return the blocks of so many claims, from the `columns` of portions with these first claims."""
        found = Blocks()
        keys, members, waiting_keys, waiting = zip(*told, strict=True)
        for column, pieces in ((found._keys, keys), (found._waiting_keys, waiting_keys)):
            column.frombytes(joined(pieces, "i8").tobytes())
        for column, pieces in ((found._members, members), (found._waiting, waiting)):
            column.frombytes(joined(pieces, "u4", firsts).tobytes())
        found.size = size
        return found

    def of_claims(self, entering: np.ndarray, rare: np.ndarray, ranks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the blocks that some claims are in, by their keys, and for each the claim by its rank, with its marks.

        Claims that are `entering` are looked for in all blocks, those that are `rare` in those of rare words.
        """
        keys_, members = [], []
        for told, listed, flag in (
            (self._keys, self._members, ENTERS),
            (self._waiting_keys, self._waiting, np.uint32(0)),
            (self._rare_keys, self._rare, ENTERS | RARE),
        ):
            claims = np.frombuffer(listed, dtype=np.uint32)
            here = np.flatnonzero((rare if flag & RARE else entering)[claims])
            keys_.append(np.frombuffer(told, dtype=np.uint64)[here])
            members.append(ranks[claims[here]].astype(np.uint32) | flag)
        return np.concatenate(keys_), np.concatenate(members)

    def pairs(self, places: np.ndarray, kept: np.ndarray, ranks: np.ndarray, out: BlockWriter | None) -> np.ndarray:
        """Return the pairs worth comparing, each once; the blocks are empty afterwards, and written to `out`.

        A pair is one number, as `paired` tells it, the lower place first. `places`: for each claim its place in the
        order of time and wording, which tells its neighbours; `kept`: whether it takes part at all; `ranks`: what it is
        called.
        """
        columns = [
            (np.frombuffer(told, dtype=np.uint64), np.frombuffer(listed, dtype=np.uint32), flag)
            for told, listed, flag in (
                (self._keys, self._members, 2),
                (self._waiting_keys, self._waiting, 0),
                (self._rare_keys, self._rare, 3),
            )
        ]
        bits = min(7, (sum(len(told) for told, _, _ in columns) // ROOM).bit_length())
        parts = 1 << bits
        # The part of each key, by its upper byte; a key of a claim that takes no part is of none.
        of_part = [
            np.where(kept[claims], told.view(np.uint8)[7::8] >> np.uint8(8 - bits), np.uint8(parts))
            for told, claims, _ in columns
        ]
        claim_at = np.empty(self.size, dtype=np.uint32)
        claim_at[places] = ranks
        found = [np.zeros(0, dtype=np.uint64)]
        for part in range(parts):  # a part of the keys at a time: what is sorted at once stays small
            here = [np.flatnonzero(of == part) for of in of_part]
            block = np.concatenate([told[some] for (told, _, _), some in zip(columns, here, strict=True)])
            entry = np.concatenate(
                [
                    places[claims[some]].astype(np.uint64) << np.uint64(2) | np.uint64(flag)
                    for (_, claims, flag), some in zip(columns, here, strict=True)
                ]
            )
            filed = _filed(block, entry)
            found.append(self._neighbours(filed))
            if out is not None:
                flags = (filed.members & np.uint64(2)) << np.uint64(30) | (filed.members & np.uint64(1)) << np.uint64(
                    30
                )
                out.add(filed._replace(members=claim_at[filed.members >> np.uint64(2)] | flags.astype(np.uint32)))
        # What is not needed any more goes before the largest array is made: a million claims have forty million pairs.
        del columns, of_part
        self._keys, self._members, self._waiting_keys, self._waiting = array("q"), array("I"), array("q"), array("I")
        self._rare_keys, self._rare = array("q"), array("I")
        pairs = np.concatenate(found)
        found.clear()
        return distinct(pairs)

    def _neighbours(self, filed: Filed) -> np.ndarray:
        """Return the pairs within blocks: all of a block of `CAP` or less, `WINDOW` neighbours of a larger one.

        A block that nobody enters is none.
        """
        sizes = filed.sizes
        if not len(sizes):
            return np.zeros(0, dtype=np.uint64)
        entered = np.add.reduceat((filed.members & np.uint64(2)).astype(np.int64), np.cumsum(sizes) - sizes)
        met = (entered > 0) & (sizes > 1)
        place = filed.members[np.repeat(met, sizes)] >> np.uint64(2)
        sizes = sizes[met]
        left = np.repeat(np.cumsum(sizes), sizes) - np.arange(len(place)) - 1
        reach = np.minimum(left, np.repeat(np.where(sizes > CAP, WINDOW, CAP), sizes))
        return distinct(paired(np.repeat(place, reach), place[stretches(np.arange(len(place)) + 1, reach)]))


def _filed(block: np.ndarray, entry: np.ndarray) -> Filed:
    """Return blocks in the order of their keys, the entries of each in order."""
    order = np.argsort(block)
    block = block[order]
    new = np.ones(len(block), dtype=bool)
    new[1:] = block[1:] != block[:-1]
    starts = np.flatnonzero(new)
    sizes = np.diff(starts, append=len(block))
    # Sorted by block and place: both in one number, whose order is found faster than that of two.
    told = np.repeat(np.arange(len(sizes), dtype=np.uint64), sizes) << np.uint64(32) | entry[order]
    told.sort()
    return Filed(block[starts], sizes, told & np.uint64(0xFFFFFFFF))


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
