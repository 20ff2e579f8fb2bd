"""Links: every pair of claims worth comparing, judged same, different or unsure, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.groups import lowest
from tripoint.comparison.joined import Joined, Ordered
from tripoint.comparison.shelves import Shelves, in_memory
from tripoint.comparison.voices import Voices
from tripoint.events import decisions as decided
from tripoint.events import passes
from tripoint.events.bonds import Bonds, mark
from tripoint.events.candidates import candidates
from tripoint.events.clusters import Single
from tripoint.events.docket import Judging
from tripoint.events.judgements import Judgements
from tripoint.events.pairs import Pairs
from tripoint.events.portions import Passing, Portions
from tripoint.events.setting import Weighing, shipped
from tripoint.events.table import Table
from tripoint.model import Claim, Decision, Document, Link, Verdict


def link(
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    decisions: Sequence[Decision] = (),
    *,
    voices: Voices | None = None,
    weighing: Weighing | None = shipped,
) -> tuple[Link, ...]:
    """Return the judged pairs of `claims`, sorted. Claims of comments are never linked.

    `weighing` tells what words weigh where claims have nothing else (None: no more than elsewhere).
    """
    listed = sorted((c for c in claims if c.comment_id is None), key=lambda c: (c.document_id, c.claim_id))
    attached = decided.attach(decisions, map(decided.anchor, listed)) if decisions else []
    told = [list(group) for _, group in groupby(listed, key=lambda claim: claim.document_id)]
    tellers = [group[0].document_id for group in told]
    people, rejected = decided.links(attached), decided.rejected(attached)
    return tuple(judged(told, tellers, documents, people, rejected=rejected, voices=voices, weighing=weighing).links)


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
    folder: Path | None = None,
    weighing: Weighing | None = shipped,
) -> Judged:
    """Return the links between claims, sorted.

    `told`: the claims of one document after the other, `tellers` the ids of these documents; `people`: the links that
    people made; a claim that is `rejected` stands for no other and helps none. `before`: what an earlier build judged,
    which is used again where nothing has changed. `shelves` makes the lists in which records wait: a million claims
    want lists that lie on disk. `crew` does the judging. `portions` keep what is found of documents by themselves. In
    the `folder` the blocks are kept that claims meet in. `weighing` is as in `link`.
    """
    voices = Voices(documents, {}) if voices is None else voices
    then = None if before is None else before.frequencies
    table = Table(told, tellers, documents, voices, crew, rejected, portions or Passing(len(told)), then, weighing)
    judging = Judging(table.sorted_ids, table.stamps, table.rare_stamps, table.crowd_stamps, before)
    numbers = table.numbers(claim_id for link in people for claim_id in (link.claim_a, link.claim_b))
    found: Joined[Link] = Joined()
    if before is not None:
        found.add(before.links)  # a link that stands again is told by its place
    kept = Pairs()
    inside = passes.inside(table, judging, found, kept)
    ranks = {claim_id: int(table.rank[at]) for claim_id, at in numbers.items()}
    by_hand = [(ranks[link.claim_a], ranks[link.claim_b]) for link in people]
    pairs = candidates(table, judging, before, by_hand, folder)
    doubtful = passes.between(table, judging, pairs, crew, found, kept)
    passes.repeats(table, judging, shelves(Link), found, kept)
    # A difference matters only between claims that a chain of likenesses could bring together.
    hands = np.array([(numbers[link.claim_a], numbers[link.claim_b]) for link in people], np.int64).reshape(-1, 2)
    said = hands[np.array([link.verdict is Verdict.SAME for link in people], dtype=bool)]
    one, two, *_ = kept.columns()
    roots = lowest(len(table), *(np.concatenate(ends) for ends in ((one, said[:, 0]), (two, said[:, 1]))))
    kept = Pairs(inside.among(roots), kept.columns())
    passes.differences(table, judging, pairs, crew, doubtful, roots, found, kept)
    judging.keep_claims(table.filed_stamps, table.part[table.by_rank], roots[table.by_rank], table.frequencies)
    # A person's word comes last and replaces the rule's.
    by_people = shelves(Link)
    for link in people:
        by_people.append(link)
    at = found.add(by_people) + np.arange(len(people))
    kept.extend(*hands.T, at, np.array([link.score for link in people]), np.array([mark(link) for link in people]))
    ordered, (one, two, places, scores, marks) = kept.order(table.rank)
    judging.link_pairs(ordered, scores, marks)
    again = len(before.links) if before is not None else 0
    return Judged(
        Ordered(found, places.tolist()),
        judging,
        Bonds(one, two, scores, marks),
        np.where(places < again, places.astype(np.int64), -1),
        table.rank,
        table.singles,
    )


class Judged(NamedTuple):
    """The links, sorted, and what was judged on the way to them.

    `bonds` are what they weigh, between claims by number; `again` the place that each had among those of the last
    build, -1 where it is new. `rank` is for each claim its place in the order of ids, and `singles` tell what
    clustering needs of it.
    """

    links: Sequence[Link]
    judging: Judging
    bonds: Bonds
    again: np.ndarray
    rank: np.ndarray
    singles: Sequence[Single]
