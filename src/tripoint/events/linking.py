"""Links: every pair of claims worth comparing, judged same, different or unsure, with the reasons."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import groupby
from typing import NamedTuple

import numpy as np

from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.groups import NumberedGroups
from tripoint.comparison.shelves import Joined, Ordered, Shelf, Shelves, in_memory
from tripoint.comparison.voices import Voices
from tripoint.events import decisions as decided
from tripoint.events.judgements import APART, DOUBTFUL, LIKE, NEW, NOTHING, Judgements, Judging
from tripoint.events.judging import comparable, compare, conflicting, speaks_against
from tripoint.events.judging import told as told_by
from tripoint.events.portions import Passing, Portions
from tripoint.events.profile import Profile
from tripoint.events.reasons import weigh
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
    told: Sequence[Sequence[Claim]],
    tellers: Sequence[str],
    documents: Mapping[str, Document],
    people: Sequence[Link] = (),
    *,
    rejected: AbstractSet[str] = frozenset(),
    voices: Voices | None = None,
    before: Judgements | None = None,
    shelves: Shelves = in_memory,
    crew: Crew = alone,
    portions: Portions | None = None,
) -> Judged:
    """Return the links between claims, sorted.

    `told`: the claims of one document after the other, `tellers` the ids of these documents; `people`: the links that
    people made; a claim that is `rejected` stands for no other and helps none. `before`: what an earlier build judged,
    which is used again where nothing has changed. `shelves` makes the lists in which records wait: a million claims
    want lists that lie on disk. `crew` does the judging. `portions` keep
    what is found of documents by themselves.
    """
    voices = Voices(documents, {}) if voices is None else voices
    table = Table(told, tellers, documents, voices, crew, shelves, rejected, portions or Passing(len(told)))
    judging = Judging(table.sorted_ids, table.stamps, before)
    numbers = table.numbers(claim_id for link in people for claim_id in (link.claim_a, link.claim_b))
    found: Joined[Link] = Joined()
    kept, bonded = _Pairs(), NumberedGroups(len(table))
    inside = _inside(table, found, kept, bonded)
    doubtful = _between(table, judging, crew, found, kept, bonded)
    _repeats(table, shelves(Link), found, kept, bonded)
    for link in people:
        if link.verdict is Verdict.SAME:
            bonded.join(numbers[link.claim_a], numbers[link.claim_b])
    # A difference matters only between claims that a chain of likenesses could bring together.
    roots = bonded.roots()
    kept.extend(*inside.among(roots))
    left, right, same = doubtful.among(roots)
    then = np.where(same > 0, judging.then(table.rank[left], table.rank[right]), -1)
    for some, _, (links,) in crew(partial(_apart, table, judging, left, right, then), len(left), Link):
        at = found.add(links)
        kept.extend(left[some.start : some.stop], right[some.start : some.stop], np.arange(at, at + len(links)))
    last = shelves(Link)
    for link in people:  # a person's word comes last and replaces the rule's
        kept.add(numbers[link.claim_a], numbers[link.claim_b], len(found) + len(last))
        last.append(link)
    found.add(last)
    lower, higher, places = kept.order(table.rank)
    judging.link_pairs(lower, higher)
    return Judged(Ordered(found, places.tolist()), judging)


class Judged(NamedTuple):
    """The links, sorted, and what was judged on the way to them."""

    links: Sequence[Link]
    judging: Judging


def _inside(table: Table, found: Joined[Link], kept: _Pairs, bonded: NumberedGroups) -> _Pairs:
    """Keep the links between claims of one document; return those that tell them apart."""
    apart = _Pairs()
    for one, two, at, differ in table.inside(found):
        if differ:
            apart.add(one, two, at)
        else:
            kept.add(one, two, at)
            bonded.join(one, two)
    return apart


def _between(
    table: Table, judging: Judging, crew: Crew, found: Joined[Link], kept: _Pairs, bonded: NumberedGroups
) -> _Pairs:
    """Keep the links between claims of two documents that are alike or may be; return the pairs that are not.

    With each stands whether nothing that its judgement rests on is other than it was for the last build.
    """
    doubtful, unread = _Pairs(), _Pairs()
    for one, two in table.pairs():
        codes = table.screen.codes(one, two)
        doubtful.extend(one[codes == APART], two[codes == APART], np.ones(np.count_nonzero(codes == APART)))
        unread.extend(one[codes == NEW], two[codes == NEW])
    left, right, _ = unread.columns()
    first, second = table.rank[left], table.rank[right]
    known, pairs = judging.known(first, second)
    for some, (came, anew), (links,) in crew(
        partial(_judged, table, judging, left, right, known, pairs), len(left), Link
    ):
        codes = np.frombuffer(came, dtype=np.uint8)
        here = slice(some.start, some.stop)
        one, two, to = left[here], right[here], codes & 3
        judging.keep(first[here], second[here], codes)
        judging.anew += anew
        apart = (to == APART) | (to == DOUBTFUL)
        doubtful.extend(one[apart], two[apart], codes[apart] == known[here][apart])
        at = found.add(links)
        kept.extend(one[to == LIKE], two[to == LIKE], np.arange(at, at + len(links)))
        for a, b in zip(one[to == LIKE].tolist(), two[to == LIKE].tolist(), strict=True):
            bonded.join(a, b)
    return doubtful


def _repeats(table: Table, shelf: Shelf, found: Joined[Link], kept: _Pairs, bonded: NumberedGroups) -> None:
    for one, two in table.repeats():
        bonded.join(one, two)
        kept.add(one, two, len(found) + len(shelf))
        shelf.append(repeat(table.ids[one], table.ids[two]))
    found.add(shelf)


def _judged(
    table: Table,
    judging: Judging,
    left: np.ndarray,
    right: np.ndarray,
    known: np.ndarray,
    then: np.ndarray,
    some: range,
    shelf: Shelf,
) -> tuple[bytes, int]:
    """Return what pairs come to, and how many were judged anew; the links of those alike, or maybe, go to the shelf."""
    came, anew = bytearray(), 0
    here = slice(some.start, some.stop)
    columns = (column[here].tolist() for column in (left, right, known, then))
    for one, two, code, before in zip(*columns, strict=True):
        link: Link | None = None
        came_to = code & 3 if code != NEW else NEW
        if came_to in (DOUBTFUL, LIKE) and code - came_to != table.bearing(one, two):
            came_to = NEW
        if came_to == LIKE and (link := judging.link(before)) is None:
            came_to = NEW
        if came_to == NEW:
            came_to, link = _judge(table.profile(one), table.profile(two), table.setting)
            code = came_to + (table.bearing(one, two) if came_to in (DOUBTFUL, LIKE) else 0)
            anew += 1
        came.append(code)
        if link is not None:
            shelf.append(link)
    return bytes(came), anew


def _judge(a: Profile, b: Profile, setting: Setting) -> tuple[int, Link | None]:
    """Return what two claims come to, with the link of those that are alike or may be."""
    if a.claim.document_id == b.claim.document_id or not comparable(a, b):
        return NOTHING, None
    if conflicting(a, b) is not None:
        return APART, None
    total, spoken = weigh(a, b, setting)
    return (DOUBTFUL, None) if speaks_against(total) else (LIKE, told_by(a, b, total, spoken))


def _apart(
    table: Table, judging: Judging, left: np.ndarray, right: np.ndarray, then: np.ndarray, some: range, shelf: Shelf
) -> None:
    """Put the links of pairs that are different on the shelf, with their reasons: those of `then` where there are."""
    here = slice(some.start, some.stop)
    for one, two, before in zip(*(column[here].tolist() for column in (left, right, then)), strict=True):
        apart = judging.link(before) if before >= 0 else None
        if apart is None or apart.verdict is not Verdict.DIFFERENT:
            apart = compare(table.profile(one), table.profile(two), table.setting)
        assert apart is not None
        shelf.append(apart)


class _Pairs:
    """Pairs of claims by number, each with the place of its link."""

    def __init__(self) -> None:
        self._columns = array("I"), array("I"), array("I")

    def add(self, one: int, two: int, at: int = 0) -> None:
        for column, value in zip(self._columns, (one, two, at), strict=True):
            column.append(value)

    def extend(self, one: np.ndarray, two: np.ndarray, at: np.ndarray | None = None) -> None:
        places = np.zeros(len(one)) if at is None else at
        for column, values in zip(self._columns, (one, two, places), strict=True):
            column.frombytes(values.astype(np.uint32).tobytes())

    def columns(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        one, two, at = (np.frombuffer(column, dtype=np.uint32) for column in self._columns)
        return one, two, at

    def among(self, roots: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the pairs of which both have the same root."""
        one, two, at = self.columns()
        kept = roots[one] == roots[two]
        return one[kept], two[kept], at[kept]

    def order(self, rank: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the pairs by the ranks of their claims, in this order, and the places of their links.

        The last link of a pair stands.
        """
        one, two, at = self.columns()
        first, second = rank[one], rank[two]
        order = np.lexsort((at, second, first))
        last = np.ones(len(order), dtype=bool)
        last[:-1] = (first[order][1:] != first[order][:-1]) | (second[order][1:] != second[order][:-1])
        chosen = order[last]
        return first[chosen], second[chosen], at[chosen]
