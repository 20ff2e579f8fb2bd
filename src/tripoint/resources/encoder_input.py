"""What the encoder reads of a sentence: its word pieces, how each word is written, and which piece stands for a token.

The encoder's word pieces know no capitals. How a word is written goes in beside them, as a type of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Encoding

PLAIN, CAPITAL, CAPITALS, MIXED, UNTOLD = range(5)
"""How a word is written; UNTOLD in sentences where nearly every word has a capital, which then tells nothing."""

MOST = 128
"""Most word pieces that are read at a time, the two marks around them included. Longer sentences are cut."""

_START, _END = 101, 102
_TITLED = 0.75

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Word pieces that are read together. `tokens`: the numbers of tokens in it; `first`: where each one's piece is."""

    ids: NDArray[np.int64]
    types: NDArray[np.int64]
    tokens: NDArray[np.int64]
    first: NDArray[np.int64]


def writing(words: Sequence[str]) -> list[int]:
    """Return how each word is written."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    if len(long) > 3 and sum(word[0].isupper() for word in long) >= _TITLED * len(long):
        return [UNTOLD] * len(words)
    return [_written(word) for word in words]


def _written(word: str) -> int:
    if word.islower() or not word[:1].isalpha():
        return PLAIN
    if word.isupper() and len(word) > 1:
        return CAPITALS
    return CAPITAL if word[:1].isupper() and (len(word) == 1 or word[1:].islower()) else MIXED


def portions(made: Encoding, tokens: Sequence[Stretch], written: Sequence[int]) -> Iterator[Portion]:
    """Yield the portions of a sentence whose `tokens` (character stretches of it) are `written` so.

    A token that has no word piece of its own (it is joined to the one before) belongs to no portion.
    """
    offsets = made.offsets
    owner: list[int] = []
    at = 0
    for start, _ in offsets:
        while at + 1 < len(tokens) and tokens[at + 1][0] <= start:
            at += 1
        owner.append(at)
    ids = made.ids
    low = 0
    while low < len(ids):
        high = min(len(ids), low + MOST - 2)
        while high < len(ids) and high > low + 1 and owner[high] == owner[high - 1]:
            high -= 1
        firsts = [i for i in range(low, high) if i == 0 or owner[i] != owner[i - 1]]
        yield Portion(
            ids=np.array([_START, *ids[low:high], _END], dtype=np.int64),
            types=np.array([PLAIN, *(written[owner[i]] for i in range(low, high)), PLAIN], dtype=np.int64),
            tokens=np.array([owner[i] for i in firsts], dtype=np.int64),
            first=np.array([i - low + 1 for i in firsts], dtype=np.int64),
        )
        low = high


def padded(rows: Sequence[Portion]) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Return ids, mask and types of portions as rectangles."""
    width = max(len(row.ids) for row in rows)
    ids, mask, types = (np.zeros((len(rows), width), dtype=np.int64) for _ in range(3))
    for number, row in enumerate(rows):
        ids[number, : len(row.ids)] = row.ids
        mask[number, : len(row.ids)] = 1
        types[number, : len(row.types)] = row.types
    return ids, mask, types
