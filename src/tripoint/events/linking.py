"""Links: every pair of claims worth comparing, judged same, different or unsure, with the reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

import numpy as np

from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.groups import lowest
from tripoint.comparison.joined import Joined, Ordered
from tripoint.comparison.shelves import Shelf, Shelves, in_memory
from tripoint.comparison.voices import Voices
from tripoint.events import decisions as decided
from tripoint.events.bonds import INSIDE, REPEAT, VERDICTS, Bonds, mark
from tripoint.events.candidates import Candidates, candidates
from tripoint.events.clusters import Single
from tripoint.events.comparing import judge_pairs, tell_apart
from tripoint.events.docket import Judging
from tripoint.events.judgements import APART, DOUBTFUL, LIKE, NEW, RARE, Judgements, Known
from tripoint.events.pairs import Pairs
from tripoint.events.portions import Passing, Portions
from tripoint.events.repeats import REPEATED, repeat
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
    judging = Judging(table.sorted_ids, table.stamps, table.rare_stamps, before)
    numbers = table.numbers(claim_id for link in people for claim_id in (link.claim_a, link.claim_b))
    found: Joined[Link] = Joined()
    if before is not None:
        found.add(before.links)  # a link that stands again is told by its place
    kept = Pairs()
    inside = _inside(table, judging, found, kept)
    ranks = {claim_id: int(table.rank[at]) for claim_id, at in numbers.items()}
    by_hand = [(ranks[link.claim_a], ranks[link.claim_b]) for link in people]
    pairs = candidates(table, judging, before, by_hand, folder)
    doubtful = _between(table, judging, pairs, crew, found, kept)
    _repeats(table, judging, shelves(Link), found, kept)
    said = [link for link in people if link.verdict is Verdict.SAME]
    for link in said:
        kept.add(numbers[link.claim_a], numbers[link.claim_b], 0, 0.0, 0)
    # A difference matters only between claims that a chain of likenesses could bring together.
    one, two, *_ = kept.columns()
    roots = lowest(len(table), one, two)
    kept = Pairs(inside.among(roots), tuple(column[: len(column) - len(said)] for column in kept.columns()))
    _differences(table, judging, pairs, crew, doubtful, roots, found, kept)
    judging.keep_claims(table.filed_stamps, table.part[table.by_rank], roots[table.by_rank], table.frequencies)
    last = shelves(Link)
    for link in people:  # a person's word comes last and replaces the rule's
        kept.add(numbers[link.claim_a], numbers[link.claim_b], len(found) + len(last), link.score, mark(link))
        last.append(link)
    found.add(last)
    (lower, higher), (one, two, places, scores, marks) = kept.order(table.rank)
    judging.link_pairs(lower, higher, scores, marks)
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


def _inside(table: Table, judging: Judging, found: Joined[Link], kept: Pairs) -> Pairs:
    """Keep the links between claims of one document; return those that tell them apart."""
    one, two, at, scores, marks, still = table.inside(found)
    marks = marks | np.uint8(INSIDE)
    then = judging.where(table.rank[one], table.rank[two], INSIDE)
    says = judging.says(then)
    again = still & (then >= 0) & (says[0] == scores) & (says[1] == marks)
    at = np.where(again, then, at)
    apart = marks & 3 == VERDICTS.index(Verdict.DIFFERENT)
    kept.extend(*(column[~apart] for column in (one, two, at, scores, marks)))
    return Pairs(tuple(column[apart] for column in (one, two, at, scores, marks)))


def _between(
    table: Table, judging: Judging, candidates: Candidates, crew: Crew, found: Joined[Link], kept: Pairs
) -> Pairs:
    """Keep the links between claims of two documents that are alike or may be; return the pairs that are not.

    With each of these stands the place after that of its link, 0 where there is none to be used, and what that says.
    Pairs that the screen tells apart are not among them.
    """
    doubtful, unread = Pairs(), Pairs()
    for one, two in candidates.unread():
        unread.extend(one, two)
    left, right, *_ = unread.columns()
    first, second = table.rank[left], table.rank[right]
    known, room, pairs = judging.known(first, second)
    places = _still(table, judging, left, right, Known(known, room, pairs))
    here = np.flatnonzero(known != NEW)
    judging.keep(first[here], second[here], known[here], room[here])
    apart, like = (here[np.isin(known[here] & 3, told)] for told in ((APART, DOUBTFUL), (LIKE,)))
    doubtful.extend(left[apart], right[apart], places[apart] + 1, *judging.says(places[apart]))
    kept.extend(left[like], right[like], places[like], *judging.says(places[like]))
    here = np.flatnonzero(known == NEW)
    # Those of one time after the other: what is read of a claim for one pair is at hand for the next.
    here = here[np.argsort(np.minimum(table.places[left[here]], table.places[right[here]]), kind="stable")]
    left, right, first, second = left[here], right[here], first[here], second[here]
    work = partial(judge_pairs, table, left, right)
    for some, (came, says, says_apart), (links, links_apart) in crew(work, len(left), Link, Link):
        to, part = np.frombuffer(came, dtype=np.uint8), slice(some.start, some.stop)
        one, two = left[part], right[part]
        differ, alike = np.isin(to, (APART, DOUBTFUL)), to == LIKE
        weighed = np.flatnonzero(alike | (to == DOUBTFUL))
        codes, rooms = to.copy(), np.zeros(len(to))
        stand, rooms[weighed] = table.bearings.of(one[weighed], two[weighed])
        codes[weighed] += stand + np.uint8(RARE) * table.shared(one[weighed], two[weighed])
        judging.keep(first[part], second[part], codes, rooms)
        judging.anew += len(some)
        at = found.add(links_apart)
        doubtful.extend(one[differ], two[differ], np.arange(at, at + len(links_apart)) + 1, *says_apart)
        at = found.add(links)
        kept.extend(one[alike], two[alike], np.arange(at, at + len(links)), *says)
    return doubtful


def _still(table: Table, judging: Judging, left: np.ndarray, right: np.ndarray, said: Known) -> np.ndarray:
    """Set NEW among what is known of pairs where it does not hold any more; return the places of their links then.

    The room that there is left is told too.
    """
    known = said.codes
    places = np.where(known == NEW, -1, judging.places(said.pairs))
    rest = np.flatnonzero((known != NEW) & ((known & 3 == LIKE) | (known & 3 == DOUBTFUL)))
    if not len(rest):
        return places
    one, two = left[rest], right[rest]
    rare = known[rest] & np.uint8(3 * RARE)
    other = np.flatnonzero(~judging.same_rare(table.rank[one], table.rank[two]))
    rare[other] = np.uint8(RARE) * table.shared(one[other], two[other])
    stand, said.room[rest] = table.bearings.again(one, two, known[rest], said.room[rest])
    stale = known[rest] & ~np.uint8(3) != stand + rare
    known[rest[stale | ((known[rest] & 3 == LIKE) & (places[rest] < 0))]] = NEW
    return places


def _repeats(table: Table, judging: Judging, shelf: Shelf, found: Joined[Link], kept: Pairs) -> None:
    """Keep the links of claims that others stand for."""
    one, two = table.repeats()
    then = judging.where(table.rank[one], table.rank[two], REPEAT)
    anew = np.flatnonzero(then < 0)
    for a, b in zip(one[anew].tolist(), two[anew].tolist(), strict=True):
        shelf.append(repeat(table.ids[a], table.ids[b]))
    then[anew] = len(found) + np.arange(len(anew))
    found.add(shelf)
    kept.extend(one, two, then, np.full(len(one), REPEATED), np.full(len(one), mark(repeat("", "")) + REPEAT))


def _differences(
    table: Table,
    judging: Judging,
    candidates: Candidates,
    crew: Crew,
    doubtful: Pairs,
    roots: np.ndarray,
    found: Joined[Link],
    kept: Pairs,
) -> None:
    """Keep the links of pairs that are different: those that there are, and those that are made now."""
    pairs = Pairs(doubtful.among(roots))
    for one, two in candidates.apart(roots):
        then = judging.then(table.rank[one], table.rank[two])
        pairs.extend(one, two, then + 1, *judging.says(then))
    left, right, after, scores, marks = pairs.columns()
    places = after.astype(np.int64) - 1
    there = (places >= 0) & (marks & 3 == VERDICTS.index(Verdict.DIFFERENT))
    kept.extend(left[there], right[there], places[there], scores[there], marks[there])
    left, right = left[~there], right[~there]
    for some, said, (links,) in crew(partial(tell_apart, table, left, right), len(left), Link):
        at = found.add(links)
        kept.extend(left[some.start : some.stop], right[some.start : some.stop], np.arange(at, at + len(links)), *said)
