"""The rows of all documents in columns: those of the portions behind each other, each column joined at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import Any

import numpy as np

from tripoint.comparison.columns import joined
from tripoint.events.blocks import Blocks
from tripoint.events.rows import Portion, Rows
from tripoint.events.screen import Screen

Listed = tuple[np.ndarray, np.ndarray]
"""Lists of numbers, one behind the other, and where each of them ends."""


@dataclass(slots=True)
class JoinedRows:
    """What `Rows` tell of some claims, of all; `placed` is the number of each claim's `places`.

    `tellings` and `stamps` are two numbers for each claim.
    """

    ids: list[str]
    texts: np.ndarray
    order: tuple[np.ndarray, ...]
    tellings: np.ndarray
    stamps: np.ndarray
    places: list[frozenset[str]]
    placed: np.ndarray
    heads: np.ndarray
    ends: tuple[np.ndarray, ...]
    marks: np.ndarray
    scores: np.ndarray
    crowds: Counter[str]
    blocks: Blocks
    screen: Screen
    words: Listed
    kinds: Listed
    opens: np.ndarray
    vocabulary: Listed
    statements: Listed


def joined_rows(portions: Sequence[Portion]) -> JoinedRows:
    """Return the rows of all portions. These are emptied column by column: those of a million claims take much room."""
    portions = portions or [Portion.of(Rows().packed())]
    claims = _firsts(len(one.ids) for one in portions)
    texts = _firsts(len(one.vocabulary[1]) // _END for one in portions)
    places, placed = _placed(portions)
    crowds: Counter[str] = Counter()
    for told in _taken(portions, "crowds"):
        crowds.update(told)
    order, ends = (zip(*_taken(portions, name), strict=True) for name in ("order", "ends"))
    ids = list(chain.from_iterable(_taken(portions, "ids")))
    return JoinedRows(
        ids=ids,
        texts=joined(_taken(portions, "texts"), "u4", texts).astype(np.int64),
        order=tuple(joined(pieces, "i8") for pieces in order),
        tellings=joined(_taken(portions, "tellings"), "u8").reshape(-1, 2),
        stamps=joined(_taken(portions, "stamps"), "u8").reshape(-1, 2),
        places=places,
        placed=placed,
        heads=joined(_taken(portions, "heads"), "u4", claims),
        ends=tuple(joined(pieces, "u4", claims) for pieces in ends),
        marks=joined(_taken(portions, "marks"), "u1"),
        scores=joined(_taken(portions, "scores"), "f8"),
        crowds=crowds,
        blocks=Blocks.joined(len(ids), _taken(portions, "blocks"), claims),
        screen=Screen.joined(_taken(portions, "screen"), texts),
        words=_listed(_taken(portions, "words"), "u4"),
        kinds=_listed(_taken(portions, "kinds"), "i8"),
        opens=joined(_taken(portions, "opens"), "?"),
        vocabulary=_listed(_taken(portions, "vocabulary"), "u4"),
        statements=_listed(_taken(portions, "statements"), "i8"),
    )


_END = np.dtype("u8").itemsize


def _taken(portions: Sequence[Portion], name: str) -> list[Any]:
    """Return what each portion holds under a name, and let it go there."""
    found = [getattr(one, name) for one in portions]
    for one in portions:
        setattr(one, name, None)
    return found


def _firsts(sizes: Iterable[int]) -> list[int]:
    """Return where each of some portions of these sizes begins."""
    return list(accumulate(sizes, initial=0))[:-1]


def _listed(told: Sequence[tuple[bytes, bytes]], kind: str) -> Listed:
    """Return the lists of all portions."""
    numbers, ends = zip(*told, strict=True)
    firsts = _firsts(len(piece) // np.dtype(kind).itemsize for piece in numbers)
    return joined(numbers, kind), joined(ends, "i8", firsts)


def _placed(portions: Sequence[Portion]) -> tuple[list[frozenset[str]], np.ndarray]:
    """Return the different sets of places that portions tell of, and the number of that of each claim."""
    told = _taken(portions, "places")
    known: dict[frozenset[str], int] = {}
    numbers = [known.setdefault(frozenset(held), len(known)) for some in told for held in some]
    at = joined(_taken(portions, "placed"), "u4", _firsts(map(len, told)))
    return list(known), np.array(numbers, dtype=np.int64)[at]
