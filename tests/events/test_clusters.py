"""Which claims come together, where several ways are equally good."""

from __future__ import annotations

from itertools import permutations

from tests.events.make import claim
from tripoint.events.clusters import clusters
from tripoint.model import Link, Verdict

WORDS = ("rebels took the mill", "the mill fell", "the mill was shelled")


def test_equal_bonds_make_the_same_events_whatever_the_ids_of_the_claims() -> None:
    found = set()
    for ids in permutations("abc"):
        claims = [claim(name, "d", "capture", words) for name, words in zip(ids, WORDS, strict=True)]
        first, middle, last = ids
        links = [
            Link(claim_a=a, claim_b=b, verdict=verdict, score=score, by="test", reasons=())
            for a, b, verdict, score in (
                (first, middle, Verdict.SAME, 0.8),
                (middle, last, Verdict.SAME, 0.8),
                (first, last, Verdict.DIFFERENT, 0.0),
            )
        ]
        words = {held.claim_id: held.evidence[0].text for held in claims}
        found.add(tuple(sorted(tuple(sorted(words[name] for name in group)) for group in clusters(claims, links))))
    assert len(found) == 1
