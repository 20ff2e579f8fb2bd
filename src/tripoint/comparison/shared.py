"""How many runs of words pairs of texts share, kept from build to build: to find it out takes both texts."""

from __future__ import annotations

import numpy as np

ROW = np.dtype([("key", "<u8"), ("count", "<u4")])
"""What a pair of texts is known by, and how many runs both have."""


class Shared:
    """The runs shared by pairs of texts, as far as they are known."""

    def __init__(self, rows: np.ndarray | None = None) -> None:
        self.rows: np.ndarray = np.zeros(0, dtype=ROW) if rows is None else rows

    def counts(self, keys: np.ndarray) -> np.ndarray:
        """Return how many runs pairs share, -1 where that is not known."""
        found = np.full(len(keys), -1, dtype=np.int64)
        if len(self.rows):
            at = np.minimum(np.searchsorted(self.rows["key"], keys), len(self.rows) - 1)
            known = self.rows["key"][at] == keys
            found[known] = self.rows["count"][at[known]]
        return found

    def take(self, keys: np.ndarray, counts: np.ndarray) -> None:
        """Keep these alone from now on, but for those that are not known."""
        here = np.flatnonzero(counts >= 0)
        here = here[np.argsort(keys[here], kind="stable")]
        self.rows = np.zeros(len(here), dtype=ROW)
        self.rows["key"], self.rows["count"] = keys[here], counts[here]
