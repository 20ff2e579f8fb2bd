"""Events: the merged view of each cluster of claims, recomputable from claims and links at any time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

import numpy as np

from tripoint.comparison.columns import parted
from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.lists import Lists
from tripoint.comparison.shelves import Shelf
from tripoint.comparison.voices import Voices, heard
from tripoint.events.bonds import Bonds
from tripoint.events.clustering import Clustering
from tripoint.events.clusters import Single
from tripoint.events.components import Components
from tripoint.events.gathered import Gathered, New, stood_again
from tripoint.events.made import Keys, Made, MadeBefore
from tripoint.events.merging import merged
from tripoint.events.operations import with_parts
from tripoint.events.trails import Trail
from tripoint.model import Claim, Document, Event, Link, Origin

CLAIMS = 1000
"""Claims of components that are worth a process of their own."""
STANDING = 10
"""Claims that stand around those that are asked for take as long as one of these."""
MERGED = 1500
"""Claims of events that are."""


def assemble(
    claims: Sequence[Claim],
    links: Sequence[Link],
    documents: Mapping[str, Document],
    *,
    rejected: AbstractSet[str] = frozenset(),
    voices: Voices | None = None,
) -> tuple[Event, ...]:
    """Return the events of `claims`: each claim in exactly one, sorted by id, whatever the order of the input.

    Claims that a person `rejected` stay where they belong, tell nothing and bring nothing together. `voices`: those of
    the case, when known.
    """
    known = {claim.claim_id: claim for claim in claims}
    if voices is None:
        voices = heard([claim for claim in known.values() if claim.claim_id not in rejected], documents)
    listed = sorted(links, key=lambda link: (link.by.startswith("person:"), link.claim_a, link.claim_b, link.by))
    return tuple(assembled(known, Bonds.of(list(known), listed), voices, rejected=rejected).events)


def assembled(
    claims: Mapping[str, Claim],
    bonds: Bonds,
    voices: Voices,
    *,
    rejected: AbstractSet[str] = frozenset(),
    crew: Crew = alone,
    keys: Keys | None = None,
    before: MadeBefore | None = None,
    singles: Sequence[Single] | None = None,
) -> Made:
    """Return the events of `claims`, in the order of their ids. What bonds do not bring together is clustered apart.

    The independent origins that are found for each event are kept with the `voices`. Of what stood `before`, only
    components that something has touched are gone through, by the `crew`; `keys` tell what claims are known by, and
    `singles` what clustering needs of each.
    """
    parts, ids = Components(len(claims), bonds), list(claims)
    stands = before.stands.copy() if before is not None else np.zeros(len(ids), dtype=bool)
    doubtful = before.doubtful if before is not None else np.zeros(0, dtype=np.uint64)
    asked = ~stands if before is None else ~stands | np.isin(before.homes, np.concatenate(parted(doubtful)))
    held = parts.holding(np.flatnonzero(asked))
    todo = np.flatnonzero(held)
    stands[parts.all_members(todo)] = False
    loads = held[todo] + parts.sizes(todo) // STANDING
    todo, loads = (column[np.argsort(-loads, kind="stable")] for column in (todo, loads))  # the longest first
    last = np.where(before.stands, before.homes, -1) if before is not None else None
    trail = before.trail if before is not None else Trail.blank(len(ids))
    clustering = Clustering(ids, claims, bonds, rejected, voices.documents, last, doubtful, trail, singles)
    groups, trails = Lists("I"), [Trail.blank(0)]
    for _, (some, told), _ in crew(partial(_grouped, parts, todo, clustering), len(todo), least=CLAIMS, loads=loads):
        groups.join(some)
        trails.append(told)
    members, ends = groups.columns_held()
    trail.put(members, Trail(*map(np.concatenate, zip(*trails, strict=True))))
    places = stood_again(members, ends, before)
    anew, sizes = np.flatnonzero(places < 0), np.diff(ends, prepend=0)
    gathered = Gathered(before)
    work = partial(_merged, groups, anew, ids, claims, voices, rejected, keys)
    for _, new, shelves in crew(work, len(anew), Event, tuple[Origin, ...], least=MERGED, loads=sizes[anew]):
        gathered.take(new, *shelves)
    places[anew] = gathered.first + np.arange(len(anew))
    stood = np.unique(before.homes[stands]) if before is not None else np.zeros(0, dtype=np.int64)
    places = np.concatenate((stood, places))
    names = gathered.names(places)
    order = sorted(range(len(names)), key=names.__getitem__)
    number = np.empty(len(order), dtype=np.int64)
    number[order] = np.arange(len(order))
    homes = np.zeros(len(ids), dtype=np.int64)
    if before is not None:
        homes[stands] = number[np.searchsorted(stood, before.homes[stands])]
    homes[members] = np.repeat(number[len(stood) :], sizes)
    places = places[order]
    made = gathered.made([names[at] for at in order], places, homes, trail)
    voices.behind.take(made.ids, made.origins)
    texts = keys.texts if keys is not None else _texts(claims)
    return with_parts(made, gathered.events, places, claims, ids, rejected, texts, before)


def _grouped(parts: Components, todo: np.ndarray, clustering: Clustering, some: range) -> tuple[Lists, Trail]:
    """Return the claims of each event of some components, and how they came together."""
    groups = Lists("I")
    for at in todo[some.start : some.stop].tolist():
        for numbers in clustering.of(parts.members(at), parts.between(at)):
            groups.append(numbers)
    return groups, clustering.trail.of(groups.columns_held()[0])


def _merged(
    groups: Lists,
    anew: np.ndarray,
    ids: Sequence[str],
    claims: Mapping[str, Claim],
    voices: Voices,
    rejected: AbstractSet[str],
    keys: Keys | None,
    some: range,
    events: Shelf,
    behind: Shelf,
) -> New:
    """Put the events of some groups of claims on their shelf, and on the next what stands behind each."""
    found = New([], [], [])
    for at in anew[some.start : some.stop].tolist():
        group = sorted(groups[at], key=ids.__getitem__)
        one, origins = merged([claims[ids[number]] for number in group], voices, rejected=rejected)
        found.ids.append(one.event_id)
        found.keys.append(keys.event(group) if keys is not None else bytes(16))
        found.types.append(one.type)
        events.append(one)
        behind.append(origins)
    return found


def _texts(claims: Mapping[str, Claim]) -> np.ndarray:
    """Return for each claim the number of its document."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(claim.document_id, len(known)) for claim in claims.values()], dtype=np.int64)
