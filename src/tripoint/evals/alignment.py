"""The best one-to-one alignment of two small sets (Kuhn-Munkres), one connected part at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence


def best(weights: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return the pairs (left, right) of the alignment with the largest sum of `weights`, each side used once.

    Pairs that are not in `weights`, or weigh nothing, are never aligned. Sorted; equal sums give equal results.
    """
    useful = {pair: weight for pair, weight in weights.items() if weight > 0}
    found: list[tuple[int, int]] = []
    for lefts, rights in _parts(useful):
        table = [[useful.get((left, right), 0.0) for right in rights] for left in lefts]
        for i, j in _assigned(table):
            if (lefts[i], rights[j]) in useful:
                found.append((lefts[i], rights[j]))
    return sorted(found)


def _parts(weights: Mapping[tuple[int, int], float]) -> list[tuple[list[int], list[int]]]:
    """The connected components of the pairs."""
    right_of: dict[int, set[int]] = defaultdict(set)
    left_of: dict[int, set[int]] = defaultdict(set)
    for left, right in weights:
        right_of[left].add(right)
        left_of[right].add(left)
    seen: set[int] = set()
    found: list[tuple[list[int], list[int]]] = []
    for first in sorted(right_of):
        if first in seen:
            continue
        lefts: set[int] = set()
        rights: set[int] = set()
        queue = [first]
        while queue:
            left = queue.pop()
            if left in lefts:
                continue
            lefts.add(left)
            for right in right_of[left] - rights:
                rights.add(right)
                queue.extend(left_of[right] - lefts)
        seen |= lefts
        found.append((sorted(lefts), sorted(rights)))
    return found


def _assigned(table: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Kuhn-Munkres on a table of gains, rows by columns, by potentials (cubic)."""
    turned = len(table) > len(table[0])
    gains = [list(row) for row in zip(*table, strict=True)] if turned else [list(row) for row in table]
    n, m = len(gains), len(gains[0])
    inf = float("inf")
    u, v = [0.0] * (n + 1), [0.0] * (m + 1)
    match, way = [0] * (m + 1), [0] * (m + 1)
    for i in range(1, n + 1):
        match[0] = i
        column = 0
        least = [inf] * (m + 1)
        used = [False] * (m + 1)
        while True:
            used[column] = True
            row, step, following = match[column], inf, 0
            for j in range(1, m + 1):
                if used[j]:
                    continue
                cost = -gains[row - 1][j - 1] - u[row] - v[j]
                if cost < least[j]:
                    least[j], way[j] = cost, column
                if least[j] < step:
                    step, following = least[j], j
            for j in range(m + 1):
                if used[j]:
                    u[match[j]] += step
                    v[j] -= step
                else:
                    least[j] -= step
            column = following
            if match[column] == 0:
                break
        while column:
            match[column], column = match[way[column]], way[column]
    found = [(match[j] - 1, j - 1) for j in range(1, m + 1) if match[j]]
    return sorted((j, i) if turned else (i, j) for i, j in found)
