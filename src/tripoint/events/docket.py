"""The docket: which pairs of claims are judged now, and which stand as an earlier build judged them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

import numpy as np

from tripoint.comparison.columns import ROOM, coupled, paired, parted
from tripoint.comparison.frequencies import Frequencies
from tripoint.events.bonds import PERSON, VERDICTS
from tripoint.events.judgements import FILES, NEW, Judgements, Known
from tripoint.model import Verdict


class Judging:
    """What is judged now: claims in the order of their ids, and what each pair comes to."""

    def __init__(
        self, ids: np.ndarray, stamps: np.ndarray, rare: np.ndarray, crowds: np.ndarray, before: Judgements | None
    ) -> None:
        self._ids = ids
        self._stamps = stamps
        self._rare = rare
        self._crowds = crowds
        self._before = before
        self.numbers_then = np.full(len(ids), -1, dtype=np.int64) if before is None else before.numbers(ids)
        """For each claim, in the order of ids, the number it had then, -1 where it is new."""
        self._then = None if before is None else before.unchanged(self.numbers_then, stamps)
        self._pairs: list[np.ndarray] = [np.zeros(0, dtype=np.uint64)]
        self._codes: list[np.ndarray] = [np.zeros(0, dtype=np.uint8)]
        self._room: list[np.ndarray] = [np.zeros(0, dtype=np.float32)]
        self.anew = 0
        self.linked = np.zeros(0, dtype=np.uint64)
        self._says = np.zeros(0), np.zeros(0, dtype=np.uint8)
        self._claims: tuple[np.ndarray, ...] = ()
        self._frequencies = Frequencies(0, *(np.zeros(0, dtype=np.uint32) for _ in range(2)))

    def then_by_stamps(self) -> np.ndarray:
        """Return for each claim, in the order of ids, the number it had then, -1 where it is new or another one."""
        return np.full(len(self._ids), -1, dtype=np.int64) if self._then is None else self._then

    @cached_property
    def now(self) -> np.ndarray:
        """Return for each claim of the last build its place among those of now, -1 where it is gone or another one."""
        then = self.then_by_stamps()
        found = np.full(0 if self._before is None else self._before.size, -1, dtype=np.int64)
        found[then[then >= 0]] = np.flatnonzero(then >= 0)
        return found

    def held(self) -> tuple[np.ndarray, np.ndarray]:
        """Return the pairs of claims that stand of those that were judged then, and of those with a rule's *different*.

        Both as numbers, in order.
        """
        assert self._before is not None
        apart = self._before.linked(VERDICTS.index(Verdict.DIFFERENT))
        judged, told_apart = map(self._standing, (self._before.judged, apart))
        return judged, told_apart

    def _standing(self, pairs: np.ndarray) -> np.ndarray:
        now, found = self.now, [np.zeros(0, dtype=np.uint64)]
        for begin in range(0, len(pairs), ROOM):
            one, two = (now[side] for side in parted(pairs[begin : begin + ROOM]))
            here = (one >= 0) & (two >= 0)
            found.append(paired(one[here], two[here]))
        return np.concatenate(found)

    def linked_by_people(self, pairs: Iterable[tuple[int, int]]) -> bool:
        """Return whether people still link what they linked then; `pairs` are those that they link, by place."""
        assert self._before is not None
        by_hand = self._standing(self._before.linked(PERSON, PERSON))
        known = [min(pair) << 32 | max(pair) for pair in pairs]
        return bool(np.isin(by_hand, np.array(known, dtype=np.uint64)).all())

    def known(self, one: np.ndarray, two: np.ndarray) -> Known:
        """Return what is known of each pair, told by the places of its claims in the order of ids."""
        if self._before is None or self._then is None:
            nothing = np.zeros(len(one), dtype=np.uint64)
            return Known(np.full(len(one), NEW, dtype=np.uint8), nothing.astype(np.float32), nothing)
        return self._before.codes(self._then[one], self._then[two])

    def then(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return the places of the links that pairs of claims had then, -1 where there is none that may be used."""
        if self._before is None or self._then is None:
            return np.full(len(one), -1, dtype=np.int64)
        a, b = self._then[one], self._then[two]
        pairs = coupled(a, b)
        return np.where((a >= 0) & (b >= 0), self._before.places(pairs), -1)

    def where(self, one: np.ndarray, two: np.ndarray, kind: int) -> np.ndarray:
        """Return the places of the links of this kind that pairs of claims had then, whether they changed or not."""
        if self._before is None:
            return np.full(len(one), -1, dtype=np.int64)
        a, b = self.numbers_then[one], self.numbers_then[two]
        pairs = coupled(a, b)
        return np.where((a >= 0) & (b >= 0), self._before.places(pairs, kind), -1)

    def same_rare(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return of pairs of claims that are the same as then whether both hold the same rare words as then."""
        assert self._before is not None
        assert self._then is not None
        one_then, two_then = (self._before.rare(self._then[side]) for side in (one, two))
        found: np.ndarray = (self._rare[one] == one_then) & (self._rare[two] == two_then)
        return found

    def crowded_otherwise(self, one: np.ndarray, two: np.ndarray) -> np.ndarray:
        """Return of the same pairs whether other places of both are crowded than then: one that they share may be."""
        found: np.ndarray = self._other_crowds[one] & self._other_crowds[two]
        return found

    @cached_property
    def _other_crowds(self) -> np.ndarray:
        assert self._before is not None
        assert self._then is not None
        found: np.ndarray = self._crowds != self._before.crowds(self._then)
        return found

    def places(self, pairs: np.ndarray) -> np.ndarray:
        """Return the places of the links that pairs had then, -1 where there is none."""
        if self._before is None:
            return np.full(len(pairs), -1, dtype=np.int64)
        return self._before.places(pairs)

    def says(self, places: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return the scores and the marks of the links at these places then."""
        if self._before is None or not len(self._before.links):
            return np.zeros(len(places)), np.zeros(len(places), dtype=np.uint8)
        return self._before.scores[places], self._before.marks[places]

    def keep(self, one: np.ndarray, two: np.ndarray, codes: np.ndarray, room: np.ndarray) -> None:
        """Keep what pairs come to, and how much `room` there is."""
        self._room.append(room.astype(np.float32))
        self._pairs.append(paired(one, two))
        self._codes.append(codes)

    def link_pairs(self, pairs: np.ndarray, scores: np.ndarray, marks: np.ndarray) -> None:
        """Keep which pairs the links are of, in their order, and what they say."""
        self.linked = pairs
        self._says = scores, marks

    def keep_claims(self, filed: np.ndarray, part: np.ndarray, roots: np.ndarray, frequencies: Frequencies) -> None:
        """Keep what `Judgements` tells of each claim, in the order of ids, and the frequencies."""
        self._claims, self._frequencies = (filed, part, roots), frequencies

    def write(self, folder: Path) -> None:
        """Write it into `folder`, for the builds to come."""
        pairs, codes, room = map(np.concatenate, (self._pairs, self._codes, self._room))
        order = np.argsort(pairs, kind="stable")  # what stood comes in order: quickly merged with what is new
        columns: tuple[np.ndarray, ...] = (
            self._ids,
            self._stamps,
            self._rare,
            self._crowds,
            pairs[order],
            codes[order],
            self.linked,
            *self._says,
            *self._claims,
            room[order],
            self._frequencies.column(),
        )
        for name, column in zip(FILES, columns, strict=True):
            np.save(folder / f"{name}.npy", column, allow_pickle=False)
