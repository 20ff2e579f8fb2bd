"""What was judged of pairs of claims, kept so that a later build judges only what is new or has changed.

A judgement is used again when both claims look the same to linking (the stamps of their profiles), hold as many rare
words in common (none, one, more), their documents stand to each other as they did (rare words in common, a statement
both quote), and no place of both has become crowded. Else the pair is judged anew: the links
are those of a build that knows nothing of an earlier one.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tripoint.comparison.columns import coupled, paired, parted
from tripoint.comparison.frequencies import Frequencies
from tripoint.comparison.occasions import CLOSE, NEAR, TOUCHING
from tripoint.events.blockfiles import BlockReader, read_blocks
from tripoint.events.bonds import Bonds
from tripoint.model import Link

NOTHING, APART, DOUBTFUL, LIKE = range(4)
"""What a pair came to: nothing in common, a conflict, a sum that speaks against it, one that does not."""
NEW = 255
"""A pair of which nothing was judged before."""
TOGETHER = 16
"""What is added for two documents that quote the same statement."""
RARE = 32
"""What is added for a rare word that both claims hold, and once more where they hold several."""
LEVELS = np.array((TOUCHING, NEAR, CLOSE))
"""Likenesses of documents from which on they stand otherwise to each other."""
FILES = (
    "judged-ids",
    "judged-stamps",
    "judged-rare",
    "judged-crowds",
    "judged-pairs",
    "judged-codes",
    "judged-links",
    "judged-scores",
    "judged-marks",
    "judged-filed",
    "judged-part",
    "judged-roots",
    "judged-room",
    "judged-frequencies",
)
IDS, LINKED = FILES[0], FILES[6]


class LinkedClaims:
    """The claims of the links that a build kept in a folder, in the order of the links.

    Raises OSError or ValueError where they cannot be read.
    """

    def __init__(self, folder: Path) -> None:
        self._ids, self._pairs = (np.load(folder / f"{name}.npy", allow_pickle=False) for name in (IDS, LINKED))

    def __len__(self) -> int:
        return len(self._pairs)

    def pairs(self, rows: np.ndarray) -> list[tuple[str, str]]:
        """Return the ids of the claims of some links, each pair in the order of its link."""
        ends = parted(self._pairs[rows])
        one, two = (map(bytes.decode, self._ids[end].tolist()) for end in ends)
        return list(zip(one, two, strict=True))


class Known(NamedTuple):
    """What is known of pairs: what each came to (NEW: nothing is known), and the pairs as numbers.

    `room` is how far the likeness of their documents may go before these stand otherwise to each other.
    """

    codes: np.ndarray
    room: np.ndarray
    pairs: np.ndarray


class Judgements:
    """Judged pairs of an earlier build: claims in the order of their ids, pairs as `paired` tells them.

    `links` are the links of that build, sorted, `scores` and `marks` what they say; a column tells their pairs. Of each
    claim it is told which words its text was `filed` under for it, whether it took `part` in being compared, and by a
    number of theirs to which claims its `roots` go back; `blocks` are those that claims met in, None where unknown, and
    the `frequencies` of words tell which were rare.
    """

    def __init__(self, columns: Sequence[np.ndarray], links: Sequence[Link], blocks: BlockReader | None = None) -> None:
        self._ids, self._stamps, self._rare, self._crowds, self._pairs, self._codes, self._rows = columns[:7]
        self.scores, self.marks, self.filed, self.part, self.roots, self._room, frequencies = columns[7:]
        self.frequencies = Frequencies.of(frequencies)
        self.links = links
        self.blocks = blocks

    @staticmethod
    def read(folder: Path, links: Sequence[Link]) -> Judgements | None:
        """Return what a build kept in `folder`; None when it kept nothing that can be read."""
        try:
            # What lies in a file need not be copied from it: numbers are looked at where the system holds them.
            columns = [np.asarray(np.load(folder / f"{name}.npy", "r", allow_pickle=False)) for name in FILES]
            found = Judgements(columns, links, read_blocks(folder))
        except (OSError, ValueError):
            return None
        sizes = [len(column) for column in columns[:-1]]
        claims, pairs = sizes[0], sizes[4]
        return found if sizes == [claims] * 4 + [pairs] * 2 + [len(links)] * 3 + [claims] * 3 + [pairs] else None

    @property
    def size(self) -> int:
        """How many claims there were."""
        return len(self._ids)

    def linked(self, mark: int, of: int = 255) -> np.ndarray:
        """Return the pairs of the links whose marks are these, of all that `of` tells."""
        found: np.ndarray = self._rows[self.marks & np.uint8(of) == mark]
        return found

    @property
    def judged(self) -> np.ndarray:
        """All judged pairs."""
        return self._pairs

    def numbers(self, ids: np.ndarray) -> np.ndarray:
        """Return the numbers that claims had then, -1 for those that are new."""
        if not len(self._ids):
            return np.full(len(ids), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self._ids, ids), len(self._ids) - 1)
        return np.where(self._ids[at] == ids, at, -1)

    def unchanged(self, numbers: np.ndarray, stamps: np.ndarray) -> np.ndarray:
        """Return the numbers of those claims that were, by their `stamps`, what they are now, -1 for the others."""
        found = numbers.copy()
        here = np.flatnonzero(numbers >= 0)
        found[here[(self._stamps[numbers[here]] != stamps[here]).any(axis=1)]] = -1
        return found

    def codes(self, one: np.ndarray, two: np.ndarray) -> Known:
        """Return what pairs of claims came to then."""
        pairs = paired(one, two)
        if not len(self._pairs):
            return Known(np.full(len(one), NEW, dtype=np.uint8), np.zeros(len(one), dtype=np.float32), pairs)
        at = np.minimum(np.searchsorted(self._pairs, pairs), len(self._pairs) - 1)
        known = (one >= 0) & (two >= 0) & (self._pairs[at] == pairs)
        return Known(np.where(known, self._codes[at], np.uint8(NEW)), self._room[at], pairs)

    def places(self, pairs: np.ndarray, kind: int = 0) -> np.ndarray:
        """Return the places of the links of pairs, -1 where there is none, or one of another kind than a rule's."""
        if not len(self._rows):
            return np.full(len(pairs), -1, dtype=np.int64)
        at = np.minimum(np.searchsorted(self._rows, pairs), len(self._rows) - 1)
        return np.where((self._rows[at] == pairs) & (self.marks[at] & ~np.uint8(3) == kind), at, -1)

    def rare(self, numbers: np.ndarray) -> np.ndarray:
        """Return what the rare words of claims were known by, of claims by their numbers."""
        found: np.ndarray = self._rare[numbers]
        return found

    def crowds(self, numbers: np.ndarray) -> np.ndarray:
        """Return what the crowded places of claims were known by, of claims by their numbers."""
        found: np.ndarray = self._crowds[numbers]
        return found

    def compared(self, then: np.ndarray, bonds: Bonds, again: np.ndarray) -> tuple[np.ndarray, Bonds]:
        """Return of the bonds between claims which ones said the same then, and what all others said.

        `then` are the numbers that the claims had, -1 for new ones. `again` tells of each bond which of then it is; of
        those for which it is -1 it is found out.
        """
        same = again >= 0
        left = np.ones(len(self._rows), dtype=bool)
        left[again[same]] = False
        here = np.flatnonzero(~same)
        here = here[(then[bonds.one[here]] >= 0) & (then[bonds.two[here]] >= 0)]
        if len(self._rows):
            pairs = coupled(then[bonds.one[here]], then[bonds.two[here]])
            at = np.minimum(np.searchsorted(self._rows, pairs), len(self._rows) - 1)
            said = (self.scores[at] == bonds.scores[here]) & (self.marks[at] == bonds.marks[here])
            found = (self._rows[at] == pairs) & said
            same[here[found]] = True
            left[at[found]] = False
        lower, higher = parted(self._rows[left])
        return same, Bonds(lower, higher, self.scores[left], self.marks[left])
