"""Who is who: keys of parties, and what can be said of two lists of them."""

from __future__ import annotations

from collections.abc import Iterable

from tripoint.comparison.places import name_key
from tripoint.model import Party, Speaker

STATE_KINDS = frozenset({"army", "government", "police", "state", "country", "state_force", "ministry", "security"})
"""Kinds of actors that act for their country."""


def key(party: Party | Speaker) -> str:
    """Return what makes two parties the same: the register's id, else the name."""
    return party.actor_id or f"name:{name_key(party.name)}"


def keys(parties: Iterable[Party]) -> frozenset[str]:
    """Return the keys of several parties."""
    return frozenset(key(party) for party in parties)


def countries(parties: Iterable[Party]) -> frozenset[str]:
    """Return the countries that parties act for: state forces and states only, never a militia's home."""
    return frozenset(
        party.country for party in parties if party.country is not None and (party.kind or "") in STATE_KINDS
    )


def names(parties: Iterable[Party]) -> str:
    """Return names as a reader lists them: `A`, `A and B`, `A, B and C`."""
    listed = list(dict.fromkeys(party.name for party in parties))
    return " and ".join(filter(None, (", ".join(listed[:-1]), *listed[-1:])))
