"""Rows: what linking needs of the claims of some documents, made document by document (`reader`), whoever does it.

They tell of these documents alone, whatever else the case holds: what an earlier build made of them is used again.
"""

from __future__ import annotations

from array import array
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import msgspec
import numpy as np

from tripoint.comparison.lists import Lists
from tripoint.comparison.quotes import Quotes
from tripoint.events.blocks import Blocks
from tripoint.events.clusters import Single
from tripoint.events.profile import Profile
from tripoint.events.screen import Screen
from tripoint.model import Link

_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
KINDS: tuple[Any, ...] = (Profile, Single, Link, Quotes)
"""Of what there are records: what is read of each claim, what clustering needs of it, the links inside documents, and
what each of these quotes."""


@dataclass(slots=True)
class Rows:
    """Columns over claims, in their order; `heads` and `ends` count from the first claim of these rows.

    `order` is what claims are walked by, `texts` the number of each claim's document, counted from the first of these
    rows. `tellings` and `stamps` hold 16 bytes for each claim: of its words and slots (zeros where few words tell it),
    and of all that linking looks at. `placed` is the number of each claim's `places`, those of an act that a war
    repeats. `heads` is the claim that stands for the account each belongs to; `ends` and `marks` and `scores` tell of
    each link inside a document which claims it is of and what it says. `crowds` counts the documents that tell of acts
    of violence in a place. `words` holds the hashed words of each claim, `kinds` the kinds of blocks in which it shares
    rare ones, `opens` whether it is found by the words of its text too, `vocabulary` the hashed words of each document,
    and `statements` the runs of words that it quotes. `records` are those of `KINDS` that are made, encoded; `laid`
    tells for each kind where each of them lies among all of these rows.
    """

    ids: list[str] = field(default_factory=list)
    texts: array[int] = field(default_factory=lambda: array("I"))
    order: tuple[array[int], ...] = field(default_factory=lambda: (array("q"), array("q"), array("q")))
    tellings: bytearray = field(default_factory=bytearray)
    stamps: bytearray = field(default_factory=bytearray)
    places: dict[frozenset[str], int] = field(default_factory=dict)
    placed: array[int] = field(default_factory=lambda: array("I"))
    heads: array[int] = field(default_factory=lambda: array("I"))
    ends: tuple[array[int], array[int]] = field(default_factory=lambda: (array("I"), array("I")))
    marks: bytearray = field(default_factory=bytearray)
    scores: array[Any] = field(default_factory=lambda: array("d"))
    crowds: Counter[str] = field(default_factory=Counter)
    blocks: Blocks = field(default_factory=Blocks)
    screen: Screen = field(default_factory=Screen)
    words: Lists = field(default_factory=lambda: Lists("I"))
    kinds: Lists = field(default_factory=lambda: Lists("q"))
    opens: bytearray = field(default_factory=bytearray)
    vocabulary: Lists = field(default_factory=lambda: Lists("I"))
    statements: Lists = field(default_factory=lambda: Lists("q"))
    records: tuple[Lists, ...] = field(default_factory=lambda: tuple(Lists("B") for _ in KINDS))
    laid: tuple[array[int], ...] = ()

    def join(self, other: Rows) -> None:
        """Put other rows behind these, all but the records."""
        first, texts = len(self.ids), len(self.vocabulary)
        self.ids.extend(other.ids)
        _extend(self.texts, other.texts, texts)
        for column, values in zip(self.order, other.order, strict=True):
            column.extend(values)
        self.tellings += other.tellings
        self.stamps += other.stamps
        known = [self.places.setdefault(places, len(self.places)) for places in other.places]
        placed = np.array(known, dtype=np.uint32)[np.frombuffer(other.placed, dtype=np.uint32)]
        self.placed.frombytes(placed.tobytes())
        for column, values in zip((self.heads, *self.ends), (other.heads, *other.ends), strict=True):
            _extend(column, values, first)
        self.marks += other.marks
        self.scores.extend(other.scores)
        self.crowds.update(other.crowds)
        self.blocks.join(other.blocks)
        self.screen.join(other.screen, texts=texts)
        for lists, others in ((self.words, other.words), (self.kinds, other.kinds)):
            lists.join(others)
        self.opens += other.opens
        self.vocabulary.join(other.vocabulary)
        self.statements.join(other.statements)

    def encoded(self) -> bytes:
        """Return the records, one after the other."""
        return b"".join(some.numbers for some in self.records)

    def packed(self) -> bytes:
        """Return these rows but for the records as bytes, for `unpacked`."""
        return _ENCODE(
            (
                self.ids,
                [column.tobytes() for column in (self.texts, *self.order, self.heads, *self.ends, self.scores)],
                [bytes(column) for column in (self.tellings, self.stamps, self.marks, self.opens)],
                [sorted(held) for held in self.places],
                self.placed.tobytes(),
                dict(self.crowds),
                self.blocks.columns(),
                self.screen.columns(),
                [lists.columns() for lists in self._lists()],
                [some.ends.tobytes() for some in self.records],
            )
        )

    @staticmethod
    def unpacked(told: bytes) -> Rows:
        """Return the rows that were `packed`."""
        ids, numbers, flags, places, placed, crowds, blocks, screen, lists, records = _DECODE(told)
        found = Rows(ids=ids, crowds=Counter(crowds), blocks=Blocks.of(len(ids), blocks), screen=Screen.of(screen))
        for column, values in zip(
            (found.texts, *found.order, found.heads, *found.ends, found.scores), numbers, strict=True
        ):
            column.frombytes(values)
        for flag, values in zip((found.tellings, found.stamps, found.marks, found.opens), flags, strict=True):
            flag += values
        found.places = {frozenset(held): at for at, held in enumerate(places)}
        found.placed.frombytes(placed)
        for one, values in zip(found._lists(), lists, strict=True):
            one.fill(values)
        first, laid = 0, []
        for ends in records:
            laid.append(array("Q", [first]))
            laid[-1].frombytes((np.frombuffer(ends, dtype=np.uint64) + np.uint64(first)).tobytes())
            first = laid[-1][-1]
        found.laid = tuple(laid)
        return found

    def _lists(self) -> tuple[Lists, ...]:
        return self.words, self.kinds, self.vocabulary, self.statements


_DECODE = msgspec.msgpack.Decoder().decode


def _extend(column: array[int], values: array[int], by: int) -> None:
    """Put numbers behind a column, each so much higher."""
    column.frombytes((np.frombuffer(values, dtype=np.uint32) + np.uint32(by)).tobytes())
