"""Links: every pair of claims worth comparing, judged same, different or unsure, with the reasons."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

import numpy as np

from tripoint.comparison.groups import NumberedGroups
from tripoint.comparison.shelves import Ordered, Shelves, in_memory
from tripoint.comparison.voices import Voices
from tripoint.events import decisions as decided
from tripoint.events.judging import comparable, conflicting, kept_apart, weighed
from tripoint.events.repeats import repeat
from tripoint.events.table import Table
from tripoint.model import Claim, Decision, Document, Link, Verdict


def link(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    decisions: Sequence[Decision] = (),
    *,
    voices: Voices | None = None,
) -> tuple[Link, ...]:
    """Return the judged pairs of `claims`, sorted. Claims of comments are never linked."""
    listed = sorted((c for c in claims if c.comment_id is None), key=lambda c: (c.document_id, c.claim_id))
    people = decided.links(decided.attach(decisions, map(decided.anchor, listed)) if decisions else ())
    told = [list(group) for _, group in groupby(listed, key=lambda claim: claim.document_id)]
    tellers = [group[0].document_id for group in told]
    return tuple(judged(told, tellers, documents, people, voices=voices))


def judged(
    told: Iterable[Sequence[Claim]],
    tellers: Sequence[str],
    documents: Mapping[str, Document],
    people: Sequence[Link] = (),
    *,
    voices: Voices | None = None,
    shelves: Shelves = in_memory,
) -> Sequence[Link]:
    """Return the links between claims, sorted.

    `told`: the claims of one document after the other, `tellers` the ids of these documents; `people`: the links that
    people made. `shelves` makes the lists in which records wait: a million claims want lists that lie on disk.
    """
    table = Table(told, tellers, documents, Voices(documents, {}) if voices is None else voices, shelves)
    numbers = table.numbers(claim_id for link in people for claim_id in (link.claim_a, link.claim_b))
    found = shelves(Link)
    kept, doubtful, apart = _Pairs(), _Pairs(), _Pairs()
    bonded = NumberedGroups(len(table))
    for one, two, link in table.inside():
        if link.verdict is Verdict.DIFFERENT:
            doubtful.add(one, two, len(found))
        else:
            kept.add(one, two, len(found))
            bonded.join(one, two)
        found.append(link)
    for one, two in table.pairs():
        a, b = table.profile(one), table.profile(two)
        if a.claim.document_id == b.claim.document_id or not comparable(a, b):
            continue
        if conflicting(a, b) is not None:
            apart.add(one, two)
            continue
        link = weighed(a, b, table.setting)
        if link.verdict is Verdict.DIFFERENT:
            doubtful.add(one, two, len(found))
        else:
            kept.add(one, two, len(found))
            bonded.join(one, two)
        found.append(link)
    for one, two in table.repeats():
        bonded.join(one, two)
        kept.add(one, two, len(found))
        found.append(repeat(table.ids[one], table.ids[two]))
    for link in people:
        if link.verdict is Verdict.SAME:
            bonded.join(numbers[link.claim_a], numbers[link.claim_b])
    # A difference matters only between claims that a chain of likenesses could bring together.
    for one, two, at in doubtful:
        if bonded.root(one) == bonded.root(two):
            kept.add(one, two, at)
    for one, two, _ in apart:
        if bonded.root(one) == bonded.root(two):
            a, b = table.profile(one), table.profile(two)
            conflict = conflicting(a, b)
            assert conflict is not None
            kept.add(one, two, len(found))
            found.append(kept_apart(a, b, *conflict))
    for link in people:  # a person's word comes last and replaces the rule's
        kept.add(numbers[link.claim_a], numbers[link.claim_b], len(found))
        found.append(link)
    return Ordered(found, kept.order(table.rank).tolist())


class _Pairs:
    """Pairs of claims by number, each with the place of its link."""

    def __init__(self) -> None:
        self._columns = array("I"), array("I"), array("I")

    def add(self, one: int, two: int, at: int = 0) -> None:
        for column, value in zip(self._columns, (one, two, at), strict=True):
            column.append(value)

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        return zip(*self._columns, strict=True)

    def order(self, rank: np.ndarray) -> np.ndarray:
        """Return the places of the links in the order of their claims' ids; the last link of a pair stands."""
        one, two, at = (np.frombuffer(column, dtype=np.uint32) for column in self._columns)
        first, second = rank[one], rank[two]
        order = np.lexsort((at, second, first))
        last = np.ones(len(order), dtype=bool)
        last[:-1] = (first[order][1:] != first[order][:-1]) | (second[order][1:] != second[order][:-1])
        return at[order[last]]
