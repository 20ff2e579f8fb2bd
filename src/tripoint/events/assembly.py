"""Events: the merged view of each cluster of claims, recomputable from claims and links at any time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

import numpy as np

from tripoint.comparison.crews import Crew, alone
from tripoint.comparison.shelves import Joined, Ordered, Shelf, copy
from tripoint.comparison.voices import Voices, heard
from tripoint.events.bonds import Bonds
from tripoint.events.clusters import clusters_of_standing
from tripoint.events.components import Components
from tripoint.events.made import Keys, Made, MadeBefore, Named
from tripoint.events.merging import merged
from tripoint.events.parts import with_parts
from tripoint.events.reach import LARGE, clusters_reached
from tripoint.model import Claim, Document, Event, Link, Origin

COMPONENTS = 60
"""Components that are worth a process of their own."""


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
    return tuple(assembled(known, Bonds.of(list(known), links), voices, rejected=rejected))


def assembled(
    claims: Mapping[str, Claim],
    bonds: Bonds,
    voices: Voices,
    *,
    rejected: AbstractSet[str] = frozenset(),
    crew: Crew = alone,
    keys: Keys | None = None,
    before: MadeBefore | None = None,
    keep: Callable[[Made], None] | None = None,
) -> Iterator[Event]:
    """Yield the events of `claims`, sorted by id. What bonds do not bring together is clustered apart, by the `crew`.

    The independent origins that are found for each event are kept with the `voices`. What an earlier build made of
    components and events of the same `keys` is not made again, and `keep` hears what this one makes of all.
    """
    made = Made(Joined(), Joined(), [], [])
    parts = Components(len(claims), bonds)
    work = partial(_events, parts, list(claims), claims, bonds, voices, rejected, keys, before)
    kinds = (Event, tuple[Origin, ...])
    for _, (names, components), (events, groups) in crew(work, len(parts), *kinds, least=COMPONENTS):
        voices.behind.add([name.event_id for name in names], groups)
        made.events.add(events)  # type: ignore[attr-defined]
        made.origins.add(groups)  # type: ignore[attr-defined]
        made.names.extend(names)
        made.components.extend(components)
    if keep is not None:
        keep(made)
    order = sorted(range(len(made.names)), key=lambda at: made.names[at].event_id)
    types = [made.names[at].type for at in order]
    yield from with_parts(Ordered(made.events, order), claims, rejected=rejected, types=types)


def _events(
    parts: Components,
    ids: Sequence[str],
    claims: Mapping[str, Claim],
    bonds: Bonds,
    voices: Voices,
    rejected: AbstractSet[str],
    keys: Keys | None,
    before: MadeBefore | None,
    some: range,
    events: Shelf,
    groups: Shelf,
) -> tuple[list[Named], list[tuple[bytes, int]]]:
    """Put the events of some components on their shelf, and on the next what stands behind each.

    Return what the events are known by, and of each component its key and how many events it has.
    """
    names: list[Named] = []
    components: list[tuple[bytes, int]] = []

    def again(place: int) -> None:
        assert before is not None
        names.append(before.names[place])
        copy(events, before.events, place)
        copy(groups, before.origins, place)

    def cluster(members: np.ndarray, between: np.ndarray) -> list[list[int]]:
        if not len(between):
            return [members.tolist()]
        named = {ids[one]: one for one in members.tolist()}
        listed = [bonds.bond(place, ids) for place in between.tolist()]
        found = clusters_of_standing(list(named), listed, claims, rejected, voices.documents)
        return [[named[one] for one in group] for group in found]

    def clustered(members: np.ndarray, between: np.ndarray) -> list[list[int]]:
        homes = before.homes if before is not None else None
        if homes is None or len(members) < LARGE or any(ids[one] in rejected for one in members.tolist()):
            return cluster(members, between)
        return clusters_reached(members, between, bonds, homes, cluster)

    for at in some:
        members, between = parts.members(at), parts.between(at)
        key = keys.component(members, bonds, between) if keys is not None else b""
        met = before.component(key) if before is not None else None
        if met is not None:
            for place in met:
                again(place)
            components.append((key, len(met)))
            continue
        found = clustered(members, between)
        for numbers in found:
            group = [ids[one] for one in numbers]
            told = keys.event([one for _, one in sorted(zip(group, numbers, strict=True))]) if keys is not None else b""
            known = before.event(told) if before is not None else None
            if known is not None:
                again(known)
                continue
            one, behind = merged([claims[name] for name in group], voices, rejected=rejected)
            names.append(Named(one.event_id, told, one.type))
            events.append(one)
            groups.append(behind)
        components.append((key, len(found)))
    return names, components
