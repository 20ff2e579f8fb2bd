"""Links: every pair of claims worth comparing, judged same, different or unsure, with the reasons."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import NamedTuple

import numpy as np

from tripoint.comparison.groups import NumberedGroups
from tripoint.comparison.shelves import Ordered, Shelves, in_memory
from tripoint.comparison.voices import Voices
from tripoint.events import decisions as decided
from tripoint.events.judgements import APART, DOUBTFUL, LIKE, NEW, NOTHING, Judgements, Judging
from tripoint.events.judging import comparable, compare, conflicting, weighed
from tripoint.events.profile import Profile
from tripoint.events.repeats import repeat
from tripoint.events.setting import Setting
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
    attached = decided.attach(decisions, map(decided.anchor, listed)) if decisions else []
    told = [list(group) for _, group in groupby(listed, key=lambda claim: claim.document_id)]
    tellers = [group[0].document_id for group in told]
    people, rejected = decided.links(attached), decided.rejected(attached)
    return tuple(judged(told, tellers, documents, people, rejected=rejected, voices=voices).links)


def judged(
    told: Iterable[Sequence[Claim]],
    tellers: Sequence[str],
    documents: Mapping[str, Document],
    people: Sequence[Link] = (),
    *,
    rejected: AbstractSet[str] = frozenset(),
    voices: Voices | None = None,
    before: Judgements | None = None,
    shelves: Shelves = in_memory,
) -> Judged:
    """Return the links between claims, sorted.

    `told`: the claims of one document after the other, `tellers` the ids of these documents; `people`: the links that
    people made; a claim that is `rejected` stands for no other and helps none. `before`: what an earlier build judged,
    which is used again where nothing has changed. `shelves` makes the lists in which records wait: a million claims
    want lists that lie on disk.
    """
    voices = Voices(documents, {}) if voices is None else voices
    table = Table(told, tellers, documents, voices, shelves, rejected)
    judging = Judging(table.sorted_ids, table.stamps, before)
    numbers = table.numbers(claim_id for link in people for claim_id in (link.claim_a, link.claim_b))
    found = shelves(Link)
    kept, inside, doubtful = _Pairs(), _Pairs(), _Pairs()
    bonded = NumberedGroups(len(table))
    for one, two, link in table.inside():
        if link.verdict is Verdict.DIFFERENT:
            inside.add(one, two, len(found))
        else:
            kept.add(one, two, len(found))
            bonded.join(one, two)
        found.append(link)
    for one, two, link in _judged(table, judging, doubtful):
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
    for one, two, at in inside:
        if bonded.root(one) == bonded.root(two):
            kept.add(one, two, at)
    for one, two, _ in doubtful:
        if bonded.root(one) == bonded.root(two):
            apart = compare(table.profile(one), table.profile(two), table.setting)
            assert apart is not None
            kept.add(one, two, len(found))
            found.append(apart)
    for link in people:  # a person's word comes last and replaces the rule's
        kept.add(numbers[link.claim_a], numbers[link.claim_b], len(found))
        found.append(link)
    return Judged(Ordered(found, kept.order(table.rank).tolist()), judging)


class Judged(NamedTuple):
    """The links, sorted, and what was judged on the way to them."""

    links: Sequence[Link]
    judging: Judging


def _judged(table: Table, judging: Judging, doubtful: _Pairs) -> Iterator[tuple[int, int, Link]]:
    """Yield the pairs that are alike or may be, with their links; those that speak against it go to `doubtful`."""
    for left, right in table.pairs():
        first, second = table.rank[left], table.rank[right]
        places = zip(left.tolist(), right.tolist(), first.tolist(), second.tolist(), strict=True)
        for (one, two, low, high), (code, then) in zip(places, judging.known(first, second), strict=True):
            link: Link | None = None
            came_to = code & 3 if code != NEW else NEW
            if came_to in (DOUBTFUL, LIKE) and code - came_to != table.bearing(one, two):
                came_to = NEW
            if came_to == LIKE and (link := judging.link(then)) is None:
                came_to = NEW
            if came_to == NEW:
                came_to, link = _judge(table.profile(one), table.profile(two), table.setting)
                code = came_to + (table.bearing(one, two) if came_to in (DOUBTFUL, LIKE) else 0)
                judging.anew += 1
            judging.keep(low, high, code)
            if came_to in (APART, DOUBTFUL):
                doubtful.add(one, two)
            elif link is not None:
                yield one, two, link


def _judge(a: Profile, b: Profile, setting: Setting) -> tuple[int, Link | None]:
    """Return what two claims come to, with the link of those that are alike or may be."""
    if a.claim.document_id == b.claim.document_id or not comparable(a, b):
        return NOTHING, None
    if conflicting(a, b) is not None:
        return APART, None
    link = weighed(a, b, setting)
    return (DOUBTFUL, None) if link.verdict is Verdict.DIFFERENT else (LIKE, link)


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
