"""Disjoint groups that grow by joining, deterministic whatever the order of joins."""

from __future__ import annotations

from array import array
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


class NumberedGroups:
    """Union-find over the numbers below `size`, for members too many to be objects."""

    def __init__(self, size: int) -> None:
        self._parent = array("I", range(size))

    def join(self, a: int, b: int) -> None:
        """Join the groups of two members."""
        one, two = self.root(a), self.root(b)
        if one != two:
            self._parent[max(one, two)] = min(one, two)

    def root(self, member: int) -> int:
        """Return the lowest member of the group of `member`."""
        parent = self._parent
        while parent[member] != member:
            parent[member] = parent[parent[member]]
            member = parent[member]
        return member

    def roots(self) -> np.ndarray:
        """Return the lowest member of the group of each member."""
        found = np.array(self._parent, dtype=np.uint32)
        while True:
            above = found[found]
            if np.array_equal(above, found):
                return found
            found = above
