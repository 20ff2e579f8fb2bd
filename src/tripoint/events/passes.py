"""The passes of linking: inside documents, between them, what others stand for, and last what differs.

Each keeps the links of its pairs: those that stand since the last build by their places, the others as they are made.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from tripoint.comparison.columns import order_of
from tripoint.comparison.crews import Crew
from tripoint.comparison.joined import Joined
from tripoint.comparison.shelves import Shelf
from tripoint.events.bonds import INSIDE, REPEAT, VERDICTS, mark
from tripoint.events.candidates import Candidates
from tripoint.events.comparing import judge_pairs, tell_apart
from tripoint.events.docket import Judging
from tripoint.events.judgements import APART, DOUBTFUL, LIKE, NEW, RARE, Known
from tripoint.events.pairs import Pairs
from tripoint.events.repeats import REPEATED, repeat
from tripoint.events.table import Table
from tripoint.model import Link, Verdict
from tripoint.resources.wordmeanings import word_meanings

APART_TOLD = 1500
"""Pairs that are worth a process of their own to tell apart, once it is known that they are."""


def inside(table: Table, judging: Judging, found: Joined[Link], kept: Pairs) -> Pairs:
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


def between(
    table: Table, judging: Judging, candidates: Candidates, crew: Crew, found: Joined[Link], kept: Pairs
) -> Pairs:
    """Keep the links between claims of two documents that are alike or may be; return the pairs that are not.

    With each of these stands the place after that of its link, 0 where there is none to be used, and what that says.
    Pairs that the screen tells apart are not among them.
    """
    doubtful, new = Pairs(), Pairs()
    for left, right in candidates.unread():
        _stand(table, judging, left, right, doubtful, kept, new)
    left, right, *_ = new.columns()
    # Those of one time after the other: what is read of a claim for one pair is at hand for the next.
    order = order_of(np.minimum(table.places[left], table.places[right]))
    left, right = left[order], right[order]
    first, second = table.rank[left], table.rank[right]
    if len(left):
        word_meanings()  # opened once, and not by each copy
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


def _stand(
    table: Table, judging: Judging, left: np.ndarray, right: np.ndarray, doubtful: Pairs, kept: Pairs, new: Pairs
) -> None:
    """Keep what the last build came to of some pairs where it holds; the others are `new`."""
    first, second = table.rank[left], table.rank[right]
    known, room, pairs = judging.known(first, second)
    places = _still(table, judging, left, right, Known(known, room, pairs))
    here, to = np.flatnonzero(known != NEW), np.flatnonzero(known == NEW)
    judging.keep(first[here], second[here], known[here], room[here])
    apart, like = (here[np.isin(known[here] & 3, told)] for told in ((APART, DOUBTFUL), (LIKE,)))
    doubtful.extend(left[apart], right[apart], places[apart] + 1, *judging.says(places[apart]))
    kept.extend(left[like], right[like], places[like], *judging.says(places[like]))
    new.extend(left[to], right[to])


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
    other_crowds = judging.crowded_otherwise(table.rank[one], table.rank[two])
    stand, said.room[rest] = table.bearings.again(one, two, known[rest], said.room[rest])
    stale = known[rest] & ~np.uint8(3) != stand + rare
    known[rest[stale | other_crowds | ((known[rest] & 3 == LIKE) & (places[rest] < 0))]] = NEW
    return places


def repeats(table: Table, judging: Judging, shelf: Shelf, found: Joined[Link], kept: Pairs) -> None:
    """Keep the links of claims that others stand for."""
    one, two = table.repeats()
    then = judging.where(table.rank[one], table.rank[two], REPEAT)
    anew = np.flatnonzero(then < 0)
    for a, b in zip(one[anew].tolist(), two[anew].tolist(), strict=True):
        shelf.append(repeat(table.ids[a], table.ids[b]))
    then[anew] = len(found) + np.arange(len(anew))
    found.add(shelf)
    kept.extend(one, two, then, np.full(len(one), REPEATED), np.full(len(one), mark(repeat("", "")) + REPEAT))


def differences(
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
    for some, said, (links,) in crew(partial(tell_apart, table, left, right), len(left), Link, least=APART_TOLD):
        at = found.add(links)
        kept.extend(left[some.start : some.stop], right[some.start : some.stop], np.arange(at, at + len(links)), *said)
