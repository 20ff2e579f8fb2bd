"""Compilations: pages that bring texts of several others, one after another, and are a copy of none of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from itertools import combinations, pairwise

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


def compilations(
    one: np.ndarray,
    two: np.ndarray,
    counts: np.ndarray,
    sizes: np.ndarray,
    both: Callable[[int, int], np.ndarray],
) -> frozenset[int]:
    """Return the pages that bring several texts whole or nearly so, none of which is most of the page.

    `counts` tell how many runs the pages of each pair share, of the `sizes` that each page has; `both` returns the runs
    that two share. Numbers alone tell of most pages that they bring no two texts, or are copies.
    """
    pages, others = (np.stack(pair, axis=1).ravel() for pair in ((one, two), (two, one)))
    shared = np.repeat(counts, 2)
    here = np.flatnonzero(shared >= np.maximum(LEAST_RUNS, sizes[others] * WHOLE))
    here = here[np.argsort(pages[here], kind="stable")]
    page = pages[here]
    edges = [*np.flatnonzero(np.diff(page, prepend=-1)).tolist(), len(page)]
    found = set()
    for begin, end in pairwise(edges):
        parts, size = here[begin : min(end, begin + FIRST)], int(sizes[page[begin]])
        if len(parts) > 1 and (shared[parts] < size * MOST).any():
            runs = [both(int(pages[at]), int(others[at])) for at in parts.tolist()]
            if _several(runs, size):
                found.add(int(page[begin]))
    return frozenset(found)


def _several(found: list[np.ndarray], size: int) -> bool:
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
