"""Columns: lists of numbers that lie one after the other in one array, gone through many at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

ROOM = 1 << 20
"""Numbers that are worked on at once: what is made of them on the way stays small."""
_ODD = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


def owners(sizes: np.ndarray) -> np.ndarray:
    """Return for each number of lists of these sizes the place of its list."""
    found: np.ndarray = np.repeat(np.arange(len(sizes)), sizes)
    return found


def joined(pieces: Sequence[bytes], kind: str, firsts: Sequence[int] | None = None) -> np.ndarray:
    """Return the numbers of pieces, as bytes, behind each other; those of each piece count from what is its first."""
    found: np.ndarray = np.frombuffer(bytearray().join(pieces), dtype=kind)
    if firsts is not None:
        sizes = [len(piece) // found.itemsize for piece in pieces]
        found += np.repeat(np.array(firsts, dtype=kind), sizes)
    return found


def stretches(begins: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return the places of so many numbers from each beginning on, one stretch after the other."""
    found: np.ndarray = np.arange(int(sizes.sum())) + np.repeat(begins - np.cumsum(sizes) + sizes, sizes)
    return found


def within(owner: np.ndarray) -> np.ndarray:
    """Return the how manieth of its owner each of some things is, from nought; those of one owner stand together."""
    at = np.arange(len(owner))
    new = np.ones(len(owner), dtype=bool)
    new[1:] = owner[1:] != owner[:-1]
    found: np.ndarray = at - np.maximum.accumulate(np.where(new, at, 0))
    return found


def portions(ends: np.ndarray, room: int = ROOM) -> Iterator[range]:
    """Yield the lists that end there in portions of about so many numbers, one list at least in each."""
    begin, done = 0, 0
    while begin < len(ends):
        end = max(begin + 1, int(np.searchsorted(ends, done + room, side="right")))
        yield range(begin, end)
        begin, done = end, int(ends[end - 1])


def distinct(numbers: np.ndarray) -> np.ndarray:
    """Return each of some numbers once, sorted; the array given is sorted too. NumPy's own way by hashes is slower."""
    numbers.sort()
    new = np.ones(len(numbers), dtype=bool)
    new[1:] = numbers[1:] != numbers[:-1]
    return numbers[new]


def counted(numbers: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return each of some numbers once, as `distinct` does, and how often it stands there."""
    numbers.sort()
    last = np.flatnonzero(np.append(numbers[1:] != numbers[:-1], len(numbers) > 0))
    return numbers[last], np.diff(last, prepend=-1)


def order_of(numbers: np.ndarray) -> np.ndarray:
    """Return the places of some whole numbers, none below nought, in their order, equal ones as they stand.

    It is a stable `argsort` at a third or less of its cost: NumPy sorts numbers much faster than it merges places.
    """
    size = len(numbers)
    if not size:
        return np.zeros(0, dtype=np.int64)
    bits = np.uint64((size - 1).bit_length())
    if int(numbers.max()).bit_length() + int(bits) <= 64:  # number and place in one
        both = numbers.astype(np.uint64) << bits | np.arange(size, dtype=np.uint64)
    else:
        order = np.argsort(numbers)
        told = numbers[order]
        new = told[1:] != told[:-1]
        if new.all():
            return order
        both = np.append(0, np.cumsum(new)).astype(np.uint64) << bits | order.astype(np.uint64)
    both.sort()
    both &= (np.uint64(1) << bits) - np.uint64(1)
    return both.view(np.int64)


def among(numbers: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return of each of some numbers whether it is one of the others, which stand in order."""
    if not len(others):
        return np.zeros(len(numbers), dtype=bool)
    found: np.ndarray = others[np.minimum(np.searchsorted(others, numbers), len(others) - 1)] == numbers
    return found


def without(numbers: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return some numbers but for the others; both stand in order."""
    if len(others) >= len(numbers):
        left: np.ndarray = numbers[~among(numbers, others)]
        return left
    at = np.minimum(np.searchsorted(numbers, others), len(numbers) - 1)
    kept = np.ones(len(numbers), dtype=bool)
    kept[at[numbers[at] == others]] = False
    return numbers[kept]


def paired(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    """Return a number of 64 bits for each pair of numbers of 32: in the order of the first, then of the second."""
    found: np.ndarray = one.astype(np.uint64) << np.uint64(32) | two.astype(np.uint64)
    return found


def coupled(one: np.ndarray, two: np.ndarray) -> np.ndarray:
    """Return a number for each pair of numbers, the same in whichever order they stand: `paired`, the lower first."""
    return paired(np.minimum(one, two), np.maximum(one, two))


def parted(pairs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the numbers that were `paired`."""
    return (pairs >> np.uint64(32)).astype(np.int64), (pairs & np.uint64(0xFFFFFFFF)).astype(np.int64)


def places(numbers: np.ndarray, others: np.ndarray) -> np.ndarray:
    """Return the place of each of some numbers among the others, which stand in order and hold it."""
    span = int(others[-1] - others[0]) + 1 if len(others) else 0
    if len(numbers) * 4 < span:
        return np.searchsorted(others, numbers)
    table = np.zeros(span, dtype=np.int64)
    table[others - others[:1]] = np.arange(len(others))
    found: np.ndarray = table[numbers - others[:1]]
    return found


def summed(words: np.ndarray, ends: np.ndarray) -> np.ndarray:
    """Return a number for each list of words that end there: the same where the words are."""
    told = np.concatenate((np.zeros(1, dtype=np.uint64), np.cumsum(mixed(words.astype(np.uint64)))))
    found: np.ndarray = told[ends] - told[ends - np.diff(ends, prepend=0)]
    return found


def mixed(some: np.ndarray) -> np.ndarray:
    """Return a number for each of some numbers, in which each of its bits has a part."""
    found: np.ndarray = (some + np.uint64(1)) * _ODD
    found ^= found >> _SHIFT
    found *= _ODD
    found ^= found >> _SHIFT
    return found
