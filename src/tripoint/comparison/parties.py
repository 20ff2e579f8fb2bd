"""Who is who: keys of parties, what they belong to, and what can be said of two lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from tripoint.comparison.groups import Groups
from tripoint.comparison.places import name_key
from tripoint.model import Party, Speaker
from tripoint.resources.actors import register

STATE_KINDS = frozenset({"army", "government", "ministry", "police", "border_force", "intelligence"})
"""Kinds of actors that act for their country."""


STATE_ROLES = frozenset(
    {"army", "forces", "air-force", "navy", "air-defence", "border-guards", "police", "intelligence", "government"}
)
"""Group nouns behind a nationality that are the state's (*Kenyan forces*), as *rebels* and *civilians* are not."""
_STATE = re.compile(r"actor:[a-z]{2}\Z")

NAMELESS = "name:"
"""What opens the key of a party that no register holds: a group without a name, or one not known by it."""


def key(party: Party | Speaker) -> str:
    """Return what makes two parties the same: the register's id, else the name."""
    return party.actor_id or f"{NAMELESS}{name_key(party.name)}"


def keys(parties: Iterable[Party]) -> frozenset[str]:
    """Return the keys of several parties."""
    return frozenset(key(party) for party in parties)


@lru_cache(maxsize=8192)
def bodies(actor: str) -> frozenset[str]:
    """Return a key and everything that the register puts it under, whenever that was.

    A body that is composed of a known one and a group noun (*the coalition's air force*) is under that one; one of a
    country and a group noun is under the state where it is the state's (*Kenyan forces*, not *Kenyan rebels*).
    """
    found = {actor}
    ahead = [actor]
    while ahead:
        name = ahead.pop()
        whole, _, noun = name.partition("/")
        if noun and whole not in found and (register().get(whole) is not None or _is_the_states(whole, noun)):
            found.add(whole)
            ahead.append(whole)
        entry = register().get(name)
        for tie in entry.parents if entry is not None else ():
            if tie.actor_id not in found:
                found.add(tie.actor_id)
                ahead.append(tie.actor_id)
    return frozenset(found)


def _is_the_states(whole: str, noun: str) -> bool:
    return _STATE.match(whole) is not None and (noun in STATE_ROLES or noun.endswith("-ministry"))


def within(a: frozenset[str], b: frozenset[str]) -> bool:
    """Return whether a party of one list is a party of the other, or a part of it (an army and its state)."""
    if not a.isdisjoint(b):
        return True
    return any(not bodies(one).isdisjoint(b) for one in a) or any(not bodies(one).isdisjoint(a) for one in b)


def houses(sets: Iterable[frozenset[str]]) -> dict[frozenset[str], int]:
    """Return a number for each set of parties, the same for sets that share a side or a part of one."""
    distinct = sorted(set(sets), key=sorted)
    groups: Groups[frozenset[str]] = Groups(distinct)
    for place, one in enumerate(distinct):
        for two in distinct[place + 1 :]:
            if within(one, two):
                groups.join(one, two)
    numbers = {root: number for number, root in enumerate(dict.fromkeys(groups.root(one) for one in distinct))}
    return {one: numbers[groups.root(one)] for one in distinct}


def countries(parties: Iterable[Party]) -> frozenset[str]:
    """Return the countries that parties act for: state forces and states only, never a militia's home."""
    return frozenset(
        party.country for party in parties if party.country is not None and (party.kind or "") in STATE_KINDS
    )


def names(parties: Iterable[Party]) -> str:
    """Return names as a reader lists them: `A`, `A and B`, `A, B and C`."""
    listed = list(dict.fromkeys(party.name for party in parties))
    return " and ".join(filter(None, (", ".join(listed[:-1]), *listed[-1:])))
