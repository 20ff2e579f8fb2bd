"""Compilations: pages that bring texts of several others, one after another, and are a copy of none of them."""

from __future__ import annotations

from collections import defaultdict
from functools import reduce
from itertools import combinations

import numpy as np

from tripoint.comparison.groups import Groups

LEAST_RUNS = 25
"""Word runs that a source must share with the page: a paragraph, not a phrase."""
APART = 0.5
"""Share of the smaller part under which two parts of a page come from two sources."""
MOST = 0.6
"""Share of the page from which on one source is what the page repeats, whatever else it brings."""
WHOLE = 0.6
"""Share of a source that the page must bring: who quotes a passage of a page is quoted by it as well."""
PIECE = 0.15
"""Share of a part from which on another one counts as a piece of it."""
NOTHING = 0.05
"""Share of the smaller of two parts up to which they have nothing in common."""
FIRST = 64
"""Parts of one page that are looked at."""


def enough(whole: np.ndarray | int) -> np.ndarray:
    """Return how many runs of texts of `whole` runs who brings them nearly whole shares at least."""
    return np.maximum(LEAST_RUNS, np.multiply(whole, WHOLE))


class Parts:
    """The texts that pages bring whole or nearly so, by page."""

    def __init__(self) -> None:
        self._parts: dict[int, list[np.ndarray]] = defaultdict(list)
        self._sizes: dict[int, int] = {}

    def add(self, page: int, both: np.ndarray, *, of: int, whole: int) -> None:
        """Note the runs that a page of `of` runs shares with a text of `whole` runs, where it brings most of that."""
        if len(both) >= enough(whole) and len(self._parts.get(page, ())) < FIRST:
            self._parts[page].append(both)
            self._sizes[page] = of

    def compilations(self) -> frozenset[int]:
        """Return the pages that bring several texts, none of which is most of the page."""
        return frozenset(page for page, found in self._parts.items() if _several(found, self._sizes[page]))


def _several(found: list[np.ndarray], size: int) -> bool:
    if len(found) < 2 or all(len(runs) >= size * MOST for runs in found):
        return False
    common = [[len(np.intersect1d(one, two, assume_unique=True)) for two in found] for one in found]
    simple = [n for n in range(len(found)) if not _mixed(n, common)]
    groups: Groups[int] = Groups(simple)
    for one, two in combinations(simple, 2):
        if common[one][two] > APART * min(common[one][one], common[two][two]):
            groups.join(one, two)
    sources = [reduce(np.union1d, (found[n] for n in members)) for members in groups.all().values()]
    return len(sources) >= 2 and all(len(runs) < size * MOST for runs in sources)


def _mixed(part: int, common: list[list[int]]) -> bool:
    """Whether a part holds two others that share nothing, both whole, or of both a piece only: it is another
    compilation's, and no source. Of a source others hold the beginning whole, and pieces of the rest."""
    size = common[part][part]
    pieces = [n for n, row in enumerate(common) if n != part and row[part] >= size * PIECE]
    whole = [n for n in pieces if common[n][part] >= common[n][n] * (1 - NOTHING)]
    partly = [n for n in pieces if common[n][part] <= common[n][n] / 2]
    return any(
        common[one][two] <= NOTHING * min(common[one][one], common[two][two])
        for alike in (whole, partly)
        for one, two in combinations(alike, 2)
    )
