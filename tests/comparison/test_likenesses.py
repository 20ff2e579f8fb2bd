"""The likeness of many pairs of documents at once is that of each."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.make import document
from tripoint.comparison.occasions import Occasions, hashed_words

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


@settings(max_examples=25)
@given(st.integers(0, 10**6), st.integers(1, 40))
def test_likeness_changes_by_no_more_than_both_documents_have_moved(seed: int, more: int) -> None:
    rng = random.Random(seed)
    many = [f"{word}{n}" for word in WORDS for n in "123456"]
    texts = [" ".join(rng.choices(many, k=rng.randint(1, 500))) for _ in range(40 + more)]
    documents = {f"d{n:02}": document(f"d{n:02}", text) for n, text in enumerate(texts)}
    ids = list(documents)
    before = Occasions.of({one: documents[one] for one in ids[:40]})
    words = [sorted(hashed_words(text)) for text in texts]
    ends = np.cumsum([len(some) for some in words])
    after = Occasions(
        ids, np.array([word for some in words for word in some], dtype=np.uint32), ends, then=before.frequencies
    )
    for a in range(40):
        for b in range(a):
            change = abs(after.likeness(ids[a], ids[b]) - before.likeness(ids[a], ids[b]))
            assert change <= after.moved[a] + after.moved[b]
