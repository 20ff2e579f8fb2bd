"""How alike words are in what they mean, out of context: a table of directions, one for each word piece.

`train/words.py` makes the table, and `resources/models/words` holds it with its card. No network runs: the pieces of
the words are looked up and added.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tripoint.resources.files import resource
from tripoint.resources.networks import check_sums, open_tokenizer

FOLDER = "models/words"

Floats = NDArray[np.float32]


class WordMeanings:
    """An opened table."""

    def __init__(self, folder: Path, tokenizer: Path) -> None:
        check_sums(folder)
        self._table: NDArray[np.int8] = np.load(folder / "words.npy", allow_pickle=False)
        self._tokenizer = open_tokenizer(tokenizer)

    def direction(self, words: str) -> Floats:
        """Return the direction of some words, of length one; nought where they hold nothing that is known."""
        summed: Floats = self._table[self._pieces(words)].sum(axis=0, dtype=np.float32)
        length = float(np.linalg.norm(summed))
        return summed / np.float32(length) if length > 0 else summed

    def rank(self, word: str) -> int | None:
        """Return the place of a word in the order of frequency, None where it is no single piece."""
        pieces = self._pieces(word)
        return pieces[0] if len(pieces) == 1 else None

    def _pieces(self, words: str) -> list[int]:
        told = words.encode("utf-8", "replace").decode("utf-8")
        found: list[int] = self._tokenizer.encode(told, add_special_tokens=False).ids
        return found


@lru_cache(maxsize=1)
def word_meanings() -> WordMeanings:
    """Return the table that tripoint ships; raises ResourceError when its files are missing or damaged."""
    return WordMeanings(resource(FOLDER), resource("models/encoder/tokenizer.json"))


@lru_cache(maxsize=1 << 16)
def word_likeness(one: str, two: str) -> float:
    """Return how alike two words are in what they mean: 1 for one word, about 0 for words of different things."""
    if one == two:
        return 1.0
    known = word_meanings()
    return round(float(known.direction(one) @ known.direction(two)), 3)


def rank(word: str) -> int | None:
    """Return the place of a word in the order of frequency, from about 1,000 on; None for rare and made-up words."""
    return word_meanings().rank(word)
