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
    and `statements` the runs of words that it quotes. `records` are those of `KINDS` that are made, encoded.
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

    def encoded(self) -> bytes:
        """Return the records, one after the other."""
        return b"".join(some.numbers for some in self.records)

    def packed(self) -> bytes:
        """Return these rows but for the records as bytes: those of a `Portion`."""
        told = Portion(
            ids=self.ids,
            texts=bytes(self.texts),
            order=tuple(map(bytes, self.order)),
            tellings=bytes(self.tellings),
            stamps=bytes(self.stamps),
            places=[sorted(held) for held in self.places],
            placed=bytes(self.placed),
            heads=bytes(self.heads),
            ends=tuple(map(bytes, self.ends)),
            marks=bytes(self.marks),
            scores=bytes(self.scores),
            crowds=dict(self.crowds),
            blocks=self.blocks.columns(),
            screen=self.screen.columns(),
            words=self.words.columns(),
            kinds=self.kinds.columns(),
            opens=bytes(self.opens),
            vocabulary=self.vocabulary.columns(),
            statements=self.statements.columns(),
            lies=tuple(bytes(some.ends) for some in self.records),
        )
        return _ENCODE(told)


class Portion(msgspec.Struct, array_like=True):
    """Rows as they are kept, their columns as bytes; of records it tells where they end (`lies`), kind by kind."""

    ids: list[str]
    texts: bytes
    order: tuple[bytes, ...]
    tellings: bytes
    stamps: bytes
    places: list[list[str]]
    placed: bytes
    heads: bytes
    ends: tuple[bytes, ...]
    marks: bytes
    scores: bytes
    crowds: dict[str, int]
    blocks: tuple[bytes, ...]
    screen: tuple[bytes, ...]
    words: tuple[bytes, bytes]
    kinds: tuple[bytes, bytes]
    opens: bytes
    vocabulary: tuple[bytes, bytes]
    statements: tuple[bytes, bytes]
    lies: tuple[bytes, ...]

    @staticmethod
    def of(packed: bytes) -> Portion:
        """Return the portion that was `packed`."""
        return _DECODE(packed)

    def bounds(self) -> list[array[int]]:
        """Return for each kind of records where the first begins among all of the portion, and where each ends."""
        first, found = 0, []
        for ends in self.lies:
            bounds = array("Q", [first])
            bounds.frombytes((np.frombuffer(ends, dtype=np.uint64) + np.uint64(first)).tobytes())
            found.append(bounds)
            first = bounds[-1]
        return found


_ENCODE = msgspec.msgpack.Encoder(order="deterministic").encode
_DECODE = msgspec.msgpack.Decoder(Portion).decode
