"""The likeness of many pairs of documents at once is that of each."""

from __future__ import annotations

import random

import numpy as np
import pytest

from tests.events.make import document
from tripoint.comparison.occasions import Occasions

WORDS = [f"{a}{b}" for a in "ferry pier mill salt depot orchard gate crates".split() for b in "abcdefgh"]


def test_pairs_at_once_are_as_like_as_each_is() -> None:
    texts = [" ".join(random.Random(n).choices(WORDS, k=n)) for n in range(40)]
    documents = {f"d{n:02}": document(f"d{n:02}", text) for n, text in enumerate(texts)}
    ids = list(documents)
    occasions = Occasions.of(documents)
    one, two = (np.array([pair[at] for pair in np.ndindex(40, 40)]) for at in (0, 1))
    apart = one != two
    found = occasions.likenesses(one[apart], two[apart])
    told = [occasions.likeness(ids[a], ids[b]) for a, b in zip(one[apart], two[apart], strict=True)]
    assert max(told) > 0.3
    assert found.tolist() == pytest.approx(told, abs=1e-12)
