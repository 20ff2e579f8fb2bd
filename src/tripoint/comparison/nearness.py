"""How like the documents of many pairs are by their rarer words: what `Occasions` says of each, a column at a time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from tripoint.comparison.occasions import Vectors


def likenesses(vectors: Vectors, square: Callable[[int], float], one: np.ndarray, two: np.ndarray) -> np.ndarray:
    """Return how like the documents of each pair of numbers are, but for the last digits.

    `square` gives the squared weight of a word.
    """
    words = np.frombuffer(vectors.words, dtype=np.uint32)
    ends = np.frombuffer(vectors.ends, dtype=np.uint64).astype(np.int64)
    sizes = np.diff(ends, prepend=0)
    weights = np.frombuffer(vectors.weights, dtype=np.float64)
    found = np.zeros(len(one), dtype=np.float64)
    order = np.argsort(one, kind="stable")
    edges = np.flatnonzero(np.diff(one[order], prepend=-1, append=-1))
    for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        here = order[begin:end]
        first = int(one[here[0]])
        own = np.sort(words[ends[first] - sizes[first] : ends[first]])
        if not len(own):
            continue
        squares = np.array([square(word) for word in own.tolist()])
        others = two[here]
        lengths = sizes[others]
        owner = np.repeat(np.arange(len(others)), lengths)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        theirs = words[np.repeat(ends[others] - lengths, lengths) + within]
        at = np.minimum(np.searchsorted(own, theirs), len(own) - 1)
        hit = own[at] == theirs
        sums = np.bincount(owner[hit], weights=squares[at[hit]], minlength=len(others))
        both = weights[first] * weights[others]
        found[here] = np.divide(sums, both, out=np.zeros(len(others)), where=both > 0)
    return found
