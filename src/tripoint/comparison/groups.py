"""Disjoint groups that grow by joining, deterministic whatever the order of joins."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

import numpy as np

T = TypeVar("T", bound=Hashable)


class Groups(Generic[T]):
    """Union-find with path halving."""

    def __init__(self, members: Iterable[T] = ()) -> None:
        self._parent: dict[T, T] = {member: member for member in members}

    def root(self, member: T) -> T:
        """Return the member that stands for the group of `member`, which joins as a group of its own when new."""
        parent = self._parent
        parent.setdefault(member, member)
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def join(self, a: T, b: T) -> bool:
        """Join the groups of two members; return whether they were apart."""
        one, two = self.root(a), self.root(b)
        if one == two:
            return False
        self._parent[two] = one
        return True

    def all(self) -> dict[T, list[T]]:
        """Return every group under the member that stands for it."""
        found: dict[T, list[T]] = {}
        for member in list(self._parent):
            found.setdefault(self.root(member), []).append(member)
        return found


def lowest(size: int, one: np.ndarray, two: np.ndarray) -> np.ndarray:
    """Return for each number below `size` the lowest of those that pairs of `one` and `two` bring together with it."""
    found = np.arange(size, dtype=np.uint32)
    while True:
        a, b = found[one], found[two]
        apart = np.flatnonzero(a != b)
        if not len(apart):
            return found
        one, two = one[apart], two[apart]
        np.minimum.at(found, np.maximum(a[apart], b[apart]), np.minimum(a[apart], b[apart]))
        while True:
            above = found[found]
            if np.array_equal(above, found):
                break
            found = above
