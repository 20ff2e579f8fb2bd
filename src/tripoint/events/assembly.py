"""Events: the merged view of each cluster of claims, recomputable from claims and links at any time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

import numpy as np

from tripoint.comparison.columns import parted
from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.joined import Joined, Ordered
from tripoint.comparison.lists import Lists
from tripoint.comparison.shelves import Shelf
from tripoint.comparison.voices import Voices, heard
from tripoint.events.bonds import Bonds
from tripoint.events.clustering import Clustering
from tripoint.events.clusters import Single
from tripoint.events.components import Components
from tripoint.events.gathered import Found, Gathered
from tripoint.events.made import Keys, Made, MadeBefore
from tripoint.events.merging import merged
from tripoint.events.operations import with_parts
from tripoint.events.trails import Trail
from tripoint.model import Claim, Document, Event, Link, Origin

CLAIMS = 1000
"""Claims of components that are worth a process of their own."""


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
    todo = parts.holding(np.flatnonzero(asked))
    stands[parts.all_members(todo)] = False
    sizes = parts.sizes(todo)
    todo, sizes = (column[np.argsort(-sizes, kind="stable")] for column in (todo, sizes))  # the longest first
    stood = np.unique(before.homes[stands]) if before is not None else np.zeros(0, dtype=np.int64)
    found, records, origins = Gathered(before, stood), Joined[Event](), Joined[tuple[Origin, ...]]()
    if before is not None:
        records.add(before.events)
        origins.add(before.origins)
    last = np.where(before.stands, before.homes, -1) if before is not None else None
    trail = before.trail if before is not None else Trail.blank(len(ids))
    clustering = Clustering(ids, claims, bonds, rejected, voices.documents, last, doubtful, trail, singles)
    work = partial(_events, parts, todo, clustering, ids, claims, voices, rejected, keys, before)
    for _, some, (events, behind) in crew(work, len(todo), Event, tuple[Origin, ...], least=CLAIMS, loads=sizes):
        found.take(some, records.add(events))
        origins.add(behind)
    order = sorted(range(len(found.ids)), key=found.ids.__getitem__)
    number = np.empty(len(order), dtype=np.int64)
    number[order] = np.arange(len(order))
    homes = np.zeros(len(ids), dtype=np.int64)
    if before is not None:
        homes[stands] = number[np.searchsorted(stood, before.homes[stands])]
    members, ends = found.groups.columns_held()
    homes[members] = np.repeat(number[len(stood) :], np.diff(ends, prepend=0))
    trail.put(members, found.trail())
    places = np.frombuffer(found.places, dtype=np.int64)[order]
    then = np.where(places < (len(before.ids) if before is not None else 0), places, -1)
    made = Made(
        Ordered(records, places.tolist()),
        Ordered(origins, places.tolist()),
        [found.ids[at] for at in order],
        np.frombuffer(bytes(found.keys), dtype=np.uint64).reshape(-1, 2)[order],
        np.frombuffer(bytes(found.sorts), dtype=np.uint8)[order],
        then,
        then,
        then,
        homes,
        trail,
    )
    voices.behind.take(made.ids, made.origins)
    texts = keys.texts if keys is not None else _texts(claims)
    return with_parts(made, records, places, claims, ids, rejected, texts, before)


def _events(
    parts: Components,
    todo: np.ndarray,
    clustering: Clustering,
    ids: Sequence[str],
    claims: Mapping[str, Claim],
    voices: Voices,
    rejected: AbstractSet[str],
    keys: Keys | None,
    before: MadeBefore | None,
    some: range,
    events: Shelf,
    groups: Shelf,
) -> Found:
    """Put the new events of some components on their shelf, and on the next what stands behind each."""
    found = Found([], Lists("I"), [], [], [], Trail.blank(0))
    for at in todo[some.start : some.stop].tolist():
        for numbers in clustering.of(parts.members(at), parts.between(at)):
            group = sorted(numbers, key=ids.__getitem__)
            place = _again(group, before)
            found.places.append(place)
            found.groups.append(group)
            if place >= 0:
                continue
            one, behind = merged([claims[ids[number]] for number in group], voices, rejected=rejected)
            found.ids.append(one.event_id)
            found.keys.append(keys.event(group) if keys is not None else bytes(16))
            found.types.append(one.type)
            events.append(one)
            groups.append(behind)
    return found._replace(trail=clustering.trail.of(found.groups.columns_held()[0]))


def _again(group: Sequence[int], before: MadeBefore | None) -> int:
    """Return the place of the event that these claims were then, -1 where they were none or are not what they were."""
    if before is None:
        return -1
    home = int(before.homes[group[0]])
    if home < 0 or before.sizes[home] != len(group):
        return -1
    return home if (before.homes[group] == home).all() and before.same[group].all() else -1


def _texts(claims: Mapping[str, Claim]) -> np.ndarray:
    """Return for each claim the number of its document."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(claim.document_id, len(known)) for claim in claims.values()], dtype=np.int64)
